"""Live: what moves in a meeting or on boards is told in one word to the pages open on it (server-sent events).

Each page fetches its part again. One that listens holds no connection to the database: one look at the record a beat
serves a whole cooperative.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass, field

import psycopg
from psycopg_pool import PoolTimeout
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from projections import moving
from projections.moving import Move
from web.assemblies.address import the_meeting
from web.counter import Page, office
from web.office import Office
from web.visitor import members_and_officers

BEAT = 0.5  # seconds between two looks at the record
STILL_HERE = 15.0  # seconds of silence after which a comment keeps proxies from closing the line
LIFE = 300.0  # then the browser comes again by itself: somebody who follows a meeting is not signed out meanwhile
MOST = 2000  # who listen at a time, in one process


@dataclass(eq=False)
class Listener:
    """One page. What it has not heard yet is one word of each sort, whatever happened meanwhile."""

    waiting: dict[str, int] = field(default_factory=dict)
    rung: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, move: Move) -> None:
        self.waiting["course" if move.course else "counts"] = move.position
        if move.ends:
            self.waiting["end"] = move.position
        self.rung.set()

    def heard(self) -> dict[str, int]:
        self.rung.clear()
        told, self.waiting = self.waiting, {}
        return told


class Room:
    """Everybody who listens to one cooperative, and the one who looks for them while there is somebody."""

    def __init__(self, at: Office) -> None:
        self._office = at
        self._listeners: dict[str, set[Listener]] = defaultdict(set)
        self._looking: asyncio.Task[None] | None = None
        self._position = 0

    @property
    def present(self) -> int:
        return sum(map(len, self._listeners.values()))

    async def enter(self, where: str, since: int) -> Listener:
        """`since`: what the page shows already; what came after is told at once."""
        if self._looking is None or self._looking.done():
            self._position = await run_in_threadpool(self._shown)
            self._looking = asyncio.create_task(self._look_on())
        listener = Listener()
        if since < self._position:
            listener.tell(Move(where, True, self._position))
        self._listeners[where].add(listener)
        return listener

    def leave(self, where: str, listener: Listener) -> None:
        self._listeners[where].discard(listener)
        if not self._listeners[where]:
            del self._listeners[where]

    async def _look_on(self) -> None:
        while True:
            await asyncio.sleep(BEAT)
            if not self._listeners:
                return
            try:
                self._tell(await run_in_threadpool(self._look))
            except (psycopg.OperationalError, PoolTimeout):
                continue  # the database comes back: what happened meanwhile is told then

    def _tell(self, moves: Iterable[Move]) -> None:
        for move in moves:
            for listener in self._listeners.get(move.where, ()):
                listener.tell(move)

    def _shown(self) -> int:
        with self._office.reading() as db:
            return moving.shown(db)

    def _look(self) -> list[Move]:
        """What the registers show since the last look; told once they do, so that a page fetches what is there."""
        shown = self._shown()
        if shown <= self._position:
            return []
        entries = [one for one in self._office.record.since(self._position) if one.position <= shown]
        with self._office.reading() as db:
            found = list(moving.moves(db, entries))
        self._position = entries[-1].position if entries else shown
        return found


def _room(request: Request) -> Room:
    """That of this cooperative, in this process."""
    rooms: dict[Office, Room] = request.app.state.rooms
    at = office(request)
    return rooms.setdefault(at, Room(at))


def over(request: Request) -> bool:
    with office(request).reading() as db:
        return the_meeting(db, request)["state"] in ("closed", "adjourned")


def position(request: Request) -> int:
    """What a page that is drawn now shows."""
    with office(request).reading() as db:
        return moving.shown(db)


def stream(parameter: str, over: Callable[[Request], bool]) -> Callable[[Request], Awaitable[Response]]:
    """What a page hears of the meeting, or of the boards, that this parameter of its address names."""

    async def follow(request: Request) -> Response:
        if await run_in_threadpool(over, request):
            return Response(status_code=204)  # nothing more will come: the browser does not ask again
        room, where = _room(request), request.path_params[parameter]
        if room.present >= MOST:
            return Response(status_code=503, headers={"Retry-After": "30"})
        listener = await room.enter(where, _since(request))
        return StreamingResponse(_words(room, where, listener), media_type="text/event-stream")

    return follow


def _since(request: Request) -> int:
    """The last that this page heard of, or what it showed when it was drawn."""
    said = request.headers.get("last-event-id") or request.query_params.get("depuis", "")
    return int(said) if said.isdecimal() and len(said) < 19 else 0


async def _words(room: Room, where: str, listener: Listener) -> AsyncIterator[str]:
    ends = asyncio.get_running_loop().time() + LIFE
    try:
        yield "retry: 2000\n\n"
        while asyncio.get_running_loop().time() < ends:
            try:
                await asyncio.wait_for(listener.rung.wait(), STILL_HERE)
            except TimeoutError:
                yield ": \n\n"
                continue
            told = listener.heard()
            for word, position in told.items():
                yield f"id: {position}\nevent: {word}\ndata: {position}\n\n"
            if "end" in told:
                return
    finally:
        room.leave(where, listener)


routes = [Page("/assemblees/{assembly}/direct", "live", members_and_officers, stream=stream("assembly", over))]

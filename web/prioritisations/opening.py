"""Opening a prioritisation, entering the papers of the room, closing."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.network.facts import MeetingId
from governance.network.prioritise import ClosePrioritisation, EnterPapers, OpenPrioritisation
from governance.network.priority_facts import Board, BoardId, Colour, Horizon, NoteId, PrioritisationId
from governance.words import Public
from projections.network import meetings
from web.counter import Gesture, new, office, to
from web.edge.inputs import Count, Name, PartialDay, Text
from web.i18n import gettext as _
from web.members import dated_today, today
from web.network import one_a_line
from web.prioritisations.reading import known, known_board, of, to_prioritisation
from web.visitor import board


class Opening(BaseModel):
    """`near` and `far`: the horizons of the pink notes and of the yellow ones."""

    title: Name
    on: PartialDay
    boards: Text
    near: Name
    near_each: Count
    far: Name | None = None
    far_each: Count | None = None
    room: Count | None = None
    source: Name | None = None
    meeting: Name | None = None


def usual(request: Request) -> dict[str, Any]:
    """`?reunion=`: the meeting that does it."""
    horizons = {"near": _("Court terme"), "near_each": 3, "far": _("Long terme"), "far_each": 3}
    return {"on": today(), "meeting": request.query_params.get("reunion"), **horizons}


def open_(form: Opening, request: Request, gesture: str) -> OpenPrioritisation:
    boards = (Board(BoardId(f"axe{rank}"), name) for rank, name in enumerate(one_a_line(form.boards), 1))
    near = Horizon(Colour.PINK, Public(form.near), form.near_each)
    far = [Horizon(Colour.YELLOW, Public(form.far), form.far_each or 0)] if form.far else []
    return OpenPrioritisation(
        prioritisation=PrioritisationId(gesture),
        title=Public(form.title),
        boards=tuple(boards),
        horizons=(near, *far),
        on=form.on,
        room=form.room,
        source=Public(form.source or ""),
        meeting=MeetingId(form.meeting) if form.meeting else None,
    )


def meetings_known(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"meetings": [(row["id"], row["title"]) for row in meetings.named(db)]}


class Papers(BaseModel):
    colour: Colour
    texts: Text
    category: Name | None = None


def enter(form: Papers, request: Request, gesture: str) -> EnterPapers:
    where = BoardId(request.path_params["board"])
    category = Public(form.category or "")
    return EnterPapers(NoteId(gesture), of(request), where, form.colour, one_a_line(form.texts), category)


class Closing(BaseModel):
    on: PartialDay


def close(form: Closing, request: Request, gesture: str) -> ClosePrioritisation:
    return ClosePrioritisation(of(request), form.on)


opened = to("prioritisation", prioritisation=new)
routes = [
    Gesture(Opening, "priorities/open.html", open_, opened, meetings_known, usual).page(
        "/reseau/hierarchisations/nouvelle", "open_prioritisation", board
    ),
    Gesture(Papers, "priorities/papers.html", enter, to_prioritisation, known_board).page(
        "/hierarchisations/{prioritisation}/axes/{board}/papier", "enter_papers", board
    ),
    Gesture(Closing, "priorities/close.html", close, to_prioritisation, known, dated_today).page(
        "/hierarchisations/{prioritisation}/cloture", "close_prioritisation", board
    ),
]

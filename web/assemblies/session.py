"""The session: opened on its quorum, put off without one, closed in the end."""

from datetime import datetime, time
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.assembly.session import Adjourn, OpenSession, OpenSessionDespite
from governance.vote.session import CloseSession
from governance.words import PARIS, Day, PersonId, Public, StatutesId, VoteId
from projections.assembly import rolls
from projections.vote import elections, votes
from web.assemblies import quorum
from web.assemblies.address import known_meeting, of, the_meeting, to_meeting
from web.counter import Gesture, office
from web.edge.inputs import Clock, Name, Text
from web.members import today
from web.visitor import secretariat
from web.words.statutes import STATUTES


class Officers(BaseModel):
    statutes: str
    chair: Name
    secretary: Name | None = None
    tellers: list[Name] = []
    at: Clock | None = None
    despite: Text | None = None


class Shortfall(BaseModel):
    statutes: str
    chair: Name
    at: Clock | None = None


class Closing(BaseModel):
    debates: Text | None = None
    at: Clock | None = None


def hour(request: Request, at: time | None) -> datetime | None:
    """An hour of the day of the meeting, where it is told afterwards."""
    if at is None:
        return None
    with office(request).reading() as db:
        day = Day(the_meeting(db, request)["day"])
    return datetime.combine(day.first, at, PARIS)


def open_session(form: Officers, request: Request, gesture: str) -> OpenSession:
    secretary, tellers = form.secretary, tuple(map(PersonId, form.tellers))
    version, chair = StatutesId(form.statutes), PersonId(form.chair)
    named = (chair, PersonId(secretary) if secretary else None, tellers)
    opening = (of(request), version, *named, hour(request, form.at))
    return OpenSessionDespite(*opening, despite=Public(form.despite)) if form.despite else OpenSession(*opening)


def adjourn(form: Shortfall, request: Request, gesture: str) -> Adjourn:
    return Adjourn(of(request), StatutesId(form.statutes), PersonId(form.chair), hour(request, form.at))


def close(form: Closing, request: Request, gesture: str) -> CloseSession:
    """With the votes that this page knows: one opened since then is refused by the rule."""
    with office(request).reading() as db:
        asked = [*votes.of_assembly(db, of(request)), *elections.of_assembly(db, of(request))]
        held = tuple(VoteId(one["id"]) for one in asked)
    return CloseSession(of(request), Public(form.debates or ""), held, hour(request, form.at))


def shown(request: Request) -> dict[str, Any]:
    """The quorum as it stands, and those among whom the officers are chosen: who is there, and who asks."""
    who = request.state.who
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        there = [(one["id"], one["name"]) for one in rolls.there(db, of(request))]
        asking = [] if who.person in {person for person, _ in there} else [(who.person, who.name)]
        return {
            "meeting": meeting,
            "over": meeting["day"] < str(today()),
            "there": there,
            "people": [*there, *asking],
            "quorums": quorum.live(db, meeting),
            "words": STATUTES,
        }


def closing(request: Request) -> dict[str, Any]:
    known = known_meeting(request)
    return known | {"over": known["meeting"]["day"] < str(today())}


def sealed_under(request: Request) -> dict[str, Any]:
    """Nobody named yet, but where only one can be, and who presides already."""
    meeting = shown(request)["meeting"]
    return {"statutes": meeting["statutes"], "chair": meeting["chair"], "secretary": request.state.who.person}


routes = [
    Gesture(Officers, "assembly/open.html", open_session, to_meeting, shown, sealed_under).page(
        "/assemblees/{assembly}/ouverture", "open_session", secretariat
    ),
    Gesture(Shortfall, "assembly/adjourn.html", adjourn, to_meeting, shown, sealed_under).page(
        "/assemblees/{assembly}/carence", "adjourn", secretariat
    ),
    Gesture(Closing, "assembly/close.html", close, to_meeting, closing).page(
        "/assemblees/{assembly}/cloture", "close_session", secretariat
    ),
]

"""The screen of the room: large, without a menu, and only what everybody there may know."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from projections import moving
from projections.assembly import meetings, rolls
from projections.vote import votes
from web.assemblies.address import of, the_meeting
from web.counter import Page, office
from web.pages import render
from web.visitor import members_and_officers


def show(request: Request) -> Response:
    with office(request).reading() as db:
        position = moving.shown(db)
        meeting = the_meeting(db, request)
        here = sum(one["present"] + one["represented"] for one in rolls.counts(db, of(request)) if one["votes"])
        known = {
            "meeting": meeting,
            "agenda": meetings.agenda(db, of(request)),
            "here": here,
            "position": position,
            **_last(db, meeting),
        }
    return render(request, "assembly/screen.html", known)


def _last(db: Connection[DictRow], meeting: dict[str, Any]) -> dict[str, Any]:
    """The vote that was opened last, and once it is counted how many said what, all collèges together."""
    opened = max(votes.of_assembly(db, meeting["id"]), key=lambda vote: vote["opens"], default=None)
    count = votes.result(opened) if opened else None
    tallies = [line.tally for line in count.lines] if count else []
    said = [(sum(getattr(tally, name) for tally in tallies)) for name in ("for_", "against", "abstention")]
    return {"vote": opened, "count": count, "said": said}


routes = [Page("/assemblees/{assembly}/ecran", "screen", members_and_officers, show)]

"""The assemblies to come, and those that are over."""

from starlette.requests import Request
from starlette.responses import Response

from projections.assembly import meetings
from web.assemblies.address import begins
from web.counter import Page, office
from web.members import today
from web.pages import render
from web.visitor import members_and_officers
from web.words.statutes import STATUTES

PAGE = 30


def index(request: Request) -> Response:
    before = request.query_params.get("jour") or "~", request.query_params.get("avant", "")
    with office(request).reading() as db:
        coming, past = (
            [row | {"begins": begins(row)} for row in rows]
            for rows in (meetings.coming(db), meetings.past(db, before, PAGE + 1))
        )
    known = {"coming": coming, "past": past[:PAGE], "more": past[PAGE - 1] if len(past) > PAGE else None}
    return render(request, "assembly/index.html", {"today": str(today()), "words": STATUTES, **known})


routes = [Page("/assemblees", "assemblies", members_and_officers, index)]

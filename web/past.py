"""A visit to the past: pages of registers under `/au/2026-03-01/…`, as they were known when that day ended."""

import re
from functools import cache

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Scope

from governance.words import Day
from projections import past
from projections.past import Recalled
from projections.registers import REGISTERS
from web.bygone import end_of, present, today
from web.counter import Page, office
from web.edge.inputs import full_day
from web.i18n import day as written
from web.i18n import gettext as _
from web.letterhead import letterhead
from web.pages import address, render
from web.visitor import members_and_officers

_DAY = re.compile(r"/au/(\d{4}-\d{2}-\d{2})(?=/)")
_PAGE = re.compile(r"(/[\w-][\w.-]*)*/?")  # no step up: it stays on that day


def leave_today(scope: Scope) -> Day | None:
    """The day that an address names, taken out of it for the pages that come after; None for today."""
    named = _DAY.match(scope["path"], len(scope["root_path"]))
    try:
        day = full_day(named[1]) if named else None
    except ValueError:
        return None
    if named:
        scope["root_path"] += named[0]
    return day


def enter(request: Request, day: Day) -> Response | None:
    """From here on pages read the registers of that day; what is answered instead where there are none, or not yet. The
    visitor has the rights that she has today.
    """
    request.state.then = day
    if not members_and_officers(request.state.who):
        return None  # she is turned away by the page that she asks for
    if not day < today():
        return RedirectResponse(f"{present(request)}?{request.url.query}".rstrip("?"), 303)
    recalled = _recalled(request, day)
    if not recalled.schema:
        wanted = f"{request.url.path}?{request.url.query}".rstrip("?")
        return render(request, "past/coming.html", {"recalled": recalled, "wanted": wanted}, 202)
    then = request.state.office.as_known(recalled)
    with then.reading() as db:
        request.state.office, request.state.coop = then, letterhead(db, then.vault)
    return None


def _recalled(request: Request, day: Day) -> Recalled:
    with office(request).reading() as db:
        [known] = db.execute("select public.record_known(%s) as position", [end_of(day)])
        if not known["position"]:
            return Recalled(0, "", 0, False)
        return past.ask(db, known["position"], _edition())


@cache
def _edition() -> str:
    return past.fingerprint(REGISTERS)


def another_day(request: Request) -> Response:
    """`?page=/membres&jour=2026-03-01` leads to that page as it was known that day."""
    asked = {name: request.query_params.get(name, "").strip() for name in ("page", "jour")}
    page = asked["page"] if _PAGE.fullmatch(asked["page"]) and asked["page"] != "/" else "/chronologie"
    wrong = ""
    if asked["jour"]:
        try:
            day = full_day(asked["jour"])
            if day < today():
                return RedirectResponse(f"{address(request, 'home').rstrip('/')}/au/{day}{page}", 303)
            wrong = _("Le %(day)s n’est pas passé : choisissez un jour avant aujourd’hui.", day=written(day))
        except ValueError as fault:
            wrong = str(fault)
    told = {"asked": {**asked, "page": page}, "wrong": wrong}
    return render(request, "past/another_day.html", told, 422 if wrong else 200)


routes = [Page("/au", "another_day", members_and_officers, another_day)]

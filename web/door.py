"""The door of a cooperative: before any of its pages, which office this is and who comes in."""

from contextlib import suppress
from functools import partial
from time import monotonic

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from governance.command import Refused
from governance.membership.adviser import VisitAsAdviser
from governance.membership.adviser_facts import Seen
from governance.words import Day
from web import signin
from web.bygone import then
from web.forms import new_gesture
from web.house import Cooperative, House
from web.i18n import gettext as _
from web.letterhead import letterhead
from web.office import Office
from web.past import enter, leave_today
from web.trouble import HouseError
from web.visitor import Visitor, recognise

LOOK = 5.0  # seconds: how long a cooperative that its host suspends may still answer, and one put back still write


class Doorkeeper:
    """Before any page of a cooperative: which office this is, and who comes in."""

    def __init__(self, app: ASGIApp, offices: "Offices") -> None:
        self.app = app
        self.offices = offices

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        day = leave_today(scope)
        answer = await run_in_threadpool(self.welcome, Request(scope), day)
        before = then.set(day)
        try:
            await (answer or self.app)(scope, receive, send)
        finally:
            then.reset(before)

    def welcome(self, request: Request, day: Day | None) -> Response | None:
        """On a past `day`, what is answered instead of its pages, where they cannot be had."""
        at = self.offices.of(request.path_params["coop"])
        with at.reading() as db:
            cookie = request.cookies.get(signin.cookie_name(request, request.path_params["coop"]))
            request.state.office = at
            request.state.coop = letterhead(db, at.vault)
            who = recognise(db, cookie) if cookie else None
        request.state.who = who if who is None or visits(at, who) else None
        request.state.messages = _messages(request)
        return enter(request, day) if day else None


def visits(at: Office, who: Visitor) -> bool:
    """An adviser's visit is written before anything is shown, and the record itself says whether she still may."""
    if who.invitation is None:
        return True
    try:
        at.record.execute(VisitAsAdviser(who.invitation, who.person, Seen.INSIDE), who.person, new_gesture())
    except Refused:
        return False
    return True


def _messages(request: Request) -> list[tuple[str, str]]:
    """What the page before has to say to this one."""
    if "en-cours" in request.query_params:
        return [("info", _("C’est enregistré. Les registres se mettent à jour : rechargez la page dans un instant."))]
    if (number := request.query_params.get("recu", "")).isdecimal():
        return [("done", _("C’est enregistré, sous le numéro %(number)s du journal.", number=number))]
    return []


class Suspended(Exception):
    """The host closed this cooperative for a while: its argument."""

    def __init__(self, cooperative: Cooperative) -> None:
        super().__init__(cooperative.slug)
        self.cooperative = cooperative


class Offices:
    """The offices of this installation, each opened when somebody first comes to it, closed once it is suspended."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._open: dict[str, Office] = {}
        self._looked = -LOOK
        self._held: dict[str, float] = {}  # when each record was last held against its heads

    def of(self, slug: str) -> Office:
        """Raises a 404 where there is no such cooperative, Suspended where nobody enters."""
        if monotonic() > self._looked + LOOK:
            self._look()
        at = self._open.get(slug) or self._enter(slug)
        if monotonic() > self._held.get(slug, 0.0) + LOOK:
            self._held[slug] = monotonic()
            self.house.heads.guard(slug, at)  # it may have been put back while its pages were served
        return at

    def _look(self) -> None:
        """Another process may have closed some of them. Where the house does not answer, all stays as it was."""
        self._looked = monotonic()
        with suppress(HouseError):
            there = {coop.slug for coop in self.house.cooperatives() if coop.state == "open"}
            for slug in self._open.keys() - there:
                if gone := self._open.pop(slug, None):  # somebody else may be looking too
                    gone.close()

    def _enter(self, slug: str) -> Office:
        known = {coop.slug: coop for coop in self.house.cooperatives() if coop.made}
        if slug not in known:
            raise HTTPException(404)
        if known[slug].state == "suspended":
            raise Suspended(known[slug])
        opened = Office(self.house.conninfo(known[slug].database, "web"), self.house.master_key())
        self.house.heads.guard(slug, opened)
        self._held[slug] = monotonic()
        opened.certificate = partial(self.house.keys.certificate, slug)
        if (first := self._open.setdefault(slug, opened)) is not opened:
            opened.close()  # somebody else came in at the same time
        return first

    def close(self) -> None:
        for office in self._open.values():
            office.close()

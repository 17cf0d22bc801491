"""The web application: one installation, its cooperatives under their slugs, and what every answer must carry."""

import logging
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

import psycopg
from asgi_cross_origin_protection import CrossOriginProtection
from psycopg_pool import PoolTimeout
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from governance.command import Refused
from governance.record.record import Busy
from web import (
    accounts,
    advice,
    advisers,
    afterwards,
    agenda,
    agreements,
    amendments,
    applying,
    assemblies,
    bank,
    capital,
    cards,
    changes,
    chronicle,
    consent,
    conservation,
    contributions,
    cooperative,
    decisions,
    deliberations,
    directory,
    discussions,
    dossiers,
    drift,
    dues,
    elections,
    feed,
    gatherings,
    hearings,
    home,
    identity,
    journal,
    leaving,
    legal_register,
    live,
    lives,
    logos,
    mailbox,
    mandates,
    members,
    milestones,
    minors,
    my_sheet,
    network,
    newcomer,
    newsletters,
    organs,
    past,
    people,
    pole,
    prioritisations,
    projects,
    public,
    revisions,
    roadmap,
    roadmap_papers,
    roster,
    showing,
    signin,
    solidity,
    space,
    statutes,
    surveys,
    taking_back,
    ties,
    traces,
    updates,
    visions,
    vote_register,
    votes,
    witnesses,
    year,
    yearly_report,
)
from web.bygone import travels
from web.counter import Page
from web.door import Doorkeeper, Offices, Suspended
from web.house import House
from web.language import Language
from web.minutes import pages as minutes
from web.pages import CSP, assets, render
from web.takeover import mandates as past_mandates
from web.takeover import minutes as past_minutes
from web.takeover import pages as takeover
from web.words import said

log = logging.getLogger(__name__)

HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

ROUTES: Sequence[BaseRoute] = [
    *home.routes,
    *people.routes,
    *consent.routes,
    *minors.routes,
    *mandates.routes,
    *advisers.routes,
    *roster.routes,
    *legal_register.routes,
    *newcomer.routes,
    *leaving.routes,
    *taking_back.routes,
    *applying.routes,
    *members.routes,
    *identity.routes,
    *bank.routes,
    *ties.routes,
    *updates.routes,
    *lives.routes,
    *dues.routes,
    *accounts.routes,
    *capital.routes,
    *past_minutes.routes,
    *past_mandates.routes,
    *takeover.routes,
    *cooperative.routes,
    *logos.routes,
    *statutes.routes,
    *assemblies.routes,
    *afterwards.routes,
    *year.routes,
    *organs.routes,
    *mailbox.routes,
    *vote_register.routes,
    *votes.routes,
    *elections.routes,
    *deliberations.routes,
    *amendments.routes,
    *decisions.routes,
    *agreements.routes,
    *projects.routes,
    *milestones.routes,
    *drift.routes,
    *roadmap_papers.routes,
    *roadmap.routes,
    *traces.routes,
    *network.routes,
    *pole.routes,
    *visions.routes,
    *agenda.routes,
    *gatherings.routes,
    *contributions.routes,
    *cards.routes,
    *directory.routes,
    *public.routes,
    *showing.routes,
    *prioritisations.routes,
    *surveys.routes,
    *newsletters.routes,
    *hearings.routes,
    *minutes.routes,
    *solidity.routes,
    *live.routes,
    *discussions.routes,
    *revisions.routes,
    *yearly_report.routes,
    *dossiers.routes,
    *journal.routes,
    *witnesses.routes,
    *chronicle.routes,
    *changes.routes,
    *past.routes,
    *feed.routes,
    *space.routes,
    *conservation.routes,
    *my_sheet.routes,
    *signin.routes,
]


class Headers:
    """What every answer carries; a page about somebody is kept by no cache."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, dressed if scope["type"] == "http" else send)


def refused(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refused)
    return render(request, "refused.html", {"refusal": said(refusal)}, 409)


def busy(request: Request, reason: Exception) -> Response:
    if not isinstance(reason, Busy):
        log.warning("the database does not answer: %s", reason)
    answer = render(request, "busy.html", status_code=503)
    answer.headers["Retry-After"] = "2"
    return answer


def suspended(request: Request, reason: Exception) -> Response:
    assert isinstance(reason, Suspended)
    return render(request, "suspended.html", {"suspended": reason.cooperative}, 503)


def problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    answer = render(request, "problem.html", {"status": HTTPStatus(error.status_code)}, error.status_code)
    answer.headers.update(error.headers or {})
    return answer


def accident(request: Request, error: Exception) -> Response:
    return render(request, "problem.html", {"status": HTTPStatus.INTERNAL_SERVER_ERROR}, 500)


def front(request: Request) -> Response:
    """The door of the house: straight on where there is one cooperative."""
    offices: Offices = request.app.state.offices
    cooperatives = [coop for coop in offices.house.cooperatives() if coop.state == "open"]
    if len(cooperatives) == 1:
        return RedirectResponse(f"/{cooperatives[0].slug}/", 303)
    return render(request, "front.html", {"cooperatives": cooperatives})


ANSWERS: Mapping[Any, Callable[[Request, Exception], Response]] = {
    Refused: refused,
    Busy: busy,
    Suspended: suspended,
    PoolTimeout: busy,
    psycopg.OperationalError: busy,
    HTTPException: problem,
    Exception: accident,
}


def create_app(house: House, routes: Sequence[BaseRoute] = ROUTES) -> Starlette:
    offices = Offices(house)
    app = Starlette(
        routes=[
            Route("/", front, name="front"),
            assets,
            *advice.routes,
            Mount("/{coop:str}", routes=list(routes), middleware=[Middleware(Doorkeeper, offices=offices)]),
        ],
        middleware=[Middleware(Headers), Middleware(CrossOriginProtection), Middleware(Language)],
        exception_handlers=ANSWERS,
    )
    app.state.offices = offices
    app.state.rooms = {}
    pages = [page for page in routes if isinstance(page, Page)]
    app.state.readers = {page.name: page.readers for page in pages}
    app.state.travelling = {page.name for page in pages if travels(page.name, page.readers)}
    app.state.remembered = {page.name for page in pages if page.has_past}
    return app

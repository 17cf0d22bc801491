"""The pages of a deliberation: all of them, then one: what is asked, who still has to answer, what came out and why."""

from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from governance.statutes.standing import quotes
from governance.vote.deliberation_facts import DeliberationClosed, DeliberationOpened
from governance.vote.methods import WAYS, Method
from projections.vote import deliberations
from web.counter import Page, office, visitor
from web.deliberations.known import known
from web.explain import explained
from web.pages import render
from web.pictures.ranking import Ranked, ranking
from web.visitor import board, members_and_officers
from web.words.deliberations import METHODS


def index(request: Request) -> Response:
    with office(request).reading() as db:
        rows = deliberations.every(db)
        mine = {one["id"] for one in deliberations.waiting_for(db, visitor(request).person)}
    told = [one | {"called": METHODS[Method(one["method"])].name, "mine": one["id"] in mine} for one in rows]
    return render(request, "deliberation/index.html", {"deliberations": told, "keeps": board(visitor(request))})


def show(request: Request) -> Response:
    shown = known(request)
    expected = [shown["names"][one] for one in shown["awaited"]]
    return render(request, "deliberation/show.html", {**shown, **_result(shown), "awaited_names": expected})


def _result(shown: dict[str, Any]) -> dict[str, Any]:
    closed: DeliberationClosed | None = shown["closed"]
    opened: DeliberationOpened = shown["opened"]
    if closed is None:
        return {"picture": None, "steps": []}
    won = [shown["names"][one] for one in closed.won]
    steps = explained(closed.steps, quotes(opened.scale), shown["names"])
    return {"won": won, "steps": steps, "picture": _picture(opened, closed, shown["names"]) if closed.ranking else None}


def _picture(opened: DeliberationOpened, closed: DeliberationClosed, names: dict[str, str]) -> Markup:
    """Each option with its grades, or with what it gathered beside the most that any did."""
    grades = opened.scale.grades if opened.scale else ()
    rows = [Ranked(one.place, names.get(one.option, one.option), one.figures, one.grade) for one in closed.ranking]
    return ranking(rows, grades, whole=closed.ballots if WAYS[opened.method].each_once or grades else None)


routes = [
    Page("/deliberations", "deliberations", members_and_officers, index),
    Page("/deliberations/{deliberation}", "deliberation", members_and_officers, show),
]

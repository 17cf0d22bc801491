"""Opening a deliberation: the way first, then its question and who takes part."""

from datetime import datetime
from enum import Enum
from typing import Any

from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from governance.vote.deliberate import OpenDeliberation
from governance.vote.methods import WAYS, Gives, Method
from governance.words import PARIS, DeliberationId, PersonId, Public, StatutesId
from projections.statutes import versions
from projections.vote import deliberations
from web.counter import Gesture, Page, new, office, to
from web.edge.inputs import Clock, Count, FrenchDay, Name, Text
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.members import today
from web.network import one_a_line
from web.pages import render
from web.visitor import board
from web.whom import Listed
from web.words.deliberations import METHODS


class Audience(Enum):
    BOARD = "board"
    MEMBERS = "members"
    CHOSEN = "chosen"


AUDIENCES = {
    Audience.BOARD: lazy("Le conseil, la présidence et le secrétariat"),
    Audience.MEMBERS: lazy("Tous les membres, ou qui parle pour eux"),
    Audience.CHOSEN: lazy("Des personnes choisies plus bas"),
}


class Question(BaseModel):
    title: Name
    text: Text | None = None
    options: Text | None = None
    most: Count = 1
    grades: Text | None = None
    audience: Audience
    people: list[Name] = []
    closes_on: FrenchDay | None = None
    closes_at: Clock | None = None


def ways(request: Request) -> Response:
    return render(request, "deliberation/ways.html", {"ways": [(way.value, called) for way, called in METHODS.items()]})


def method(request: Request) -> Method:
    try:
        return Method(request.path_params["method"])
    except ValueError:
        raise HTTPException(404) from None


def ask(form: Question, request: Request, gesture: str) -> OpenDeliberation:
    with office(request).reading() as db:
        statutes = versions.in_force(db, today())
    closes = None
    if form.closes_on and form.closes_at:
        closes = datetime.combine(form.closes_on.first, form.closes_at, PARIS)
    return OpenDeliberation(
        deliberation=DeliberationId(gesture),
        method=method(request),
        title=Public(form.title),
        text=Public(form.text or ""),
        circle=taking_part(request, form),
        options=one_a_line(form.options),
        most=form.most,
        grades=one_a_line(form.grades),
        closes=closes,
        statutes=StatutesId(statutes["version"]) if statutes else None,
    )


def taking_part(request: Request, form: Question) -> tuple[PersonId, ...]:
    if form.audience is Audience.CHOSEN:
        return tuple(map(PersonId, form.people))
    with office(request).reading() as db:
        return tuple(one["id"] for one in deliberations.people(db, today()) if one[AUDIENCE_OF[form.audience]])


AUDIENCE_OF = {Audience.BOARD: "board", Audience.MEMBERS: "member"}


def asked(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        people = [(one["id"], one["name"] or one["id"]) for one in deliberations.people(db, today())]
    way = WAYS[method(request)]
    return {
        "method": method(request).value,
        "called": METHODS[method(request)],
        "gives": way.gives.value,
        "asks_options": not way.in_rounds and not way.offered,
        "audiences": [(one.value, words) for one, words in AUDIENCES.items()],
        "people": Listed(people),
    }


def usual(request: Request) -> dict[str, Any]:
    """Seven grades, as majority judgment is usually held; five dots."""
    grades = _("À rejeter\nInsuffisant\nPassable\nAssez bien\nBien\nTrès bien\nExcellent")
    most = 5 if WAYS[method(request)].gives is Gives.NUMBERS else 1
    return {"grades": grades, "most": most, "audience": Audience.BOARD}


routes = [
    Page("/deliberations/nouvelle", "new_deliberation", board, ways),
    Gesture(Question, "deliberation/open.html", ask, to("deliberation", deliberation=new), asked, usual).page(
        "/deliberations/nouvelle/{method}", "open_deliberation", board
    ),
]

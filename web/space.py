"""« Mon espace »: what is kept of me, my copy of it, what I ask to be corrected or forgotten; and who answers."""

from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.rights.correct import AnswerCorrection, RequestCorrection
from governance.rights.erase import DecideErasure, RequestErasure, RequestMyErasure
from governance.rights.facts import RequestId, Scope
from governance.statutes.facts import Organ
from governance.words import Clear, PersonId, Said
from projections import agenda
from projections.capital import movements
from projections.membership import persons
from projections.membership.members import AsOf
from projections.rights import requests
from web import kept
from web.counter import Gesture, Page, found, here, new, office, to, visitor
from web.edge.inputs import FrenchDay, Text
from web.i18n import gettext as _
from web.listing import shown
from web.members import clear, dated_today, today
from web.pages import address, render
from web.visitor import board, secretariat, signed_in
from web.words.rights import ASKED, STATES

SCOPES = [(scope.value, ASKED[scope.value]) for scope in Scope]


def space(request: Request) -> Response:
    who = visitor(request)
    with office(request).reading() as db:
        tables = [shown(request, table) for table in kept.sections(db, who)]
        known = {"identity": kept.identity(db, who.person), "sections": tables, "accounts": _accounts(request, db)}
        meeting = agenda.next_of(db, Organ.ASSEMBLY, today()) if who.members else None
        certified = any(movements.account(db, one, AsOf(today()))["shares"] for one in who.members)
    return render(request, "rights/space.html", {**known, "certified": certified, "meeting": meeting})


def _accounts(request: Request, db: Any) -> list[tuple[str, str, str]]:
    """Where each member for whom she speaks gives the account on which it is reimbursed."""
    return [
        (address(request, "my_bank", member=one), _("IBAN de %(name)s", name=kept.name(db, one)), "scroll-text")
        for one in visitor(request).members
    ]


def my_copy(request: Request) -> Response:
    at, who = office(request), visitor(request)
    with at.reading() as db:
        content = kept.copy(db, at.vault, request, who, datetime.now(UTC))
    headers = {"Content-Disposition": 'attachment; filename="mes-donnees.zip"'}
    return Response(content, media_type="application/zip", headers=headers)


class Correction(BaseModel):
    words: Text


def ask_correction(form: Correction, request: Request, gesture: str) -> RequestCorrection:
    me = visitor(request).person
    return RequestCorrection(RequestId(gesture), me, Clear(me, Said.REASON, form.words))


class Erasure(BaseModel):
    scope: Scope
    reason: Text | None = None


def ask_erasure(form: Erasure, request: Request, gesture: str) -> RequestMyErasure:
    me = visitor(request).person
    return RequestMyErasure(RequestId(gesture), me, form.scope, clear(me, Said.REASON, form.reason))


class Letter(Erasure):
    on: FrenchDay


def receive(form: Letter, request: Request, gesture: str) -> RequestErasure:
    """A letter in which somebody asks to be forgotten."""
    who = PersonId(request.path_params["member"])
    return RequestErasure(RequestId(gesture), who, form.scope, form.on, clear(who, Said.REASON, form.reason))


def person(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"person": found(persons.of(db, PersonId(request.path_params["member"]))), "scopes": SCOPES}


def scopes(request: Request) -> dict[str, Any]:
    return {"scopes": SCOPES}


class Answer(BaseModel):
    agrees: bool
    reason: Text


def asked(request: Request) -> dict[str, Any]:
    """A request, and what was answered so far."""
    with office(request).reading() as db:
        one = found(requests.of(db, request.path_params["request"]))
        answers = requests.answers(db, one["id"])
    mine = visitor(request).person in {answer["decider"] for answer in answers}
    return {"asked": one, "answers": answers, "mine": mine, "what": ASKED, "states": STATES}


def answer(form: Answer, request: Request, gesture: str) -> DecideErasure | AnswerCorrection:
    one = asked(request)["asked"]
    about = (RequestId(one["id"]), PersonId(one["person"]))
    said = (form.agrees, Clear(PersonId(one["person"]), Said.REASON, form.reason))
    if one["what"] == "correction":
        return AnswerCorrection(*about, *said)
    with office(request).reading() as db:
        return DecideErasure(*about, *said, persons.closed_onto(db, PersonId(one["person"])))


def waiting(request: Request) -> Response:
    with office(request).reading() as db:
        rows = requests.waiting(db)
    return render(request, "rights/requests.html", {"rows": rows, "what": ASKED, "states": STATES})


routes = [
    Page("/mon-espace", "space", signed_in, space),
    Page("/mon-espace/copie.zip", "my_copy", signed_in, my_copy),
    Gesture(Correction, "rights/correct.html", ask_correction, to("space")).page(
        "/mon-espace/correction", "ask_correction", signed_in
    ),
    Gesture(Erasure, "rights/erase.html", ask_erasure, to("space"), scopes).page(
        "/mon-espace/effacement", "ask_erasure", signed_in
    ),
    Gesture(Letter, "rights/letter.html", receive, to("request", request=new), person, dated_today).page(
        "/membres/{member}/effacement", "erase", secretariat
    ),
    Page("/demandes", "requests", board, waiting),
    Gesture(Answer, "rights/request.html", answer, to("request", request=here("request")), asked).page(
        "/demandes/{request}", "request", board
    ),
]

"""The course of a deliberation: another round, an objection lifted, the end; and its file, to count it again."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.vote.deliberate import CloseDeliberation, LiftMyObjection, LiftObjection, OpenRound
from governance.vote.deliberated import question
from governance.words import PersonId, Public
from projections.vote import deliberations
from web.asked_file import sent, written
from web.counter import Gesture, NoField, Page, found, office, visitor
from web.deliberations.known import known, of, to_deliberation
from web.edge.inputs import Count, Name, Text
from web.visitor import board, members_and_officers


class Round(BaseModel):
    """The proposal as it is changed, or who is proposed."""

    round: Count
    text: Text | None = None
    proposed: Name | None = None


def another_round(form: Round, request: Request, gesture: str) -> OpenRound:
    proposed = PersonId(form.proposed) if form.proposed else None
    return OpenRound(of(request), form.round, Public(form.text or ""), proposed)


def for_a_round(request: Request) -> dict[str, Any]:
    shown = known(request)
    named = shown["chosen"].named if shown["chosen"] else {}
    return shown | {"named": [(one, shown["names"].get(one, one)) for one in named]}


def next_round(request: Request) -> dict[str, Any]:
    shown = known(request)
    return {"round": shown["round"] + 1, "text": shown["text"]}


def lift(form: NoField, request: Request, gesture: str) -> LiftObjection:
    person = PersonId(request.path_params["person"])
    act = LiftMyObjection if person == visitor(request).person else LiftObjection
    return act(of(request), person)


def whose(request: Request) -> dict[str, Any]:
    shown = known(request)
    person = request.path_params["person"]
    return shown | {"person": person, "name": shown["names"].get(person, person)}


def close(form: NoField, request: Request, gesture: str) -> CloseDeliberation:
    return CloseDeliberation(of(request))


def file(request: Request) -> Response:
    """What was counted, for `palabre count`; once it is closed."""
    with office(request).reading() as db:
        found(deliberations.of(db, of(request)))
        facts = deliberations.facts(db, of(request))
    found(known(request)["closed"])
    return sent(written(question(facts)), f"deliberation-{of(request)}")


routes = [
    Gesture(Round, "deliberation/round.html", another_round, to_deliberation, for_a_round, next_round).page(
        "/deliberations/{deliberation}/tour", "deliberation_round", board
    ),
    Gesture(NoField, "deliberation/lift.html", lift, to_deliberation, whose).page(
        "/deliberations/{deliberation}/objections/{person}/levee", "lift_objection", members_and_officers
    ),
    Gesture(NoField, "deliberation/close.html", close, to_deliberation, known).page(
        "/deliberations/{deliberation}/cloture", "close_deliberation", board
    ),
    Page("/deliberations/{deliberation}/fichier", "deliberation_file", members_and_officers, file),
]

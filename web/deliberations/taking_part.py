"""Answering a deliberation: by oneself on a phone, or typed from paper for somebody of the circle."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.command import Refused
from governance.vote.methods import Gives
from governance.vote.take_part import TakePart, TakePartMyself
from governance.words import Clear, PersonId, Said
from web.counter import Gesture, visitor
from web.deliberations.known import known, of, to_deliberation
from web.edge.inputs import Count, Name, Text
from web.i18n import lazy_gettext as _
from web.visitor import board, members_and_officers


class Answer(BaseModel):
    """What the way asks: one option by its rank, several, a figure under each rank; a name; a word on the proposal."""

    person: Name | None = None  # whose paper is typed
    round: Count = 0
    one: Count | None = None
    several: list[Count] = []
    mark: dict[str, Count] = {}
    named: Name | None = None
    objects: bool | None = None
    reason: Text | None = None


WORD = [("false", _("Je n’ai pas d’objection")), ("true", _("J’objecte"))]


def answer(form: Answer, request: Request, gesture: str) -> TakePart:
    return _given(TakePartMyself, form, request, visitor(request).person)


def type_paper(form: Answer, request: Request, gesture: str) -> TakePart:
    if form.person is None:
        raise Refused("not-in-the-circle")
    return _given(TakePart, form, request, PersonId(form.person))


def _given(act: type[TakePart], form: Answer, request: Request, person: PersonId) -> TakePart:
    shown = known(request)
    why = Clear(person, Said.COMMENT, form.reason) if form.reason else None
    if form.round:
        if form.objects is None:
            raise Refused("marks-missing")
        return act(of(request), person, form.round, objects=form.objects, reason=why)
    if shown["gives"] == Gives.NAME.value:
        named = PersonId(form.named) if form.named else None
        return act(of(request), person, named=named, reason=why)
    return act(of(request), person, marks=_marks(form, shown["gives"], len(shown["opened"].options)))


def _marks(form: Answer, gives: str, options: int) -> tuple[int, ...]:
    """In the order of the options. A figure left out is 0, a grade left out is missing."""
    if gives in (Gives.ONE.value, Gives.SEVERAL.value):
        ticked = [form.one] if gives == Gives.ONE.value else form.several
        return tuple(int(rank in ticked) for rank in range(options))
    given = {int(rank): mark for rank, mark in form.mark.items() if rank.isdecimal()}
    if gives == Gives.GRADES.value and len(given) < options:
        raise Refused("marks-missing")
    return tuple(given.get(rank, 0) for rank in range(options))


def asked(request: Request) -> dict[str, Any]:
    shown = known(request)
    people = [(one, shown["names"].get(one, one)) for one in shown["opened"].circle]
    named = shown["chosen"].named if shown["chosen"] and not shown["chosen"].awaited else None
    return shown | {
        "people": people,
        "waiting": [one for one in people if one[0] in shown["awaited"]] or people,
        "eligible": [one for one in people if named is None or one[0] in named],
        "word": WORD,
    }


def round_now(request: Request) -> dict[str, Any]:
    return {"round": known(request)["round"]}


routes = [
    Gesture(Answer, "deliberation/answer.html", answer, to_deliberation, asked, round_now).page(
        "/deliberations/{deliberation}/reponse", "answer_deliberation", members_and_officers
    ),
    Gesture(Answer, "deliberation/answer.html", type_paper, to_deliberation, asked, round_now).page(
        "/deliberations/{deliberation}/papier", "type_answer", board
    ),
]

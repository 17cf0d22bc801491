"""Bringing together: what asks and what may answer are put in touch, and what came of it is said."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.network.card_facts import CardId
from governance.network.introduce import CloseIntroduction, Introduce
from governance.words import Public
from web.cards.keeping import to_card
from web.cards.sheet import sheet
from web.cards.speaking import the_catalogue
from web.counter import Gesture
from web.edge.inputs import FrenchDay, Text
from web.members import dated_today
from web.visitor import board


class Meeting(BaseModel):
    on: FrenchDay


class Outcome(BaseModel):
    fruitful: bool
    on: FrenchDay
    note: Text | None = None


def _both(request: Request) -> tuple[CardId, CardId]:
    return CardId(request.path_params["card"]), CardId(request.path_params["answer"])


def introduce(form: Meeting, request: Request, gesture: str) -> Introduce:
    return Introduce(the_catalogue(request), *_both(request), form.on)


def close(form: Outcome, request: Request, gesture: str) -> CloseIntroduction:
    return CloseIntroduction(*_both(request), form.fruitful, form.on, Public(form.note or ""))


def shown(request: Request) -> dict[str, Any]:
    known, answer = sheet(request), request.path_params["answer"]
    near = [*known["meeting"], *known["introductions"]]
    return {**known, "answer": next((one for one in near if one["id"] == answer), {"id": answer, "title": answer})}


routes = [
    Gesture(Meeting, "cards/introduce.html", introduce, to_card, shown, dated_today).page(
        "/reseau/fiches/{catalogue}/{card}/avec/{answer}", "introduce", board
    ),
    Gesture(Outcome, "cards/close_introduction.html", close, to_card, shown, dated_today).page(
        "/reseau/fiches/{catalogue}/{card}/avec/{answer}/suite", "close_introduction", board
    ),
]

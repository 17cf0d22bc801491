"""Lending what a card describes: to whom, from which day to which; a loan that is not needed any more is cancelled."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.network.card_facts import CardId, LoanId
from governance.network.lend import BorrowForMe, CancelLoan, Lend
from governance.words import MemberId, Public
from web.cards.keeping import owners, to_card
from web.cards.sheet import sheet
from web.cards.speaking import the_catalogue
from web.counter import Gesture, NoField, found, visitor
from web.edge.inputs import FrenchDay, Name
from web.members import today
from web.visitor import board, members_and_officers


class Loan(BaseModel):
    member: Name
    since: FrenchDay
    until: FrenchDay
    purpose: Name | None = None


def lend(form: Loan, request: Request, gesture: str) -> Lend:
    kind = Lend if board(visitor(request)) else BorrowForMe
    days = (form.since, form.until, Public(form.purpose or ""))
    card = CardId(request.path_params["card"])
    return kind(the_catalogue(request), card, LoanId(gesture), MemberId(form.member), *days)


def cancel(form: NoField, request: Request, gesture: str) -> CancelLoan:
    return CancelLoan(CardId(request.path_params["card"]), LoanId(request.path_params["loan"]), today())


def shown(request: Request) -> dict[str, Any]:
    found(the_catalogue(request).lent or None)
    return {**sheet(request), "owners": owners(request)}


def the_loan(request: Request) -> dict[str, Any]:
    known = sheet(request)
    loan = next((one for one in known["loans"] if one["id"] == request.path_params["loan"]), None)
    return {**known, "loan": found(loan)}


routes = [
    Gesture(Loan, "cards/lend.html", lend, to_card, shown).page(
        "/reseau/fiches/{catalogue}/{card}/reservation", "lend", members_and_officers
    ),
    Gesture(NoField, "cards/cancel_loan.html", cancel, to_card, the_loan).page(
        "/reseau/fiches/{catalogue}/{card}/reservation/{loan}/annulation", "cancel_loan", board
    ),
]

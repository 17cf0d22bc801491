"""The account on which a member is reimbursed: given on paper to the secretariat, or by herself; shown masked."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.membership.bank import GiveBankAccount, GiveMyBankAccount
from governance.words import Clear, MemberId, PersonId, Said
from web.counter import Gesture, found, to, visitor
from web.edge.inputs import FrenchDay, Iban
from web.members import dated_today, masked, member, today
from web.people import person, to_sheet
from web.visitor import secretariat, signed_in


class Mine(BaseModel):
    iban: Iban


class Account(Mine):
    on: FrenchDay


def give(form: Account, request: Request, gesture: str) -> GiveBankAccount:
    return GiveBankAccount(member(request), _clear(member(request), form), form.on)


def give_mine(form: Mine, request: Request, gesture: str) -> GiveMyBankAccount:
    return GiveMyBankAccount(member(request), _clear(member(request), form), today())


def _clear(whose: MemberId, form: Mine) -> Clear:
    return Clear(PersonId(whose), Said.IBAN, form.iban)


def mine(request: Request) -> dict[str, Any]:
    """Of a member for whom the visitor speaks."""
    found(member(request) in visitor(request).members or None)
    return known(request)


def known(request: Request) -> dict[str, Any]:
    shown = person(request)
    return {**shown, "known": masked(shown["person"]["iban"])}


routes = [
    Gesture(Account, "membership/bank.html", give, to_sheet, known, dated_today).page(
        "/membres/{member}/iban", "bank", secretariat
    ),
    Gesture(Mine, "rights/bank.html", give_mine, to("space"), mine).page(
        "/mon-espace/iban/{member}", "my_bank", signed_in
    ),
]

"""Electronic notice at the counter: who agreed to it, how, what for; and who takes paper again."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.membership.consent import AgreeToNotice, WithdrawAgreement
from governance.membership.person_facts import Purpose, Way
from governance.words import PersonId
from web.counter import Gesture
from web.edge.inputs import FrenchDay
from web.members import dated_today
from web.people import person, to_sheet
from web.visitor import secretariat
from web.words.membership import PURPOSES, WAYS


class Agreement(BaseModel):
    way: Way
    purpose: Purpose
    on: FrenchDay


def agree(form: Agreement, request: Request, gesture: str) -> AgreeToNotice:
    return AgreeToNotice(PersonId(request.path_params["member"]), form.way, form.purpose, form.on)


def choices(request: Request) -> dict[str, Any]:
    return {**person(request), "ways": list(WAYS.items()), "purposes": list(PURPOSES.items())}


class Withdrawal(BaseModel):
    on: FrenchDay


def withdraw(form: Withdrawal, request: Request, gesture: str) -> WithdrawAgreement:
    return WithdrawAgreement(PersonId(request.path_params["member"]), form.on)


routes = [
    Gesture(Agreement, "membership/agree.html", agree, to_sheet, choices, dated_today).page(
        "/membres/{member}/accord-electronique", "agree_to_notice", secretariat
    ),
    Gesture(Withdrawal, "membership/withdraw_agreement.html", withdraw, to_sheet, person, dated_today).page(
        "/membres/{member}/accord-electronique/retrait", "withdraw_agreement", secretariat
    ),
]

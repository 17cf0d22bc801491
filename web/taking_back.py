"""What is taken back or corrected of a membership, and to whom a dead member's shares are paid."""

from starlette.requests import Request

from governance.membership.heirs import NameHeirs
from governance.membership.take_back import RedateAdmission, TakeBackWithdrawal, WithdrawApplication
from governance.words import Clear, PersonId, Said
from web.counter import Gesture
from web.edge.inputs import Text
from web.members import OnDay, clear, dated_today, member, sheet, to_sheet
from web.visitor import secretariat


class Return(OnDay):
    despite: Text | None = None


class Heirs(OnDay):
    heirs: Text


def take_back(form: Return, request: Request, gesture: str) -> TakeBackWithdrawal:
    return TakeBackWithdrawal(member(request), form.on, clear(member(request), Said.REASON, form.despite))


def name_heirs(form: Heirs, request: Request, gesture: str) -> NameHeirs:
    return NameHeirs(member(request), form.on, Clear(PersonId(member(request)), Said.REASON, form.heirs))


routes = [
    Gesture(
        OnDay,
        "membership/withdraw_application.html",
        lambda form, r, g: WithdrawApplication(member(r), form.on),
        to_sheet,
        sheet,
        dated_today,
    ).page("/membres/{member}/candidature/retrait", "withdraw_application", secretariat),
    Gesture(Return, "membership/take_back_withdrawal.html", take_back, to_sheet, sheet, dated_today).page(
        "/membres/{member}/retrait/annulation", "take_back_withdrawal", secretariat
    ),
    Gesture(
        OnDay,
        "membership/redate_admission.html",
        lambda form, r, g: RedateAdmission(member(r), form.on),
        to_sheet,
        sheet,
    ).page("/membres/{member}/admission/jour", "redate_admission", secretariat),
    Gesture(Heirs, "membership/name_heirs.html", name_heirs, to_sheet, sheet, dated_today).page(
        "/membres/{member}/succession", "name_heirs", secretariat
    ),
]

"""What is still to be paid on shares: calls, what is overdue, formal notices."""

from fractions import Fraction
from typing import Annotated, Any

from pydantic import PlainValidator
from starlette.requests import Request
from starlette.responses import Response

from governance.capital.call import CallCapital
from governance.capital.calls import Promise, last_day, overdue
from governance.capital.default import GiveUpRecovery, SendFormalNotice
from governance.capital.delays import NOTICE_MONTHS, months_after
from governance.capital.facts import CallId, CapitalCalled, SharesPaid, SharesSubscribed, SharesTakenOver
from governance.statutes.facts import Capital
from governance.words import Cents, Day, MemberId, Public, SubscriptionId
from projections.capital import calls
from projections.membership import persons
from projections.membership.members import AsOf
from web.capital.state import state
from web.counter import Gesture, Page, found, here, office, to
from web.edge.exact import fraction
from web.edge.inputs import FrenchDay, Name
from web.members import OnDay, dated_today, member, today
from web.pages import render
from web.visitor import officers, secretariat
from web.words import cited

Part = Annotated[Fraction, PlainValidator(fraction)]


class Call(OnDay):
    part: Part
    due: FrenchDay
    decision: Name
    subscription: Name | None = None


class Letter(OnDay):
    subscription: Name
    reference: Name


class Renunciation(OnDay):
    subscription: Name


def owing(request: Request) -> dict[str, Any]:
    """Every subscription on which something is still promised: by when, what of it is overdue today."""
    with office(request).reading() as db:
        now = state(db, AsOf(today()))
        made = calls.all_calls(db)
        rows = [{**row, **_when(row, made, now.rules)} for row in calls.unpaid(db)]
    return {"rows": rows, "calls": made, "cited": cited}


def _when(row: dict[str, Any], made: list[dict[str, Any]], rules: Capital | None) -> dict[str, Any]:
    if rules is None:
        return {"until": None, "overdue": Cents(0)}
    promised = _promise(row)
    paid = SharesPaid(promised.subscription, promised.member, Cents(row["promised"] - row["owed"]), promised.on)
    known = [paid, *map(_call, made)]
    return {"until": last_day(promised, rules), "overdue": overdue(known, promised, rules, today())}


def _promise(row: dict[str, Any]) -> Promise:
    terms = (SubscriptionId(row["subscription"]), MemberId(row["member"]), row["shares"], Cents(row["nominal"]))
    since = Day.of(row["since"])
    return SharesTakenOver(*terms, Cents(0), since, since) if row["taken"] else SharesSubscribed(*terms, since)


def _call(row: dict[str, Any]) -> CapitalCalled:
    due, on, named = Day.of(row["due"]), Day.of(row["happened"]), row["subscription"]
    subscription = SubscriptionId(named) if named else None
    return CapitalCalled(CallId(row["call"]), Fraction(row["part"]), due, on, row["decision"], subscription)


def index(request: Request) -> Response:
    return render(request, "capital/calls.html", owing(request))


def call(form: Call, request: Request, gesture: str) -> CallCapital:
    subscription = SubscriptionId(form.subscription) if form.subscription else None
    return CallCapital(CallId(gesture), form.part, form.due, form.on, Public(form.decision), subscription)


def of_holder(request: Request) -> dict[str, Any]:
    """The same for one holder, and the letters that were sent to her."""
    with office(request).reading() as db:
        person = found(persons.of(db, request.path_params["member"]))
        sent = calls.letters(db, MemberId(person["id"]))
    known = owing(request)
    mine = [row for row in known["rows"] if row["member"] == person["id"]]
    ends = [{**letter, "until": months_after(Day.of(letter["happened"]), NOTICE_MONTHS)} for letter in sent]
    return {**known, "rows": mine, "person": person, "letters": ends}


to_account = to("account", member=here("member"))

routes = [
    Page("/capital/appels", "calls", officers, index),
    Gesture(Call, "capital/call.html", call, to("calls"), owing, dated_today).page(
        "/capital/appels/nouveau", "call_capital", secretariat
    ),
    Gesture(
        Letter,
        "capital/formal_notice.html",
        lambda form, r, g: SendFormalNotice(
            member(r), SubscriptionId(form.subscription), form.on, Public(form.reference)
        ),
        to_account,
        of_holder,
        dated_today,
    ).page("/membres/{member}/mises-en-demeure", "formal_notice", secretariat),
    Gesture(
        Renunciation,
        "capital/give_up.html",
        lambda form, r, g: GiveUpRecovery(member(r), SubscriptionId(form.subscription), form.on),
        to_account,
        of_holder,
        dated_today,
    ).page("/membres/{member}/renonciation", "give_up", secretariat),
]

"""What is owed for cancelled shares: its value, by when, in how many parts, what was paid, what is claimed back."""

from collections.abc import Mapping, Sequence
from typing import Any

from psycopg.rows import DictRow
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from governance.capital.debts import Payable, end_of_delay, payable
from governance.capital.facts import CancellationId, ReimbursementScheduled
from governance.capital.later_losses import FindLoss, ReturnReimbursement
from governance.capital.reimburse import MOST_TIMES, Reimburse, ScheduleReimbursement
from governance.capital.value import ValueShare
from governance.statutes.facts import Capital
from governance.words import Cents, Day, MemberId, Public, Said
from projections.capital import claims, leavers
from web.assemblies import rules
from web.counter import Gesture, Page, found, here, office, to
from web.edge.inputs import Amount, Count, FrenchDay, Name, Text
from web.listing import PLACE, onward
from web.members import PAGE, OnDay, clear, dated_today, today, whole
from web.pages import render
from web.visitor import officers, secretariat
from web.words import cited
from web.words.statutes import STATUTES


class Year(OnDay):
    closing: FrenchDay
    loss: Amount
    reserves: Amount


class Later(OnDay):
    closing: FrenchDay
    loss: Amount


class Refund(OnDay):
    amount: Amount
    reference: Name | None = None
    early: Name | None = None
    despite: Text | None = None


class Parts(OnDay):
    times: Count = Field(ge=1, le=MOST_TIMES)
    first: FrenchDay
    months: Count = Field(ge=1, le=MOST_TIMES)
    decision: Name


class Return(OnDay):
    amount: Amount
    reference: Name | None = None


def terms(row: Mapping[str, Any], capital: Capital | None) -> list[Payable]:
    """By when, so much of it in all; amounts are 0 as long as the value is not known."""
    if capital is None:
        return []
    scheduled = None
    if row["times"]:
        whose, first = (CancellationId(row["cancellation"]), MemberId(row["member"])), Day.of(row["first"])
        decided = Day.of(row["decided"]), Public(row["decision"])
        scheduled = ReimbursementScheduled(*whose, row["times"], first, row["months"], *decided)
    return payable(Cents(row["due"] or 0), scheduled, end_of_delay(Day.of(row["since"]), capital))


def _told(row: DictRow, capital: Capital | None) -> DictRow:
    """With its terms, the part of each that is left to pay, and what of them has fallen due."""
    left, before = [], 0
    for term in terms(row, capital):
        part = max(0, term.amount - max(before, row["paid"]))
        left.append({"on": term.on, "part": term.amount - before, "left": part})
        before = term.amount
    owed = [term for term in left if term["left"] or row["due"] is None]
    late = sum(term["left"] for term in left if term["on"] <= today())
    return {**row, "terms": left, "owed": owed, "late": late, "until": left[-1]["on"] if left else None}


def _capital(db: Any) -> Capital | None:
    known = rules.in_force(db, today())
    return known[1].capital if known else None


def index(request: Request) -> Response:
    """What is owed, in the order in which it is paid, a page at a time."""
    after = whole(request.query_params.get(PLACE, "0")) or 0
    with office(request).reading() as db:
        capital, rows = _capital(db), claims.owed(db, after, PAGE + 1)
        known = {
            "owed": [_told(row, capital) for row in rows[:PAGE]],
            "more": onward(request, [str(rows[PAGE - 1]["position"])]) if len(rows) > PAGE else "",
            "claimed": claims.claimed_back(db),
            "bound": leavers.bound(db, today().first, PAGE),
            **_years(db),
        }
    return render(request, "capital/debts.html", {**known, "cited": cited})


def _years(db: Any) -> dict[str, Sequence[DictRow]]:
    return {"years": claims.valuations(db), "later": claims.later_losses(db)}


def years(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {**_years(db), "cited": cited}


def refund(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        one, capital = found(claims.of_cancellation(db, request.path_params["cancellation"])), _capital(db)
        name = one["cancellation"]
        said = capital.reimbursement if capital else None
        return {
            "one": _told(one, capital),
            "payments": claims.payments(db, name),
            "lessened": claims.lessened(db, name),
            "back": max(0, one["paid"] - one["due"]) if one["due"] is not None else 0,
            "delay": said.years if said else None,
            "early_by": said.early_by if said else None,
            "organs": STATUTES,
            "cited": cited,
        }


def _of(request: Request) -> tuple[CancellationId, MemberId]:
    """The cancellation of this address, and whose shares they were."""
    name = CancellationId(request.path_params["cancellation"])
    with office(request).reading() as db:
        return name, MemberId(found(claims.of_cancellation(db, name))["member"])


def reimburse(form: Refund, request: Request, gesture: str) -> Reimburse:
    name, who = _of(request)
    said, why = (clear(who, Said.REASON, words) for words in (form.reference, form.despite))
    return Reimburse(name, who, form.amount, form.on, said, Public(form.early or ""), why)


def schedule(form: Parts, request: Request, gesture: str) -> ScheduleReimbursement:
    return ScheduleReimbursement(*_of(request), form.times, form.first, form.months, form.on, Public(form.decision))


def give_back(form: Return, request: Request, gesture: str) -> ReturnReimbursement:
    name, who = _of(request)
    return ReturnReimbursement(name, who, form.amount, form.on, clear(who, Said.REASON, form.reference))


to_debts = to("debts")
to_one = to("reimburse", cancellation=here("cancellation"))

routes = [
    Page("/capital/remboursements", "debts", officers, index),
    Gesture(
        Year,
        "capital/value.html",
        lambda form, r, g: ValueShare(form.closing, form.loss, form.reserves, form.on),
        to_debts,
        years,
        dated_today,
    ).page("/capital/exercices", "value_share", secretariat),
    Gesture(
        Later,
        "capital/find_loss.html",
        lambda form, r, g: FindLoss(form.closing, form.loss, form.on),
        to_debts,
        years,
        dated_today,
    ).page("/capital/exercices/pertes", "find_loss", secretariat),
    Gesture(Refund, "capital/reimburse.html", reimburse, to_debts, refund, dated_today).page(
        "/capital/remboursements/{cancellation}", "reimburse", secretariat
    ),
    Gesture(Parts, "capital/schedule.html", schedule, to_one, refund, dated_today).page(
        "/capital/remboursements/{cancellation}/echeancier", "schedule_reimbursement", secretariat
    ),
    Gesture(Return, "capital/give_back.html", give_back, to_debts, refund, dated_today).page(
        "/capital/remboursements/{cancellation}/restitution", "return_reimbursement", secretariat
    ),
]

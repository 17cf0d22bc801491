"""Who waits to be paid back, what the floor lets cancel, what a year leaves of a share, and what was paid."""

from typing import Any

from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from governance.capital.cancel import CancelShares, RecordCancellation
from governance.capital.delays import REIMBURSEMENT_YEARS, years_after
from governance.capital.facts import CancellationId, ClaimId
from governance.capital.reimburse import Reimburse
from governance.capital.value import ValueShare
from governance.words import Day, MemberId, Public
from projections.capital import claims
from projections.membership.members import AsOf
from web.capital.state import State, queue, state
from web.counter import Gesture, Page, found, office, to
from web.edge.inputs import Amount, Count, FrenchDay, Name, Text
from web.members import OnDay, dated_today, today
from web.pages import render
from web.visitor import officers, secretariat
from web.words import cited
from web.words.capital import IRREGULAR


class Past(OnDay):
    claim: Name
    shares: Count = Field(ge=1)
    despite: Text | None = None


class Year(OnDay):
    closing: FrenchDay
    loss: Amount
    reserves: Amount


class Refund(OnDay):
    amount: Amount
    reference: Name | None = None
    early: Name | None = None
    despite: Text | None = None


def waiting(request: Request) -> dict[str, Any]:
    """The queue of today under the rule of the statutes, or under both where they leave it open."""
    when = AsOf(today())
    with office(request).reading() as db:
        now = state(db, when)
        readings = [True, False] if now.partial is None else [now.partial]
        lines = {in_part: queue(db, when, now, in_part) for in_part in readings}
        return {
            "now": now,
            "lines": lines,
            "queue": lines[readings[0]],
            "owed": [_dated(row, now) for row in claims.owed(db)],
            "bound": claims.bound(db, today().first),
            "years": claims.valuations(db),
            "irregularities": claims.irregularities(db),
            "rules": IRREGULAR,
            "cited": cited,
        }


def _dated(row: dict[str, Any], now: State) -> dict[str, Any]:
    """With the end of the delay that the cooperative has to pay."""
    said = now.rules.reimbursement.years if now.rules and now.rules.reimbursement else None
    return {**row, "until": years_after(Day.of(row["since"]), said.value if said else REIMBURSEMENT_YEARS)}


def index(request: Request) -> Response:
    return render(request, "capital/queue.html", waiting(request))


def cancel(form: OnDay, request: Request, gesture: str) -> CancelShares:
    return CancelShares(CancellationId(gesture), form.on)


def record(form: Past, request: Request, gesture: str) -> RecordCancellation:
    why = Public(form.despite or "")
    return RecordCancellation(CancellationId(gesture), ClaimId(form.claim), form.shares, form.on, why)


def value(form: Year, request: Request, gesture: str) -> ValueShare:
    return ValueShare(form.closing, form.loss, form.reserves, form.on)


def reimburse(form: Refund, request: Request, gesture: str) -> Reimburse:
    return Reimburse(
        cancellation=CancellationId(request.path_params["cancellation"]),
        member=MemberId(refund(request)["one"]["member"]),
        amount=form.amount,
        on=form.on,
        reference=Public(form.reference or ""),
        early=Public(form.early or ""),
        despite=Public(form.despite or ""),
    )


def refund(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        one = found(claims.of_cancellation(db, request.path_params["cancellation"]))
        now = state(db, AsOf(today()))
        payments = claims.payments(db, one["cancellation"])
        return {"one": _dated(one, now), "payments": payments, "cited": cited}


to_queue = to("queue")

routes = [
    Page("/capital/file", "queue", officers, index),
    Gesture(OnDay, "capital/cancel.html", cancel, to_queue, waiting, dated_today).page(
        "/capital/annulations", "cancel_shares", secretariat
    ),
    Gesture(Past, "capital/record_cancellation.html", record, to_queue, waiting, dated_today).page(
        "/capital/annulations/passees", "record_cancellation", secretariat
    ),
    Gesture(Year, "capital/value.html", value, to_queue, waiting, dated_today).page(
        "/capital/exercices", "value_share", secretariat
    ),
    Gesture(Refund, "capital/reimburse.html", reimburse, to_queue, refund, dated_today).page(
        "/capital/remboursements/{cancellation}", "reimburse", secretariat
    ),
]

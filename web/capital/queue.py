"""Who waits for shares to be cancelled, what the floor lets cancel, and what was cancelled already."""

from typing import Any

from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from governance.capital.cancel import CancelShares, RecordCancellation
from governance.capital.facts import CancellationId, ClaimId
from governance.words import MemberId, Said
from projections.capital import claims
from projections.membership.members import AsOf
from projections.statutes import versions
from web.capital.state import queue, state
from web.counter import Gesture, Page, office, to
from web.edge.inputs import Count, Name, Text
from web.members import OnDay, clear, dated_today, today
from web.pages import render
from web.visitor import officers, secretariat
from web.words import cited
from web.words.capital import IRREGULAR


class Past(OnDay):
    claim: Name
    shares: Count = Field(ge=1)
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
            "unread": versions.unread(db, when.day),
            "lines": lines,
            "queue": lines[readings[0]],
            "irregularities": claims.irregularities(db),
            "rules": IRREGULAR,
            "cited": cited,
        }


def index(request: Request) -> Response:
    return render(request, "capital/queue.html", waiting(request))


def cancel(form: OnDay, request: Request, gesture: str) -> CancelShares:
    return CancelShares(CancellationId(gesture), form.on)


def record(form: Past, request: Request, gesture: str) -> RecordCancellation:
    """Why is said of whoever waits: a claim is a leaver's own name, or a member's who stays."""
    known = {one.claim.claim: one.claim.member for one in waiting(request)["queue"]}
    whose = known.get(ClaimId(form.claim), MemberId(form.claim))
    why = clear(whose, Said.REASON, form.despite)
    return RecordCancellation(CancellationId(gesture), ClaimId(form.claim), form.shares, form.on, why)


to_queue = to("queue")

routes = [
    Page("/capital/file", "queue", officers, index),
    Gesture(OnDay, "capital/cancel.html", cancel, to_queue, waiting, dated_today).page(
        "/capital/annulations", "cancel_shares", secretariat
    ),
    Gesture(Past, "capital/record_cancellation.html", record, to_queue, waiting, dated_today).page(
        "/capital/annulations/passees", "record_cancellation", secretariat
    ),
]

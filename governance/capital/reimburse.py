"""Paying cancelled shares back: once their value is known, after the delay of the statutes or by a decision before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from governance.capital.delays import REIMBURSEMENT_YEARS, years_after
from governance.capital.facts import (
    CancellationId,
    ClaimId,
    ReimbursementAsked,
    SharesCancelled,
    SharesReimbursed,
    ShareValued,
)
from governance.capital.irregular import irregular
from governance.capital.losses import due, settled_by
from governance.capital.rules import SECRETARIAT, statutes_with_capital
from governance.command import About, Refused, about
from governance.membership.facts import MemberLeft
from governance.membership.place import check_day
from governance.statutes.facts import Capital, StatutesAdopted
from governance.words import Cents, Day, Fact, MemberId, PersonId, Public


@dataclass(frozen=True)
class Reimburse:
    """`early`: the decision of the organ that allows it before the delay. `despite`: why a payment made without it is
    recorded."""

    may = SECRETARIAT
    cancellation: CancellationId
    member: MemberId
    amount: Cents
    on: Day
    reference: Public = Public("")
    early: Public = Public("")
    despite: Public = Public("")

    def boundary(self) -> list[About]:
        mine = [about(kind, cancellation=self.cancellation) for kind in (SharesCancelled, SharesReimbursed)]
        since = [about(kind, member=self.member) for kind in (MemberLeft, ReimbursementAsked)]
        return [about(StatutesAdopted), about(ShareValued), *mine, *since]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        cancelled = next((fact for fact in known if isinstance(fact, SharesCancelled)), None)
        if cancelled is None or cancelled.member != self.member:
            raise Refused("unknown-cancellation")
        if self.on < cancelled.on:
            raise Refused("paid-before-cancelled", on=cancelled.on)
        _, rules = statutes_with_capital(known, self.on)
        self._check_amount(known, cancelled)
        paid = SharesReimbursed(self.cancellation, self.member, self.amount, self.on, self.reference, self.early)
        return [paid, *irregular(self.member, self.on, self._broken(known, cancelled, rules), self.despite)]

    def _check_amount(self, facts: list[Fact], cancelled: SharesCancelled) -> None:
        value = settled_by(cancelled, [fact for fact in facts if isinstance(fact, ShareValued)])
        if value is None:
            raise Refused("share-not-valued", on=cancelled.on, article="L47 art. 18")
        paid = sum(fact.amount for fact in facts if isinstance(fact, SharesReimbursed))
        remains = due(cancelled, value.rate) - paid
        if not 0 < self.amount <= remains:
            raise Refused("more-than-due", owed=Cents(remains))

    def _broken(self, facts: list[Fact], cancelled: SharesCancelled, rules: Capital) -> Iterator[Refused]:
        said = rules.reimbursement.years if rules.reimbursement else None
        since = left_on(facts, cancelled)
        end = years_after(since, said.value if said else REIMBURSEMENT_YEARS)
        if self.on < end and not self.early.strip():
            yield Refused("paid-too-early", until=end, article=said.article if said else "", effect=self.amount)


def left_on(facts: Iterable[Fact], cancelled: SharesCancelled) -> Day:
    """The day from which the delay runs: that of the loss, or of the request of a member who stayed."""
    days = [
        fact.on
        for fact in facts
        if (isinstance(fact, MemberLeft) and ClaimId(fact.member) == cancelled.claim and fact.on <= cancelled.on)
        or (isinstance(fact, ReimbursementAsked) and fact.claim == cancelled.claim)
    ]
    return max(days, default=cancelled.on)

"""What is owed for shares that were cancelled: its value, what later losses take of it, by when, what was paid."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from governance.capital.delays import REIMBURSEMENT_YEARS, months_after, years_after
from governance.capital.facts import (
    CancellationId,
    ClaimId,
    LossClaimed,
    LossFound,
    ReimbursementAsked,
    ReimbursementReturned,
    ReimbursementScheduled,
    SharesCancelled,
    SharesReimbursed,
    ShareValued,
)
from governance.capital.losses import due, settled_by
from governance.command import Fold
from governance.membership.facts import AdmissionRedated, MemberAdmitted, MemberLeft
from governance.shelves import Shelves
from governance.statutes.facts import Capital
from governance.words import Cents, Day, Fact, MemberId


@dataclass(frozen=True)
class Payable:
    """By this day, so much of it in all."""

    on: Day
    amount: Cents


@dataclass(frozen=True)
class Debt:
    """For one cancellation. `rank`: in the order of the record; `lost`: the further part of each share that later
    losses took; `paid`: less what was given back."""

    cancelled: SharesCancelled
    rank: int
    lost: Fraction = field(default=Fraction(0))
    paid: Cents = field(default=Cents(0))
    schedule: ReimbursementScheduled | None = None

    def after(self, fact: Fact) -> Debt:
        match fact:
            case SharesReimbursed():
                return replace(self, paid=Cents(self.paid + fact.amount))
            case ReimbursementReturned():
                return replace(self, paid=Cents(self.paid - fact.amount))
            case ReimbursementScheduled():
                return replace(self, schedule=fact)
            case LossClaimed():
                return replace(self, lost=self.lost + fact.rate)
        return self

    def worth(self, value: ShareValued, more: Fraction = Fraction(0)) -> Cents:
        """Rounded once, on the whole of it; `more`: a loss that is being found."""
        return due(self.cancelled, min(Fraction(1), value.rate + self.lost + more))


def payable(amount: Cents, schedule: ReimbursementScheduled | None, end: Day) -> list[Payable]:
    """All of it at the end of the delay, or the equal parts of the schedule: the last makes the sum exact."""
    if schedule is None:
        return [Payable(end, amount)]
    return [
        Payable(months_after(schedule.first, n * schedule.months), Cents(amount * (n + 1) // schedule.times))
        for n in range(schedule.times)
    ]


def fallen_due(terms: list[Payable], day: Day) -> Cents:
    return max((term.amount for term in terms if term.on <= day), default=Cents(0))


def end_of_delay(since: Day, rules: Capital) -> Day:
    said = rules.reimbursement.years if rules.reimbursement else None
    return years_after(since, said.value if said else REIMBURSEMENT_YEARS)


@dataclass(frozen=True)
class Debts(Fold):
    kinds = (
        *(SharesCancelled, SharesReimbursed, ReimbursementReturned, ReimbursementScheduled, LossClaimed),
        *(ShareValued, LossFound, MemberAdmitted, AdmissionRedated, MemberLeft, ReimbursementAsked),
    )
    debts: Shelves[CancellationId, Debt | None] = field(default_factory=Shelves, repr=False, compare=False)
    begun: Shelves[ClaimId, tuple[Day, ...]] = field(default_factory=Shelves, repr=False, compare=False)
    came: Shelves[MemberId, Day] = field(default_factory=Shelves, repr=False, compare=False)
    values: tuple[ShareValued, ...] = field(default=(), compare=False)
    found: tuple[LossFound, ...] = field(default=(), compare=False)
    rank: int = field(default=0, compare=False)

    def after(self, fact: Fact) -> Debts:
        match fact:
            case SharesCancelled():
                debt = Debt(fact, self.rank)
                return replace(self, debts=self.debts.with_(fact.cancellation, debt), rank=self.rank + 1)
            case ShareValued():
                return replace(self, values=(*self.values, fact))
            case LossFound():
                return replace(self, found=(*self.found, fact))
            case MemberAdmitted():
                first = min(self.came.get(fact.member, fact.on), fact.on)
                return replace(self, came=self.came.with_(fact.member, first))
            case AdmissionRedated() if self.came.get(fact.member, fact.on) == fact.was:
                return replace(self, came=self.came.with_(fact.member, fact.on))
            case MemberLeft():
                return self._began(ClaimId(fact.member), fact.on)
            case ReimbursementAsked():
                return self._began(fact.claim, fact.on)
            case SharesReimbursed() | ReimbursementReturned() | ReimbursementScheduled() | LossClaimed():
                known = self.debts.get(fact.cancellation, None)
                return replace(self, debts=self.debts.with_(fact.cancellation, known.after(fact))) if known else self
        return self

    def _began(self, claim: ClaimId, on: Day) -> Debts:
        return replace(self, begun=self.begun.with_(claim, (*self.begun.get(claim, ()), on)))

    def of(self, cancellation: CancellationId) -> Debt | None:
        return self.debts.get(cancellation, None)

    def value(self, debt: Debt) -> ShareValued | None:
        return settled_by(debt.cancelled, self.values)

    def since(self, debt: Debt) -> Day:
        """The day from which the delay runs: that of the loss, or of the request of a member who stayed."""
        days = [day for day in self.begun.get(debt.cancelled.claim, ()) if day <= debt.cancelled.on]
        return max(days, default=debt.cancelled.on)

    def there(self, debt: Debt, closing: Day) -> bool:
        """Whether she whose shares they were was a member in the year that ended on that day."""
        came = self.came.get(debt.cancelled.member, closing)
        return came <= closing and years_after(closing, -1) < self.since(debt)

    def all(self) -> list[Debt]:
        """In the order in which they were cancelled."""
        return sorted((debt for _, debt in self.debts.items() if debt), key=lambda debt: debt.rank)

    def unpaid_before(self, debt: Debt, on: Day) -> list[tuple[Debt, Cents]]:
        """Those cancelled before this one, of others, that something is left to pay on: all of it, or what of a
        schedule has fallen due."""
        ahead = [one for one in self.all() if one.rank < debt.rank and one.cancelled.member != debt.cancelled.member]
        owing = [(one, Cents(self._asked(one, on) - one.paid)) for one in ahead]
        return [(one, left) for one, left in owing if left > 0]

    def _asked(self, debt: Debt, on: Day) -> Cents:
        value = self.value(debt)
        if value is None:
            return Cents(0)
        whole = debt.worth(value)
        return fallen_due(payable(whole, debt.schedule, on), on)

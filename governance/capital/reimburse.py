"""Paying cancelled shares back, at once or in parts: once their value is known, in the order of the queue, after the
delay of the statutes or by a decision before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.capital.debts import Debt, Debts, end_of_delay, fallen_due, payable
from governance.capital.delays import months_after
from governance.capital.facts import CancellationId, ReimbursementScheduled, SharesReimbursed
from governance.capital.irregular import irregular
from governance.capital.rules import SECRETARIAT, statutes_with_capital
from governance.command import About, Fold, Refused, about, folded
from governance.membership.place import check_day
from governance.statutes.facts import Capital, StatutesAdopted
from governance.words import Cents, Day, Fact, MemberId, PersonId, Public, Sealed

MOST_TIMES = 60


@dataclass(frozen=True)
class Reimburse:
    """`early`: the decision of the organ that allows it before the delay. `reference`: the cheque or the transfer.
    `despite`: why a payment made against a rule is recorded."""

    may = SECRETARIAT
    cancellation: CancellationId
    member: MemberId
    amount: Cents
    on: Day
    reference: Sealed | None = None
    early: Public = Public("")
    despite: Sealed | None = None

    def boundary(self) -> Sequence[About | Fold]:
        return [about(StatutesAdopted), Debts()]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        debts = folded(Debts, known)
        debt = debt_of(debts, self.cancellation, self.member)
        if self.on < debt.cancelled.on:
            raise Refused("paid-before-cancelled", on=debt.cancelled.on)
        _, rules = statutes_with_capital(known, self.on)
        worth = self._worth(debts, debt)
        paid = SharesReimbursed(
            self.cancellation, self.member, self.amount, self.on, early=self.early, note=self.reference
        )
        broken = [*self._too_early(debts, debt, worth, rules), *self._overtaken(debts, debt)]
        return [paid, *irregular(self.member, self.on, broken, self.despite)]

    def _worth(self, debts: Debts, debt: Debt) -> Cents:
        """What these shares are worth once her losses are taken; no more than what is left of it is paid."""
        value = debts.value(debt)
        if value is None:
            raise Refused("share-not-valued", on=debt.cancelled.on, article="L47 art. 18")
        worth = debt.worth(value)
        if not 0 < self.amount <= worth - debt.paid:
            raise Refused("more-than-due", owed=Cents(max(0, worth - debt.paid)))
        return worth

    def _too_early(self, debts: Debts, debt: Debt, worth: Cents, rules: Capital) -> Iterator[Refused]:
        said = rules.reimbursement.years if rules.reimbursement else None
        terms = payable(worth, debt.schedule, end_of_delay(debts.since(debt), rules))
        after = debt.paid + self.amount
        if after > fallen_due(terms, self.on) and not self.early.strip():
            until = next(term.on for term in terms if term.amount >= after)
            article = said.article if said and debt.schedule is None else ""
            yield Refused("paid-too-early", until=until, article=article, effect=self.amount)

    def _overtaken(self, debts: Debts, debt: Debt) -> Iterator[Refused]:
        """Nobody is paid before those whose shares went first, not even by a decision."""
        if ahead := debts.unpaid_before(debt, self.on):
            waits = sum(left for _, left in ahead)
            yield Refused("queue-overtaken", ahead=len(ahead), effect=min(waits, self.amount))


@dataclass(frozen=True)
class ScheduleReimbursement:
    """Paying in so many equal parts, the first on a day, the others every so many months: all of it within the delay
    of the statutes. `decision`: of the organ that may allow it."""

    may = SECRETARIAT
    cancellation: CancellationId
    member: MemberId
    times: int
    first: Day
    months: int
    on: Day
    decision: Public

    def boundary(self) -> Sequence[About | Fold]:
        return [about(StatutesAdopted), Debts()]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        debts = folded(Debts, known)
        debt = debt_of(debts, self.cancellation, self.member)
        scheduled = ReimbursementScheduled(
            *(self.cancellation, self.member, self.times, self.first, self.months, self.on, self.decision)
        )
        if debt.schedule == scheduled:
            return []
        self._check(debt)
        _, rules = statutes_with_capital(known, self.on)
        end = end_of_delay(debts.since(debt), rules)
        if months_after(self.first, (self.times - 1) * self.months) > end:
            said = rules.reimbursement.years if rules.reimbursement else None
            raise Refused("schedule-too-late", until=end, article=said.article if said else "")
        return [scheduled]

    def _check(self, debt: Debt) -> None:
        if not self.decision.strip():
            raise Refused("schedule-undecided")
        if not 1 <= self.times <= MOST_TIMES or not 1 <= self.months <= MOST_TIMES:
            raise Refused("schedule-without-parts", most=MOST_TIMES)
        if not self.first.full:
            raise Refused("full-day-needed", on=self.first)
        if self.first < debt.cancelled.on:
            raise Refused("paid-before-cancelled", on=debt.cancelled.on)


def debt_of(debts: Debts, cancellation: CancellationId, member: MemberId) -> Debt:
    debt = debts.of(cancellation)
    if debt is None or debt.cancelled.member != member:
        raise Refused("unknown-cancellation")
    return debt

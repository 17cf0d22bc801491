"""A loss found after the accounts were approved: those who left since bear their part of it, for five years
(L47 art. 18, C.com L231-6)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from governance.capital.debts import Debts
from governance.capital.delays import BOUND_YEARS, years_after
from governance.capital.facts import CancellationId, LossClaimed, LossFound, ReimbursementReturned, ShareValued
from governance.capital.losses import borne
from governance.capital.reimburse import debt_of
from governance.capital.rules import SECRETARIAT, statutes_with_capital
from governance.command import About, Fold, Refused, about, folded
from governance.membership.place import check_day
from governance.statutes.facts import StatutesAdopted
from governance.words import Cents, Day, Fact, MemberId, PersonId, Sealed


@dataclass(frozen=True)
class FindLoss:
    """`closing`: the year that bears it, whose share is valued already. `on`: the day of the accounts that show it.

    Whoever was a member in that year, left no more than five years ago and whose shares are valued bears it, within
    what they were worth; shares that are not valued yet bear it by the accounts of their own year.
    """

    may = SECRETARIAT
    closing: Day
    loss: Cents
    on: Day

    def boundary(self) -> Sequence[About | Fold]:
        return [about(StatutesAdopted), Debts()]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        debts = folded(Debts, known)
        value = next((one for one in debts.values if one.closing == self.closing), None)
        if value is None:
            raise Refused("year-not-valued", closing=self.closing)
        if self.on < value.on:
            raise Refused("found-before-approved", on=value.on)
        if self.loss <= 0:
            raise Refused("no-loss")
        found = self._found(known, debts, value)
        return [] if found is None else [found, *self._claimed(debts, found)]

    def _found(self, facts: list[Fact], debts: Debts, value: ShareValued) -> LossFound | None:
        """Shared as the loss of that year would have been, on top of it. None if it is written already."""
        before = [one for one in debts.found if one.closing == self.closing]
        if any((one.loss, one.on) == (self.loss, self.on) for one in before):
            return None
        _, rules = statutes_with_capital(facts, self.closing)
        said = rules.reimbursement.losses if rules.reimbursement else None
        if said is None:
            raise Refused("losses-not-settled")
        whole = Cents(value.loss + self.loss + sum(one.loss for one in before))
        share = borne(whole, value.capital, value.reserves, said.value)
        rate = share.rate - value.rate - sum((one.rate for one in before), Fraction(0))
        to_capital = share.to_capital - value.to_capital - sum((one.to_capital for one in before), Fraction(0))
        return LossFound(self.closing, self.loss, to_capital, rate, self.on, said.article)

    def _claimed(self, debts: Debts, found: LossFound) -> Iterator[LossClaimed]:
        """Of each who bears it, the whole cents by which her shares are worth less, and what of them she has."""
        for debt in debts.all():
            value, ends = debts.value(debt), years_after(debts.since(debt), BOUND_YEARS)
            if value is None or ends < self.on or not debts.there(debt, self.closing):
                continue
            worth, left = debt.worth(value), debt.worth(value, found.rate)
            if worth > left:
                back = Cents(max(0, debt.paid - left) - max(0, debt.paid - worth))
                whose = debt.cancelled.cancellation, debt.cancelled.member
                yield LossClaimed(*whose, self.closing, found.rate, Cents(worth - left), back, self.on)


@dataclass(frozen=True)
class ReturnReimbursement:
    """What a later loss claims back of a reimbursement came in, in whole or in part."""

    may = SECRETARIAT
    cancellation: CancellationId
    member: MemberId
    amount: Cents
    on: Day
    reference: Sealed | None = None

    def boundary(self) -> Sequence[About | Fold]:
        return [Debts()]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        check_day(self.on, now)
        debts = folded(Debts, facts)
        debt = debt_of(debts, self.cancellation, self.member)
        value = debts.value(debt)
        claimed = debt.paid - debt.worth(value) if value else 0
        if not 0 < self.amount <= claimed:
            raise Refused("more-than-claimed", owed=Cents(max(0, claimed)))
        return [ReimbursementReturned(self.cancellation, self.member, self.amount, self.on, self.reference)]

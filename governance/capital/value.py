"""Settling what a year leaves of a share, once its accounts are approved: losses lessen it, nothing raises it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.capital.book import ShareBook
from governance.capital.delays import years_after
from governance.capital.facts import SharesCancelled, ShareValued
from governance.capital.losses import borne
from governance.capital.rules import SECRETARIAT, statutes_with_capital
from governance.command import About, Fold, Refused, about, folded
from governance.membership.place import check_day
from governance.statutes.facts import LossShare, StatutesAdopted
from governance.words import Cents, Day, Fact, PersonId, Public


@dataclass(frozen=True)
class ValueShare:
    """`on`: the day the assembly approved the accounts closed on `closing`. `loss`: 0 if there was none. `reserves`:
    the statutory ones, without the legal reserve."""

    may = SECRETARIAT
    closing: Day
    loss: Cents
    reserves: Cents
    on: Day

    def boundary(self) -> Sequence[About | Fold]:
        return [about(StatutesAdopted), ShareBook(), about(ShareValued), about(SharesCancelled)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        if not self.closing.full or self.on < self.closing:
            raise Refused("approved-before-closing", closing=self.closing)
        _, rules = statutes_with_capital(known, self.closing)
        said = rules.reimbursement.losses if rules.reimbursement else None
        if self.loss and said is None:
            raise Refused("losses-not-settled")
        capital = self._with_leavers(known)
        share = borne(self.loss, capital, self.reserves, said.value if said else LossShare.CAPITAL)
        article = said.article if said else Public("")
        valued = ShareValued(
            self.closing, self.loss, capital, self.reserves, share.to_capital, share.rate, self.on, article
        )
        return self._new(valued, known)

    def _new(self, valued: ShareValued, facts: list[Fact]) -> list[Fact]:
        values = [fact for fact in facts if isinstance(fact, ShareValued)]
        if valued in values:
            return []
        if any(value.closing == self.closing for value in values):
            raise Refused("already-valued", closing=self.closing)
        return [valued]

    def _with_leavers(self, facts: list[Fact]) -> Cents:
        """The capital of the closing day, and what was cancelled since the one before."""
        closings = [fact.closing for fact in facts if isinstance(fact, ShareValued) and fact.closing < self.closing]
        since = max([*closings, years_after(self.closing, -1)])
        cancelled = [fact for fact in facts if isinstance(fact, SharesCancelled) and since < fact.on <= self.closing]
        gone = sum(fact.shares * fact.nominal for fact in cancelled)
        return Cents(folded(ShareBook, facts).curve.at(self.closing) + gone)

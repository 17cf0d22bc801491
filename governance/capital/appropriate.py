"""Recording what the assembly made of a year's surplus: reserves first, then interest on shares."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from governance.capital.appropriation import Books, least_legal, least_statutory, most_interest
from governance.capital.book import ShareBook
from governance.capital.facts import AppropriationIrregular, ResultAppropriated
from governance.capital.rules import SECRETARIAT, statutes_with_capital
from governance.command import About, Fold, Refused, about, folded
from governance.membership.place import check_day
from governance.statutes.facts import Appropriation, StatutesAdopted
from governance.words import Cents, Day, Fact, PersonId, Public


@dataclass(frozen=True)
class AppropriateResult:
    """`paid`: of the capital on the closing day, as the registers have it. `despite`: why what was decided against a
    rule is recorded."""

    may = SECRETARIAT
    closing: Day
    result: Cents
    losses: Cents
    subsidies: Cents
    reserves: Cents
    paid: Cents
    legal: Cents
    statutory: Cents
    interest: Cents
    carried: Cents
    on: Day
    decision: Public
    ceiling: Fraction | None = None
    despite: Public = Public("")

    def boundary(self) -> Sequence[About | Fold]:
        return [about(StatutesAdopted), ShareBook(), about(ResultAppropriated)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        if not self.closing.full or self.on < self.closing:
            raise Refused("approved-before-closing", closing=self.closing)
        statutes, _ = statutes_with_capital(known, self.closing)
        appropriated = self._appropriated(folded(ShareBook, known).curve.at(self.closing))
        before = [fact for fact in known if isinstance(fact, ResultAppropriated) and fact.closing == self.closing]
        if appropriated in before:
            return []
        if before:
            raise Refused("already-appropriated", closing=self.closing)
        self._check_sum()
        return [appropriated, *self._irregular(self._broken(books(appropriated), statutes.appropriation))]

    def _appropriated(self, capital: Cents) -> ResultAppropriated:
        return ResultAppropriated(
            *(self.closing, self.result, self.losses, self.subsidies, self.reserves, capital, self.paid),
            *(self.legal, self.statutory, self.interest, self.carried, self.on, self.decision, self.ceiling),
        )

    def _check_sum(self) -> None:
        available = self.result - self.losses
        if available <= 0:
            raise Refused("no-surplus")
        if not self.decision.strip():
            raise Refused("decision-needed")
        if self.legal + self.statutory + self.interest + self.carried != available:
            raise Refused("appropriation-does-not-add-up", available=Cents(available))

    def _broken(self, accounts: Books, rules: Appropriation | None) -> Iterator[Refused]:
        legal = least_legal(accounts, rules)
        if self.legal < legal.amount:
            yield _short("legal-reserve-short", legal.amount, legal.article, legal.amount - self.legal)
        statutory = least_statutory(accounts, self.legal, rules)
        if self.statutory < statutory.amount:
            yield _short(
                "statutory-reserve-short", statutory.amount, statutory.article, statutory.amount - self.statutory
            )
        most = most_interest(accounts, self.legal, self.statutory, rules)
        if self.interest > most.amount:
            yield _short("interest-too-high", most.amount, most.article, self.interest - most.amount)

    def _irregular(self, broken: Iterable[Refused]) -> Iterator[Fact]:
        for refusal in broken:
            if not self.despite.strip():
                raise refusal
            article, effect = Public(str(refusal.details["article"])), refusal.details["effect"]
            assert isinstance(effect, int)
            yield AppropriationIrregular(
                self.closing, self.on, refusal.reason, article, Public(self.despite), Cents(effect)
            )


def books(fact: ResultAppropriated) -> Books:
    """The books as they were when the assembly decided."""
    return Books(fact.result, fact.losses, fact.subsidies, fact.reserves, fact.capital, fact.paid, fact.ceiling)


def _short(reason: str, bound: Cents, article: Public, effect: int) -> Refused:
    return Refused(reason, bound=bound, article=article, effect=effect)

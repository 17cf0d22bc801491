"""Calling the capital: an organ asks for a further part of what was promised, by a day that the law limits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from governance.capital.calls import last_day, promise
from governance.capital.facts import CallId, CapitalCalled, SharesSubscribed, SharesTakenOver
from governance.capital.rules import SECRETARIAT, statutes_with_capital
from governance.command import About, Refused, about
from governance.membership.place import check_day
from governance.statutes.facts import Capital, StatutesAdopted
from governance.words import Day, Fact, PersonId, Public, SubscriptionId


@dataclass(frozen=True)
class CallCapital:
    """`part`: of the nominal value, in all. Without a `subscription`, of each one made so far, but no later than the
    last day of each."""

    may = SECRETARIAT
    call: CallId
    part: Fraction
    due: Day
    on: Day
    decision: Public
    subscription: SubscriptionId | None = None

    def boundary(self) -> list[About]:
        kinds = (SharesSubscribed, SharesTakenOver) if self.subscription else ()
        mine = [about(kind, subscription=str(self.subscription)) for kind in kinds]
        return [about(StatutesAdopted), about(CapitalCalled), *mine]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        _, rules = statutes_with_capital(known, self.on)
        if not self.due.full:
            raise Refused("full-day-needed", on=self.due)
        if self.due < self.on:
            raise Refused("due-before-call", on=self.on)
        self._check_part(known, rules)
        if self.subscription and self.due > (end := last_day(promise(known, self.subscription), rules)):
            said = rules.max_delay_years
            raise Refused("due-too-late", until=end, article=said.article if said else "L47 art. 12")
        return [CapitalCalled(self.call, self.part, self.due, self.on, self.decision, self.subscription)]

    def _check_part(self, facts: list[Fact], rules: Capital) -> None:
        calls = [fact for fact in facts if isinstance(fact, CapitalCalled)]
        known = [call.part for call in calls if call.subscription in (None, self.subscription)]
        if any(call.call == self.call for call in calls):
            raise Refused("name-already-used")
        asked = max([rules.paid_at_once.value, *known])
        if not asked < self.part <= 1:
            raise Refused("call-not-higher", part=asked)

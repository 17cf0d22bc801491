"""Stating what the accounts of a year come to: losses call the réviseur before his time (L47 art. 25-1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.evidence.revision_facts import YearResultStated
from governance.network.check import SECRETARIAT
from governance.words import Cents, Day, Fact, PersonId, legal_day


@dataclass(frozen=True)
class StateYearResult:
    """A loss is below zero."""

    may = SECRETARIAT
    closing: Day
    result: Cents

    def boundary(self) -> list[About]:
        return [about(YearResultStated)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if not self.closing.full:
            raise Refused("closing-day-needed")
        if legal_day(now) < self.closing:
            raise Refused("day-to-come", on=self.closing)
        stated = YearResultStated(self.closing, self.result)
        known = [fact for fact in facts if isinstance(fact, YearResultStated) and fact.closing == self.closing]
        return [] if known[-1:] == [stated] else [stated]

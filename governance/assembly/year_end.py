"""Saying when the year closes, and that a duty of it is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.year_facts import Duty, DutyDone, YearEndSet
from governance.command import About, Refused, about
from governance.words import Day, Fact, Office, PersonId, Public, legal_day

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class SetYearEnd:
    """`closing`: the last day of a year, past or running."""

    may = SECRETARIAT
    closing: Day

    def boundary(self) -> list[About]:
        return [about(YearEndSet)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if not self.closing.full:
            raise Refused("closing-day-needed")
        said = [fact.closing for fact in facts if isinstance(fact, YearEndSet)]
        return [] if said[-1:] == [self.closing] else [YearEndSet(self.closing)]


@dataclass(frozen=True)
class DischargeDuty:
    """`on`: when it was done; told again with another receipt, the last one stands."""

    may = SECRETARIAT
    duty: Duty
    closing: Day
    on: Day
    receipt: Public
    digest: str = ""
    size: int = 0
    media_type: str = ""

    def boundary(self) -> list[About]:
        return [about(DutyDone, duty=self.duty.value)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if not self.on.full:
            raise Refused("day-of-the-duty-needed")
        if legal_day(now) < self.on:
            raise Refused("day-to-come", on=self.on)
        if not (self.receipt.strip() or self.digest):
            raise Refused("receipt-needed")
        paper = (self.receipt, self.digest, self.size, self.media_type)
        done = DutyDone(self.duty.value, self.closing, self.on, *paper)
        known = [fact for fact in facts if isinstance(fact, DutyDone) and fact.closing == self.closing]
        return [] if known[-1:] == [done] else [done]

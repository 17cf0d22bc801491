"""Keeping the minutes of meetings that this record did not see: it cites them, and says nothing of what they hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.minutes_facts import PastMinutesKept
from governance.command import About, Refused, about
from governance.statutes.facts import Organ
from governance.words import Day, Fact, Office, PersonId, Public, legal_day


@dataclass(frozen=True)
class KeepPastMinutes:
    """`digest`: of the file, salted; `on`: the day of the meeting, perhaps known by its month or year alone."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    organ: Organ
    title: Public
    on: Day
    digest: str
    size: int
    media_type: str

    def boundary(self) -> list[About]:
        return [about(PastMinutesKept, digest=self.digest)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if list(facts):
            return []
        if legal_day(now).surely_before(self.on):
            raise Refused("day-to-come", on=self.on)
        return [PastMinutesKept(self.organ, self.title, self.on, self.digest, self.size, self.media_type)]

"""What vouches for a version: its text as it was filed, and the adviser who read its rules against it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.statutes.facts import StatutesAdopted, StatutesFiled, StatutesRead
from governance.words import Day, Fact, Office, PersonId, Public, StatutesId, legal_day

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})
HEAVIEST = 20 * 2**20
"""The largest file that the cooperative keeps, in bytes."""


@dataclass(frozen=True)
class FileStatutes:
    """`digest` names the file that is kept; `on` is the day it was filed with the registry."""

    may = SECRETARIAT
    version: StatutesId
    digest: str
    size: int
    on: Day

    def boundary(self) -> list[About]:
        return [about(StatutesAdopted, version=self.version), about(StatutesFiled, version=self.version)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        _check(known, self.on, now)
        if not 0 < self.size <= HEAVIEST:
            raise Refused("file-size", size=self.size, most=HEAVIEST)
        filed = StatutesFiled(self.version, self.digest, self.size, self.on)
        return [] if filed in known else [filed]


@dataclass(frozen=True)
class MarkStatutesRead:
    """Somebody compared these rules with the text, in this capacity."""

    may = SECRETARIAT
    version: StatutesId
    on: Day
    by_role: Public

    def boundary(self) -> list[About]:
        return [about(StatutesAdopted, version=self.version), about(StatutesRead, version=self.version)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        _check(known, self.on, now)
        if not self.by_role.strip():
            raise Refused("reader-needed")
        read = StatutesRead(self.version, self.on, self.by_role)
        return [] if read in known else [read]


def _check(known: list[Fact], on: Day, now: datetime) -> None:
    if not any(isinstance(fact, StatutesAdopted) for fact in known):
        raise Refused("unknown-version")
    if legal_day(now).surely_before(on):
        raise Refused("day-to-come", on=on)

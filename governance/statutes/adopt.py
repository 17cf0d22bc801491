"""Adopting a version of the statutes: not against the law, and never before the assembly that adopts it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.statutes.facts import Statutes, StatutesAdopted
from governance.statutes.law import findings
from governance.words import Day, Fact, Office, PersonId, Public, StatutesId, legal_day


@dataclass(frozen=True)
class AdoptStatutes:
    """`text` is the file as it was given, `text_digest` its SHA-256, `statutes` what it says."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    version: StatutesId
    on: Day
    in_force_from: Day
    statutes: Statutes
    text: Public
    text_digest: str

    def boundary(self) -> list[About]:
        return [about(StatutesAdopted)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        versions = [fact for fact in facts if isinstance(fact, StatutesAdopted)]
        if versions and self._same_as(versions[-1]):
            return []
        if any(version.version == self.version for version in versions):
            raise Refused("version-already-adopted", version=self.version)
        self._check_days(now)
        latest = max((version.in_force_from for version in versions), default=self.in_force_from)
        if self.in_force_from < latest:
            raise Refused("in-force-before-the-last", in_force_from=self.in_force_from, last=latest)
        if blocking := [finding for finding in findings(self.statutes) if finding.blocks]:
            raise Refused("statutes-against-the-law", findings=blocking)
        return [self._adopted()]

    def _check_days(self, now: datetime) -> None:
        """An amendment takes effect once the assembly that adopts it is closed: that day at the earliest."""
        for name, day in (("on", self.on), ("in_force_from", self.in_force_from)):
            if not day.full:
                raise Refused("full-day-needed", **{name: day})
        if legal_day(now).surely_before(self.on):
            raise Refused("day-to-come", on=self.on)
        if self.in_force_from < self.on:
            raise Refused("in-force-before-adoption", on=self.on, in_force_from=self.in_force_from)

    def _same_as(self, other: StatutesAdopted) -> bool:
        mine = (self.text_digest, self.on, self.in_force_from)
        return mine == (other.text_digest, other.on, other.in_force_from)

    def _adopted(self) -> StatutesAdopted:
        return StatutesAdopted(self.version, self.on, self.in_force_from, self.statutes, self.text_digest, self.text)

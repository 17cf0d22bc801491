"""Keeping the signed copy of an edition of the minutes: a scan of the paper, or the file signed elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.minutes_facts import MinutesDrawnUp, SignedMinutesKept, Signing
from governance.command import About, Refused, about
from governance.words import AssemblyId, Day, Fact, Office, PersonId, legal_day


@dataclass(frozen=True)
class KeepSignedMinutes:
    """`on`: the day of the last signature. `digest`: of the file, salted; `signing`: what its bytes tell, read before.

    An edition may come back several times: what came stays, the last is the one that is shown.
    """

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    prepared = frozenset({"digest", "size", "media_type", "signing"})
    assembly: AssemblyId
    edition: str
    on: Day
    digest: str
    size: int
    media_type: str
    signing: Signing

    def boundary(self) -> list[About]:
        return [about(kind, assembly=self.assembly) for kind in (MinutesDrawnUp, SignedMinutesKept)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        drawn = next((fact for fact in known if isinstance(fact, MinutesDrawnUp) and fact.digest == self.edition), None)
        if drawn is None:
            raise Refused("unknown-edition")
        if any(isinstance(fact, SignedMinutesKept) and fact.digest == self.digest for fact in known):
            return []
        if not self.on.full:
            raise Refused("full-day-needed", on=self.on)
        if legal_day(now).surely_before(self.on):
            raise Refused("day-to-come", on=self.on)
        return [
            SignedMinutesKept(
                assembly=self.assembly,
                edition=self.edition,
                digest=self.digest,
                size=self.size,
                media_type=self.media_type,
                on=self.on,
                signing=self.signing,
            )
        ]

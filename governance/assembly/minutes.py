"""The minutes: drawn up once the meeting is over, from what the record says; what was printed is told by its digest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import AdjournedForLackOfQuorum, SessionClosed
from governance.assembly.minutes_facts import MinutesDrawnUp
from governance.assembly.standing import about_course, in_session
from governance.command import About, Refused, about
from governance.words import AssemblyId, Fact, Office, PersonId


@dataclass(frozen=True)
class DrawUpMinutes:
    """`digest`: SHA-256 of the PDF, hexadecimal; `stood_at`: where the record stood when it was written.

    Minutes that were drawn up stay: what was corrected since makes another edition, beside (C.com R225-22).
    """

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    prepared = frozenset({"digest", "stood_at"})
    assembly: AssemblyId
    digest: str
    stood_at: int

    def boundary(self) -> list[About]:
        return [*about_course(self.assembly), about(MinutesDrawnUp, assembly=self.assembly)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        over = any(isinstance(fact, SessionClosed | AdjournedForLackOfQuorum) for fact in known)
        if not over or in_session(known):
            raise Refused("meeting-not-over", article="C.com R225-106")
        if any(isinstance(fact, MinutesDrawnUp) and fact.digest == self.digest for fact in known):
            return []
        return [MinutesDrawnUp(self.assembly, self.digest, self.stood_at)]

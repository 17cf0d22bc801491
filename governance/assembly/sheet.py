"""The attendance sheet once the meeting is over, and the incidents of a live link that it and the minutes mention."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import AdjournedForLackOfQuorum, IrregularityNoted, SessionClosed
from governance.assembly.hours import check_hour
from governance.assembly.presence_facts import AttendanceSigned
from governance.assembly.sheet_facts import SheetKept, TechnicalIncidentNoted
from governance.assembly.standing import about_course, in_session
from governance.command import About, Refused, about
from governance.words import AssemblyId, Fact, Office, PersonId, Public

INCIDENT = Public("C.com R225-99, R223-24")


@dataclass(frozen=True)
class KeepSheet:
    """The scan of the sheet, signed by those who came and certified by the officers. `digest`: of the file, salted.

    A better scan is kept beside the first: nothing that was kept goes away.
    """

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    assembly: AssemblyId
    digest: str
    size: int
    media_type: str

    def boundary(self) -> list[About]:
        return [*about_course(self.assembly), about(SheetKept, assembly=self.assembly)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        over = any(isinstance(fact, SessionClosed | AdjournedForLackOfQuorum) for fact in known)
        if not over or in_session(known):
            raise Refused("sheet-before-the-end", article="C.com R225-95")
        if any(isinstance(fact, SheetKept) and fact.digest == self.digest for fact in known):
            return []
        return [SheetKept(self.assembly, self.digest, self.size, self.media_type)]


@dataclass(frozen=True)
class NoteIncident:
    """Whoever was cut off could have voted: so many ballots may have depended on it."""

    may = KeepSheet.may
    assembly: AssemblyId
    what: Public
    effect: Public
    cut_off: int = 0
    happened_at: datetime | None = None

    def boundary(self) -> list[About]:
        return [*about_course(self.assembly), about(AttendanceSigned, assembly=self.assembly)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not (self.what.strip() and self.effect.strip()):
            raise Refused("incident-without-words")
        check_hour(self.happened_at, now)
        came = {fact.member for fact in known if isinstance(fact, AttendanceSigned) and fact.remote}
        if not 0 <= self.cut_off <= len(came):
            raise Refused("more-cut-off-than-remote", remote=len(came))
        noted = TechnicalIncidentNoted(self.assembly, self.what, self.effect, self.cut_off, self.happened_at)
        lost = [IrregularityNoted(self.assembly, "technical-incident", INCIDENT, self.effect, self.cut_off)]
        return [noted, *(lost if self.cut_off else [])]

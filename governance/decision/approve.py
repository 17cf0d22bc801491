"""Approving the narrative of a meeting, by a decision that a later one took."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import AssemblyPlanned
from governance.assembly.minutes_facts import NarrativeApproved
from governance.assembly.narrative import about_narrative, approved, check_last
from governance.assembly.standing import plan
from governance.command import About, Refused, about
from governance.decision.facts import DecisionRecorded
from governance.words import AssemblyId, DecisionId, Fact, Office, PersonId


@dataclass(frozen=True)
class ApproveNarrative:
    may = frozenset({Office.SECRETARY, Office.CHAIR})
    assembly: AssemblyId
    version: int
    decision: DecisionId

    def boundary(self) -> list[About]:
        met = [about(AssemblyPlanned, assembly=self.assembly), *about_narrative(self.assembly)]
        return [*met, about(DecisionRecorded, decision=self.decision)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        decided = next((fact for fact in known if isinstance(fact, DecisionRecorded)), None)
        if decided is None:
            raise Refused("unknown-decision")
        told = plan(known, self.assembly)
        if decided.assembly == self.assembly or decided.on.surely_before(told.day) or decided.organ is not told.organ:
            raise Refused("approved-by-another-meeting")
        if not decided.adopted:
            raise Refused("decision-rejected-it")
        check_last(known, self.version)
        if approved(known, self.version):
            return []
        return [NarrativeApproved(self.assembly, self.version, decided.on, self.decision)]

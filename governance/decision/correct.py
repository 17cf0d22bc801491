"""Correcting a decision: an erratum beside what was written, never over it (C.com R225-22)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.decision.facts import DecisionCorrected, DecisionRecorded
from governance.words import DecisionId, Fact, Office, PersonId, Public, legal_day


@dataclass(frozen=True)
class CorrectDecision:
    """Says what should have been written, and why. It changes words, never the outcome of a vote."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    decision: DecisionId
    title: Public
    text: Public
    reason: Public

    def boundary(self) -> list[About]:
        return [about(kind, decision=self.decision) for kind in (DecisionRecorded, DecisionCorrected)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not known:
            raise Refused("unknown-decision")
        if not self.reason.strip():
            raise Refused("correction-without-reason")
        last = known[-1]
        if isinstance(last, DecisionRecorded | DecisionCorrected) and (last.title, last.text) == (
            self.title,
            self.text,
        ):
            return []
        return [DecisionCorrected(self.decision, self.title, self.text, self.reason, legal_day(now))]

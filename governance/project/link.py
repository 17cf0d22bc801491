"""Linking a decision to the milestone on which it bears."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.decision.facts import DecisionRecorded
from governance.project.facts import DecisionLinked, MilestonePlanned
from governance.words import DecisionId, Fact, MilestoneId, Office, PersonId, legal_day


@dataclass(frozen=True)
class LinkDecision:
    may = frozenset({Office.SECRETARY, Office.CHAIR, Office.BOARD})
    milestone: MilestoneId
    decision: DecisionId

    def boundary(self) -> list[About]:
        about_this = [about(kind, milestone=self.milestone) for kind in (MilestonePlanned, DecisionLinked)]
        return [*about_this, about(DecisionRecorded, decision=self.decision)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not any(isinstance(fact, MilestonePlanned) for fact in known):
            raise Refused("unknown-milestone")
        if not any(isinstance(fact, DecisionRecorded) for fact in known):
            raise Refused("unknown-decision")
        if any(isinstance(fact, DecisionLinked) and fact.decision == self.decision for fact in known):
            return []
        return [DecisionLinked(self.milestone, self.decision, legal_day(now))]

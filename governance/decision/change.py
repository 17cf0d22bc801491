"""Looking at a decision again on a day that was set, and writing that a later one amends or revokes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.decision.facts import DecisionRecorded
from governance.decision.life_facts import Change, DecisionChanged, ReviewSet
from governance.words import Day, DecisionId, Fact, Office, PersonId, legal_day

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class SetReview:
    may = SECRETARIAT
    decision: DecisionId
    on: Day

    def boundary(self) -> list[About]:
        return [about(kind, decision=self.decision) for kind in (DecisionRecorded, ReviewSet)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not known:
            raise Refused("unknown-decision")
        if not self.on.full:
            raise Refused("full-day-needed", on=self.on)
        if self.on < legal_day(now):
            raise Refused("review-in-the-past", on=self.on)
        asked = ReviewSet(self.decision, self.on)
        return [] if known[-1] == asked else [asked]


@dataclass(frozen=True)
class ChangeDecision:
    """`later` was adopted, by the organ that had decided or by the assembly, and not before `decision`."""

    may = SECRETARIAT
    decision: DecisionId
    later: DecisionId
    change: Change

    def boundary(self) -> list[About]:
        recorded = [about(DecisionRecorded, decision=one) for one in dict.fromkeys((self.decision, self.later))]
        return [*recorded, about(DecisionChanged, decision=self.decision)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        recorded = {fact.decision: fact for fact in known if isinstance(fact, DecisionRecorded)}
        if not {self.decision, self.later} <= recorded.keys():
            raise Refused("unknown-decision")
        first, later = recorded[self.decision], recorded[self.later]
        if first is later or later.on.surely_before(first.on):
            raise Refused("changed-by-an-older")
        if not later.adopted:
            raise Refused("decision-rejected-it")
        changed = DecisionChanged(self.decision, self.later, self.change, later.on)
        return [] if changed in known else [changed]

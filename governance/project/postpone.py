"""Moving the date of a milestone: a new one or none, and the reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.project.facts import MilestonePlanned, MilestonePostponed, MilestoneReached
from governance.project.standing import check_happened, due, plans, reached
from governance.words import Day, Fact, MilestoneId, Office, PersonId, Public


@dataclass(frozen=True)
class PostponeMilestone:
    """`due`: None where nobody can say any more. `on`: the day when that was agreed."""

    may = frozenset({Office.SECRETARY, Office.CHAIR, Office.BOARD})
    milestone: MilestoneId
    due: Day | None
    reason: Public
    on: Day

    def boundary(self) -> list[About]:
        kinds = (MilestonePlanned, MilestonePostponed, MilestoneReached)
        return [about(kind, milestone=self.milestone) for kind in kinds]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if self.milestone not in plans(known):
            raise Refused("unknown-milestone")
        if done := reached(known).get(self.milestone):
            raise Refused("milestone-already-reached", on=done.on)
        if due(known, self.milestone) == self.due:
            return []
        if not self.reason.strip():
            raise Refused("postponed-without-reason")
        check_happened(self.on, now)
        if self.due and self.due.surely_before(self.on):
            raise Refused("due-before-plan", due=self.due, on=self.on)
        return [MilestonePostponed(self.milestone, self.due, self.reason, self.on)]

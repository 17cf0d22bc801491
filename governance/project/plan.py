"""Planning a milestone: what it comes after, what must be true, by when if anybody can say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.project.facts import (
    Condition,
    MilestonePlanned,
    MilestonePostponed,
    MilestoneReached,
    ProjectStarted,
)
from governance.project.standing import check_happened, check_project, due, plans, reached
from governance.words import Day, Fact, MilestoneId, Office, PersonId, ProjectId, Public


@dataclass(frozen=True)
class PlanMilestone:
    """Planned again, it keeps its date: a date that was said is moved by PostponeMilestone, with a reason."""

    may = frozenset({Office.SECRETARY, Office.CHAIR, Office.BOARD})
    milestone: MilestoneId
    project: ProjectId
    title: Public
    on: Day
    due: Day | None = None
    after: tuple[MilestoneId, ...] = ()
    after_any: tuple[MilestoneId, ...] = ()
    conditions: tuple[Condition, ...] = ()
    source: Public = Public("")

    def boundary(self) -> list[About]:
        about_this = [
            about(kind, milestone=self.milestone) for kind in (MilestonePlanned, MilestonePostponed, MilestoneReached)
        ]
        return [about(ProjectStarted, project=self.project), about(MilestonePlanned, project=self.project), *about_this]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        others = plans(known)
        before = others.pop(self.milestone, None)
        planned = self._planned()
        if planned == before:
            return []
        self._check(known, before, now)
        _check_conditions(self.conditions)
        _check_order(planned, others)
        return [planned]

    def _planned(self) -> MilestonePlanned:
        return MilestonePlanned(
            milestone=self.milestone,
            project=self.project,
            title=self.title,
            on=self.on,
            due=self.due,
            after=self.after,
            after_any=self.after_any,
            conditions=self.conditions,
            source=self.source,
        )

    def _check(self, known: list[Fact], before: MilestonePlanned | None, now: datetime) -> None:
        check_project(known)
        if before and before.project != self.project:
            raise Refused("milestone-of-another-project")
        if self.milestone in reached(known):
            raise Refused("milestone-already-reached", on=reached(known)[self.milestone].on)
        if not self.title.strip():
            raise Refused("milestone-without-title")
        check_happened(self.on, now)
        if self.due and self.due.surely_before(self.on):
            raise Refused("due-before-plan", due=self.due, on=self.on)
        if (said := due(known, self.milestone)) and said != self.due:
            raise Refused("due-moves-by-postponing", due=said)


def _check_conditions(conditions: tuple[Condition, ...]) -> None:
    if any(condition.least < 1 for condition in conditions):
        raise Refused("condition-of-nothing")
    if len({condition.figure for condition in conditions}) < len(conditions):
        raise Refused("condition-twice")


def _check_order(planned: MilestonePlanned, others: Mapping[MilestoneId, MilestonePlanned]) -> None:
    """Each comes after milestones of the project, and never after itself, however far round."""
    first = [*planned.after, *planned.after_any]
    if not set(first) <= {*others, planned.milestone}:
        raise Refused("unknown-milestone")
    behind: set[MilestoneId] = set()
    while first:
        one = first.pop()
        if one == planned.milestone:
            raise Refused("milestone-after-itself")
        if one not in behind:
            behind.add(one)
            first += [*others[one].after, *others[one].after_any]

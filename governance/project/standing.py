"""Where the milestones of a project stand: the last plan of each, when it is due, when it was reached."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from governance.command import Refused
from governance.project.facts import MilestonePlanned, MilestonePostponed, MilestoneReached, ProjectStarted
from governance.words import Day, Fact, MilestoneId, legal_day

F = TypeVar("F", bound=Fact)


def plans(facts: Iterable[Fact]) -> dict[MilestoneId, MilestonePlanned]:
    """The last plan of each milestone."""
    return {fact.milestone: fact for fact in facts if isinstance(fact, MilestonePlanned)}


def reached(facts: Iterable[Fact]) -> dict[MilestoneId, MilestoneReached]:
    return {fact.milestone: fact for fact in facts if isinstance(fact, MilestoneReached)}


def due(facts: Iterable[Fact], milestone: MilestoneId) -> Day | None:
    """The day by which it is expected, as last said."""
    said: Day | None = None
    for fact in facts:
        if isinstance(fact, MilestonePlanned | MilestonePostponed) and fact.milestone == milestone:
            said = fact.due
    return said


def waits_for(plan: MilestonePlanned, done: Iterable[MilestoneId]) -> tuple[MilestoneId, ...]:
    """What must still come first: all of `after`, and one of `after_any`."""
    behind = set(done)
    missing = [one for one in plan.after if one not in behind]
    any_of = () if behind & set(plan.after_any) else plan.after_any
    return (*missing, *any_of)


def check_happened(on: Day, now: datetime) -> None:
    """What is told took place; its day may be known only by its month or its year."""
    if legal_day(now).surely_before(on):
        raise Refused("day-to-come", on=on)


def check_project(facts: Iterable[Fact]) -> None:
    if not any(isinstance(fact, ProjectStarted) for fact in facts):
        raise Refused("unknown-project")


def last(kind: type[F], facts: Iterable[Fact]) -> F | None:
    """The last that was said of this kind, if anything was."""
    return next((fact for fact in reversed(list(facts)) if isinstance(fact, kind)), None)

"""What the record says of projects and of the milestones of the roadmap."""

from dataclasses import dataclass

from governance.words import Day, DecisionId, Fact, MilestoneId, ProjectId, Public


@dataclass(frozen=True)
class Condition:
    """What must be true before a milestone is reached: a figure of the registers, and the least it must be."""

    figure: str
    least: int


@dataclass(frozen=True)
class ProjectStarted(Fact):
    tags = ((), ("project",))
    project: ProjectId
    title: Public
    purpose: Public
    on: Day


@dataclass(frozen=True)
class MilestonePlanned(Fact):
    """A step of the roadmap. It comes after all of `after`, and after one of `after_any` where there are some."""

    tags = (("milestone",), ("project",))
    milestone: MilestoneId
    project: ProjectId
    title: Public
    due: Day | None = None
    after: tuple[MilestoneId, ...] = ()
    after_any: tuple[MilestoneId, ...] = ()
    conditions: tuple[Condition, ...] = ()
    source: Public = Public("")


@dataclass(frozen=True)
class MilestonePostponed(Fact):
    tags = (("milestone",),)
    milestone: MilestoneId
    due: Day | None
    reason: Public


@dataclass(frozen=True)
class MilestoneReached(Fact):
    """Reached, with the figures that its conditions had on that day."""

    tags = (("milestone",),)
    milestone: MilestoneId
    on: Day
    proof: Public = Public("")
    decision: DecisionId | None = None
    figures: tuple[tuple[str, int], ...] = ()

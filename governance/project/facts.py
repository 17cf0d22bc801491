"""What the record says of projects and of the milestones of the roadmap."""

from dataclasses import dataclass
from enum import Enum

from governance.words import Day, DecisionId, Fact, MilestoneId, ProjectId, Public


class Counted(Enum):
    """What a milestone may wait for: figures that the record itself can count on any day."""

    STRUCTURES = "structures"  # organisations of the ESS that are members
    MEMBERS = "members"
    CATEGORIES = "categories"  # categories in which somebody is a member
    SURVEY_ANSWERS = "survey_answers"
    POLE = "pole"  # organisations of the pole, members of the cooperative among them


@dataclass(frozen=True)
class Condition:
    """What must be true before a milestone is reached: a figure, and the least it must be."""

    figure: Counted
    least: int


@dataclass(frozen=True)
class Checked:
    """A condition, and what its figure was on the day when the milestone was reached."""

    figure: Counted
    least: int
    there: int

    @property
    def met(self) -> bool:
        return self.there >= self.least


@dataclass(frozen=True)
class ProjectStarted(Fact):
    tags = ((), ("project",))
    project: ProjectId
    title: Public
    purpose: Public
    on: Day
    source: Public = Public("")


@dataclass(frozen=True)
class MilestonePlanned(Fact):
    """A step of the roadmap, as it was planned on a day; planned again, the last plan holds.

    It comes after all of `after`, and after one of `after_any` where there are some: milestones of the same project.
    """

    tags = (("milestone",), ("project",))
    milestone: MilestoneId
    project: ProjectId
    title: Public
    on: Day
    due: Day | None = None
    after: tuple[MilestoneId, ...] = ()
    after_any: tuple[MilestoneId, ...] = ()
    conditions: tuple[Condition, ...] = ()
    source: Public = Public("")


@dataclass(frozen=True)
class MilestonePostponed(Fact):
    """Its date was moved on a day; None: nobody says any more when."""

    tags = (("milestone",),)
    milestone: MilestoneId
    due: Day | None
    reason: Public
    on: Day


@dataclass(frozen=True)
class MilestoneReached(Fact):
    """Reached, with the figures that its conditions had on that day.

    Where one was not met, or one of the milestones it `waited_for` was not reached, `despite` says why it is told.
    """

    tags = (("milestone",), ("project",))
    milestone: MilestoneId
    project: ProjectId
    on: Day
    proof: Public = Public("")
    decision: DecisionId | None = None
    checked: tuple[Checked, ...] = ()
    waited_for: tuple[MilestoneId, ...] = ()
    despite: Public = Public("")


@dataclass(frozen=True)
class DecisionLinked(Fact):
    """A decision that bears on a milestone."""

    tags = (("milestone",),)
    milestone: MilestoneId
    decision: DecisionId
    on: Day


@dataclass(frozen=True)
class EvidenceLinked(Fact):
    """A piece of evidence that bears on a milestone."""

    tags = (("milestone",),)
    milestone: MilestoneId
    piece: str  # as the room of evidence names it
    on: Day

"""What the record says of the life of a project: its stage, who takes part, its budget, its measures, opinions on it.

Texts are public and name organisations; a human being is her identifier.
"""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import NewType

from governance.network.facts import GroupId
from governance.words import Cents, Day, DecisionId, Fact, MemberId, PersonId, ProjectId, Public

PartId = NewType("PartId", str)
LineId = NewType("LineId", str)
IndicatorId = NewType("IndicatorId", str)
EntryId = NewType("EntryId", str)
"""An amount of a line, or a measure of an indicator."""
OpinionId = NewType("OpinionId", str)


class Stage(Enum):
    """From the idea to what becomes of it; a project may go back to a stage."""

    IDEA = "idea"
    STUDY = "study"
    PREFIGURATION = "prefiguration"
    RUNNING = "running"
    DONE = "done"
    GIVEN_UP = "given_up"


@dataclass(frozen=True)
class ProjectMoved(Fact):
    """It entered a stage; by a `decision`, if one was taken."""

    tags = (("project",),)
    project: ProjectId
    stage: Stage
    on: Day
    decision: DecisionId | None = None
    note: Public = Public("")


@dataclass(frozen=True)
class PartTaken(Fact):
    """A partner, or somebody of the team: an organisation, a person, or one for the other."""

    tags = (("part",), ("project",))
    part: PartId
    project: ProjectId
    role: Public
    on: Day
    organisation: Public = Public("")
    member: MemberId | None = None
    person: PersonId | None = None


@dataclass(frozen=True)
class PartEnded(Fact):
    tags = (("part",),)
    part: PartId
    on: Day


class Side(Enum):
    EXPENSE = "expense"
    INCOME = "income"


@dataclass(frozen=True)
class BudgetLineSet(Fact):
    """What is foreseen, in cents; said again, it is so from then on. `source`: who pays, where it is written."""

    tags = (("line",),)
    line: LineId
    project: ProjectId
    side: Side
    label: Public
    foreseen: Cents
    on: Day
    source: Public = Public("")


@dataclass(frozen=True)
class AmountNoted(Fact):
    """What was spent or received on a line."""

    tags = (("entry",),)
    entry: EntryId
    line: LineId
    amount: Cents
    on: Day
    source: Public


@dataclass(frozen=True)
class IndicatorSet(Fact):
    """What is measured, in what unit, how, and what is aimed at; said again, it is so from then on."""

    tags = (("indicator",),)
    indicator: IndicatorId
    project: ProjectId
    name: Public
    unit: Public
    method: Public
    on: Day
    target: Fraction | None = None


@dataclass(frozen=True)
class MeasureTaken(Fact):
    """`number`: on how many it was measured, where it was on some; `method`: how, that day."""

    tags = (("entry",),)
    entry: EntryId
    indicator: IndicatorId
    value: Fraction
    on: Day
    method: Public
    number: int | None = None
    source: Public = Public("")


@dataclass(frozen=True)
class EntryStruck(Fact):
    """An amount or a measure that was written by mistake."""

    tags = (("entry",),)
    entry: EntryId
    on: Day
    reason: Public


class View(Enum):
    FAVOURABLE = "favourable"
    RESERVED = "reserved"
    UNFAVOURABLE = "unfavourable"


@dataclass(frozen=True)
class OpinionGiven(Fact):
    """What a committee thinks of a project: it decides nothing."""

    tags = (("opinion",),)
    opinion: OpinionId
    project: ProjectId
    committee: GroupId
    view: View
    text: Public
    on: Day

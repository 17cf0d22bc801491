"""What becomes of a decision: who follows it up, when it is looked at again, what amended or revoked it."""

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from governance.words import Day, DecisionId, Fact, PersonId, Public

TaskId = NewType("TaskId", str)


@dataclass(frozen=True)
class FollowUpSet(Fact):
    """Something that a decision asks of somebody. Set again for the same task, the last prevails."""

    tags = (("decision",),)
    decision: DecisionId
    task: TaskId
    what: Public
    owner: PersonId
    due: Day


@dataclass(frozen=True)
class FollowUpDone(Fact):
    tags = (("decision",),)
    decision: DecisionId
    task: TaskId
    on: Day


@dataclass(frozen=True)
class ReviewSet(Fact):
    """When a decision is to be looked at again; the last day prevails."""

    tags = (("decision",),)
    decision: DecisionId
    on: Day


class Change(Enum):
    AMENDS = "amends"
    REVOKES = "revokes"


@dataclass(frozen=True)
class DecisionChanged(Fact):
    """A later decision changes an older one, which stays written as it was."""

    tags = (("decision",),)
    decision: DecisionId
    later: DecisionId
    change: Change
    on: Day

"""What the record says of what people remark about a thing: who, what, in answer to whom; what was hidden, the end."""

from dataclasses import dataclass
from typing import NewType

from governance.evidence.trace_facts import Thing
from governance.words import Day, DecisionId, Fact, PersonId, Public, Sealed

RemarkId = NewType("RemarkId", str)


@dataclass(frozen=True)
class RemarkMade(Fact):
    """Signed: it is said by a person, of whom its words are. `answers`: the remark under which it stands."""

    tags = (("thing",),)
    remark: RemarkId
    thing: Thing
    person: PersonId
    words: Sealed
    on: Day
    answers: RemarkId | None = None


@dataclass(frozen=True)
class RemarkHidden(Fact):
    """The secretariat keeps it from being read, and says why."""

    tags = (("thing",),)
    remark: RemarkId
    thing: Thing
    reason: Public
    on: Day


@dataclass(frozen=True)
class DiscussionClosed(Fact):
    """Nobody remarks on it any more; `decision`: the one that was taken."""

    tags = (("thing",),)
    thing: Thing
    on: Day
    decision: DecisionId | None = None

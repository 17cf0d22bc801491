"""What the record says of decisions: numbered without gap, corrected by a new fact, never edited."""

from dataclasses import dataclass
from enum import Enum

from governance.statutes.facts import Organ
from governance.words import AssemblyId, Day, DecisionId, Fact, Public, VoteId


class Way(Enum):
    """How it was taken."""

    VOTE = "vote"
    COMMON_ACCORD = "common_accord"


@dataclass(frozen=True)
class DecisionRecorded(Fact):
    tags = ((), ("decision",), ("vote",))
    decision: DecisionId
    number: int
    title: Public
    text: Public
    organ: Organ
    on: Day
    way: Way
    adopted: bool
    vote: VoteId | None = None
    assembly: AssemblyId | None = None
    source: Public = Public("")


@dataclass(frozen=True)
class DecisionCorrected(Fact):
    """An erratum: the register shows what was written first, and this."""

    tags = (("decision",),)
    decision: DecisionId
    title: Public
    text: Public
    reason: Public
    on: Day

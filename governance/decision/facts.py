"""What the record says of decisions, numbered without gap and never edited, and of agreements under their watch."""

from dataclasses import dataclass
from enum import Enum

from governance.statutes.facts import Organ
from governance.words import AgreementId, AssemblyId, Cents, Day, DecisionId, Fact, MemberId, Public, VoteId


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


@dataclass(frozen=True)
class AgreementRecorded(Fact):
    """An agreement with somebody who runs the cooperative, or through her; the board `authorised` it or did not."""

    tags = ((), ("agreement",))
    agreement: AgreementId
    party: MemberId
    object: Public
    amount: Cents | None
    on: Day
    authorised: DecisionId | None = None


@dataclass(frozen=True)
class AgreementRuled(Fact):
    """The assembly approved it, or did not."""

    tags = (("agreement",),)
    agreement: AgreementId
    decision: DecisionId
    approved: bool
    on: Day

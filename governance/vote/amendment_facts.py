"""What the record says of amendments: laid on a resolution, ranked by the officers, settled one by one."""

from dataclasses import dataclass

from governance.assembly.facts import Backing
from governance.counting.amending import AmendmentId, Fate
from governance.words import AssemblyId, Fact, MemberId, Public, ResolutionId, VoteId


@dataclass(frozen=True)
class AmendmentLaid(Fact):
    """`passage`: the words of the draft that it touches, empty where it adds at the end; `instead`: what it puts in
    their place. `author`: a member of the roll, None for the board."""

    tags = (("resolution",),)
    amendment: AmendmentId
    assembly: AssemblyId
    resolution: ResolutionId
    number: int
    title: Public
    passage: Public
    instead: Public
    author: MemberId | None
    backing: Backing


@dataclass(frozen=True)
class AmendmentsRanked(Fact):
    """From the one that takes the text furthest: voted in this order. The last ranking prevails."""

    tags = (("resolution",),)
    resolution: ResolutionId
    order: tuple[AmendmentId, ...]


@dataclass(frozen=True)
class AmendmentSettled(Fact):
    """Adopted or rejected by a vote, or withdrawn. Those that fall with an adopted one need no fact."""

    tags = (("resolution",),)
    amendment: AmendmentId
    resolution: ResolutionId
    fate: Fate
    vote: VoteId | None = None

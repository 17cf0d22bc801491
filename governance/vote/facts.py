"""What the record says of votes: opened on a resolution, ballots cast, closed, counted."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from governance.assembly.facts import Backing
from governance.counting.tally import Count, Rules
from governance.statutes.facts import Form, Kind, Majority, Scheme
from governance.words import AssemblyId, CollegeId, Fact, MemberId, Public, ResolutionId, StatutesId, VoteId


class Choice(Enum):
    FOR = "for"
    AGAINST = "against"
    ABSTENTION = "abstention"


@dataclass(frozen=True)
class VoteOpened(Fact):
    """The text that is voted on and the rule of this vote, fixed here whatever the statutes become."""

    tags = (("vote",), ("assembly",), ("resolution",))
    vote: VoteId
    assembly: AssemblyId
    resolution: ResolutionId
    number: int
    title: Public
    text: Public
    statutes: StatutesId
    form: Form
    kind: Kind
    scheme: Scheme
    majority: Majority | None  # None: the law of the form decides
    second_call: bool
    opens: datetime
    closes: datetime | None = None  # None: when the chair closes it
    second_round_of: VoteId | None = None  # a first one, in which collèges found no mandate
    backing: Backing = Backing.PRESENTED

    @property
    def rules(self) -> Rules:
        """How it is counted."""
        again = self.second_round_of is not None
        return Rules(self.form, self.kind, self.scheme, self.majority, self.second_call, second_round=again)


@dataclass(frozen=True)
class BallotCast(Fact):
    """A recorded ballot: one a mandate. `holder`: the member who cast it for another, by a proxy. `open_proxy`: by a
    proxy without a named holder, which votes with the board (C.com L225-106)."""

    tags = (("vote",), ("member", "vote"))
    vote: VoteId
    member: MemberId
    college: CollegeId | None
    votes: bool  # False: the advice of an advisory collège
    choice: Choice
    holder: MemberId | None = None
    open_proxy: bool = False


@dataclass(frozen=True)
class VoteClosed(Fact):
    tags = (("vote",),)
    vote: VoteId


@dataclass(frozen=True)
class VoteCounted(Fact):
    """The result, with every step that leads to it."""

    tags = (("vote",),)
    vote: VoteId
    count: Count

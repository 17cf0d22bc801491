"""What the record says of votes: opened on a resolution, ballots cast, closed, counted."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from governance.statutes.facts import Form, Kind, Majority, Scheme
from governance.words import AssemblyId, CollegeId, Fact, MemberId, ResolutionId, StatutesId, VoteId


class Choice(Enum):
    FOR = "for"
    AGAINST = "against"
    ABSTENTION = "abstention"


@dataclass(frozen=True)
class VoteOpened(Fact):
    """The rule of this vote is fixed here, whatever the statutes become: who counts, how, with which majority."""

    tags = (("vote",), ("assembly",), ("resolution",))
    vote: VoteId
    assembly: AssemblyId
    resolution: ResolutionId
    statutes: StatutesId
    form: Form
    kind: Kind
    scheme: Scheme | None
    majority: Majority
    opens: datetime
    closes: datetime | None = None  # None: when the chair closes it


@dataclass(frozen=True)
class BallotCast(Fact):
    """A recorded ballot: one a mandate. `holder` is the member whose voter cast it for another."""

    tags = (("vote",), ("member", "vote"))
    vote: VoteId
    member: MemberId
    college: CollegeId | None
    votes: bool
    choice: Choice
    holder: MemberId | None = None


@dataclass(frozen=True)
class VoteClosed(Fact):
    tags = (("vote",),)
    vote: VoteId

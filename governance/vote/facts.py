"""What the record says of votes: opened on a resolution, ballots cast, closed, counted."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from governance.assembly.facts import Backing
from governance.counting.amending import AmendmentId
from governance.counting.tally import Count, QuorumState, Rules, Tally
from governance.statutes.facts import Form, Kind, Majority, Quorum, Ruled, Scheme
from governance.words import (
    AssemblyId,
    CollegeId,
    Fact,
    MemberId,
    PersonId,
    Public,
    ResolutionId,
    StatutesId,
    VoteId,
)


class Choice(Enum):
    FOR = "for"
    AGAINST = "against"
    ABSTENTION = "abstention"
    BLANK = "blank"
    VOID = "void"  # a paper that says nothing certain


class Channel(Enum):
    """By what way a voice reaches the box."""

    ONLINE = "online"  # by name, from a phone, by who is there or deemed to be
    HANDS = "hands"  # counted in the room
    PAPER = "paper"  # bulletins counted by two tellers
    POSTAL = "postal"  # a form filled in on paper before the meeting
    EARLY = "early"  # the same form, filled in online before the meeting
    CONSULTATION = "consultation"  # answered in writing, without any meeting


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
    channels: tuple[Channel, ...] = (Channel.ONLINE,)
    secret: bool = False  # paper urns alone: nobody's choice is written
    aside: tuple[tuple[MemberId, CollegeId], ...] = ()  # whom the law keeps from voting on this one
    happened_at: datetime | None = None  # if it was entered afterwards
    quorum: Quorum | None = None  # of a consultation: reckoned on those who answered, when it is counted
    kept: tuple[Tally, ...] = ()  # in a second round, the collèges that keep their mandate, as they voted in the first
    casting_vote: Ruled[bool] | None = None  # whether the statutes let the chair's voice carry a tie here
    before_2005: bool = False  # a SARL formed before 4 August 2005 (C.com L223-30)
    amendment: AmendmentId | None = None  # what is voted is this one; `text` as it would read
    amended: tuple[AmendmentId, ...] = ()  # those adopted before, that made the text

    @property
    def rules(self) -> Rules:
        """How it is counted."""
        again, kept = self.second_round_of is not None, tuple(tally.college for tally in self.kept)
        return Rules(
            *(self.form, self.kind, self.scheme, self.majority, self.second_call),
            second_round=again,
            casting_vote=self.casting_vote,
            before_2005=self.before_2005,
            kept=kept,
        )

    def hears(self, college: CollegeId | None) -> bool:
        """Whether this collège votes: in a second round, only those that found no mandate do."""
        return college not in self.rules.kept


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
    channel: Channel = Channel.ONLINE
    shares: int = 0  # of her line of the roll, where it holds them


@dataclass(frozen=True)
class FormFilled(Fact):
    """What a form says of each resolution, before the meeting: it goes into the box when each vote opens. A resolution
    that it passes over is an abstention (C.com L225-107)."""

    tags = (("assembly",),)
    assembly: AssemblyId
    member: MemberId
    channel: Channel
    choices: tuple[tuple[ResolutionId, Choice], ...]


@dataclass(frozen=True)
class Hands:
    """One collège at a show of hands. `there`: mandates in the room, by themselves or by a power, whose voice was not
    in the box already. `for_` is what remains of them."""

    college: CollegeId
    there: int
    against: int
    abstention: int
    for_: int


@dataclass(frozen=True)
class HandsCounted(Fact):
    """A show of hands: those against and those who abstain were counted, those in favour deduced. The last prevails."""

    tags = (("vote",),)
    vote: VoteId
    lines: tuple[Hands, ...]
    happened_at: datetime | None = None


@dataclass(frozen=True)
class Bulletins:
    """What one collège's urn held."""

    college: CollegeId
    for_: int
    against: int
    abstention: int = 0
    blank: int = 0
    void: int = 0

    @property
    def papers(self) -> int:
        return self.for_ + self.against + self.abstention + self.blank + self.void


@dataclass(frozen=True)
class BulletinsCounted(Fact):
    """What one teller found in the urns. Two who agree make the result; until then each one's last figures stand."""

    tags = (("vote",),)
    vote: VoteId
    teller: PersonId
    lines: tuple[Bulletins, ...]
    happened_at: datetime | None = None


@dataclass(frozen=True)
class Emarged(Fact):
    """A member's bulletin went into the urn: who voted is known, apart from what was voted."""

    tags = (("vote",), ("member", "vote"))
    vote: VoteId
    member: MemberId
    college: CollegeId | None = None
    holder: MemberId | None = None


@dataclass(frozen=True)
class DetailPublished(Fact):
    """The figures of collèges in which one or two voted in secret are shown all the same, and why."""

    tags = (("vote",),)
    vote: VoteId
    reason: Public


@dataclass(frozen=True)
class VoteClosed(Fact):
    tags = (("vote",),)
    vote: VoteId
    happened_at: datetime | None = None


@dataclass(frozen=True)
class VoteCounted(Fact):
    """The result, with every step that leads to it."""

    tags = (("vote",),)
    vote: VoteId
    count: Count
    quorum: QuorumState | None = None  # of a consultation
    chair_for: bool | None = None  # the side of the chair, where hers carries a tie; None: hers does not, or abstains

"""What the record says of meetings that decide: planned, convened, held; who came, for whom; what went wrong."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from fractions import Fraction

from governance.counting.tally import QuorumState
from governance.statutes.facts import Kind, Organ
from governance.words import (
    AssemblyId,
    CategoryId,
    CollegeId,
    Day,
    Fact,
    MemberId,
    PersonId,
    Public,
    ResolutionId,
    StatutesId,
)


class Matter(Enum):
    """What a resolution is about, where the statutes may demand secrecy."""

    GENERAL = "general"
    PERSONS = "persons"


class Backing(Enum):
    """Who presents a resolution, and whether the board stands behind it (C.com L225-106)."""

    PRESENTED = "presented"  # by the board
    APPROVED = "approved"  # by members, and the board approves it
    NEITHER = "neither"  # by members, and the board does not


class Manner(Enum):
    """How a meeting decides: together, or each by her own answer until a day."""

    SESSION = "session"
    CONSULTATION = "consultation"


class Withheld(Enum):
    """Why a member is not on the roll."""

    NO_COLLEGE = "no-college"
    TOO_FEW_SHARES = "too-few-shares"
    SHARES_NOT_PAID = "shares-not-paid"
    DUES_NOT_PAID = "dues-not-paid"
    CALL_NOT_PAID = "call-not-paid"
    TOO_RECENT = "too-recent"
    LEFT = "left"  # no longer a member when the session opened


@dataclass(frozen=True)
class AssemblyPlanned(Fact):
    """A meeting in preparation; until it is convened, the last plan prevails. `starts` is HH:MM, Paris time.
    A second call names the first. `ends`: until when a consultation is answered."""

    tags = ((), ("assembly",), ("second_call_of",))
    assembly: AssemblyId
    organ: Organ
    title: Public
    day: Day
    starts: str
    place: Public
    second_call_of: AssemblyId | None = None
    manner: Manner = Manner.SESSION
    ends: datetime | None = None


@dataclass(frozen=True)
class ResolutionTabled(Fact):
    """A resolution on the agenda, with the text that will be put to the vote."""

    tags = (("assembly",), ("resolution",))
    assembly: AssemblyId
    resolution: ResolutionId
    number: int
    kind: Kind
    matter: Matter
    title: Public
    text: Public
    backing: Backing = Backing.PRESENTED
    raised: bool = False  # in session, off the agenda: a revocation (C.com L225-105 al. 3)


@dataclass(frozen=True)
class ResolutionWithdrawn(Fact):
    """Taken off the agenda before it was frozen. Its number is not given again."""

    tags = (("assembly",), ("resolution",))
    assembly: AssemblyId
    resolution: ResolutionId


@dataclass(frozen=True)
class MandateEntered(Fact):
    """One line of the roll: a member, who speaks for her, and with what weight. A ballot reads this line alone.

    The last line of a member prevails, entered or withheld: the roll follows the movements until the session opens.
    """

    tags = (("assembly", "member"),)
    assembly: AssemblyId
    member: MemberId
    voter: PersonId
    category: CategoryId
    college: CollegeId | None
    votes: bool  # False: an advisory collège, heard and not counted
    weight: Fraction | None  # of the collège in the scheme, in percent; None where there is none or it is unknown
    shares: int = 0  # of the capital on the day of the meeting, where the statutes count them in a quorum


@dataclass(frozen=True)
class MandateWithheld(Fact):
    """A member who is not on the roll, and why. `article` of the statutes that says so."""

    tags = (("assembly", "member"),)
    assembly: AssemblyId
    member: MemberId
    reason: Withheld
    article: Public


@dataclass(frozen=True)
class RollSealed(Fact):
    """The roll as it was convened: so many voting mandates, under this version of the statutes.

    `members_by_college`: mandates in each collège of the scheme, advisory ones too; all under "" where it has none.
    Sealed again with the day `as_of` when a movement changes it: the last seal prevails, none follows the opening.
    """

    tags = (("assembly",),)
    assembly: AssemblyId
    statutes: StatutesId
    mandates: int
    members_by_college: tuple[tuple[CollegeId, int], ...]
    as_of: Day | None = None
    shares_by_college: tuple[tuple[CollegeId, int], ...] = ()  # nothing where the statutes count no shares


@dataclass(frozen=True)
class AssemblyConvened(Fact):
    """The notice is fixed: from now on the agenda does not move, and the worker sends it to everybody on the roll."""

    tags = (("assembly",),)
    assembly: AssemblyId
    on: Day
    statutes: StatutesId
    notice_days: int
    required_days: int
    article: Public = Public("")  # what requires them


@dataclass(frozen=True)
class NoticeSent(Fact):
    tags = (("assembly",), ("assembly", "person"))
    assembly: AssemblyId
    person: PersonId
    message: str
    edition: int = 0  # of the notice: 0 the first, then each correction


@dataclass(frozen=True)
class NoticeRefused(Fact):
    """The mail server would not take it: somebody must reach this person another way."""

    tags = (("assembly",), ("assembly", "person"))
    assembly: AssemblyId
    person: PersonId
    answer: str  # the server's code only: its words may quote the address
    edition: int = 0


@dataclass(frozen=True)
class NoticeHandedOver(Fact):
    """The notice was given on paper to somebody who has no mailbox, or whose server refused the letter."""

    tags = (("assembly",), ("assembly", "person"))
    assembly: AssemblyId
    person: PersonId
    on: Day
    edition: int = 0


@dataclass(frozen=True)
class IrregularityNoted(Fact):
    """Something was done against a rule. It is written with its article and the largest effect it can have had.
    `resolution`: the one that it bears on; None: all of them."""

    tags = (("assembly",),)
    assembly: AssemblyId
    rule: str
    article: Public
    reason: Public
    largest_effect: int | None  # in ballots cast; None: without bound
    resolution: ResolutionId | None = None


@dataclass(frozen=True)
class KindQuorum:
    """The quorum for one kind of resolution, reckoned when the session opened."""

    kind: Kind
    state: QuorumState


@dataclass(frozen=True)
class SessionOpened(Fact):
    """The quorum was there for one kind of resolution at least: so many of those entitled, present or represented.

    Heads; `need` and `base` are those of the first kind that has its quorum. What lacks it is not put to the vote.
    """

    tags = (("assembly",),)
    assembly: AssemblyId
    chair: PersonId
    present: int
    represented: int
    entitled: int
    need: Fraction
    base: str
    article: Public
    quorums: tuple[KindQuorum, ...] = ()
    by_form: int = 0  # who sent a form, and is neither there nor represented
    happened_at: datetime | None = None


@dataclass(frozen=True)
class OfficersNamed(Fact):
    """Who holds the meeting beside its chair, and signs its minutes (C.com R225-101)."""

    tags = (("assembly",),)
    assembly: AssemblyId
    chair: PersonId
    secretary: PersonId | None
    tellers: tuple[PersonId, ...] = ()


@dataclass(frozen=True)
class AdjournedForLackOfQuorum(Fact):
    """Procès-verbal de carence (C.com R225-107): too few came; a second call follows with the same agenda.

    `kinds`: the kinds of resolution that lacked their quorum; if others had it, the session goes on for them.
    """

    tags = (("assembly",),)
    assembly: AssemblyId
    chair: PersonId
    present: int
    represented: int
    entitled: int
    need: Fraction
    base: str
    article: Public
    kinds: tuple[Kind, ...] = ()
    quorums: tuple[KindQuorum, ...] = ()
    by_form: int = 0
    happened_at: datetime | None = None


@dataclass(frozen=True)
class SessionClosed(Fact):
    tags = (("assembly",),)
    assembly: AssemblyId
    debates: Public = Public("")
    happened_at: datetime | None = None

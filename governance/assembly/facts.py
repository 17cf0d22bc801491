"""What the record says of meetings that decide: planned, convened, held; who came, for whom; what went wrong."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

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


@dataclass(frozen=True)
class AssemblyPlanned(Fact):
    """A meeting in preparation. `starts` is HH:MM, Paris time. A second call names the first."""

    tags = ((), ("assembly",))
    assembly: AssemblyId
    organ: Organ
    title: Public
    day: Day
    starts: str
    place: Public
    second_call_of: AssemblyId | None = None


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


@dataclass(frozen=True)
class MandateEntered(Fact):
    """One line of the roll: a member, who speaks for her, and with what weight. A ballot reads this line alone."""

    tags = (("assembly", "member"),)
    assembly: AssemblyId
    member: MemberId
    voter: PersonId
    category: CategoryId
    college: CollegeId | None
    votes: bool  # False: an advisory collège, heard and not counted
    weight: Fraction | None  # of the collège in the scheme, in percent; None where there is none or it is unknown


@dataclass(frozen=True)
class RollSealed(Fact):
    """The roll is frozen: so many voting mandates, under this version of the statutes."""

    tags = (("assembly",),)
    assembly: AssemblyId
    statutes: StatutesId
    mandates: int
    members_by_college: tuple[tuple[CollegeId, int], ...]


@dataclass(frozen=True)
class AssemblyConvened(Fact):
    """The notice is fixed: from now on the agenda does not move, and the worker sends it to everybody on the roll."""

    tags = (("assembly",),)
    assembly: AssemblyId
    on: Day
    statutes: StatutesId
    notice_days: int
    required_days: int


@dataclass(frozen=True)
class NoticeSent(Fact):
    tags = (("assembly",), ("assembly", "person"))
    assembly: AssemblyId
    person: PersonId
    message: str


@dataclass(frozen=True)
class NoticeRefused(Fact):
    """The mail server would not take it: somebody must reach this person another way."""

    tags = (("assembly",), ("assembly", "person"))
    assembly: AssemblyId
    person: PersonId
    answer: str  # the server's code only: its words may quote the address


@dataclass(frozen=True)
class IrregularityNoted(Fact):
    """Something was done against a rule. It is written with its article and the largest effect it can have had."""

    tags = (("assembly",),)
    assembly: AssemblyId
    rule: str
    article: Public
    reason: Public
    largest_effect: int | None  # in ballots; None: the whole meeting


@dataclass(frozen=True)
class AttendanceSigned(Fact):
    tags = (("assembly",), ("assembly", "member"))
    assembly: AssemblyId
    member: MemberId
    person: PersonId


@dataclass(frozen=True)
class AttendanceEnded(Fact):
    tags = (("assembly",), ("assembly", "member"))
    assembly: AssemblyId
    member: MemberId


@dataclass(frozen=True)
class ProxyGiven(Fact):
    """A member gives power for one assembly to another member."""

    tags = (("assembly",), ("assembly", "grantor"), ("assembly", "holder"))
    assembly: AssemblyId
    grantor: MemberId
    holder: MemberId


@dataclass(frozen=True)
class ProxyWithdrawn(Fact):
    tags = (("assembly",), ("assembly", "grantor"), ("assembly", "holder"))
    assembly: AssemblyId
    grantor: MemberId
    holder: MemberId


@dataclass(frozen=True)
class SessionOpened(Fact):
    """The quorum was there: so many of those entitled, present or represented."""

    tags = (("assembly",),)
    assembly: AssemblyId
    chair: PersonId
    present: int
    represented: int
    entitled: int
    need: Fraction
    base: str
    article: Public


@dataclass(frozen=True)
class AdjournedForLackOfQuorum(Fact):
    """Procès-verbal de carence (C.com R225-107): too few came; a second call follows with the same agenda."""

    tags = (("assembly",),)
    assembly: AssemblyId
    chair: PersonId
    present: int
    represented: int
    entitled: int
    need: Fraction
    base: str
    article: Public


@dataclass(frozen=True)
class SessionClosed(Fact):
    tags = (("assembly",),)
    assembly: AssemblyId
    debates: Public = Public("")


@dataclass(frozen=True)
class MinutesDrawnUp(Fact):
    """The minutes as they were printed: anybody who holds the file can compare it with this digest."""

    tags = (("assembly",),)
    assembly: AssemblyId
    digest: str
    position: int
    pages: int

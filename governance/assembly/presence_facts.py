"""What the record says of who is at a meeting: there, by a power, or by a form sent before."""

from dataclasses import dataclass
from datetime import datetime

from governance.words import (
    AssemblyId,
    CollegeId,
    Day,
    Fact,
    MemberId,
    PersonId,
)


@dataclass(frozen=True)
class AttendanceSigned(Fact):
    """A member is there, by her voter; `college` and `votes` are those of her mandate. `remote`: by a live link that
    the statutes hold for presence. `happened_at`: when she came, if it was entered afterwards."""

    tags = (("assembly",), ("assembly", "member"))
    assembly: AssemblyId
    member: MemberId
    person: PersonId
    college: CollegeId | None = None
    votes: bool = True
    remote: bool = False
    happened_at: datetime | None = None
    shares: int = 0


@dataclass(frozen=True)
class AttendanceEnded(Fact):
    tags = (("assembly",), ("assembly", "member"))
    assembly: AssemblyId
    member: MemberId
    happened_at: datetime | None = None


@dataclass(frozen=True)
class FormReceived(Fact):
    """A form filled in before the meeting: its member counts as there. Once sent it is not taken back (C.com R225-85);
    what it says of each resolution is beside, among the votes."""

    tags = (("assembly",), ("assembly", "member"))
    assembly: AssemblyId
    member: MemberId
    on: Day
    college: CollegeId | None = None
    votes: bool = True
    shares: int = 0


@dataclass(frozen=True)
class FormLapsed(Fact):
    """The sender of a form has no vote any more at this meeting: it counts for nothing."""

    tags = (("assembly",), ("assembly", "member"))
    assembly: AssemblyId
    member: MemberId


@dataclass(frozen=True)
class ProxyGiven(Fact):
    """A member gives power for one assembly to another, who votes in the collège of the grantor.

    `holder` None: she names nobody, and the chair votes with the board (C.com L225-106).
    `happened_at`: when it was handed in, if it was entered afterwards.
    """

    tags = (("assembly",), ("assembly", "grantor"), ("assembly", "holder"))
    assembly: AssemblyId
    grantor: MemberId
    holder: MemberId | None
    college: CollegeId | None = None
    happened_at: datetime | None = None
    shares: int = 0


@dataclass(frozen=True)
class ProxyWithdrawn(Fact):
    """Taken back, or ended by the grantor who came in person."""

    tags = (("assembly",), ("assembly", "grantor"), ("assembly", "holder"))
    assembly: AssemblyId
    grantor: MemberId
    holder: MemberId | None
    happened_at: datetime | None = None

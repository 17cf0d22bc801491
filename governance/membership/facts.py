"""What the record says of persons, organisations, members and office holders."""

from dataclasses import dataclass
from enum import Enum

from governance.statutes.facts import LossCause, Organ
from governance.words import (
    AssemblyId,
    CategoryId,
    CollegeId,
    Day,
    Fact,
    MemberId,
    Office,
    PersonId,
    Public,
    Sealed,
)


class ActorKind(Enum):
    """What an organisation is to the territory (loi 2014-856 art. 9: who may form a PTCE)."""

    ESS_ENTERPRISE = "ess_enterprise"
    OTHER_ENTERPRISE = "other_enterprise"
    LOCAL_AUTHORITY = "local_authority"
    RESEARCH = "research"
    TRAINING = "training"
    OTHER = "other"


class Cause(Enum):
    """Why a membership ends: the rights end at once, the shares and the money follow later."""

    WITHDRAWAL = "withdrawal"
    AUTOMATIC_LOSS = "automatic_loss"
    EXCLUSION = "exclusion"
    DEATH = "death"
    DISSOLUTION = "dissolution"
    NOT_RATIFIED = "not_ratified"  # the assembly did not confirm the admission


@dataclass(frozen=True)
class PersonRegistered(Fact):
    """A human being whom the cooperative knows."""

    tags = (("person",),)
    person: PersonId
    name: Sealed
    email: Sealed | None = None
    phone: Sealed | None = None
    address: Sealed | None = None


@dataclass(frozen=True)
class ContactChanged(Fact):
    """How to reach a person from now on; None leaves what was known."""

    tags = (("person",),)
    person: PersonId
    email: Sealed | None = None
    phone: Sealed | None = None
    address: Sealed | None = None


@dataclass(frozen=True)
class ContactErased(Fact):
    """E-mail and telephone are to be forgotten (RGPD art. 17): their key is destroyed with this entry."""

    tags = (("person",),)
    person: PersonId


@dataclass(frozen=True)
class OrganisationRegistered(Fact):
    """A legal person that the cooperative knows; public information only."""

    tags = ((), ("member",), ("siren",))
    member: MemberId
    name: Public
    kind: ActorKind
    public_body: bool
    siren: Public = Public("")
    seat: Public = Public("")


@dataclass(frozen=True)
class RepresentativeNamed(Fact):
    """Who acts for an organisation from a day on, until another or until a last day, by a deliberation of its own."""

    tags = ((), ("member",), ("person",))
    member: MemberId
    person: PersonId
    on: Day
    deliberation: Public = Public("")
    until: Day | None = None


@dataclass(frozen=True)
class MembershipApplied(Fact):
    tags = (("member",),)
    member: MemberId
    category: CategoryId
    college: CollegeId | None
    on: Day


@dataclass(frozen=True)
class MemberAdmitted(Fact):
    """The organ that the statutes name let a candidate in."""

    tags = ((), ("member",))
    member: MemberId
    category: CategoryId
    college: CollegeId | None
    on: Day
    organ: Organ | None = None  # None: nobody wrote which
    minutes: Public = Public("")  # where it is written: « CA du 3 mars 2026, délibération 4 »


@dataclass(frozen=True)
class ApplicationRejected(Fact):
    tags = (("member",),)
    member: MemberId
    on: Day
    reason: Sealed | None = None


@dataclass(frozen=True)
class AdmissionRatified(Fact):
    """The assembly confirmed what another organ had decided."""

    tags = (("member",),)
    member: MemberId
    on: Day
    minutes: Public = Public("")


@dataclass(frozen=True)
class RejectionReported(Fact):
    """The assembly was told that an application had been rejected."""

    tags = (("member",),)
    member: MemberId
    on: Day


@dataclass(frozen=True)
class CollegeChanged(Fact):
    tags = ((), ("member",))
    member: MemberId
    college: CollegeId
    on: Day


@dataclass(frozen=True)
class MemberLeft(Fact):
    tags = ((), ("member",))
    member: MemberId
    cause: Cause
    on: Day
    lost: LossCause | None = None  # the condition that is no longer met, where it ended of itself


@dataclass(frozen=True)
class CategoryChanged(Fact):
    """The category of record: one at a time, whatever else she is to the cooperative (L47 art. 19 septies)."""

    tags = ((), ("member",))
    member: MemberId
    category: CategoryId
    on: Day


@dataclass(frozen=True)
class WithdrawalNotified(Fact):
    """A member wrote that she leaves: notified on one day, effective on another (C.com L231-6)."""

    tags = ((), ("member",))
    member: MemberId
    on: Day
    effective: Day


@dataclass(frozen=True)
class WithdrawalTakenBack(Fact):
    """She stays: what she had notified does not take effect."""

    tags = ((), ("member",))
    member: MemberId
    on: Day


@dataclass(frozen=True)
class ApplicationWithdrawn(Fact):
    """The candidate gives up before any answer."""

    tags = (("member",),)
    member: MemberId
    on: Day


@dataclass(frozen=True)
class AdmissionRedated(Fact):
    """An admission had been entered on the wrong day: `was` what was written, `on` when it was true."""

    tags = ((), ("member",))
    member: MemberId
    was: Day
    on: Day


@dataclass(frozen=True)
class HeirsNamed(Fact):
    """Whom the value of a dead member's shares is paid to: an heir, a notary; the last named prevails. Nobody becomes
    a member by it (C.com L231-8)."""

    tags = (("member",),)
    member: MemberId
    on: Day
    heirs: Sealed  # a name, then an address


@dataclass(frozen=True)
class AbsenceWarned(Fact):
    """The notice of an assembly told a member that she will lose her membership if she misses this one too."""

    tags = (("assembly",), ("member",))
    member: MemberId
    assembly: AssemblyId
    on: Day
    missed: int  # ordinary assemblies in a row, before this one
    article: Public


@dataclass(frozen=True)
class MembershipIrregular(Fact):
    """A movement that happened against a rule: its article, why it is recorded, how many votes it may weigh at most."""

    tags = (("member",),)
    member: MemberId
    on: Day
    rule: str
    article: Public
    reason: Sealed
    largest_effect: int | None


@dataclass(frozen=True)
class OfficeTaken(Fact):
    """A person holds an office from a day on, until another or until she leaves it. `college`: whose seat it is.
    `provisional`: the board named her until the assembly ratifies (C.com L225-24); taken again without it, it did."""

    tags = ((), ("person",))
    person: PersonId
    office: Office
    on: Day
    until: Day | None = None
    college: CollegeId | None = None
    provisional: bool = False


@dataclass(frozen=True)
class OfficeLeft(Fact):
    tags = ((), ("person",))
    person: PersonId
    office: Office
    on: Day


@dataclass(frozen=True)
class MemberTakenOver(Fact):
    """A member whom another register already held: which register, on which line, under which number of its own."""

    tags = ((), ("member",))
    member: MemberId
    source: Public
    line: int
    number: Public = Public("")

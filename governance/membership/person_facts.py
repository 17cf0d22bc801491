"""What the record says of persons and organisations beyond membership: agreements, guardians, names, corrections."""

from dataclasses import dataclass
from enum import Enum

from governance.membership.facts import ActorKind
from governance.words import CategoryId, Day, Fact, MemberId, PersonId, Public, Sealed


class Way(Enum):
    """How an agreement was given: what a court would ask to see."""

    LETTER = "letter"
    FORM = "form"  # ticked on the application that she signed
    EMAIL = "email"
    MINUTES = "minutes"  # said in an assembly whose minutes write it
    PAGE = "page"  # ticked by herself on her own page, once signed in
    COUPON = "coupon"  # ticked on the coupon of a yearly update, that she signed


class Purpose(Enum):
    """What may reach her by e-mail instead of a registered letter."""

    MEETINGS = "meetings"  # notices of meetings and what goes with them
    EVERYTHING = "everything"  # formal notices, calls and reminders too


@dataclass(frozen=True)
class NoticeAgreed(Fact):
    """From a day on a person takes electronic notice for this purpose, until she withdraws her agreement."""

    tags = (("person",),)
    person: PersonId
    way: Way
    on: Day
    purpose: Purpose = Purpose.MEETINGS


@dataclass(frozen=True)
class NoticeWithdrawn(Fact):
    """From a day on she takes paper again."""

    tags = (("person",),)
    person: PersonId
    on: Day


class Shown(Enum):
    """What of a person anybody may read, where she consents: her name as the one to contact, and how to reach her."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"


@dataclass(frozen=True)
class ContactShown(Fact):
    """All that she consents to have read by anybody, from a day on; said again, it takes the place of what was said."""

    tags = (("person",),)
    person: PersonId
    shown: tuple[Shown, ...]
    way: Way
    on: Day


@dataclass(frozen=True)
class GuardianNamed(Fact):
    """Who speaks and votes for a minor, from a day on (C.civ 388-1-1)."""

    tags = ((), ("member",), ("guardian",))
    member: MemberId
    guardian: PersonId
    on: Day


@dataclass(frozen=True)
class MajorityReached(Fact):
    """From a day on she speaks for herself: eighteen, or emancipated (C.civ 413-2, 414)."""

    tags = ((), ("member",))
    member: MemberId
    on: Day


@dataclass(frozen=True)
class AliasGiven(Fact):
    """Another name under which somebody, or an organisation, is looked for: of use, of birth, an acronym."""

    tags = (("person",),)
    person: PersonId
    name: Sealed


@dataclass(frozen=True)
class PersonsMerged(Fact):
    """Two identifiers were one person, or one organisation: the second is closed and leads to the first."""

    tags = (("kept",), ("closed",))
    kept: PersonId
    closed: PersonId
    on: Day


@dataclass(frozen=True)
class OrganisationCorrected(Fact):
    """What is known of an organisation from a day on, in place of what was: public information only."""

    tags = ((), ("member",), ("siren",))
    member: MemberId
    name: Public
    kind: ActorKind
    public_body: bool
    siren: Public = Public("")
    siret: Public = Public("")
    rna: Public = Public("")
    seat: Public = Public("")
    on: Day | None = None  # None: nobody wrote since when


@dataclass(frozen=True)
class BankAccountGiven(Fact):
    """Where a member is reimbursed from a day on: an IBAN (ISO 13616), that the contact key closes."""

    tags = (("member",),)
    member: MemberId
    iban: Sealed
    on: Day


@dataclass(frozen=True)
class QualityHeld(Fact):
    """What somebody also is to the cooperative, besides her category of record: another category of the statutes.

    Said again from the same day, it takes the place of what was said: so its end is known later.
    """

    tags = (("person",),)
    person: PersonId
    category: CategoryId
    on: Day
    until: Day | None = None


@dataclass(frozen=True)
class Affiliated(Fact):
    """She belongs to an organisation without speaking for it; said again from the same day, as above."""

    tags = (("person",), ("organisation",))
    person: PersonId
    organisation: MemberId
    on: Day
    until: Day | None = None

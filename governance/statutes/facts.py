"""What the record says of the cooperative itself and of its statutes, version after version.

The value types below say what statutes may fix: a `Ruled` value carries the article of the statutes that
fixes it, so that every computed result can quote it. None means that the statutes do not say.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Generic, TypeVar

from governance.words import CategoryId, Cents, CollegeId, Day, Fact, Public, StatutesId

T = TypeVar("T")


class Form(Enum):
    SA = "SA"
    SAS = "SAS"
    SARL = "SARL"
    ASSOCIATION = "association"


class Nature(Enum):
    """The link between a category of members and the cooperative (L47 art. 19 septies)."""

    EMPLOYEE = "employee"
    PRODUCER = "producer"
    BENEFICIARY = "beneficiary"
    OTHER = "other"


class Voice(Enum):
    DELIBERATIVE = "deliberative"
    ADVISORY = "advisory"


class Organ(Enum):
    ASSEMBLY = "assembly"
    BOARD = "board"
    EXECUTIVE = "executive_committee"  # the bureau that meets every month
    STEERING = "steering_committee"


class Kind(Enum):
    """How a resolution is decided: with the powers of an ordinary or of an extraordinary assembly."""

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"


class Aggregation(Enum):
    """From the ballots of the collèges to one result."""

    FLAT = "flat"
    PROPORTIONAL = "proportional"
    COLLEGE_MAJORITY = "college_majority"


class CollegeTie(Enum):
    NEUTRAL = "neutral"
    AGAINST = "against"


class AbsentPolicy(Enum):
    """What becomes of the weight of a collège without members, or without votes expressed."""

    EQUAL_REDISTRIBUTION = "equal_redistribution"
    PRORATA_REDISTRIBUTION = "prorata_redistribution"
    EXCLUDED_FROM_BASE = "excluded_from_base"
    LOST = "lost"


class QuorumBase(Enum):
    HEADS = "heads"
    WEIGHTS = "weights"
    PER_COLLEGE = "per_college"


class MajorityBase(Enum):
    CAST = "cast"
    PRESENT = "present"
    ALL = "all"


class AbstentionEffect(Enum):
    NEUTRAL = "neutral"
    AGAINST = "against"
    FOR = "for"


class OpenProxyRule(Enum):
    """Where the votes of a proxy without a named holder go."""

    CHAIR_WITH_BOARD = "chair_with_board"  # for what the board proposes, against the rest (C.com L225-106)
    REFUSED = "refused"


@dataclass(frozen=True)
class Ruled(Generic[T]):
    """A value, and the article of the statutes that fixes it."""

    value: T
    article: Public


@dataclass(frozen=True)
class Category:
    """A category of members: the law wants three links of distinct nature (L47 art. 19 septies)."""

    id: CategoryId
    name: Public
    nature: Nature
    min_shares: int
    article: Public


@dataclass(frozen=True)
class College:
    """A voting group. `weight` is a percentage, exact: 100/3 is legal. None: advisory, or not known."""

    id: CollegeId
    name: Public
    voice: Voice
    weight: Fraction | None
    article: Public
    criteria: Public = Public("")


@dataclass(frozen=True)
class Scheme:
    """The collèges of one organ, and how their voices become one (L47 art. 19 octies). No collège: 1p1v."""

    organ: Organ
    colleges: tuple[College, ...] = ()
    aggregation: Ruled[Aggregation] | None = None
    tie_in_college: Ruled[CollegeTie] | None = None
    empty: Ruled[AbsentPolicy] | None = None
    silent: Ruled[AbsentPolicy] | None = None


@dataclass(frozen=True)
class Quorum:
    """The part of those entitled that must be there, on the first and on the second call. None: no quorum."""

    first: Ruled[Fraction] | None
    second: Ruled[Fraction] | None
    base: Ruled[QuorumBase] | None


@dataclass(frozen=True)
class Majority:
    """`strict`: more than the threshold; otherwise at least."""

    threshold: Ruled[Fraction]
    strict: bool
    base: Ruled[MajorityBase]
    abstention: Ruled[AbstentionEffect] | None = None


@dataclass(frozen=True)
class MeetingRules:
    """How an assembly meets and decides for one kind of resolution. Days are full days before the meeting."""

    notice_days: Ruled[int] | None
    second_notice_days: Ruled[int] | None
    quorum: Quorum
    majority: Majority


@dataclass(frozen=True)
class ProxyRules:
    """A holder carries at most max(least, floor(fraction × members)) proxies, besides her own vote."""

    least: Ruled[int]
    fraction: Ruled[Fraction] | None
    cross_college: Ruled[bool]
    open_proxy: Ruled[OpenProxyRule] | None = None


@dataclass(frozen=True)
class Capital:
    nominal: Ruled[Cents]
    minimum: Ruled[Cents]
    floor_fraction: Ruled[Fraction]
    paid_at_once: Ruled[Fraction]
    public_maximum: Ruled[Fraction] | None = None


@dataclass(frozen=True)
class Meetings:
    """How often an organ meets in a year, and in which month if the statutes say so."""

    organ: Organ
    least: int
    most: int
    month: int | None
    article: Public


@dataclass(frozen=True)
class Statutes:
    """One version, as the rules read it."""

    form: Form
    categories: tuple[Category, ...]
    admission: Ruled[Organ] | None
    schemes: tuple[Scheme, ...]
    ordinary: MeetingRules | None
    extraordinary: MeetingRules | None
    proxies: ProxyRules | None
    capital: Capital | None = None
    online_vote: Ruled[bool] | None = None
    secret: Ruled[tuple[Public, ...]] | None = None  # what is voted in secret: "elections", "persons", "all"
    meetings: tuple[Meetings, ...] = ()
    term_years: Ruled[int] | None = None

    def scheme(self, organ: Organ) -> Scheme | None:
        return next((scheme for scheme in self.schemes if scheme.organ is organ), None)

    def meeting(self, kind: Kind) -> MeetingRules | None:
        return self.ordinary if kind is Kind.ORDINARY else self.extraordinary


@dataclass(frozen=True)
class RecordOpened(Fact):
    """The first entry of a record: whose it is, and whether it is a demonstration."""

    name: Public
    demonstration: bool


@dataclass(frozen=True)
class CooperativeDescribed(Fact):
    """What the header of every document must say (form, capital, seat, RCS: C.com R123-237)."""

    name: Public
    form: Form
    seat: Public
    registration: Public
    on: Day


@dataclass(frozen=True)
class StatutesAdopted(Fact):
    """A version of the statutes: adopted on a day, in force from another, until the next."""

    tags = ((), ("version",))
    version: StatutesId
    on: Day
    in_force_from: Day
    statutes: Statutes
    text_digest: str  # SHA-256 of the YAML file as it was given, hexadecimal
    text: Public

"""The clauses on members, collèges and assemblies: who votes, with what weight, and what is enough."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from governance.statutes.terms import (
    AbsentPolicy,
    AbstentionEffect,
    Aggregation,
    CollegeTie,
    MajorityBase,
    Nature,
    OpenProxyRule,
    Organ,
    ProxyHolder,
    QuorumBase,
    RequestBase,
    Ruled,
    Voice,
)
from governance.words import CategoryId, Cents, CollegeId, Public


@dataclass(frozen=True)
class Category:
    """A category of members: the law wants three links of distinct nature (L47 art. 19 septies)."""

    id: CategoryId
    name: Public
    nature: Nature
    min_shares: int
    article: Public
    nominal: Cents | None = None  # where the text gives its shares a value of their own


@dataclass(frozen=True)
class College:
    """A voting group. `weight` is a percentage, exact: 100/3 is legal. None: advisory, or not known.

    With fewer than `min_members` it does not stand: its members and its weight join the collège `merge_into`.
    """

    id: CollegeId
    name: Public
    voice: Voice
    weight: Fraction | None
    article: Public
    criteria: Public = Public("")
    min_members: int = 0
    merge_into: CollegeId | None = None


@dataclass(frozen=True)
class Scheme:
    """The collèges of one organ, and how their voices become one (L47 art. 19 octies). No collège: 1p1v."""

    organ: Organ
    colleges: tuple[College, ...] = ()
    aggregation: Ruled[Aggregation] | None = None
    tie_in_college: Ruled[CollegeTie] | None = None
    empty: Ruled[AbsentPolicy] | None = None
    silent: Ruled[AbsentPolicy] | None = None
    college_threshold: Ruled[Fraction] | None = None  # of a collège's base: beyond it, the collège has a mandate
    multi_college: Ruled[bool] | None = None  # may one member belong to several?
    colleges_for: Ruled[int] | None = None  # how many must be in favour, under a double majority


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
    holder: Ruled[ProxyHolder] | None = None


@dataclass(frozen=True)
class AgendaRequest:
    """Who may have a point put on the agenda, and until how many days before the meeting."""

    fraction: Ruled[Fraction]
    base: Ruled[RequestBase] | None = None
    deadline_days: Ruled[int] | None = None


@dataclass(frozen=True)
class Remote:
    """How one takes part from afar. `form_cutoff_days`: postal forms come in so many days before the meeting."""

    postal: Ruled[bool] | None = None
    video: Ruled[bool] | None = None
    written_consultation: Ruled[bool] | None = None
    form_cutoff_days: Ruled[int] | None = None


@dataclass(frozen=True)
class Meetings:
    """How often an organ meets in a year, and in which month if the statutes say so."""

    organ: Organ
    least: int
    most: int
    month: int | None
    article: Public

"""What a count takes in and gives out: rules, ballots of each collège, the result and the steps that lead to it.

The record keeps a `Count` as it was reckoned: these shapes are the archive's. Add, never rename, never remove.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import Field, dataclass, field
from fractions import Fraction
from typing import Any, ClassVar, Protocol, Self

from governance.command import Refused
from governance.statutes.facts import Aggregation, College, Form, Kind, Majority, QuorumBase, Ruled, Scheme, Voice
from governance.words import CollegeId, Public

WHOLE = CollegeId("")
"""Everybody, where the scheme has no collège."""


@dataclass(frozen=True)
class Rules:
    """How one vote is counted. Without collèges, the scheme is `Scheme(organ)`.

    `majority` None: the statutes do not say, the law of the form does. `chair_for`: the side of the chair,
    where hers prevails in a tie; None where it does not. `second_round`: a first one left collèges undecided.
    `casting_vote`: whether the statutes give her that; None if they do not say. `before_2005`: a SARL that was formed
    before 4 August 2005 (C.com L223-30). `kept`: the collèges that keep the mandate of the first round.
    """

    form: Form
    kind: Kind
    scheme: Scheme
    majority: Majority | None
    second_call: bool = False
    chair_for: bool | None = None
    second_round: bool = False
    casting_vote: Ruled[bool] | None = None
    before_2005: bool = False
    kept: tuple[CollegeId, ...] = ()


@dataclass(frozen=True)
class Held:
    """The same in shares of the capital, for the rare rule that counts them: in a cooperative heads vote."""

    entitled: int
    there: int
    for_: int = 0
    against: int = 0
    abstention: int = 0

    def __add__(self, other: Held) -> Held:
        return Held(*(mine + hers for mine, hers in zip(self.all, other.all, strict=True)))

    @property
    def all(self) -> tuple[int, ...]:
        return (self.entitled, self.there, self.for_, self.against, self.abstention)

    @property
    def possible(self) -> bool:
        return min(self.all) >= 0 and self.for_ + self.against + self.abstention <= self.there <= self.entitled


@dataclass(frozen=True)
class Tally:
    """The ballots of one collège, in heads. `there`: present, represented, or having voted from afar. `shares`: the
    same in shares of the capital, None where nobody counts them."""

    college: CollegeId
    entitled: int
    there: int
    for_: int = 0
    against: int = 0
    abstention: int = 0
    blank: int = 0
    void: int = 0
    did_not_take_part: int = 0
    shares: Held | None = field(default=None, kw_only=True)

    @property
    def absent(self) -> int:
        return self.entitled - self.there

    @property
    def expressed(self) -> int:
        """Abstention, blank and void are not votes expressed (C.com L225-96, L225-98)."""
        return self.for_ + self.against

    @property
    def counters(self) -> tuple[int, ...]:
        unexpressed = (self.abstention, self.blank, self.void, self.did_not_take_part)
        return (self.for_, self.against, *unexpressed)

    def __add__(self, other: Tally) -> Tally:
        """Both together, in this collège."""
        counters = (mine + hers for mine, hers in zip(self.counters, other.counters, strict=True))
        shares = self.shares + other.shares if self.shares and other.shares else None
        entitled, there = self.entitled + other.entitled, self.there + other.there
        return Tally(self.college, entitled, there, *counters, shares=shares)


@dataclass(frozen=True)
class Step:
    """One line of the reckoning: a key that the web says in French, the article, the numbers, exact ("200/3")."""

    key: str
    article: Public
    numbers: tuple[tuple[str, str], ...]


def step(key: str, article: str = "", /, **numbers: object) -> Step:
    """A number named after a keyword of Python drops its underscore: `for_` is written `for`."""
    written = tuple((name.rstrip("_"), str(number)) for name, number in numbers.items())
    return Step(key, Public(article), written)


@dataclass(frozen=True)
class Reading:
    """What the same figures give if the statutes, which do not say, had said `choice` of `rule`.

    `rule` is "empty", "silent" or "base"; `choice` one of the answers that statutes may give to it.
    """

    rule: str
    choice: str
    met: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Line:
    """What one collège brought. `weight` in percent, as used, None where heads are counted or only heard;
    `for_` and `against` are its contribution, in heads or in percent like the totals."""

    tally: Tally
    voice: Voice
    weight: Fraction | None
    for_: Fraction
    against: Fraction


@dataclass(frozen=True)
class Count:
    """The result. Totals are heads when `aggregation` is FLAT (as asked, or because weighting stopped), or shares where
    the majority counts them, else percents.

    `by_clause`: what the statutes alone would say; `by_law`: what the law's own majority says, None if it has none.
    `ratio` is 0 on an empty base. `margin`: the fewest ballots that, had they been on the other side, would
    have given the other result; None when no number would, or when it cannot be proved the fewest. `second_round`:
    the collèges that found no mandate, and vote again before anything is decided. `readings`: every other answer where
    the statutes do not say, and what it gives.
    """

    adopted: bool
    by_clause: bool
    by_law: bool | None
    aggregation: Aggregation
    for_: Fraction
    against: Fraction
    base: Fraction
    ratio: Fraction
    threshold: Fraction
    strict: bool
    need: Fraction
    margin: int | None
    lines: tuple[Line, ...]
    steps: tuple[Step, ...]
    second_round: tuple[CollegeId, ...] = ()
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True)
class QuorumState:
    """How many are needed and there out of how many: heads, shares, percents, or collèges, according to the base."""

    base: QuorumBase
    need: Fraction
    there: Fraction
    total: Fraction
    reached: bool
    article: Public
    steps: tuple[Step, ...]
    readings: tuple[Reading, ...] = ()


class Electors(Protocol):
    """What one collège brings, counted by heads: those entitled, and whatever they said."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def college(self) -> CollegeId: ...

    @property
    def entitled(self) -> int: ...

    def __add__(self, other: Self, /) -> Self: ...


def colleges(scheme: Scheme) -> tuple[College, ...]:
    """The collèges of the scheme; where it has none, one that holds everybody."""
    return scheme.colleges or (College(WHOLE, Public(""), Voice.DELIBERATIVE, None, Public("")),)


def called(college: College) -> str:
    """What a step calls it."""
    return college.name or college.id


def voting(scheme: Scheme) -> tuple[College, ...]:
    """Those whose votes count: advisory collèges are heard apart."""
    return tuple(college for college in colleges(scheme) if college.voice is Voice.DELIBERATIVE)


def by_college(scheme: Scheme, tallies: Iterable[Tally]) -> dict[CollegeId, Tally]:
    """One tally a collège, in the order of the scheme; a collège that has none is empty."""
    found: dict[CollegeId, Tally] = {}
    known = [college.id for college in colleges(scheme)]
    for tally in tallies:
        if tally.college not in known:
            raise Refused("college-not-voting", college=tally.college)
        if tally.college in found:
            raise Refused("college-counted-twice", college=tally.college)
        found[tally.college] = _possible(tally)
    return {college: found.get(college, Tally(college, 0, 0)) for college in known}


def _possible(tally: Tally) -> Tally:
    if min(tally.entitled, tally.there, *tally.counters) < 0:
        raise Refused("negative-counter", college=tally.college)
    if tally.there > tally.entitled:
        raise Refused("more-present-than-entitled", college=tally.college)
    if sum(tally.counters) > tally.there:
        raise Refused("more-votes-than-present", college=tally.college)
    if tally.shares and not tally.shares.possible:
        raise Refused("impossible-shares", college=tally.college)
    return tally


def in_shares(tally: Tally) -> Held:
    """What the shares of a collège said. Refused where nobody gave them: heads do not tell."""
    if tally.shares is None and tally.entitled:
        raise Refused("shares-unknown", college=tally.college)
    return tally.shares or Held(0, 0)

"""From the ballots of the collèges to one total, under one majority: by heads, by share, or by collège."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from governance.command import Refused
from governance.counting.merging import merged
from governance.counting.tally import Step, Tally, called, step, voting
from governance.counting.threshold import HALF, reaches
from governance.counting.weights import HEADS, Shares, in_force, statutory, without_votes
from governance.statutes.facts import (
    AbstentionEffect,
    Aggregation,
    College,
    CollegeTie,
    Majority,
    MajorityBase,
    Scheme,
)
from governance.words import CollegeId

Sides = tuple[Fraction, Fraction]
"""For and against."""

NEITHER: Sides = (Fraction(), Fraction())


@dataclass(frozen=True)
class Heard:
    """A collège's ballots as the majority hears them: an abstention may fall on a side, the absent in the base."""

    for_: int
    against: int
    base: int


@dataclass(frozen=True)
class Inside:
    """How a collège makes up its mind: what a tie in it does, and beyond what part of its base it has a mandate."""

    tie: CollegeTie
    mandate: Fraction = HALF


def by_heads(weight: Fraction, heard: Heard, inside: Inside) -> Sides:
    """One member, one vote (L47 art. 9)."""
    return Fraction(heard.for_), Fraction(heard.against)


def by_share(weight: Fraction, heard: Heard, inside: Inside) -> Sides:
    """The collège divides its weight as its own base divides: what is for neither side weighs for neither."""
    return weight * Fraction(heard.for_, heard.base), weight * Fraction(heard.against, heard.base)


def by_college(weight: Fraction, heard: Heard, inside: Inside) -> Sides:
    """The side with more votes takes the whole weight; a tie takes it to neither, or against."""
    if heard.for_ > heard.against:
        return weight, Fraction()
    if heard.for_ < heard.against or inside.tie is CollegeTie.AGAINST:
        return Fraction(), weight
    return NEITHER


def by_mandate(weight: Fraction, heard: Heard, inside: Inside) -> Sides:
    """The side beyond the threshold takes the whole weight; where there is none, the collège votes again."""
    level = inside.mandate * heard.base
    return weight * (heard.for_ > level), weight * (heard.against > level)


WAYS: Mapping[Aggregation, Callable[[Fraction, Heard, Inside], Sides]] = {
    Aggregation.FLAT: by_heads,
    Aggregation.PROPORTIONAL: by_share,
    Aggregation.COLLEGE_MAJORITY: by_college,
    Aggregation.COLLEGE_THRESHOLD: by_mandate,
}
"""The ways of counting. A new one is a function and a line here."""


@dataclass(frozen=True)
class Cast:
    """What one collège casts. `weight` is in percent; where heads are counted, the heads of its base."""

    college: College
    tally: Tally
    heard: Heard
    weight: Fraction
    for_: Fraction
    against: Fraction


@dataclass(frozen=True)
class Totals:
    """In heads, or in percent. `lost`: the weight that nobody casts and that stays in the base."""

    majority: Majority
    aggregation: Aggregation
    inside: Inside
    casts: tuple[Cast, ...]
    lost: Fraction
    steps: tuple[Step, ...] = ()

    @property
    def for_(self) -> Fraction:
        return sum((cast.for_ for cast in self.casts), Fraction())

    @property
    def against(self) -> Fraction:
        return sum((cast.against for cast in self.casts), Fraction())

    @property
    def base(self) -> Fraction:
        return self.base_of(self.for_, self.against)

    def base_of(self, for_: Fraction, against: Fraction) -> Fraction:
        """What the base would be under these totals: it moves with them if it holds the votes cast only."""
        if self.majority.base.value is MajorityBase.CAST:
            return for_ + against + self.lost
        return sum((cast.weight for cast in self.casts), Fraction())

    @property
    def undecided(self) -> tuple[College, ...]:
        """The collèges that voted and found no mandate: nothing is decided before they vote again."""
        if self.aggregation is not Aggregation.COLLEGE_THRESHOLD:
            return ()
        return tuple(one.college for one in self.casts if one.heard.base and (one.for_, one.against) == NEITHER)

    @property
    def met(self) -> bool:
        return not self.undecided and reaches(self.majority, self.for_, self.base)


def aggregate(scheme: Scheme, tallies: Mapping[CollegeId, Tally], majority: Majority) -> Totals:
    """The totals under this majority, and the steps that lead to them from the weights of the statutes."""
    told: tuple[Step, ...] = ()
    if _way(scheme) is not Aggregation.FLAT:
        scheme, tallies, told = merged(scheme, tallies)
    heard = {college.id: _hear(tallies[college.id], majority) for college in voting(scheme)}
    shares = _shares(scheme, tallies, heard)
    way, inside = _way(scheme) if shares.weighted else Aggregation.FLAT, _inside(scheme)
    weights = shares.cast | shares.lost if shares.weighted else {c: Fraction(h.base) for c, h in heard.items()}
    casts = []
    for college in voting(scheme):
        of, weight = heard[college.id], weights.get(college.id, Fraction())
        sides = WAYS[way](weight, of, inside) if of.base else NEITHER
        casts.append(Cast(college, tallies[college.id], of, weight, *sides))
    totals = Totals(majority, way, inside, tuple(casts), sum(shares.lost.values(), Fraction()))
    return replace(totals, steps=(*told, *shares.steps, *_told(scheme, totals)))


def _way(scheme: Scheme) -> Aggregation:
    if not scheme.colleges:
        return Aggregation.FLAT
    if scheme.aggregation is None:
        statutory(scheme)  # if the weights are unknown too, that is what to say
        raise Refused("aggregation-unknown", article=scheme.colleges[0].article)
    if scheme.aggregation.value is Aggregation.COLLEGE_THRESHOLD and scheme.college_threshold is None:
        raise Refused("college-threshold-unknown", article=scheme.aggregation.article)
    return scheme.aggregation.value


def _inside(scheme: Scheme) -> Inside:
    tie = scheme.tie_in_college.value if scheme.tie_in_college else CollegeTie.NEUTRAL
    return Inside(tie, scheme.college_threshold.value if scheme.college_threshold else HALF)


def effect(majority: Majority) -> AbstentionEffect:
    """What an abstention does; nothing if the statutes do not say."""
    return majority.abstention.value if majority.abstention else AbstentionEffect.NEUTRAL


def _hear(tally: Tally, majority: Majority) -> Heard:
    for_ = tally.for_ + (tally.abstention if effect(majority) is AbstentionEffect.FOR else 0)
    against = tally.against + (tally.abstention if effect(majority) is AbstentionEffect.AGAINST else 0)
    bases = {
        MajorityBase.CAST: for_ + against,
        MajorityBase.PRESENT: tally.there,
        MajorityBase.ALL: tally.entitled,
    }
    return Heard(for_, against, bases[majority.base.value])


def _shares(scheme: Scheme, tallies: Mapping[CollegeId, Tally], heard: Mapping[CollegeId, Heard]) -> Shares:
    if _way(scheme) is Aggregation.FLAT:
        return HEADS
    shares = in_force(scheme, tallies)
    silent = [c for c in voting(scheme) if c.id in shares.cast and not heard[c.id].base]
    return without_votes(shares, scheme, silent)


def _told(scheme: Scheme, totals: Totals) -> Iterator[Step]:
    """How the ballots fell: what abstention does, the base, each collège's contribution, the total."""
    majority = totals.majority
    if majority.abstention and effect(majority) is not AbstentionEffect.NEUTRAL:
        yield step(f"abstention-counts-{majority.abstention.value.value}", majority.abstention.article)
    yield step(f"base-{majority.base.value.value}", majority.base.article)
    for cast in totals.casts:
        if totals.aggregation is not Aggregation.FLAT and cast.heard.base:
            yield _contribution(scheme, totals, cast)
    if totals.aggregation is Aggregation.FLAT:
        yield step("total-heads", for_=totals.for_, against=totals.against, base=totals.base)
    else:
        points = {"points_for": totals.for_, "points_against": totals.against, "points_base": totals.base}
        yield step("total-points", **points)


def _contribution(scheme: Scheme, totals: Totals, cast: Cast) -> Step:
    article = scheme.aggregation.article if scheme.aggregation else ""
    heard, college = cast.heard, called(cast.college)
    said = {"college": college, "for_": heard.for_, "against": heard.against, "weight": cast.weight}
    if totals.aggregation is Aggregation.PROPORTIONAL:
        points = {"points_for": cast.for_, "points_against": cast.against}
        return step("college-share", article, **said, base=heard.base, **points)
    if totals.aggregation is Aggregation.COLLEGE_THRESHOLD:
        side = "for" if cast.for_ else "against" if cast.against else "none"
        asked = scheme.college_threshold.article if scheme.college_threshold else article
        ratio = Fraction(max(heard.for_, heard.against), heard.base)
        return step(
            f"college-mandate-{side}", asked, **said, base=heard.base, ratio=ratio, mandate=totals.inside.mandate
        )
    if heard.for_ != heard.against:
        return step("college-for" if heard.for_ > heard.against else "college-against", article, **said)
    ruled = scheme.tie_in_college.article if scheme.tie_in_college else ""
    return step(f"college-tie-{totals.inside.tie.value}", ruled, **said)

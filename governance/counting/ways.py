"""How one collège's ballots fall on the two sides: by heads, by share, or as a block."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from governance.counting.threshold import HALF
from governance.statutes.facts import Aggregation, CollegeTie

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
    Aggregation.DOUBLE_MAJORITY: by_share,  # and enough collèges in favour: see Totals
}
"""The ways of counting. A new one is a function and a line here."""

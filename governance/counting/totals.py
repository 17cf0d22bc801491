"""What the collèges cast together under one majority, and whether it is enough."""

from dataclasses import dataclass
from fractions import Fraction

from governance.counting.tally import Step, Tally
from governance.counting.threshold import reaches
from governance.counting.ways import NEITHER, Heard, Inside
from governance.statutes.facts import Aggregation, College, Majority, MajorityBase


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
    """In heads, in shares, or in percent. `lost`: the weight that nobody casts and that stays in the base.
    `wanted`: how many collèges must be in favour besides, under DOUBLE_MAJORITY; None where it does not matter."""

    majority: Majority
    aggregation: Aggregation
    inside: Inside
    casts: tuple[Cast, ...]
    lost: Fraction
    steps: tuple[Step, ...] = ()
    wanted: int | None = None

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
    def in_favour(self) -> tuple[College, ...]:
        """The collèges in which more are for than against."""
        return tuple(one.college for one in self.casts if one.heard.for_ > one.heard.against)

    @property
    def enough_colleges(self) -> bool:
        return self.wanted is None or len(self.in_favour) >= self.wanted

    @property
    def met(self) -> bool:
        return not self.undecided and self.enough_colleges and reaches(self.majority, self.for_, self.base)

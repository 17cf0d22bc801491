"""Sharing out a weight that nobody casts, without taking any collège beyond the bounds of the law."""

from collections.abc import Mapping
from fractions import Fraction

from governance.statutes.facts import AbsentPolicy
from governance.words import CollegeId

Weights = dict[CollegeId, Fraction]
"""Percents, in the order of the scheme."""

FLOOR, CEILING = Fraction(10), Fraction(50)  # L47 art. 19 octies: both bounds are allowed


def share_out(kept: Mapping[CollegeId, Fraction], freed: Fraction, policy: AbsentPolicy) -> Weights:
    """The weights kept, and `freed` percents shared among them, equally or in proportion.

    Whoever would pass a bound stops at it and the others share again, so the order does not matter.
    What would need a collège above half goes to nobody: the sum is then 50 for each collège left.
    """
    total = min(sum(kept.values()) + freed, CEILING * len(kept))
    floor = min(FLOOR, total / len(kept)) if kept else FLOOR
    settled: Weights = {}
    while len(settled) < len(kept):
        open_ = {college: weight for college, weight in kept.items() if college not in settled}
        tried = _grown(open_, total - sum(settled.values()), policy)
        settled |= _out_of_bounds(tried, floor) or tried
    return {college: settled[college] for college in kept}


def _grown(weights: Weights, total: Fraction, policy: AbsentPolicy) -> Weights:
    """The same weights, raised to this total."""
    sum_ = sum(weights.values())
    if policy is AbsentPolicy.PRORATA_REDISTRIBUTION:
        return {college: weight * total / sum_ for college, weight in weights.items()}
    return {college: weight + (total - sum_) / len(weights) for college, weight in weights.items()}


def _out_of_bounds(tried: Weights, floor: Fraction) -> Weights:
    """Those to stop at their bound first: at the ceiling if more is over it than is missing below the floor."""
    over = {college: CEILING for college, weight in tried.items() if weight > CEILING}
    under = {college: floor for college, weight in tried.items() if weight < floor}
    surplus = sum(tried[college] - CEILING for college in over)
    missing = sum(floor - tried[college] for college in under)
    return over if surplus >= missing else under

"""How far a result was from the other one: the fewest ballots that had to be on the other side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil

from governance.counting.aggregation import effect
from governance.counting.threshold import reaches
from governance.counting.totals import Cast, Totals
from governance.counting.ways import NEITHER, WAYS, Sides
from governance.statutes.facts import Aggregation, MajorityBase


def margin(verdicts: Sequence[Totals], adopted: bool) -> int | None:
    """`verdicts`: the same ballots under each majority that they must reach, the statutes' and the law's.

    Adopted, it is enough to fail one; rejected, all those failed must be reached together, and the number is
    proved only if they look at the same base. None: no number of ballots would do, or it is not proved.
    """
    if any(each.aggregation is Aggregation.COLLEGE_THRESHOLD for each in verdicts):
        return None  # a collège that leaves its side votes again: nobody knows how
    if any(each.majority.base.value is MajorityBase.SHARES for each in verdicts):
        return None  # nobody knows how many shares a ballot carries
    if adopted:
        return min((moved for each in verdicts if (moved := _fewest(each, adopted)) is not None), default=None)
    failed = [each for each in verdicts if not each.met]
    if not _comparable(failed):
        return None
    found = [moved for each in failed if (moved := _fewest(each, adopted)) is not None]
    return max(found) if found and len(found) == len(failed) else None


def _comparable(failed: Sequence[Totals]) -> bool:
    if len(failed) > 1 and any(each.wanted is not None for each in failed):
        return False
    bases = {(each.majority.base.value, effect(each.majority), each.lost) for each in failed}
    return len(bases) <= 1 or all(each.aggregation is Aggregation.FLAT for each in failed)


def _fewest(totals: Totals, adopted: bool) -> int | None:
    if totals.aggregation is Aggregation.COLLEGE_MAJORITY:
        return _college_by_college(totals, adopted)
    if totals.wanted is not None:
        return _of_two_majorities(totals, totals.wanted, adopted)
    return _ballot_by_ballot(totals, adopted)


def _of_two_majorities(totals: Totals, wanted: int, adopted: bool) -> int | None:
    """Adopted, to break one is enough. Where both fail, no number is proved: the same ballots may serve twice."""
    by_weight, by_college = _ballot_by_ballot(totals, adopted), _turned(totals, wanted, adopted)
    if adopted:
        return min((moved for moved in (by_weight, by_college) if moved is not None), default=None)
    if totals.enough_colleges:
        return by_weight
    return by_college if reaches(totals.majority, totals.for_, totals.base) else None


def _turned(totals: Totals, wanted: int, adopted: bool) -> int | None:
    """The cheapest collèges to turn until one too few are in favour, or just enough."""
    gap = len(totals.in_favour) - wanted
    costs = sorted(moved for cast in totals.casts if (moved := _to_turn(cast, adopted)) is not None)
    asked = gap + 1 if adopted else -gap
    return sum(costs[:asked]) if len(costs) >= asked else None


def _to_turn(cast: Cast, adopted: bool) -> int | None:
    """Out of favour by a tie, into favour by one more than a tie; None if it is there, or has not the ballots."""
    lead = cast.heard.for_ - cast.heard.against
    if (lead > 0) is not adopted:
        return None
    moved = (lead + 1) // 2 if adopted else -lead // 2 + 1
    return moved if moved <= _movable(cast, adopted) else None


def _ballot_by_ballot(totals: Totals, adopted: bool) -> int | None:
    """A ballot that changes side moves the total by what it weighs and leaves the base as it is: the heaviest
    first is the shortest way."""
    majority = totals.majority
    gap = abs(totals.for_ - majority.threshold.value * totals.base)
    beyond = majority.strict is not adopted  # to reach the level itself is not enough
    moved = 0
    for worth, ballots in sorted(_ballots(totals, adopted), reverse=True):
        wanted = gap // worth + 1 if beyond else ceil(gap / worth)
        if wanted <= ballots:
            return moved + wanted
        moved, gap = moved + ballots, gap - ballots * worth
    return None


def _ballots(totals: Totals, adopted: bool) -> Iterator[tuple[Fraction, int]]:
    """What a ballot of each collège weighs, and how many can change side."""
    for cast in totals.casts:
        if movable := _movable(cast, adopted):
            yield cast.weight / cast.heard.base, movable


def _movable(cast: Cast, adopted: bool) -> int:
    return cast.tally.for_ if adopted else cast.tally.against


def _college_by_college(totals: Totals, adopted: bool) -> int | None:
    """Every set of collèges that may turn, at its least cost: a collège's only turns are to a tie and past it."""
    costs: dict[Sides, int] = {NEITHER: 0}
    for cast in totals.casts:
        further: dict[Sides, int] = {}
        for (for_, against), cost in costs.items():
            for moved, (more_for, more_against) in _turns(totals, cast, adopted):
                sides, dearer = (for_ + more_for, against + more_against), cost + moved
                further[sides] = min(further.get(sides, dearer), dearer)
        costs = further
    turned = [cost for sides, cost in costs.items() if _met(totals, *sides) is not adopted]
    return min(turned, default=None)


def _turns(totals: Totals, cast: Cast, adopted: bool) -> Iterator[tuple[int, Sides]]:
    """How the collège falls as it voted, then had just enough of its ballots moved to tie it, to turn it."""
    yield 0, (cast.for_, cast.against)
    way, lead = WAYS[totals.aggregation], cast.heard.for_ - cast.heard.against
    ahead = lead if adopted else -lead
    for moved in {(ahead + 1) // 2, ahead // 2 + 1}:
        if 0 < moved <= _movable(cast, adopted):
            shift = -moved if adopted else moved
            heard = replace(cast.heard, for_=cast.heard.for_ + shift, against=cast.heard.against - shift)
            yield moved, way(cast.weight, heard, totals.inside)


def _met(totals: Totals, for_: Fraction, against: Fraction) -> bool:
    return reaches(totals.majority, for_, totals.base_of(for_, against))

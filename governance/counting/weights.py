"""The weights at work in one vote: those of the statutes, less what collèges without members or votes leave behind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from governance.command import Refused
from governance.counting.redistribution import CEILING, FLOOR, Weights, share_out
from governance.counting.tally import Electors, Step, called, step, voting
from governance.statutes.facts import AbsentPolicy, College, Ruled, Scheme
from governance.words import CollegeId, Public

WHOLE = Fraction(100)
FEWEST = 3  # collèges: with fewer there is nothing to weigh
OCTIES = "L47 art. 19 octies"

EMPTY_BY_DEFAULT = AbsentPolicy.EQUAL_REDISTRIBUTION
SILENT_BY_DEFAULT = AbsentPolicy.EXCLUDED_FROM_BASE
SHARED = (AbsentPolicy.EQUAL_REDISTRIBUTION, AbsentPolicy.PRORATA_REDISTRIBUTION)


@dataclass(frozen=True)
class Shares:
    """Who weighs what, in percent; `weighted` is False where heads are counted. What is `lost` nobody casts,
    yet it stays in the base."""

    cast: Weights
    lost: Weights
    steps: tuple[Step, ...]
    weighted: bool = True


HEADS = Shares({}, {}, (), weighted=False)


def statutory(scheme: Scheme) -> Weights:
    """The weights that the statutes give: all known, all above zero, a hundred together."""
    weights: Weights = {}
    for college in voting(scheme):
        if college.weight is None:
            raise Refused("weights-unknown", college=college.id, article=college.article)
        if college.weight <= 0:
            raise Refused("weight-not-positive", college=college.id, article=college.article)
        weights[college.id] = college.weight
    if (total := sum(weights.values())) != WHOLE:
        raise Refused("weights-not-hundred", total=total, article=OCTIES)
    return weights


def in_force(scheme: Scheme, tallies: Mapping[CollegeId, Electors]) -> Shares:
    """The weights once the collèges without any member are set aside: heads if fewer than three remain."""
    weights = statutory(scheme)
    empty = [college for college in voting(scheme) if not tallies[college.id].entitled]
    if (left := len(weights) - len(empty)) < FEWEST:
        return replace(HEADS, steps=(step("weighting-stops", OCTIES, left=left),))
    told = [step("statutory-weight", c.article, college=called(c), weight=c.weight) for c in voting(scheme)]
    return _set_aside(Shares(weights, {}, tuple(told)), scheme, "empty", empty)


def without_votes(shares: Shares, scheme: Scheme, silent: list[College]) -> Shares:
    """The weights once the collèges that bring nothing to the base of the majority are set aside."""
    return _set_aside(shares, scheme, "silent", silent)


def _set_aside(shares: Shares, scheme: Scheme, why: str, gone: list[College]) -> Shares:
    if not gone:
        return shares
    policy, known = _policy(scheme, why)
    left = {college.id: shares.cast[college.id] for college in gone}
    kept = {college: weight for college, weight in shares.cast.items() if college not in left}
    shared = policy.value in SHARED
    cast = share_out(kept, sum(left.values(), Fraction()), policy.value) if shared else kept
    lost = left if policy.value is AbsentPolicy.LOST else {}
    by_default = () if known else (step(f"{why}-by-default"),)
    told = [*by_default, *_left(why, policy, gone, left), *_changed(scheme, kept, cast)]
    if shared and (nobodys := sum(shares.cast.values()) - sum(cast.values())):
        told.append(step("weight-left-over", OCTIES, weight=nobodys))
    return Shares(cast, shares.lost | lost, shares.steps + tuple(told))


def _policy(scheme: Scheme, why: str) -> tuple[Ruled[AbsentPolicy], bool]:
    """What becomes of such a weight, and whether the statutes say so."""
    said, default = (scheme.empty, EMPTY_BY_DEFAULT) if why == "empty" else (scheme.silent, SILENT_BY_DEFAULT)
    return said or Ruled(default, Public("")), said is not None


def _left(why: str, policy: Ruled[AbsentPolicy], gone: list[College], left: Weights) -> Iterator[Step]:
    key = f"{why}-{policy.value.value.replace('_', '-')}"
    for college in gone:
        yield step(key, policy.article, college=called(college), weight=left[college.id])


def _changed(scheme: Scheme, before: Weights, after: Weights) -> Iterator[Step]:
    for college in scheme.colleges:
        if college.id in after and after[college.id] != before[college.id]:
            weight = after[college.id]
            key = {CEILING: "weight-at-ceiling", FLOOR: "weight-at-floor"}.get(weight, "weight-raised")
            yield step(key, OCTIES, college=called(college), before=before[college.id], after=weight)

"""The quorum: how many of those entitled must be there, and whether they are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from governance.counting.merging import merged
from governance.counting.tally import QuorumState, Reading, Step, Tally, by_college, called, in_shares, step, voting
from governance.counting.threshold import need
from governance.counting.weights import in_force
from governance.statutes.facts import Quorum, QuorumBase, Ruled, Scheme
from governance.words import CollegeId, Public

Tallies = Mapping[CollegeId, Tally]


def quorum(rule: Quorum, scheme: Scheme, tallies: Iterable[Tally], second_call: bool = False) -> QuorumState:
    """Whether at least the fraction of the statutes is there. No fraction on this call: no quorum.

    Advisory collèges are not counted. Where the statutes do not say of what it is a part, heads decide (L47 art. 9)
    and every reading is given. By collège, each one that has members must reach the fraction. By weights,
    each brings its weight times the part of it that is there; heads count where weighting stops. By shares, those of
    the capital, whatever the collèges.
    """
    found = by_college(scheme, tallies)
    fraction = rule.second if second_call else rule.first
    if fraction is None:
        return _none(scheme, found)
    if rule.base or not scheme.colleges:
        return _by(rule.base.value if rule.base else QuorumBase.HEADS, fraction, scheme, found)
    return replace(_heads(fraction, scheme, found), readings=tuple(_readings(fraction, scheme, found)))


def _by(base: QuorumBase, fraction: Ruled[Fraction], scheme: Scheme, tallies: Tallies) -> QuorumState:
    if base is QuorumBase.HEADS:
        return _heads(fraction, scheme, tallies)
    if base is QuorumBase.SHARES:
        return _shares(fraction, scheme, tallies)
    scheme, tallies, told = merged(scheme, tallies)
    by_base = _weights if base is QuorumBase.WEIGHTS else _per_college
    state = by_base(fraction, scheme, tallies)
    return replace(state, steps=(*told, *state.steps))


def _readings(fraction: Ruled[Fraction], scheme: Scheme, tallies: Tallies) -> Iterator[Reading]:
    """Where the statutes give a part and not of what: by heads, as the law counts, and by weights if they are known."""
    weighed = all(college.weight is not None for college in voting(scheme))
    for base in (QuorumBase.HEADS, QuorumBase.WEIGHTS) if weighed else ():
        state = _by(base, fraction, scheme, tallies)
        yield Reading("base", base.value, state.reached, state.steps)


def _none(scheme: Scheme, tallies: Tallies) -> QuorumState:
    there, total = _counted(scheme, tallies)
    told = (step("quorum-none", there=there, total=total),)
    return QuorumState(QuorumBase.HEADS, Fraction(), Fraction(there), Fraction(total), True, Public(""), told)


def _counted(scheme: Scheme, tallies: Tallies) -> tuple[int, int]:
    """Heads there, and heads entitled."""
    counted = [tallies[college.id] for college in voting(scheme)]
    return sum(tally.there for tally in counted), sum(tally.entitled for tally in counted)


def _heads(fraction: Ruled[Fraction], scheme: Scheme, tallies: Tallies, *before: Step) -> QuorumState:
    there, total = _counted(scheme, tallies)
    wanted = need(fraction.value, total, strict=False)
    told = step("quorum-heads", fraction.article, fraction=fraction.value, total=total, need=wanted, there=there)
    return _state(QuorumBase.HEADS, fraction, Fraction(wanted), Fraction(there), Fraction(total), [*before, told])


def _shares(fraction: Ruled[Fraction], scheme: Scheme, tallies: Tallies) -> QuorumState:
    """A part of the capital, in whole shares."""
    held = [in_shares(tallies[college.id]) for college in voting(scheme)]
    there, total = sum(each.there for each in held), sum(each.entitled for each in held)
    wanted = need(fraction.value, total, strict=False)
    told = step("quorum-shares", fraction.article, fraction=fraction.value, total=total, need=wanted, there=there)
    return _state(QuorumBase.SHARES, fraction, Fraction(wanted), Fraction(there), Fraction(total), [told])


def _weights(fraction: Ruled[Fraction], scheme: Scheme, tallies: Tallies) -> QuorumState:
    shares = in_force(scheme, tallies)
    if not shares.weighted:
        return _heads(fraction, scheme, tallies, *shares.steps)
    there, told = Fraction(), list(shares.steps)
    for college in (each for each in voting(scheme) if each.id in shares.cast):
        tally, weight = tallies[college.id], shares.cast[college.id]
        part = weight * Fraction(tally.there, tally.entitled)
        there += part
        numbers = {"there": tally.there, "entitled": tally.entitled, "weight": weight, "points": part}
        told.append(step("quorum-share", fraction.article, college=called(college), **numbers))
    total = sum((shares.cast | shares.lost).values(), Fraction())
    wanted = fraction.value * total
    points = {"points_total": total, "points_need": wanted, "points_there": there}
    told.append(step("quorum-points", fraction.article, fraction=fraction.value, **points))
    return _state(QuorumBase.WEIGHTS, fraction, wanted, there, total, told)


def _per_college(fraction: Ruled[Fraction], scheme: Scheme, tallies: Tallies) -> QuorumState:
    """Totals are collèges: those that have members, and among them those that reach the fraction."""
    told, reached = [], 0
    inhabited = [college for college in voting(scheme) if tallies[college.id].entitled]
    for college in inhabited:
        tally = tallies[college.id]
        wanted = need(fraction.value, tally.entitled, strict=False)
        reached += tally.there >= wanted
        key = "quorum-college-reached" if tally.there >= wanted else "quorum-college-missed"
        numbers = {"there": tally.there, "entitled": tally.entitled, "need": wanted}
        told.append(step(key, fraction.article, college=called(college), fraction=fraction.value, **numbers))
    total = Fraction(len(inhabited))
    return _state(QuorumBase.PER_COLLEGE, fraction, total, Fraction(reached), total, told)


def _state(
    base: QuorumBase,
    fraction: Ruled[Fraction],
    wanted: Fraction,
    there: Fraction,
    total: Fraction,
    told: list[Step],
) -> QuorumState:
    """Where nobody is entitled, nobody can be enough."""
    reached = there >= wanted and total > 0
    key = "quorum-reached" if reached else "quorum-missed"
    steps = (*told, step(key, fraction.article))
    return QuorumState(base, wanted, there, total, reached, fraction.article, steps)

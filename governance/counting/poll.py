"""The votes of each candidate over the collèges: heads, or the share of each collège's weight."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from governance.command import Refused
from governance.counting.merging import merged
from governance.counting.tally import WHOLE, Step, called, step, voting
from governance.counting.urn import Running, Urn
from governance.counting.weights import Shares, in_force, without_votes
from governance.statutes.facts import Aggregation, College, Scheme
from governance.words import CollegeId, PersonId

Urns = Mapping[CollegeId, Urn]
WAYS = (Aggregation.FLAT, Aggregation.PROPORTIONAL)
"""A collège counted as a block has one voice and many candidates: which it gives to whom, the statutes must say."""


@dataclass(frozen=True)
class Poll:
    """For each candidate: votes in heads, and what they come to out of `base`, in heads or in percent."""

    aggregation: Aggregation
    base: Fraction
    scores: tuple[tuple[PersonId, int, Fraction], ...]
    steps: tuple[Step, ...]


def poll(scheme: Scheme, running: Running, urns: Urns) -> Poll:
    """The sum of the urns. Weights move as they do for a resolution: collèges too small, empty, silent."""
    told = [_opened(college, urns[college.id]) for college in voting(scheme)]
    if _weighted(scheme):
        scheme, urns, joined = merged(scheme, urns)
        told += joined
        shares = _shares(scheme, urns)
        if shares.weighted:
            return _by_weight(scheme, running, urns, shares, told)
        told += shares.steps
    votes = {one: sum(urn.of(one) for urn in urns.values()) for one in running.candidates}
    told += [step("candidate-votes", candidate=one, votes=number) for one, number in votes.items()]
    scores = tuple((one, number, Fraction(number)) for one, number in votes.items())
    return Poll(Aggregation.FLAT, Fraction(sum(urn.expressed for urn in urns.values())), scores, tuple(told))


def _weighted(scheme: Scheme) -> bool:
    if not scheme.colleges:
        return False
    if scheme.aggregation is None:
        raise Refused("aggregation-unknown", article=scheme.colleges[0].article)
    if scheme.aggregation.value not in WAYS:
        raise Refused("not-for-persons", article=scheme.aggregation.article)
    return scheme.aggregation.value is not Aggregation.FLAT


def _shares(scheme: Scheme, urns: Urns) -> Shares:
    shares = in_force(scheme, urns)
    if not shares.weighted:
        return shares
    silent = [one for one in voting(scheme) if one.id in shares.cast and not urns[one.id].expressed]
    return without_votes(shares, scheme, silent)


def _by_weight(scheme: Scheme, running: Running, urns: Urns, shares: Shares, told: list[Step]) -> Poll:
    points = dict.fromkeys(running.candidates, Fraction())
    shared: list[Step] = []
    for college, urn, weight in _heard(scheme, urns, shares):
        for one in running.candidates:
            part = weight * Fraction(urn.of(one), urn.expressed)
            points[one] += part
            numbers = {"votes": urn.of(one), "expressed": urn.expressed, "weight": weight, "points": part}
            shared.append(step("candidate-share", college=called(college), candidate=one, **numbers))
    summed = [step("candidate-points", candidate=one, points=part) for one, part in points.items()]
    scores = tuple((one, sum(urn.of(one) for urn in urns.values()), points[one]) for one in running.candidates)
    heard = sum((weight for _, _, weight in _heard(scheme, urns, shares)), Fraction())
    base = heard + sum(shares.lost.values())
    return Poll(Aggregation.PROPORTIONAL, base, scores, (*told, *shares.steps, *shared, *summed))


def _heard(scheme: Scheme, urns: Urns, shares: Shares) -> Iterator[tuple[College, Urn, Fraction]]:
    for college in voting(scheme):
        if college.id in shares.cast:
            yield college, urns[college.id], shares.cast[college.id]


def _opened(college: College, urn: Urn) -> Step:
    numbers = {"entitled": urn.entitled, "papers": urn.papers, "blank": urn.blank, "void": urn.void}
    if college.id == WHOLE:
        return step("urn", **numbers, expressed=urn.expressed)
    return step("urn-of-college", college.article, college=called(college), **numbers, expressed=urn.expressed)

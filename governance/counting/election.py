"""The election of persons: an absolute majority, then the most votes; the seats that stay open, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from governance.command import Refused
from governance.counting.poll import Poll, poll
from governance.counting.tally import Step, step
from governance.counting.threshold import HALF, need
from governance.counting.urn import Running, Suffrage, Tie, Urn, check, urns
from governance.statutes.facts import Aggregation, Ruled
from governance.words import CollegeId, PersonId, Public

ROUNDS = 2


@dataclass(frozen=True)
class Score:
    """A candidate's votes, in heads, and what they come to: heads, or points out of a hundred."""

    candidate: PersonId
    votes: int
    points: Fraction


@dataclass(frozen=True)
class Election:
    """Who is elected, from the most votes; who stands again in the next round; who is tied for the last seats without
    a rule to part them; how many seats nobody can fill. `scores` has everybody who stands, from the most votes."""

    college: CollegeId
    round: int
    seats: int
    aggregation: Aggregation
    base: Fraction
    scores: tuple[Score, ...]
    elected: tuple[PersonId, ...]
    again: tuple[PersonId, ...]
    tied: tuple[PersonId, ...]
    vacant: int
    steps: tuple[Step, ...]


def elections(suffrage: Suffrage, lists: Iterable[tuple[Running, Iterable[Urn]]]) -> tuple[Election, ...]:
    """Several lists of seats, as when each collège has its own: whoever is elected on one takes no seat on the next."""
    found: list[Election] = []
    for running, given in lists:
        before = tuple(person for election in found for person in election.elected)
        found.append(elect(suffrage, replace(running, elected=running.elected + before), given))
    return tuple(found)


def elect(suffrage: Suffrage, running: Running, given: Iterable[Urn]) -> Election:
    """One round. Refused: urns that cannot be, weights that the statutes do not give, collèges counted as blocks."""
    check(running)
    final = _final(suffrage, running)
    counted = poll(suffrage.scheme, running, urns(suffrage.scheme, running, given))
    scores = _standing(counted, running)
    seated = _seated(suffrage, running, [one for one in scores if _passes(one, suffrage, counted, final)])
    left = running.seats - len(seated.elected)
    again = tuple(one.candidate for one in scores if one.candidate not in seated.elected) if not final and left else ()
    vacant = max(0, left - len(again or seated.tied))
    open_ = _left_open(left, again, seated.tied, vacant)
    told = (*_who_stands(running), *counted.steps, _level(suffrage, counted, final), *seated.steps, *open_)
    where = (running.college, running.round, running.seats, counted.aggregation, counted.base)
    return Election(*where, scores, seated.elected, again, seated.tied, vacant, told)


def _final(suffrage: Suffrage, running: Running) -> bool:
    last = suffrage.rounds.value if suffrage.rounds else ROUNDS
    if not 1 <= running.round <= last:
        raise Refused("no-such-round", rounds=last)
    return running.round == last


def _standing(counted: Poll, running: Running) -> tuple[Score, ...]:
    """From the most votes; those who have as many in the order in which they stand."""
    scores = (Score(*one) for one in counted.scores if one[0] not in running.elected)
    return tuple(sorted(scores, key=lambda score: -score.points))


def _majority(suffrage: Suffrage) -> Ruled[Fraction]:
    return suffrage.majority or Ruled(HALF, Public(""))


def _passes(score: Score, suffrage: Suffrage, counted: Poll, final: bool) -> bool:
    """Nobody is elected without a vote."""
    return score.points > (0 if final else _majority(suffrage).value * counted.base)


class Seated(NamedTuple):
    """Who takes a seat, who is tied for those left, and how it is told."""

    elected: tuple[PersonId, ...]
    tied: tuple[PersonId, ...]
    steps: tuple[Step, ...]


def _seated(suffrage: Suffrage, running: Running, able: Sequence[Score]) -> Seated:
    """From the most votes, as long as there are seats."""
    elected: tuple[PersonId, ...] = ()
    for _, group in groupby(able, key=lambda score: score.points):
        equals = tuple(score.candidate for score in group)
        left = running.seats - len(elected)
        if 0 < left < len(equals):
            chosen, told = _parted(suffrage.tie, running.eldest, equals, left)
            return Seated(elected + chosen, () if chosen else equals, (told, *_won(elected + chosen)))
        elected += equals[:left]
    return Seated(elected, (), _won(elected))


def _won(elected: Sequence[PersonId]) -> tuple[Step, ...]:
    return tuple(step("candidate-elected", candidate=person) for person in elected)


def _parted(
    rule: Ruled[Tie] | None, eldest: Sequence[PersonId], equals: Sequence[PersonId], left: int
) -> tuple[tuple[PersonId, ...], Step]:
    """The eldest take what is left, if that is the rule and the birth order of all is known."""
    numbers = {"tied": len(equals), "left": left}
    article = rule.article if rule else ""
    by_age = tuple(person for person in eldest if person in equals)
    if (rule and rule.value is Tie.AGAIN) or len(by_age) < len(equals):
        return (), step("tie-open", article, **numbers)
    return by_age[:left], step("tie-elder" if rule else "tie-elder-by-custom", article, **numbers)


def _who_stands(running: Running) -> Iterator[Step]:
    yield step("seats-to-fill", seats=running.seats, candidates=len(running.candidates), round=running.round)
    for person in running.candidates:
        if person in running.elected:
            yield step("candidate-already-elected", candidate=person)


def _level(suffrage: Suffrage, counted: Poll, final: bool) -> Step:
    if final:
        return step("most-votes", suffrage.rounds.article if suffrage.rounds else "")
    majority = _majority(suffrage)
    numbers = {"threshold": majority.value, "base": counted.base}
    if counted.aggregation is Aggregation.FLAT:
        wanted = need(majority.value, int(counted.base), strict=True)
        return step("candidate-majority-heads", majority.article, **numbers, need=wanted)
    points = {"points_base": counted.base, "points_need": majority.value * counted.base}
    return step("candidate-majority-points", majority.article, threshold=majority.value, **points)


def _left_open(left: int, again: Sequence[PersonId], tied: Sequence[PersonId], vacant: int) -> Iterator[Step]:
    for person in again:
        yield step("candidate-again", candidate=person)
    if tied and not again:
        yield step("seats-open", left=left)
    if vacant:
        yield step("seats-vacant", vacant=vacant)

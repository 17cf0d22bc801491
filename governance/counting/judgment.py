"""Majority judgment: everybody grades every option; the median grade ranks them, and medians removed part the ties.

Heads only: a grade is a person's. Weights of collèges would need a median of weights, which no statutes describe.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, pairwise

from governance.command import Refused
from governance.counting.ranking import Option, first, places
from governance.counting.tally import Step, step
from governance.statutes.facts import Median, Ruled
from governance.words import Public


class Ungraded(Enum):
    """What a ballot says of an option that it does not grade."""

    WORST = "worst"
    REFUSED = "refused"


@dataclass(frozen=True)
class Scale:
    """The grades, from the worst, and what the statutes choose; None: they do not say, and the lower median and the
    worst grade are taken."""

    grades: tuple[Public, ...]
    median: Ruled[Median] | None = None
    ungraded: Ruled[Ungraded] | None = None


@dataclass(frozen=True)
class Grades:
    """How many ballots gave an option each grade, from the worst."""

    option: Option
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Judged:
    option: Option
    place: int
    median: Public
    counts: tuple[int, ...]  # ungraded ballots included


@dataclass(frozen=True)
class Judgment:
    """From the best. `won`: those in the first place, several if nothing parts them, none if nobody graded."""

    ballots: int
    ranking: tuple[Judged, ...]
    won: tuple[Option, ...]
    steps: tuple[Step, ...]


def judge(scale: Scale, ballots: int, given: Iterable[Grades]) -> Judgment:
    """`ballots`: how many were valid. Refused: counts that cannot be, an option left ungraded where none may be."""
    counted = _complete(scale, ballots, list(given))
    if not ballots:
        return Judgment(0, (), (), (step("nobody-graded"),))
    upper = scale.median is not None and scale.median.value is Median.UPPER
    cuts = _cuts(counted.values(), upper)
    ranking = places({option: _values(counts, cuts, upper) for option, counts in counted.items()})
    judged = tuple(
        Judged(one, place, scale.grades[median(counted[one], 0, upper)], counted[one]) for one, place in ranking
    )
    parted = (_parted(scale, pair, cuts, upper) for pair in pairwise(judged) if pair[0].median == pair[1].median)
    return Judgment(ballots, judged, first(ranking), (*_rules(scale, ballots), *_medians(scale, judged), *parted))


def median(counts: Sequence[int], removed: int, upper: bool = False) -> int:
    """The median grade once so many medians were removed, one after the other: from the middle outwards, by turns."""
    total, away = sum(counts), (removed + 1) // 2
    middle = total // 2 if upper else (total - 1) // 2
    below = (removed % 2 == 1) is _below_first(total, upper)
    return bisect_right(list(accumulate(counts)), middle - away if below else middle + away)


def _below_first(total: int, upper: bool) -> bool:
    """Whether the first median after the middle one lies below it."""
    return (total % 2 == 1) is not upper


def _cuts(counted: Iterable[Sequence[int]], upper: bool) -> list[int]:
    """After how many removals the median of some option may change: between two of them it only goes back and forth."""
    found = {0}
    for counts in counted:
        total = sum(counts)
        middle = total // 2 if upper else (total - 1) // 2
        below_first = _below_first(total, upper)
        for bound in accumulate(counts):
            found |= {2 * (middle - bound + 1) - below_first, 2 * (bound - middle) - (not below_first)}
    return sorted(cut for cut in found if 0 <= cut < total)


def _values(counts: Sequence[int], cuts: Sequence[int], upper: bool) -> tuple[int, ...]:
    """What it takes to compare two options to the last grade, however many ballots there were."""
    return tuple(median(counts, removed, upper) for cut in cuts for removed in (cut, cut + 1))


Counts = dict[Option, tuple[int, ...]]


def _complete(scale: Scale, ballots: int, given: Sequence[Grades]) -> Counts:
    """Every option with as many grades as there are ballots."""
    if len({one.option for one in given}) < len(given):
        raise Refused("option-twice")
    return {one.option: _graded(scale, ballots, one) for one in given}


def _graded(scale: Scale, ballots: int, given: Grades) -> tuple[int, ...]:
    missing = ballots - sum(given.counts)
    if len(given.counts) != len(scale.grades) or min(given.counts, default=-1) < 0 or missing < 0:
        raise Refused("grades-do-not-add-up", option=given.option)
    if missing and scale.ungraded and scale.ungraded.value is Ungraded.REFUSED:
        raise Refused("option-not-graded", option=given.option, article=scale.ungraded.article)
    return (given.counts[0] + missing, *given.counts[1:])


def _rules(scale: Scale, ballots: int) -> Iterator[Step]:
    chosen = scale.median.value if scale.median else Median.LOWER
    yield step(f"median-{chosen.value}", scale.median.article if scale.median else "", ballots=ballots)


def _medians(scale: Scale, judged: Iterable[Judged]) -> Iterator[Step]:
    for one in judged:
        for grade, number in zip(scale.grades, one.counts, strict=True):
            yield step("option-graded", option=one.option, grade=grade, number=number)
        yield step("option-median", option=one.option, grade=one.median)


def _parted(scale: Scale, pair: tuple[Judged, Judged], cuts: Sequence[int], upper: bool) -> Step:
    """Two that follow each other with the same median: what it takes to part them."""
    better, other = pair
    tried = (removed for cut in cuts for removed in (cut, cut + 1))
    for removed in tried:
        one, two = median(better.counts, removed, upper), median(other.counts, removed, upper)
        if one != two:
            grades = {"grade": scale.grades[one], "other_grade": scale.grades[two]}
            return step("options-parted", option=better.option, other=other.option, removed=removed, **grades)
    return step("options-equal", option=better.option, other=other.option)

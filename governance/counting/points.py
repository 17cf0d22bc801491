"""Points: a choice, approvals, so many dots spread freely, or a score for every option; the places that they make.

Heads only: dots are a person's. It is advice or a priority; who has the most did not win a majority.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from governance.command import Refused
from governance.counting.ranking import Option, first, places
from governance.counting.tally import Step, step


class Spread(Enum):
    CHOICE = "choice"  # each ballot says one option
    APPROVALS = "approvals"  # each ballot says as many options as it likes
    DOTS = "dots"  # each ballot has so many in all
    SCORES = "scores"  # each ballot gives every option so many at the most


@dataclass(frozen=True)
class Gathered:
    """What all the ballots gave one option."""

    option: Option
    points: int


@dataclass(frozen=True)
class Ranked:
    option: Option
    place: int
    points: int
    part: Fraction  # of all the points given


@dataclass(frozen=True)
class Points:
    """From the most points. `won`: those in the first place, several if nothing parts them, none if nobody gave any."""

    ballots: int
    total: int
    ranking: tuple[Ranked, ...]
    won: tuple[Option, ...]
    steps: tuple[Step, ...]


def points(spread: Spread, most: int, ballots: int, given: Iterable[Gathered]) -> Points:
    """`most`: the dots of a ballot, or its highest score for one option; no ballot need spend them all.

    Refused: an option twice, points that no such ballots could give.
    """
    gathered = list(given)
    most = 1 if spread in (Spread.CHOICE, Spread.APPROVALS) else most
    total = _possible(spread, most, ballots, gathered)
    ranking = places({one.option: one.points for one in gathered})
    worth = {one.option: one.points for one in gathered}
    parts = {option: Fraction(number, total) if total else Fraction() for option, number in worth.items()}
    ranked = tuple(Ranked(option, place, worth[option], parts[option]) for option, place in ranking)
    told = [step(f"points-{spread.value}", most=most, ballots=ballots, total=total)]
    told += [
        step("option-points", option=one.option, number=one.points, part=one.part, place=one.place) for one in ranked
    ]
    return Points(ballots, total, ranked, first(ranking) if total else (), tuple(told))


def _possible(spread: Spread, most: int, ballots: int, gathered: Sequence[Gathered]) -> int:
    """All the points given."""
    if len({one.option for one in gathered}) < len(gathered):
        raise Refused("option-twice")
    total, each = sum(one.points for one in gathered), [one.points for one in gathered]
    if min(most, ballots, *each) < 0 or max(each, default=0) > most * ballots:
        raise Refused("points-do-not-add-up", most=most * ballots)
    if spread in (Spread.CHOICE, Spread.DOTS) and total > most * ballots:
        raise Refused("points-do-not-add-up", most=most * ballots)
    return total

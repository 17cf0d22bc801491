"""Two sums that should be equal: which movements, missed, taken twice or at the wrong date, make the difference."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations, islice

MOST = 3  # movements in one explanation: with more, chance explains anything
MANY = 100  # explanations: as many mean that none is better than another
TRIED = 300  # movements of which three are put together: their triples are some four million


class Slip(Enum):
    """What may have happened to a movement in the other book."""

    MISSED = "missed"  # it is of the year, and was left out
    LATER = "later"  # it is of after the closing day, and was taken in
    EARLY = "early"  # somebody left, her shares are not cancelled yet, and were taken out all the same
    CLASSED = "classed"  # what is unpaid was put in the other of two accounts
    GROUP = "group"  # all the movements of a kind were left out
    TWICE = "twice"
    BEFORE = "before"  # it is of an earlier year, and was never taken in


LIKELY = (Slip.MISSED, Slip.LATER, Slip.EARLY, Slip.CLASSED)
"""Those that are put together; the others explain a difference alone or not at all."""


@dataclass(frozen=True)
class Guess:
    """`effect`: by how much the other book's figure would then pass ours, in cents. `about`: the movement, or kind."""

    slip: Slip
    effect: int
    about: str


def explanations(difference: int, guesses: Sequence[Guess]) -> list[tuple[Guess, ...]]:
    """The fewest slips whose effects make this difference exactly; every way of so many, the likelier first. None if
    there is none: the difference is then not located."""
    useful = [guess for guess in guesses if guess.effect]
    if found := [(guess,) for guess in useful if guess.effect == difference]:
        return sorted(found, key=lambda one: list(Slip).index(one[0].slip))
    likely = [guess for guess in useful if guess.slip in LIKELY]
    ways = (list(islice(_of(size, difference, likely), MANY)) for size in range(2, MOST + 1))
    return next(filter(None, ways), [])


def _of(size: int, difference: int, guesses: list[Guess]) -> Iterator[tuple[Guess, ...]]:
    """Every set of `size` that makes the difference: the last one of each is looked up, not tried."""
    by_effect: dict[int, list[int]] = {}
    for place, guess in enumerate(guesses):
        by_effect.setdefault(guess.effect, []).append(place)
    tried = len(guesses) if size == 2 else min(TRIED, len(guesses))
    for places in combinations(range(tried), size - 1):
        rest = difference - sum(guesses[place].effect for place in places)
        for last in by_effect.get(rest, ()):
            whole = tuple(guesses[place] for place in (*places, last))
            if last > places[-1] and len({guess.about for guess in whole}) == size:
                yield whole

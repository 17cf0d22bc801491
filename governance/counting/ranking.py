"""Places: who has as much as another has the same one, and the next comes after them all (1, 1, 3)."""

from collections.abc import Mapping, Sequence
from typing import NewType, TypeVar

Option = NewType("Option", str)
"""What is graded or given points: a project, a candidate, a date."""


T = TypeVar("T", int, tuple[int, ...])


def places(worth: Mapping[Option, T]) -> tuple[tuple[Option, int], ...]:
    """From the most worth; options of the same worth in the order in which they were given."""
    ranked = sorted(worth, key=lambda option: worth[option], reverse=True)
    values = [worth[option] for option in ranked]
    return tuple((option, values.index(worth[option]) + 1) for option in ranked)


def first(ranking: Sequence[tuple[Option, int]]) -> tuple[Option, ...]:
    """Those in the first place: one, or several that nothing parts."""
    return tuple(option for option, place in ranking if place == 1)

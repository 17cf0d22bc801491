"""What notes on boards add up to: totals by board and colour, categories, shares, ranks.

Boards of the same total have the same rank, and the next rank follows at once (1, 2, 2, 3).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from governance.network.priority_facts import BoardId, Colour


@dataclass(frozen=True)
class Placed:
    """`category` empty: not grouped."""

    board: BoardId
    colour: Colour
    category: str = ""


@dataclass(frozen=True)
class Standing:
    """One board, in notes: of each colour, and of each colour in each category."""

    board: BoardId
    rank: int
    colours: Mapping[Colour, int]
    categories: Mapping[str, Mapping[Colour, int]]

    @property
    def total(self) -> int:
        return sum(self.colours.values())

    def share(self, colour: Colour) -> Fraction | None:
        """The part of a colour among the notes of the board; None where it has none."""
        return Fraction(self.colours.get(colour, 0), self.total) if self.total else None

    def count(self, category: str = "", colour: Colour | None = None) -> int:
        """As a report counts: the whole board or a category, every colour or one."""
        counted = self.categories.get(category, {}) if category else self.colours
        return counted.get(colour, 0) if colour else sum(counted.values())


def standings(boards: Sequence[BoardId], colours: Sequence[Colour], notes: Iterable[Placed]) -> tuple[Standing, ...]:
    """In the order of the boards; categories in that of their first note."""
    known = list(notes)
    rank = ranks({board: sum(note.board == board for note in known) for board in boards})
    return tuple(
        _standing(board, rank[board], colours, [one for one in known if one.board == board]) for board in boards
    )


def _standing(board: BoardId, rank: int, colours: Sequence[Colour], notes: Sequence[Placed]) -> Standing:
    count = Counter((note.category, note.colour) for note in notes)
    named = dict.fromkeys(note.category for note in notes if note.category)
    categories = {one: {colour: count[one, colour] for colour in colours} for one in named}
    whole = Counter(note.colour for note in notes)
    return Standing(board, rank, {colour: whole[colour] for colour in colours}, categories)


def ranks(totals: Mapping[BoardId, int]) -> dict[BoardId, int]:
    """1 for the highest; equal totals share a rank, and take one place only."""
    steps = sorted(set(totals.values()), reverse=True)
    return {one: steps.index(total) + 1 for one, total in totals.items()}


def rounded(share: Fraction) -> int:
    """Per cent, to the nearest, a half upwards."""
    return int(share * 100 + Fraction(1, 2))


def truncated(share: Fraction) -> int:
    """Per cent, what follows the decimal point left out."""
    return int(share * 100)

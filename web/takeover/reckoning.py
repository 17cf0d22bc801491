"""The sums of a register, beside those that it prints: differences are shown, never mended in silence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from web.takeover.rehearsal import Rehearsal, Rehearsed

FIGURES = ("shares", "subscribed", "paid")


@dataclass(frozen=True)
class Sum:
    """One figure: over all its lines, over those that are taken, and as printed (None: it is not)."""

    figure: str
    lines: int
    taken: int
    printed: int | None

    @property
    def difference(self) -> int:
        """What the print says more than the lines."""
        return 0 if self.printed is None else self.printed - self.lines


def sums(rehearsal: Rehearsal) -> list[Sum]:
    """Shares, then amounts in cents. Of several printed totals the last is the whole."""
    printed: Mapping[str, int] = rehearsal.printed[-1] if rehearsal.printed else {}
    return [
        Sum(figure, _sum(rehearsal.lines, figure), _sum(rehearsal.taken, figure), printed.get(figure))
        for figure in FIGURES
    ]


def _sum(lines: Iterable[Rehearsed], figure: str) -> int:
    return sum(line.figures.get(figure, 0) for line in lines)

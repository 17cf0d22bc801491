"""A figure, as every export must give it: exact, defined, dated, and with what it was counted on."""

from dataclasses import dataclass
from fractions import Fraction

from governance.evidence.template import FigureName
from governance.words import Day, Public


@dataclass(frozen=True)
class Figure:
    """`value` is exact and written as people write it: `10`, `200/3`, `28/310`. A text that is no number is refused.

    `position` is the record's when the figure was computed, `facts` the positions of the entries that prove it.
    """

    name: FigureName
    value: str
    definition: Public
    on: Day
    position: int
    base: Public
    facts: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        _ = self.amount

    @property
    def amount(self) -> Fraction:
        return Fraction(self.value)

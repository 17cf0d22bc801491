"""A table: described once, read as a page; `web.listing` gives it as a page and as files."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from babel.support import LazyProxy

from governance.words import PARIS, Day
from web.i18n import day, euros, moment, number, part

Row = Mapping[str, Any]


class Shape(Enum):
    """What a cell holds: words; an int; cents; a day, perhaps partial; a datetime; a Fraction of the whole."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    MOMENT = "moment"
    FRACTION = "fraction"


@dataclass(frozen=True)
class Column:
    """`key` names the cell in each row, and the order in an address where the rows can be `sorted` by it.

    `width`: its share of a printed page. `under`: on a screen, it stands in small under the column before it.
    `link`: where the cell of a row leads, empty for nowhere.
    """

    key: str
    title: str | LazyProxy
    shape: Shape = Shape.TEXT
    width: int = 2
    sorted: bool = False
    under: bool = False
    link: Callable[[Row], str] | None = None

    @property
    def counted(self) -> bool:
        return self.shape in (Shape.NUMBER, Shape.MONEY)

    def shown(self, row: Row) -> str:
        """The cell as it is read, an empty text where there is nothing."""
        value = row[self.key]
        return "" if value is None else _SHOWN[self.shape](value)

    def kept(self, row: Row) -> Any:
        """The cell as a program goes on with it: str, int, Decimal euros, date, datetime of Paris, or None."""
        value = row[self.key]
        return None if value is None else _KEPT[self.shape](value)


@dataclass(frozen=True)
class Table:
    """`name`: of the file, without its ending. `said`: of which day, of whom. Rows are read once, as they come."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    said: str = ""


_SHOWN: Mapping[Shape, Callable[[Any], str]] = {
    Shape.TEXT: str,
    Shape.NUMBER: number,
    Shape.MONEY: euros,
    Shape.DAY: day,
    Shape.MOMENT: moment,
    Shape.FRACTION: part,
}


def _words(value: object) -> str:
    """Without the signs that XML cannot hold."""
    return re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", str(value))


def _calendar(value: Day | date | str) -> date | str:
    """A whole day is a date; one known by its month or its year stays as it is written."""
    known = value if isinstance(value, Day) else Day(str(value))
    return known.first if known.full else known.text


_KEPT: Mapping[Shape, Callable[[Any], Any]] = {
    Shape.TEXT: _words,
    Shape.NUMBER: int,
    Shape.MONEY: lambda cents: Decimal(cents) / 100,
    Shape.DAY: _calendar,
    Shape.MOMENT: lambda at: at.astimezone(PARIS).replace(tzinfo=None, microsecond=0),
    Shape.FRACTION: str,
}

"""What a room found pressing: boards down, horizons across, and in each cell as many notes as were placed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from web.i18n import gettext as _
from web.i18n import ngettext
from web.pictures.drawing import LINE, across, lines, placed, svg, words

LEFT = Fraction(0)
NOTE, GAP = 11, 3  # px
ABREAST = 7  # notes in a line of a cell, beside its figure, on the narrowest phone
MOST = 4 * ABREAST  # drawn in a cell; beyond, a square stands for several


@dataclass(frozen=True)
class Cell:
    """`paper`: the colour of its notes; their column says it too."""

    paper: str
    count: int


@dataclass(frozen=True)
class Row:
    rank: int
    board: str
    cells: Sequence[Cell]


def matrix(rows: Sequence[Row], heads: Sequence[str], key: str = "matrix", width: int | None = None) -> Markup:
    """`heads`: the horizons, in the order of the cells."""
    worth = _worth(rows)
    body = [words(_x(n, heads), LINE - 5, head, soft=True) for n, head in enumerate(heads)]
    y = LINE + 6
    for row in rows:
        drawn, y = _row(row, y, worth)
        body += drawn
    if worth > 1:
        drawn, y = lines(y, ngettext("Un carré : %(num)s post-it.", "Un carré : %(num)s post-it.", worth), soft=True)
        body += drawn
    title = _("Post-it par axe et par horizon")
    return svg(key, title, _(" ; ").join(_said(row, heads) for row in rows), y, body, width)


def _worth(rows: Sequence[Row]) -> int:
    """How many notes a square stands for: one, as long as they all fit."""
    most = max((cell.count for row in rows for cell in row.cells), default=0)
    return max(1, -(-most // MOST))


def _x(place: int, of: Sequence[object]) -> Fraction:
    return Fraction(place, len(of))


def _row(row: Row, y: int, worth: int) -> tuple[list[str], int]:
    drawn = [across(LEFT, Fraction(1), y, 'stroke-opacity="0.3"')]
    named, y = lines(y + 4, _("%(rank)s. %(board)s", rank=row.rank, board=row.board), bold=True)
    tall = 1
    for place, cell in enumerate(row.cells):
        x = _x(place, row.cells)
        squares = -(-cell.count // worth)
        tall = max(tall, -(-squares // ABREAST))
        drawn += [words(x, y + 15, str(cell.count)), *_notes(x, y + 4, squares, cell.paper)]
    return [*drawn, *named], y + max(LINE + 4, tall * (NOTE + GAP) + 8)


def _notes(x: Fraction, y: int, squares: int, paper: str) -> Iterator[str]:
    for number in range(squares):
        down, aside = divmod(number, ABREAST)
        size = f'x="{28 + aside * (NOTE + GAP)}" y="{down * (NOTE + GAP)}" width="{NOTE}" height="{NOTE}"'
        yield placed(x, y, f'<rect {size} fill="{paper}" stroke="currentColor"/>')


def _said(row: Row, heads: Sequence[str]) -> str:
    given = ", ".join(f"{head} {cell.count}" for head, cell in zip(heads, row.cells, strict=True))
    return _("%(rank)s. %(board)s : %(given)s", rank=row.rank, board=row.board, given=given)

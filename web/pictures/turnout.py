"""Who has voted so far, collège by collège: how many, never what."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from web.i18n import gettext as _
from web.i18n import number, percent
from web.pictures.drawing import FAINT, SOLID, box, lines, svg, words

LEFT = Fraction(0)


@dataclass(frozen=True)
class Voted:
    name: str
    voted: int
    entitled: int


def turnout(colleges: Sequence[Voted], key: str = "turnout", width: int | None = None) -> Markup:
    """A bar a collège, then all together."""
    voted = sum(college.voted for college in colleges)
    everyone = Voted(_("Ensemble"), voted, sum(college.entitled for college in colleges))
    rows = [*colleges, everyone] if len(colleges) > 1 else [everyone]
    body: list[str] = []
    y = 0
    for row in rows:
        drawn, y = _row(row, y)
        body += drawn
    return svg(key, _("Participation"), _(" ; ").join(_said(row) for row in rows), y, body, width)


def _row(row: Voted, y: int) -> tuple[list[str], int]:
    drawn, y = lines(y, row.name, bold=True)
    part = Fraction(row.voted, row.entitled) if row.entitled else Fraction(0)
    drawn += [
        box(LEFT, y + 2, Fraction(1), 16, FAINT),
        box(LEFT, y + 2, part, 16, SOLID),
        words(LEFT, y + 35, _figures(row), soft=True),
        words(Fraction(1), y + 35, percent(part), soft=True, end=True),
    ]
    return drawn, y + 52


def _figures(row: Voted) -> str:
    return _("%(voted)s sur %(entitled)s ont voté", voted=number(row.voted), entitled=number(row.entitled))


def _said(row: Voted) -> str:
    return _("%(college)s : %(figures)s", college=row.name, figures=_figures(row))

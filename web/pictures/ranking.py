"""What a ranking rests on, option by option: how many gave each grade, or what it gathered."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from web.i18n import gettext as _
from web.i18n import number
from web.pictures.drawing import FAINT, SOLID, TONE, box, lines, rule, svg, words

LEFT, HALF = Fraction(0), Fraction(1, 2)


@dataclass(frozen=True)
class Ranked:
    """`figures`: ballots by grade, from the worst; or one figure, what the option gathered."""

    place: int
    option: str
    figures: tuple[int, ...]
    grade: str = ""


def ranking(
    rows: Sequence[Ranked], grades: Sequence[str], whole: int | None, key: str = "ranking", width: int | None = None
) -> Markup:
    """`whole`: how many could have been given; None: the bars are beside the longest."""
    longest = whole or max((sum(row.figures) for row in rows), default=0)
    body: list[str] = []
    y = 0
    for row in rows:
        drawn, y = _row(row, y, longest, graded=bool(grades))
        body += drawn
    return svg(key, _("Classement"), _(" ; ").join(_said(row, grades) for row in rows), y, body, width)


def _row(row: Ranked, y: int, longest: int, graded: bool) -> tuple[list[str], int]:
    drawn, y = lines(y, _("%(place)s. %(option)s", place=row.place, option=row.option), bold=True)
    drawn.append(box(LEFT, y + 2, Fraction(1), 16, FAINT))
    drawn += _grades(row, y, longest) if graded else [box(LEFT, y + 2, _part(row.figures[0], longest), 16, SOLID)]
    drawn.append(words(LEFT, y + 35, row.grade if graded else number(row.figures[0]), soft=True))
    return drawn, y + 52


def _grades(row: Ranked, y: int, longest: int) -> list[str]:
    """From the best at the left, the darker the better; the middle line meets the majority grade."""
    drawn, x = [], LEFT
    best = max(1, len(row.figures) - 1)
    for grade, figure in reversed(list(enumerate(row.figures))):
        part = _part(figure, longest)
        if figure:
            shade = f'fill="{TONE}" fill-opacity="{grade / best:.2f}" stroke="currentColor"'
            drawn.append(box(x, y + 2, part, 16, shade))
        x += part
    return [*drawn, rule(HALF, y - 1, y + 21, 'stroke-width="2"')]


def _part(figure: int, longest: int) -> Fraction:
    return Fraction(figure, longest) if longest else LEFT


def _said(row: Ranked, grades: Sequence[str]) -> str:
    if not grades:
        return _("%(place)s. %(option)s : %(figure)s", place=row.place, option=row.option, figure=row.figures[0])
    given = [f"{grade} {figure}" for grade, figure in zip(grades, row.figures, strict=True) if figure]
    said = {"place": row.place, "option": row.option, "grade": row.grade, "given": ", ".join(given)}
    return _("%(place)s. %(option)s : %(grade)s (%(given)s)", **said)

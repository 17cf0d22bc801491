"""The curve of the capital: what it was from its first day on, and the floor that it may not go under today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from markupsafe import Markup

from governance.words import Cents, Day
from web.i18n import day, euros
from web.i18n import gettext as _
from web.pictures.drawing import SOLID, across, box, lines, svg, words

TOP, TALL = 8, 168  # px from the top to the highest capital, and down to nothing
FOOT = TOP + TALL
MOST = 400  # steps drawn: more would stand within one pixel


@dataclass(frozen=True)
class Height:
    """The capital from a day on."""

    on: Day
    capital: Cents


@dataclass(frozen=True)
class Heights:
    """`floor` is None where no statutes give one."""

    steps: Sequence[Height]
    until: Day
    floor: Cents | None

    @property
    def highest(self) -> int:
        return max([1, self.floor or 0, *(step.capital for step in self.steps)])

    def x(self, when: date) -> Fraction:
        first, last = self.steps[0].on.first, max(self.until.first, self.steps[-1].on.first)
        return Fraction((when - first).days, (last - first).days + 1)

    def y(self, amount: int) -> int:
        return FOOT - TALL * amount // self.highest


def capital_curve(heights: Heights, key: str = "capital", width: int | None = None) -> Markup:
    """Bars side by side, each as wide as the capital lasted; a dashed line for the floor."""
    told, bottom = lines(FOOT + 24, _foot(heights), soft=True)
    ground = across(Fraction(0), Fraction(1), FOOT, 'stroke-width="1"')
    body = [*_bars(heights), ground, *_floor(heights), *_ends(heights), *told]
    return svg(key, _("Le capital au fil du temps"), _said(heights), bottom + 4, body, width)


def _bars(heights: Heights) -> Iterator[str]:
    steps = _drawn(heights.steps)
    ends = [*(heights.x(step.on.first) for step in steps[1:]), Fraction(1)]
    for step, end in zip(steps, ends, strict=True):
        left, top = heights.x(step.on.first), heights.y(step.capital)
        if end > left and top < FOOT:
            yield box(left, top, end - left, FOOT - top, f'{SOLID} fill-opacity="0.55"')
            yield across(left, end, top, 'stroke-width="2"')


def _drawn(steps: Sequence[Height]) -> Sequence[Height]:
    """The last of each day, and no more of them than an eye can tell apart; the last is always there."""
    days = list({step.on: step for step in steps}.values())
    every = -(-len(days) // MOST)
    return [*days[:-1:every], days[-1]]


def _floor(heights: Heights) -> Iterator[str]:
    if heights.floor is not None:
        yield across(Fraction(0), Fraction(1), heights.y(heights.floor), 'stroke-dasharray="6 4" stroke-width="1.5"')


def _ends(heights: Heights) -> Iterator[str]:
    first = heights.steps[0].on.first
    yield words(Fraction(0), FOOT + 17, str(first.year), soft=True)
    yield words(Fraction(1), FOOT + 17, str(heights.until.first.year), soft=True, end=True)


def _foot(heights: Heights) -> str:
    if heights.floor is None:
        return _("Au plus haut sur cette courbe : %(amount)s.", amount=euros(Cents(heights.highest)))
    return _(
        "Au plus haut sur cette courbe : %(amount)s. En tirets, le plancher d’aujourd’hui : %(floor)s.",
        amount=euros(Cents(max(step.capital for step in heights.steps))),
        floor=euros(heights.floor),
    )


def _said(heights: Heights) -> str:
    first, last = heights.steps[0], heights.steps[-1]
    said = _(
        "De %(first)s le %(start)s à %(last)s le %(end)s.",
        first=euros(first.capital),
        start=day(first.on),
        last=euros(last.capital),
        end=day(heights.until),
    )
    return f"{said} {_foot(heights)}"

"""The roadmap along time: what was reached, what is planned or put off, what waits for what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction

from markupsafe import Markup

from governance.words import Day
from web.i18n import day
from web.i18n import gettext as _
from web.pictures.drawing import SOLID, TONE, across, at, behind, kept_clear, lines, placed, rule, svg, words

EDGE = Fraction(3, 100)  # left free on both sides, for the marks


class State(Enum):
    PLANNED = "planned"
    REACHED = "reached"
    POSTPONED = "postponed"
    IMPOSSIBLE = "impossible"  # planned before something it waits for


@dataclass(frozen=True)
class Step:
    """A milestone. `on`: the day it was reached or is planned for; `before`: where it stood until it was put off;
    `after`: the keys of the steps it waits for; `note`: a few words, such as « 7 structures sur 10 »."""

    key: str
    title: str
    state: State
    on: Day | None = None
    before: Day | None = None
    after: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Window:
    """The days that are drawn: from `start` to `stop`, left out. `ticks`: those that are named, and how."""

    start: date
    stop: date
    ticks: tuple[tuple[date, str], ...]

    def holds(self, when: Day | None) -> bool:
        """Whether any day that this may be is drawn."""
        return when is not None and when.first < self.stop and when.last >= self.start


def year(number: int) -> Window:
    """In quarters."""
    ticks = tuple((date(number, 3 * quarter + 1, 1), f"T{quarter + 1}") for quarter in range(4))
    return Window(date(number, 1, 1), date(number + 1, 1, 1), ticks)


def quarter(number: int, of: int) -> Window:
    """In months: the quarter `of`, from 1 to 4."""
    firsts = [date(number, 3 * of - 2 + month, 1) for month in range(3)]
    stop = date(number + 1, 1, 1) if of == 4 else date(number, 3 * of + 1, 1)
    return Window(firsts[0], stop, tuple((first, day(f"{first:%Y-%m}")) for first in firsts))


def whole(steps: Sequence[Step], today: date) -> Window:
    """In years, all of them: those of the steps and this one."""
    years = _years(steps, today)
    every = -(-len(years) // 6)
    ticks = tuple((date(one, 1, 1), str(one)) for one in years[::every])
    return Window(date(years.start, 1, 1), date(years.stop, 1, 1), ticks)


@dataclass
class Scale:
    """Where the days of a window stand, from the left to the right."""

    window: Window
    rows: dict[str, tuple[Fraction, int]] = field(default_factory=dict)  # where each step's mark is
    clear: list[str] = field(default_factory=list)  # where words stand

    def at(self, when: date) -> Fraction:
        start, stop = self.window.start, self.window.stop
        inside = min(max(when, start), stop)
        return EDGE + (1 - 2 * EDGE) * Fraction((inside - start).days, (stop - start).days)

    def middle(self, when: Day | None) -> Fraction:
        return (self.at(when.first) + self.at(when.last)) / 2 if when else EDGE


def frise(
    steps: Sequence[Step],
    today: date,
    key: str = "frise",
    width: int | None = None,
    title: str | None = None,
    window: Window | None = None,
) -> Markup:
    """All the steps along all their years, or those of a `window` alone."""
    if window:
        steps = [step for step in steps if window.holds(step.on) or window.holds(step.before)]
    scale = Scale(window or whole(steps, today))
    told = [said(step) for step in steps]
    body: list[str] = []
    y = 34
    for step, standing in zip(steps, told, strict=True):
        drawn, y = _step(step, standing, scale, key, y)
        body += drawn
    back = behind(key, scale.clear, [*_axis(scale, today, y + 14), *_arrows(steps, scale, key)])
    both = zip(steps, told, strict=True)
    desc = " ".join(_("%(step)s : %(standing)s.", step=step.title, standing=standing) for step, standing in both)
    return svg(key, title or _("Feuille de route"), desc, y + 14, [back, *body], width)


def _years(steps: Sequence[Step], today: date) -> range:
    days = [when for step in steps for when in (step.on, step.before) if when]
    first = min([today, *(when.first for when in days)])
    last = max([today, *(when.last for when in days)])
    return range(first.year, last.year + 1)


def _axis(scale: Scale, today: date, bottom: int) -> Iterator[str]:
    for first, named in scale.window.ticks:
        x = scale.at(first)
        yield rule(x, 22, bottom - 16, 'stroke-opacity="0.22"')
        yield f'<text x="{at(x)}" y="16" fill-opacity="0.8">{named}</text>'
    yield across(Fraction(0), Fraction(1), 22, 'stroke-width="1"')
    if not scale.window.start <= today < scale.window.stop:
        return
    now = scale.at(today)
    yield rule(now, 22, bottom - 16, 'stroke-dasharray="2 4" stroke-width="1.5"')
    yield words(now, bottom - 2, _("aujourd’hui"), soft=True, end=now > Fraction(1, 2))


def _step(step: Step, standing: str, scale: Scale, key: str, y: int) -> tuple[list[str], int]:
    scale.clear += kept_clear(y, step.title)
    drawn, y = lines(y, step.title, bold=True)
    scale.clear += kept_clear(y, standing)
    told, y = lines(y, standing, soft=True)
    middle = y + 24
    scale.rows[step.key] = (scale.middle(step.on), middle)
    return [*drawn, *told, *_marks(step, scale, key, middle)], middle + 24


def said(step: Step) -> str:
    """Where a step stands, in words."""
    return f"{_standing(step)} · {step.note}" if step.note else _standing(step)


def _standing(step: Step) -> str:
    if step.on is None:
        return _("sans date")
    on = day(step.on)
    match step.state:
        case State.REACHED:
            return _("atteint : %(day)s", day=on)
        case State.POSTPONED if step.before:
            return _("reporté : %(day)s au lieu de %(before)s", day=on, before=day(step.before))
        case State.POSTPONED:
            return _("reporté : %(day)s", day=on)
        case State.IMPOSSIBLE:
            return _("prévu : %(day)s, avant une étape dont il dépend", day=on)
        case _:
            return _("prévu : %(day)s", day=on)


def _marks(step: Step, scale: Scale, key: str, y: int) -> Iterator[str]:
    if step.on is None:
        yield placed(EDGE, y, '<circle r="8" fill="none" stroke="currentColor" stroke-dasharray="3 3"/>')
        return
    if step.before:
        yield from _put_off(step.before, step.on, scale, y)
    if not scale.window.holds(step.on):
        return
    if not step.on.full:
        yield _range(step.on, scale, y, SOLID if step.state is State.REACHED else f'fill="{TONE}" fill-opacity="0.25"')
    yield placed(scale.middle(step.on), y, _mark(step.state))


def _range(when: Day, scale: Scale, y: int, look: str) -> str:
    left, right = scale.at(when.first), scale.at(when.last)
    return f'<rect x="{at(left)}" y="{y - 5}" width="{at(right - left)}" height="10" rx="5" stroke="{TONE}" {look}/>'


def _put_off(before: Day, on: Day, scale: Scale, y: int) -> Iterator[str]:
    """From where it stood to where it stands; to the edge where one of them is not drawn."""
    left, right = scale.middle(before), scale.middle(on)
    if scale.window.holds(before):
        yield placed(
            left, y, '<path d="M0 -8L8 0L0 8L-8 0Z" fill="none" stroke="currentColor" stroke-dasharray="2 2"/>'
        )
    yield across(left, right, y, 'stroke-dasharray="2 3" stroke-opacity="0.7"')


def _mark(state: State) -> str:
    match state:
        case State.REACHED:
            return (
                f'<circle r="10" fill="{TONE}" stroke="currentColor"/>'
                '<path d="M-4.500 0.500L-1.500 3.500L4.500 -3.500" fill="none" stroke="#fff" stroke-width="2.2"/>'
            )
        case State.IMPOSSIBLE:
            return (
                '<path d="M0 -11L11 9H-11Z" fill="none" stroke="currentColor" stroke-width="2"/>'
                '<path d="M0 -4V3M0 5.500V7" fill="none" stroke="currentColor" stroke-width="2"/>'
            )
        case _:
            return f'<path d="M0 -9L9 0L0 9L-9 0Z" fill="none" stroke="{TONE}" stroke-width="2.5"/>'


def _arrows(steps: Sequence[Step], scale: Scale, key: str) -> Iterator[str]:
    """From what must come first: down, across, down again into what waits for it; up where it is drawn below."""
    thin = 'stroke-opacity="0.45"'
    for step in steps:
        x, y = scale.rows[step.key]
        for from_x, from_y in (scale.rows[first] for first in step.after if first in scale.rows):
            down = 1 if from_y < y else -1
            yield rule(from_x, from_y + 11 * down, y - 19 * down, thin)
            yield across(from_x, x, y - 19 * down, thin)
            yield rule(x, y - 19 * down, y - 11 * down, f'{thin} marker-end="url(#{key}-tip)"')

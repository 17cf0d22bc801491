"""An assembly at a glance: a seat for each member, collège beside collège; hollow where the voice is advisory."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from string import ascii_uppercase

from markupsafe import Markup, escape

from web.i18n import gettext as _
from web.i18n import number
from web.pictures.drawing import FAINT, SOLID, filled, frame

INNER, OUTER = 62.0, 142.0  # radii
CENTRE, FLOOR = 180.0, 176.0
GAP = 0.055  # radians between two collèges
MOST_SEATS = 160  # beyond, a surface says it better than dots


@dataclass(frozen=True)
class Seats:
    name: str
    count: int
    advisory: bool = False


def hemicycle(colleges: Sequence[Seats], key: str = "hemicycle", width: int = 440) -> Markup:
    """`width` is the widest it is drawn, in px: it shrinks with the page."""
    sitting = [college for college in colleges if college.count]
    height = FLOOR + 22 + 22 * len(colleges)
    said = _(" ; ").join(_legend(college) for college in colleges)
    size = f'viewBox="0 0 360 {height:.0f}" width="{width}" height="{height * width / 360:.0f}"'
    body = [*_arcs(sitting, key), *_list(colleges, key)]
    return frame(key, _("Membres par collège"), said, size, body)


def _arcs(sitting: Sequence[Seats], key: str) -> Iterator[str]:
    everyone = sum(college.count for college in sitting)
    free = math.pi - GAP * (len(sitting) - 1)
    start = 0.0
    looks = _looks(sitting, key)
    for n, (college, look) in enumerate(zip(sitting, looks, strict=True)):
        end = start + free * college.count / everyone
        few = everyone <= MOST_SEATS
        yield _dots(college.count, start, end, everyone, look) if few else _sector(start, end, look)
        x, y = _point(OUTER + 20, (start + end) / 2)
        letter = ascii_uppercase[n % 26]
        yield f'<text x="{x:.1f}" y="{y + 5:.1f}" text-anchor="middle" font-weight="650">{letter}</text>'
        start = end + GAP


def _looks(sitting: Sequence[Seats], key: str) -> list[str]:
    """How each collège is filled, the first that votes in the solid tone."""
    filling = cycle((f'{SOLID} stroke="currentColor"', filled(key, "hatch"), filled(key, "dots"), filled(key, "grid")))
    return [FAINT if college.advisory else next(filling) for college in sitting]


def _point(radius: float, angle: float) -> tuple[float, float]:
    """From the left (angle 0) over the top to the right (π)."""
    return CENTRE - radius * math.cos(angle), FLOOR - radius * math.sin(angle)


def _dots(count: int, start: float, end: float, everyone: int, look: str) -> str:
    rows = max(1, round(math.sqrt(everyone / 2.9)))
    step = (OUTER - INNER) / max(1, rows - 1)
    radii = [OUTER - step * row for row in range(rows)]
    size = min(11.0, 0.42 * step if rows > 1 else 11.0, 0.42 * math.pi * sum(radii) / everyone)
    return "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" {look}/>'
        for radius, seats in zip(radii, _shared(count, radii), strict=True)
        for place in range(seats)
        for x, y in [_point(radius, start + (end - start) * (place + 0.5) / seats)]
    )


def _shared(count: int, radii: Sequence[float]) -> list[int]:
    """The seats of a collège over the rows, as long as each row is: the largest remainders take what is left."""
    whole = [count * radius / sum(radii) for radius in radii]
    seats = [math.floor(part) for part in whole]
    by_remainder = sorted(range(len(radii)), key=lambda row: seats[row] - whole[row])
    for row in by_remainder[: count - sum(seats)]:
        seats[row] += 1
    return seats


def _sector(start: float, end: float, look: str) -> str:
    (ax, ay), (bx, by) = _point(OUTER, start), _point(OUTER, end)
    (cx, cy), (dx, dy) = _point(INNER, end), _point(INNER, start)
    path = (
        f"M{ax:.1f} {ay:.1f}A{OUTER} {OUTER} 0 0 1 {bx:.1f} {by:.1f}"
        f"L{cx:.1f} {cy:.1f}A{INNER} {INNER} 0 0 0 {dx:.1f} {dy:.1f}Z"
    )
    return f'<path d="{path}" {look}/>'


def _list(colleges: Sequence[Seats], key: str) -> Iterator[str]:
    everyone = number(sum(college.count for college in colleges))
    yield f'<text x="{CENTRE}" y="{FLOOR - 8}" text-anchor="middle" font-size="34" font-weight="650">{everyone}</text>'
    sitting = [college for college in colleges if college.count]
    drawn = dict(zip(sitting, zip(_looks(sitting, key), ascii_uppercase, strict=False), strict=False))
    for line, college in enumerate(colleges):
        y = FLOOR + 34 + 22 * line
        if college in drawn:
            look, letter = drawn[college]
            yield f'<rect x="8" y="{y - 11:.0f}" width="12" height="12" {look}/>'
            yield f'<text x="28" y="{y:.0f}" font-weight="650">{letter}</text>'
        yield f'<text x="46" y="{y:.0f}">{escape(_legend(college))}</text>'


def _legend(college: Seats) -> str:
    words = _("%(college)s : %(count)s", college=college.name, count=number(college.count))
    return _("%(words)s (voix consultative)", words=words) if college.advisory else words

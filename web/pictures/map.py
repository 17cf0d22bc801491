"""A map: départements, and upon them numbered marks; a ring around each says of which kinds its things are."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup, escape

from web.i18n import gettext as _
from web.pictures.drawing import HOLLOW, LINE, SOLID, filled, frame, swatch, words
from web.territory.outlines import Department, centre, departments

WIDE, SHOWN = 400, 560  # units across, px on a wide screen
LEAST, MARGIN = 40.0, 14.0  # of the drawing's units: about 65 and 23 km
APART = 2.2  # radii between two marks: nearer, they are one
RADIUS, HOLE = 12, 8
LOOKS = 5  # kinds that rings tell apart

Place = tuple[float, float]


@dataclass(frozen=True)
class Spot:
    """A place of the map, in the drawing's units, and how many things of each kind are there."""

    names: tuple[str, ...]
    at: Place
    kinds: Mapping[str, int]

    def joined(self, other: "Spot") -> "Spot":
        both = {kind: self.kinds.get(kind, 0) + other.kinds.get(kind, 0) for kind in {**self.kinds, **other.kinds}}
        return Spot((*self.names, *other.names), self.at, both)


@dataclass(frozen=True)
class View:
    """The part of the drawing that is shown: its left, its top, how wide and high it is."""

    left: float
    top: float
    wide: float
    high: float

    def place(self, at: Place) -> Place:
        return (at[0] - self.left) * WIDE / self.wide, (at[1] - self.top) * WIDE / self.wide

    def shows(self, one: Department) -> bool:
        left, top, right, bottom = one.box
        return left < self.left + self.wide and right > self.left and top < self.top + self.high and bottom > self.top


def view(places: Sequence[Place]) -> View:
    """All of them with some country around; never so near that only one commune is seen, nor in a narrow strip."""
    across, down = zip(*places, strict=True)
    wide = max(LEAST, max(across) - min(across) + 2 * MARGIN)
    high = max(LEAST, max(down) - min(down) + 2 * MARGIN)
    wide, high = max(wide, high / 1.2), max(high, wide * 0.7)
    return View((max(across) + min(across) - wide) / 2, (max(down) + min(down) - high) / 2, wide, high)


def gathered(spots: Sequence[Spot], seen: View) -> list[Spot]:
    """Those whose marks would hide one another are one mark, that bears the names of all."""
    marks: list[Spot] = []
    near = APART * RADIUS * seen.wide / WIDE
    for spot in spots:
        found = next((n for n, mark in enumerate(marks) if math.dist(mark.at, spot.at) < near), None)
        if found is None:
            marks.append(spot)
        else:
            marks[found] = marks[found].joined(spot)
    return marks


def chart(marks: Sequence[Spot], seen: View, kinds: Mapping[str, str], key: str = "map") -> Markup:
    """`kinds`: their words, in their order, as many as there are looks; the others are drawn as one."""
    high = round(seen.high * WIDE / seen.wide)
    looks = dict(zip(kinds, _looks(key), strict=False)) if len(kinds) <= LOOKS else {}
    body = [
        *_ground(seen, high, key),
        *(part for n, mark in enumerate(marks, 1) for part in _mark(n, mark, seen, looks)),
    ]
    foot = high + 6
    for kind, said in kinds.items() if looks else ():
        foot += LINE
        body += [swatch(Fraction(0), foot, looks[kind]), words(Fraction(0), foot, said, aside=18)]
    said = _(" ; ").join(f"{n}. {', '.join(mark.names)}" for n, mark in enumerate(marks, 1))
    return frame(key, _("Carte"), said, f'viewBox="0 0 {WIDE} {foot + 8}" width="{SHOWN}"', body)


def _looks(key: str) -> tuple[str, ...]:
    return SOLID, filled(key, "hatch"), HOLLOW, filled(key, "dots"), filled(key, "grid")


def _ground(seen: View, high: int, key: str) -> Iterator[str]:
    """The départements in sight, cut at the frame; each with its number."""
    yield f'<clipPath id="{key}-frame"><rect width="{WIDE}" height="{high}"/></clipPath>'
    yield f'<g clip-path="url(#{key}-frame)">'
    for one in departments().values():
        if seen.shows(one):
            yield f'<path d="{"".join(_path(one, seen))}" fill="none" stroke="currentColor" stroke-opacity="0.45"/>'
            x, y = seen.place(max(map(centre, one.rings))[1:])
            said = f'text-anchor="middle" fill-opacity="0.7" font-size="13"><title>{escape(one.name)}</title>{one.code}'
            yield f'<text x="{x:.0f}" y="{y:.0f}" {said}</text>'
    yield f'</g><rect width="{WIDE}" height="{high}" fill="none" stroke="currentColor" stroke-opacity="0.3"/>'


def _path(one: Department, seen: View) -> Iterator[str]:
    for ring in one.rings:
        yield "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in map(seen.place, ring)) + "Z"


def _mark(number: int, mark: Spot, seen: View, looks: Mapping[str, str]) -> Iterator[str]:
    """A disc of paper, a ring around it whose parts are those of its kinds, and its number."""
    x, y = seen.place(mark.at)
    yield f'<g transform="translate({x:.0f} {y:.0f})"><circle r="{RADIUS}" fill="Canvas" stroke="currentColor"/>'
    kinds = [(looks[kind], mark.kinds[kind]) for kind in looks if kind in mark.kinds]
    whole, turn = sum(count for _look, count in kinds), 0
    for look, count in kinds or ([] if looks else [(SOLID, 1)]):
        yield _sector(turn / (whole or 1), (turn + count) / (whole or 1), look)
        turn += count
    yield f'<circle r="{HOLE}" fill="Canvas" stroke="currentColor" stroke-width="0.5"/>'
    yield f'<text y="4" text-anchor="middle" font-size="12" font-weight="650" fill="CanvasText">{number}</text></g>'


def _sector(since: float, until: float, look: str) -> str:
    if until - since > 0.999:
        return f'<circle r="{RADIUS}" {look}/>'
    (a, b), (c, d) = (
        (RADIUS * math.sin(2 * math.pi * turn), -RADIUS * math.cos(2 * math.pi * turn)) for turn in (since, until)
    )
    large = int(until - since > 0.5)
    return f'<path d="M0 0L{a:.1f} {b:.1f}A{RADIUS} {RADIUS} 0 {large} 1 {c:.1f} {d:.1f}Z" {look}/>'

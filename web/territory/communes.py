"""Which commune is meant by what was typed, and how far one is from another.

The points are those of GeoNames to a kilometre, or the middle of the communes of the same postal code: enough to say
who is near, not to measure a road. Floats: nothing here is law nor money.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from projections.names import plain

FILE = Path(__file__).parent / "communes.tsv"
EARTH = 6371.0  # km
CLOSE = 0.8  # of the signs of a name, in their order: one wrong in five
_POSTAL = re.compile(r"\b([0-9]{5})\s+([^,\n]+)")  # an address: 12 rue de Paris, 03200 Vichy
_DEPARTMENT = re.compile(r"\b(2[ab]|97[1-8]|98[678]|[0-9]{2})(?:[0-9]{3})?\b", re.IGNORECASE)  # 03, (03), 03200, 2A


@dataclass(frozen=True, slots=True)
class Commune:
    """Degrees; None where nobody knows. `approximate`: the point is the middle of its neighbours."""

    code: str
    name: str
    latitude: float | None = None
    longitude: float | None = None
    approximate: bool = False

    @property
    def department(self) -> str:
        return self.code[:3] if self.code[:2] in ("97", "98") else self.code[:2]

    @property
    def full(self) -> str:
        return f"{self.name} ({self.department})"


@cache
def _known() -> Mapping[str, tuple[Commune, ...]]:
    """By plain name; of several, the most peopled first."""
    found: dict[str, list[Commune]] = {}
    for line in FILE.read_text().splitlines():
        if not line.startswith("#"):
            code, name, *place = line.split("\t")
            latitude, longitude = map(float, place[:2]) if place else (None, None)
            one = Commune(code, name, latitude, longitude, len(place) > 2)
            found.setdefault(_bare(name), []).append(one)
    return {name: tuple(those) for name, those in found.items()}


def _bare(name: str) -> str:
    """« St-Pourçain sur Sioule » is Saint-Pourçain-sur-Sioule; « Marseille 3e » is Marseille."""
    words = [{"st": "saint", "ste": "sainte"}.get(word, word) for word in plain(name).split()]
    return " ".join(word for word in words if not word[0].isdecimal() and word != "cedex")


@cache
def commune(typed: str, home: Commune | None = None) -> Commune | None:
    """« Vichy », « 03200 Vichy » or « Quinsac (24) », a slip of the pen forgiven. Of several that bear a name and no
    département was said, the nearest to `home`, else the most peopled; None where no commune is called so."""
    if address := _POSTAL.search(typed):
        typed = address[0]
    said = _DEPARTMENT.search(typed)
    name = _bare(_DEPARTMENT.sub(" ", typed) if said else typed)
    there = _known().get(name) or _known().get(_alike(name), ())
    if said:
        there = tuple(one for one in there if one.department.casefold() == said[1].casefold())
    if home is None:
        return there[0] if there else None
    return min(there, key=lambda one: distance(home, one) or math.inf if one != home else 0, default=None)


def _alike(name: str) -> str:
    """The name that it was meant to be, among those that begin alike and are about as long; empty where none is."""
    near = [one for one in _known() if one[:1] == name[:1] and abs(len(one) - len(name)) <= 1]
    return next(iter(get_close_matches(name, near, 1, CLOSE)), "")


def distance(one: Commune, other: Commune) -> int | None:
    """Kilometres as the crow flies (haversine), None where a point is missing."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return None
    here, there = math.radians(one.latitude or 0), math.radians(other.latitude or 0)
    across = math.radians((other.longitude or 0) - (one.longitude or 0))
    half = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(across / 2) ** 2
    return round(2 * EARTH * math.asin(math.sqrt(half)))


def around(place: Commune, most: int, typed: Iterable[str]) -> dict[str, int]:
    """Of places as they were typed, those at most so many kilometres away, the nearest first, with how many."""
    found = {said: distance(place, one) for said in typed if (one := commune(said, place))}
    near = {said: far for said, far in found.items() if far is not None and far <= most}
    return dict(sorted(near.items(), key=lambda one: (one[1], one[0])))

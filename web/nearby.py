"""« Près de » at the counter: around which commune one looks, how far, and what is near enough."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from starlette.requests import Request

from web.edge.inputs import bare
from web.i18n import gettext as _
from web.territory.communes import Commune, around, commune

RANGES = (5, 10, 20, 50, 100)
"""Kilometres as the crow flies."""
USUAL = 20


@dataclass(frozen=True)
class Nearby:
    """`typed`: what was asked; `place`: the commune that was understood; `places`: those that the register names."""

    typed: str
    most: int
    place: Commune | None
    places: tuple[str, ...]

    @property
    def far(self) -> Mapping[str, int] | None:
        """Nothing is near a commune that nobody knows."""
        if not self.typed:
            return None
        return around(self.place, self.most, self.places) if self.place else {}

    @property
    def words(self) -> str:
        if not self.typed:
            return ""
        where = self.place.full if self.place else _("« %(words)s »", words=self.typed)
        return _("à moins de %(km)s km de %(place)s", km=self.most, place=where)

    @property
    def ranges(self) -> tuple[int, ...]:
        return RANGES


def nearby(request: Request, places: Iterable[str]) -> Nearby:
    """`?pres=Vichy&km=20`: what is not understood is not asked."""
    asked = request.query_params
    typed, most = bare(asked.get("pres", ""))[:100], asked.get("km", "")
    known = int(most) if most in map(str, RANGES) else USUAL
    return Nearby(typed, known, commune(typed, home(request)) if typed else None, tuple(places))


def home(request: Request) -> Commune | None:
    """The commune of the seat: of two communes of one name, the nearest to it is meant."""
    return commune((request.state.coop or {}).get("seat") or "")

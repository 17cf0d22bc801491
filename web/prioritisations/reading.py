"""What every page of a prioritisation reads: its boards and colours, its notes, what they add up to."""

from collections.abc import Sequence
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request

from governance.counting.priorities import Placed, Standing, standings
from governance.network.facts import MeetingId
from governance.network.priority_facts import BoardId, Colour, PrioritisationId
from governance.words import Office
from projections.network import priorities
from web.counter import found, here, office, to, visitor
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy

COLOURS = {Colour.PINK: lazy("rose"), Colour.YELLOW: lazy("jaune")}
to_prioritisation = to("prioritisation", prioritisation=here("prioritisation"))


def of(request: Request) -> PrioritisationId:
    return PrioritisationId(request.path_params["prioritisation"])


def the_one(db: Connection[DictRow], request: Request) -> dict[str, Any]:
    """The prioritisation of this address; a 404 without it."""
    return shaped(found(priorities.of(db, of(request))))


def shaped(one: DictRow) -> dict[str, Any]:
    """Its boards by name, its colours with their horizon."""
    boards = {BoardId(each["board"]): each["name"] for each in one["boards"]}
    horizons = {Colour(each["colour"]): each for each in one["horizons"]}
    return {**one, "boards": boards, "horizons": horizons}


def added_up(one: dict[str, Any], notes: Sequence[DictRow]) -> tuple[Standing, ...]:
    placed = (Placed(note["board"], Colour(note["colour"]), note["category"]) for note in notes)
    return standings(list(one["boards"]), list(one["horizons"]), placed)


def ranked(db: Connection[DictRow], meeting: MeetingId) -> list[dict[str, Any]]:
    """What a meeting ranked: each board with its rank and its notes, the first first."""
    told = []
    for one in map(shaped, priorities.of_meeting(db, meeting)):
        boards = sorted(added_up(one, priorities.notes(db, one["id"])), key=lambda board: board.rank)
        lines = [(board.rank, one["boards"][board.board], board.total) for board in boards]
        told.append({"id": one["id"], "title": one["title"], "boards": lines, "notes": sum(n for *_, n in lines)})
    return told


def known(request: Request) -> dict[str, Any]:
    """What a form about a prioritisation shows besides itself."""
    with office(request).reading() as db:
        one = the_one(db, request)
        notes = priorities.notes(db, one["id"])
    return {"one": one, "notes": notes, "colours": [(colour.value, meant) for colour, meant in meanings(one).items()]}


def known_board(request: Request) -> dict[str, Any]:
    """The same, about one of its boards: its name, its notes, where they stand."""
    shown = known(request)
    board = BoardId(request.path_params["board"])
    name = found(shown["one"]["boards"].get(board))
    own = [note for note in shown["notes"] if note["board"] == board]
    [standing] = [each for each in added_up(shown["one"], own) if each.board == board]
    return {**shown, "board": board, "name": name, "notes": own, "standing": standing}


def meanings(one: dict[str, Any]) -> dict[Colour, str]:
    """« Court terme (rose) »."""
    return {
        colour: _("%(horizon)s (%(colour)s)", horizon=each["name"], colour=COLOURS[colour])
        for colour, each in one["horizons"].items()
    }


def keeps(request: Request) -> bool:
    """Whether the visitor enters the room's paper, groups and closes; the rules say it again."""
    return bool(visitor(request).offices & {Office.SECRETARY, Office.CHAIR, Office.BOARD})

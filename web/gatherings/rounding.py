"""The round table of a meeting: what each of those present put forward, and who did not speak."""

from collections.abc import Sequence
from typing import Any

from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request

from governance.network.meeting_facts import AttendanceId
from governance.network.round_table import GoRound, Statement
from projections.network import rounds
from web.counter import Gesture, here, office, to, visitor
from web.edge.inputs import Text
from web.gatherings.known import day_of, meeting_id, the_meeting
from web.network import one_a_line
from web.visitor import board, members_and_officers


class Round(BaseModel):
    """What each said, by her line of the sheet; `spoke`: those who spoke, even without putting anything forward."""

    said: dict[str, Text] = {}
    spoke: list[str] = []


def go_round(form: Round, request: Request, gesture: str) -> GoRound:
    with office(request).reading() as db:
        day = day_of(the_meeting(db, request))
    lines = dict.fromkeys((*form.said, *form.spoke))
    statements = (Statement(AttendanceId(line), one_a_line(form.said.get(line))) for line in lines)
    return GoRound(meeting_id(request), tuple(statements), day)


def round_of(came: Sequence[DictRow]) -> dict[str, list[dict[str, Any]]]:
    """Who `spoke`, one line for those of a structure who said the same together, and who was there and was `silent`."""
    spoke: dict[tuple[str, ...], dict[str, Any]] = {}
    for row in (row for row in came if row["priorities"] is not None):
        alone = () if row["organisation"] and row["priorities"] else (row["id"],)
        before = spoke.setdefault((row["organisation"], *row["priorities"], *alone), {**row, "name": ""})
        before["name"] = ", ".join(filter(None, (before["name"], row["name"])))
        before["role"] = row["role"] if before["name"] == row["name"] else ""
    return {"spoke": list(spoke.values()), "silent": [row for row in came if row["priorities"] is None]}


def told(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        meeting, came = the_meeting(db, request), rounds.of(db, meeting_id(request))
    return {"meeting": meeting, "came": came, **round_of(came), "writes": board(visitor(request))}


def as_said(request: Request) -> dict[str, Any]:
    spoke = [one for one in told(request)["came"] if one["priorities"] is not None]
    said = {f"said.{one['id']}": "\n".join(one["priorities"]) for one in spoke}
    return {**said, "spoke": [one["id"] for one in spoke if not one["priorities"]]}


back = to("round_table", meeting=here("meeting"))
routes = [
    Gesture(Round, "network/round.html", go_round, back, told, as_said).page(
        "/reseau/reunions/{meeting}/tour-de-table", "round_table", members_and_officers
    )
]

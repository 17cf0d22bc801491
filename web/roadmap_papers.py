"""The roadmap taken away: on A3 with its picture, or its milestones as a table."""

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from typing import Any

from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.words import Day
from web.counter import Page
from web.documents import document
from web.documents.contents import legal
from web.documents.contents.roadmap import Road, Roadmap, Row
from web.i18n import day as in_words
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.listing import exported
from web.members import as_of
from web.roadmap import Zoom, due, read_zoom, roads, said
from web.tables import Column, Shape, Table
from web.visitor import members_and_officers
from web.words.project import STANDING

PAPER = 1500  # px: the picture across a sheet of A3


def paper(request: Request) -> Response:
    """On A3 in its width: the picture of each project, and the same in a table."""
    on, zoom, at = as_of(request).day, read_zoom(request), datetime.now(UTC)
    content = sheet(request.state.coop, roads(request, on, zoom, PAPER), on, zoom, at)
    headers = {"Content-Disposition": 'inline; filename="feuille-de-route.pdf"'}
    return Response(document("feuille-de-route", dict(content), at), media_type="application/pdf", headers=headers)


def sheet(coop: Any, known: Mapping[str, Any], on: Day, zoom: Zoom, at: datetime) -> Roadmap:
    return {
        "cooperative": legal(coop),
        "title": zoom.title,
        "said": _("Telle qu’elle était le %(day)s.", day=in_words(on)),
        "roads": [
            Road(
                title=project["title"],
                picture={"svg": str(known["pictures"][project["id"]]), "alt": project["title"]},
                rows=[in_row(row, known) for row in road if not zoom.window or zoom.window.holds(due(row))],
            )
            for project, road in known["roads"]
            if road
        ],
    }


def in_row(row: DictRow, known: Mapping[str, Any]) -> Row:
    on = due(row)
    waits = [known["titles"][one] for one in (*row["after"], *row["after_any"]) if one in known["titles"]]
    moves = [one["words"] for one in known["history"].get(row["id"], []) if one["what"] == "postponed"]
    return {
        "title": row["title"],
        "state": str(STANDING[row["state"]]),
        "on": in_words(on) if on else _("sans date"),
        "waits": (_(" ou ") if row["after_any"] else ", ").join(waits),
        "conditions": " · ".join(said(one) for one in known["conditions"][row["id"]]),
        "moves": " · ".join(moves),
    }


MILESTONES = (
    Column("project", lazy("Projet"), width=3),
    Column("title", lazy("Jalon"), width=4),
    Column("state", lazy("Où il en est")),
    Column("due", lazy("Date"), Shape.DAY),
    Column("waits", lazy("Vient après"), width=3),
    Column("conditions", lazy("Attend"), width=3),
    Column("moves", lazy("Reports"), width=4),
)


def table(request: Request) -> AbstractContextManager[Table]:
    """Every milestone as it stood on the day that is read, or those of the year or the quarter alone."""
    zoom = read_zoom(request)
    known = roads(request, as_of(request).day, zoom)
    rows = [
        {**in_row(row, known), "project": project["title"], "due": due(row)}
        for project, road in known["roads"]
        for row in road
        if not zoom.window or zoom.window.holds(due(row))
    ]
    return nullcontext(Table("feuille-de-route", zoom.title, MILESTONES, rows))


routes = [
    Page("/feuille-de-route/papier.pdf", "roadmap_paper", members_and_officers, paper),
    exported("/feuille-de-route/jalons", "roadmap", members_and_officers, table),
]

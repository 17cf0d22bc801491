"""« Conservation des données »: the calendar of what is kept, and who waits for a decision."""

from datetime import date
from typing import Any

from psycopg import Connection, sql
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from projections.rights import terms
from web.counter import Page, office, visitor
from web.i18n import gettext as _
from web.listing import shown
from web.members import today
from web.pages import render
from web.retention import CALENDAR, Keeping
from web.tables import Column, Shape, Table
from web.visitor import board, secretariat, signed_in


def show(request: Request) -> Response:
    who = visitor(request)
    with office(request).reading() as db:
        table = Table("conservation", _("Le calendrier"), _columns(), [_row(db, one) for one in CALENDAR])
        waiting = [row for one in CALENDAR for row in _due(db, one)] if board(who) else []
    known = {"waiting": sorted(waiting, key=lambda one: one["until"]), "answers": secretariat(who)}
    return render(request, "rights/retention.html", {**known, **shown(request, table)})


def _columns() -> tuple[Column, ...]:
    return (
        Column("what", _("Quoi"), width=4),
        Column("why", _("Pourquoi"), under=True),
        Column("term", _("Combien de temps"), width=3),
        Column("next", _("Prochain effacement"), Shape.DAY, under=True),
        Column("ends", _("Ensuite"), width=3),
        Column("article", _("Article"), under=True),
    )


def _row(db: Connection[DictRow], one: Keeping) -> dict[str, Any]:
    term = _("%(term)s après : %(since)s", term=one.term, since=one.since) if one.term else one.since
    said = {"what": one.what, "why": f"{one.why} ({one.basis})", "term": term, "ends": one.ends}
    return {**said, "article": one.article, "next": _next(db, one)}


def _next(db: Connection[DictRow], one: Keeping) -> date | None:
    """When the oldest of what the worker sweeps goes."""
    if not (one.swept and one.term):
        return None
    table, column = map(sql.Identifier, one.swept)
    oldest = sql.SQL("select (min({}) + %s::interval)::date as until from public.{}").format(column, table)
    [row] = db.execute(oldest, [one.term.interval])
    until: date | None = row["until"]
    return until


def _due(db: Connection[DictRow], one: Keeping) -> list[dict[str, Any]]:
    if not (one.due and one.term):
        return []
    return [{**row, "what": one.what} for row in terms.due(db, one.due, one.term.interval, today())]


routes = [Page("/conservation", "retention", signed_in, show)]

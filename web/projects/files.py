"""What a project counts, taken away: its budget line by line, its measures one by one."""

from contextlib import AbstractContextManager, nullcontext
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request

from governance.words import ProjectId
from projections.project import lives
from web.counter import office
from web.i18n import exact
from web.i18n import lazy_gettext as lazy
from web.listing import exported
from web.projects.showing import measured, the_project
from web.tables import Column, Shape, Table
from web.visitor import members_and_officers
from web.words.project import SIDES

BUDGET = (
    Column("side", lazy("De quel côté")),
    Column("label", lazy("Libellé"), width=4),
    Column("foreseen", lazy("Prévu"), Shape.MONEY),
    Column("real", lazy("Dépensé ou reçu"), Shape.MONEY),
    Column("source", lazy("Où c’est écrit"), width=4),
)
MEASURES = (
    Column("name", lazy("Ce qui est mesuré"), width=4),
    Column("happened", lazy("Le"), Shape.DAY),
    Column("value", lazy("Valeur")),
    Column("unit", lazy("Unité")),
    Column("number", lazy("Sur combien (n)"), Shape.NUMBER),
    Column("method", lazy("Méthode"), width=4),
    Column("source", lazy("Où c’est écrit"), width=3),
)


def budget(request: Request) -> AbstractContextManager[Table]:
    with office(request).reading() as db:
        project = the_project(db, request)
        rows = [{**row, "side": str(SIDES[row["side"]])} for row in lives.budget(db, ProjectId(project["id"]))]
    return nullcontext(Table("budget", project["title"], BUDGET, rows))


def measures(request: Request) -> AbstractContextManager[Table]:
    with office(request).reading() as db:
        project = the_project(db, request)
        rows = _measures(db, ProjectId(project["id"]))
    return nullcontext(Table("mesures", project["title"], MEASURES, rows))


def _measures(db: Connection[DictRow], project: ProjectId) -> list[dict[str, Any]]:
    return [
        {**one, "name": indicator["name"], "unit": indicator["unit"], "value": exact(one["value"])}
        for indicator in measured(lives.indicators(db, project), lives.measures(db, project))
        for one in indicator["measures"]
    ]


routes = [
    exported("/projets/{project}/budget", "budget", members_and_officers, budget),
    exported("/projets/{project}/mesures", "measures", members_and_officers, measures),
]

"""The registers of meetings, of groups and of actions as files: to go on working with, to take elsewhere."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from babel.support import LazyProxy
from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request

from projections.network import actions, groups, meetings
from web.counter import Page, office
from web.gatherings.report import due, helpers
from web.i18n import day
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.listing import exported
from web.members import today
from web.tables import Column, Row, Shape, Table
from web.visitor import members_and_officers
from web.words.network import ACTION_STATES, PRIORITIES

Reading = Connection[DictRow]

MEETINGS = (
    Column("title", lazy("Réunion"), width=4),
    Column("kind", lazy("Genre")),
    Column("number", lazy("Numéro"), Shape.NUMBER),
    Column("day", lazy("Le"), Shape.DAY),
    Column("held", lazy("Tenue le"), Shape.DAY),
    Column("place", lazy("Lieu")),
    Column("group_name", lazy("Groupe")),
    Column("structures", lazy("Structures présentes"), Shape.NUMBER),
    Column("present", lazy("Personnes présentes"), Shape.NUMBER),
    Column("at_least", lazy("Au moins"), Shape.NUMBER),
    Column("published", lazy("Mise en ligne"), Shape.DAY),
    Column("cancelled", lazy("Annulée"), Shape.DAY),
)
GROUPS = (
    Column("name", lazy("Groupe"), width=3),
    Column("purpose", lazy("But"), width=4),
    Column("since", lazy("Depuis"), Shape.DAY),
    Column("meetings", lazy("Réunions"), Shape.NUMBER),
)
ACTIONS = (
    Column("what", lazy("Action"), width=4),
    Column("who", lazy("Qui s’en charge"), width=3),
    Column("until", lazy("Pour quand")),
    Column("priority", lazy("Priorité")),
    Column("group_name", lazy("Groupe")),
    Column("met", lazy("Décidée à")),
    Column("state", lazy("État")),
    Column("ended", lazy("Finie le"), Shape.DAY),
    Column("note", lazy("Remarque")),
)


def _actions(db: Reading) -> Iterator[Row]:
    for row in actions.board(db):
        words = {"priority": str(PRIORITIES[row["priority"]]), "state": str(ACTION_STATES[row["state"]])}
        yield {**row, **words, "who": ", ".join(helpers(row)), "until": due(row)}


def _page(
    path: str, name: str, title: LazyProxy, columns: tuple[Column, ...], rows: Callable[[Reading], Iterable[Row]]
) -> Page:
    @contextmanager
    def whole(request: Request) -> Iterator[Table]:
        with office(request).reading() as db:
            yield Table(path.rpartition("/")[2], str(title), columns, rows(db), _("au %(day)s", day=day(today())))

    return exported(path, name, members_and_officers, whole)


routes = [
    _page("/reseau/reunions", "gatherings", lazy("Réunions du réseau"), MEETINGS, meetings.whole),
    _page("/reseau/groupes", "groups", lazy("Groupes de travail"), GROUPS, groups.every),
    _page("/reseau/actions", "actions", lazy("Actions"), ACTIONS, _actions),
]

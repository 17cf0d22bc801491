"""The register of mandates: who holds which office, from when, until which assembly; of any day, and as a file."""

from collections.abc import Iterable, Iterator

from babel.support import LazyProxy
from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request

from governance.words import Office
from projections.membership import offices
from projections.paging import Sought
from web.counter import visitor
from web.i18n import day
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.members import as_of
from web.pages import address
from web.registers import Choice, Shelf
from web.tables import Column, Row, Shape
from web.visitor import officers, secretariat
from web.words import cited
from web.words.common import OFFICES


def columns(request: Request) -> tuple[Column, ...]:
    """On the page of whoever may end a mandate, the door to it stands under its end; files have no doors."""
    stop = (stopping(request),) if secretariat(visitor(request)) and "format" not in request.path_params else ()
    return (
        Column("name", lazy("Qui"), width=3, sorted=True),
        Column("what", lazy("Fonction"), width=3, sorted=True, under=True),
        Column("since", lazy("Depuis"), Shape.DAY, sorted=True),
        Column("end", lazy("Fin"), width=4),
        Column("article", lazy("D’après"), under=True),
        *stop,
    )


def stopping(request: Request) -> Column:
    def door(row: Row) -> str:
        return "" if row["until"] else address(request, "leave_office", member=row["person"], office=row["office"])

    return Column("stop", "", under=True, link=door)


def told(db: Connection[DictRow], asked: Sought, rows: Iterable[Row]) -> Iterator[Row]:
    return map(_told, rows)


def _told(row: Row) -> Row:
    """A mandate ends at the closing of the assembly that rules on the accounts of the year in which it expires."""
    said = {"name": row["name"] or _("(nom effacé)"), "what": str(OFFICES[row["office"]])}
    stop = None if row["until"] else _("Mettre fin")
    article = cited(row["article"]) if _by_statutes(row) else None
    return {**row, **said, "end": end(row), "article": article, "stop": stop}


def _held() -> dict[str, str | LazyProxy]:
    return {office: said for office, said in OFFICES.items() if office != Office.ANYONE.value}


def _by_statutes(row: Row) -> bool:
    return row["until"] is None and row["years"] is not None


def end(row: Row) -> str:
    """When a mandate ended, or with which assembly it will."""
    if row["until"]:
        return day(row["until"])
    if row["ended"]:
        return _("échu le %(day)s, à la clôture de l’assemblée", day=day(row["ended"]))
    if row["due"]:
        asked = {"due": row["due"], "year": row["due"] - 1}
        return _("à la clôture de l’assemblée de %(due)s, sur les comptes de %(year)s", **asked)
    return _("sans terme fixé") if row["office"] in ("board", "chair") else _("jusqu’à ce qu’on y mette fin")


shelf = Shelf(
    path="/mandats",
    name="mandates",
    readers=officers,
    template="membership/offices.html",
    book=offices.MANDATES,
    file="mandats",
    title=lazy("Mandats"),
    columns=columns,
    told=told,
    usual="what",
    hint=lazy("Chercher un nom"),
    choices=lambda request, db: (Choice("fonction", lazy("Fonction"), _held()),),
    more=lambda request, db: {"ending": offices.ending(db, as_of(request).day)},
)
routes = shelf.pages

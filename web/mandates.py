"""The register of mandates: who holds which office, from when, until which assembly; of any day, and as a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from projections.membership import offices
from web.counter import Page, office, visitor
from web.i18n import day
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.listing import exported, shown
from web.members import as_of, as_read
from web.pages import address, render
from web.tables import Column, Row, Shape, Table
from web.visitor import officers, secretariat
from web.words import cited
from web.words.common import OFFICES


@contextmanager
def table(request: Request) -> Iterator[Table]:
    when = as_of(request)
    with office(request).reading() as db:
        rows = [told(row) for row in offices.mandates(db, when)]
    yield Table("mandats", _("Mandats"), COLUMNS, rows, _("au %(day)s", day=day(when.day)))


COLUMNS = (
    Column("name", lazy("Qui"), width=3),
    Column("what", lazy("Fonction"), width=3, under=True),
    Column("since", lazy("Depuis"), Shape.DAY),
    Column("end", lazy("Fin"), width=4),
    Column("article", lazy("D’après"), under=True),
)


def stopping(request: Request) -> Column:
    """On the page of whoever may end a mandate, the door to it."""

    def door(row: Row) -> str:
        return "" if row["until"] else address(request, "leave_office", member=row["person"], office=row["office"])

    return Column("stop", "", under=True, link=door)


def told(row: Row) -> Row:
    """A mandate ends at the closing of the assembly that rules on the accounts of the year in which it expires."""
    said = {"name": row["name"] or _("(nom effacé)"), "what": str(OFFICES[row["office"]])}
    stop = None if row["until"] else _("Mettre fin")
    article = cited(row["article"]) if _by_statutes(row) else None
    return {**row, **said, "end": _end(row), "article": article, "stop": stop}


def _by_statutes(row: Row) -> bool:
    return row["until"] is None and row["years"] is not None


def _end(row: Row) -> str:
    if row["until"]:
        return day(row["until"])
    if row["ended"]:
        return _("échu le %(day)s, à la clôture de l’assemblée", day=day(row["ended"]))
    if row["due"]:
        asked = {"due": row["due"], "year": row["due"] - 1}
        return _("à la clôture de l’assemblée de %(due)s, sur les comptes de %(year)s", **asked)
    return _("sans terme fixé") if row["office"] in ("board", "chair") else _("jusqu’à ce qu’on y mette fin")


def index(request: Request) -> Response:
    with table(request) as whole:
        here = (*COLUMNS, stopping(request)) if secretariat(visitor(request)) else COLUMNS
        known = shown(request, replace(whole, columns=here))
    with office(request).reading() as db:
        ending = offices.ending(db, as_of(request).day)
    return render(request, "membership/offices.html", {**as_read(request), **known, "ending": ending})


routes = [Page("/mandats", "mandates", officers, index), exported("/mandats", "mandates", officers, table)]

"""The register of members at the counter: who, in which collège and category, since when, of any day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request

from projections.membership import members, roster
from projections.membership.periods import PERIODS
from projections.paging import Sought
from web.counter import visitor
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.members import as_of, places
from web.pages import address
from web.registers import Choice, Shelf
from web.tables import Column, Row, Shape
from web.visitor import members_and_officers, officers


def columns(request: Request) -> tuple[Column, ...]:
    """A name leads to the member's sheet for whoever may read it."""
    leads = officers(visitor(request))

    def sheet(row: Row) -> str:
        return address(request, "member", member=row["id"]) if leads else ""

    return (
        Column("name", lazy("Nom"), width=4, sorted=True, link=sheet),
        Column("representative", lazy("Représentant"), width=3, under=True),
        Column("siren", lazy("SIREN"), under=True),
        Column("college", lazy("Collège"), width=3, sorted=True),
        Column("category", lazy("Catégorie"), width=3, sorted=True, under=True),
        Column("since", lazy("Depuis"), Shape.DAY, sorted=True),
    )


def told(db: Connection[DictRow], asked: Sought, rows: Iterable[Row]) -> Iterator[Row]:
    """The same rows in words: the statutes name collèges and categories."""
    named = places(db, asked.as_of.day)
    for row in rows:
        yield {
            **row,
            "name": row["name"] or _("(nom effacé)"),
            "college": named["colleges"].get(row["college"], row["college"]),
            "category": named["categories"].get(row["category"], row["category"]),
        }


def choices(request: Request, db: Connection[DictRow]) -> Sequence[Choice]:
    named = places(db, as_of(request).day)
    return (
        Choice("college", lazy("Collège"), named["colleges"]),
        Choice("categorie", lazy("Catégorie"), named["categories"]),
    )


def beside(request: Request, db: Connection[DictRow]) -> Mapping[str, Any]:
    """How many in each collège, those in none last; and who waits for an answer."""
    summed: dict[str | None, int] = {}
    for count in roster.counts(db, as_of(request)):
        summed[count["college"]] = summed.get(count["college"], 0) + count["members"]
    named = places(db, as_of(request).day)["colleges"]
    return {"counts": summed, "colleges": named, "waiting": members.waiting(db)}


def period_columns(request: Request) -> tuple[Column, ...]:
    return (
        Column("name", lazy("Nom"), width=4, sorted=True),
        Column("category", lazy("Catégorie"), width=3, sorted=True),
        Column("college", lazy("Collège"), width=3, sorted=True, under=True),
        Column("from", lazy("Du"), Shape.DAY, sorted=True),
        Column("until", lazy("Au"), Shape.DAY, sorted=True, under=True),
    )


shelf = Shelf(
    path="/membres",
    name="members",
    readers=members_and_officers,
    template="membership/index.html",
    book=roster,
    file="registre-des-membres",
    title=lazy("Registre des membres"),
    columns=columns,
    told=told,
    usual="name",
    hint=lazy("Chercher un nom"),
    choices=choices,
    more=beside,
)
periods = Shelf(
    path="/membres/categories",
    name="periods",
    readers=members_and_officers,
    template="membership/periods.html",
    book=PERIODS,
    file="registre-des-categories",
    title=lazy("Catégories et collèges dans le temps"),
    columns=period_columns,
    told=told,
    usual="name",
    hint=lazy("Chercher un nom"),
    choices=choices,
)
routes = [*shelf.pages, *periods.pages]

"""The register of members at the counter: searched, filtered, in any order, of any day; the same as files."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from projections.membership import members, roster
from projections.membership.roster import ORDERS, Sought
from web.counter import Page, office, visitor
from web.edge.inputs import bare
from web.i18n import day
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.listing import PLACE, again, exported, onward, shown
from web.members import PAGE, as_of, as_read, places
from web.pages import address, render
from web.tables import Column, Row, Shape, Table
from web.visitor import members_and_officers, officers


def sought(request: Request) -> Sought:
    """`?q=mar&college=usagers&tri=-since&le=2026-01-01`: what is not understood is not asked."""
    asked = request.query_params
    order = asked.get("tri", "").removeprefix("-")
    return Sought(
        as_of=as_of(request),
        words=bare(asked.get("q", ""))[:200],
        college=asked.get("college") or None,
        category=asked.get("categorie") or None,
        order=order if order in ORDERS else "name",
        falling=asked.get("tri", "").startswith("-"),
    )


def index(request: Request) -> Response:
    asked = sought(request)
    with office(request).reading() as db:
        counts = roster.counts(db, asked.as_of)
        rows = roster.page(db, asked, counts, tuple(request.query_params.getlist(PLACE)), PAGE + 1)
        named = places(db, asked.as_of.day)
        waiting = members.waiting(db)
    table = Table("membres", _("Membres"), columns(request), told(rows[:PAGE], named), said(asked, named))
    known = {
        "asked": asked,
        "counts": by_college(counts),
        "more": onward(request, rows[PAGE - 1]["key"]) if len(rows) > PAGE else "",
        "places": named,
        "waiting": waiting,
        "again": partial(again, request),
    }
    return render(request, "membership/index.html", {**as_read(request), **known, **shown(request, table, "name")})


@contextmanager
def whole(request: Request) -> Iterator[Table]:
    asked = sought(request)
    with office(request).reading() as db:
        named = places(db, asked.as_of.day)
        rows = told(roster.everyone(db, asked), named)
        yield Table("registre-des-membres", _("Registre des membres"), columns(request), rows, said(asked, named))


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


def told(rows: Any, named: dict[str, dict[str, str]]) -> Iterator[Row]:
    """The same rows in words: the statutes name collèges and categories."""
    for row in rows:
        yield {
            **row,
            "name": row["name"] or _("(nom effacé)"),
            "college": named["colleges"].get(row["college"], row["college"]),
            "category": named["categories"].get(row["category"], row["category"]),
        }


def said(asked: Sought, named: dict[str, dict[str, str]]) -> str:
    """What a page or a file shows, in words: « au 1er mars 2026, collège Usagers, « mar » »."""
    known = asked.as_of.known
    parts = [
        _("au %(day)s", day=day(asked.as_of.day)),
        _("tel qu’on le connaissait le %(day)s", day=day(known)) if known else "",
        _("collège %(name)s", name=named["colleges"].get(asked.college, asked.college)) if asked.college else "",
        _("catégorie %(name)s", name=named["categories"].get(asked.category, asked.category)) if asked.category else "",
        _("« %(words)s »", words=asked.words) if asked.words else "",
    ]
    return ", ".join(filter(None, parts))


def by_college(counts: list[DictRow]) -> dict[str | None, int]:
    """How many in each collège, those in none last."""
    summed: dict[str | None, int] = {}
    for count in counts:
        summed[count["college"]] = summed.get(count["college"], 0) + count["members"]
    return summed


routes = [
    Page("/membres", "members", members_and_officers, index),
    exported("/membres", "members", members_and_officers, whole),
]

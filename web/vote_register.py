"""The register of votes: what was put to the vote, when, how many voted, what came out; of any day, and as a file."""

from collections.abc import Iterator
from contextlib import contextmanager

from starlette.requests import Request
from starlette.responses import Response

from projections.vote import votes
from web.counter import Page, office
from web.i18n import day, number
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.listing import exported, shown
from web.members import as_of, as_read
from web.pages import address, render
from web.tables import Column, Row, Shape, Table
from web.visitor import members_and_officers
from web.words.statutes import STATUTES


@contextmanager
def table(request: Request) -> Iterator[Table]:
    when, title = as_of(request), _("Scrutins")
    with office(request).reading() as db:
        rows = [told(row) for row in votes.register(db, when)]
    yield Table("registre-des-scrutins", title, columns(request), rows, _("au %(day)s", day=day(when.day)))


def columns(request: Request) -> tuple[Column, ...]:
    return (
        Column("title", lazy("Résolution"), width=5, link=lambda row: address(request, "vote", vote=row["id"])),
        Column("meeting", lazy("Réunion"), width=4, under=True),
        Column("day", lazy("Le"), Shape.DAY),
        Column("kind", lazy("Nature"), under=True),
        Column("outcome", lazy("Issue")),
        Column("turnout", lazy("Participation"), under=True),
    )


def told(row: Row) -> Row:
    turnout = _("%(cast)s sur %(all)s", cast=number(row["cast_ballots"]), all=number(row["mandates"]))
    return {**row, "kind": str(STATUTES[row["kind"]]), "turnout": turnout, "outcome": _outcome(row)}


def _outcome(row: Row) -> str:
    if row["adopted"] is None:
        return _("à dépouiller") if row["closed_at"] else _("en cours")
    return _("adoptée") if row["adopted"] else _("rejetée")


def index(request: Request) -> Response:
    with table(request) as whole:
        return render(request, "vote/register.html", {**as_read(request), **shown(request, whole)})


routes = [
    Page("/scrutins", "votes_register", members_and_officers, index),
    exported("/scrutins", "votes_register", members_and_officers, table),
]

"""The register of votes: what was put to the vote, when, how many voted, what came out; of any day, and as a file."""

from collections.abc import Iterable, Iterator

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request

from governance.statutes.facts import Kind
from projections.paging import Sought
from projections.vote import votes
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.i18n import number
from web.pages import address
from web.registers import Choice, Shelf
from web.tables import Column, Row, Shape
from web.visitor import members_and_officers
from web.words.statutes import STATUTES

OUTCOMES = {
    "adopted": lazy("adoptée"),
    "rejected": lazy("rejetée"),
    "closed": lazy("à dépouiller"),
    "open": lazy("en cours"),
}
KINDS = {kind.value: STATUTES[kind.value] for kind in Kind}


def columns(request: Request) -> tuple[Column, ...]:
    return (
        Column(
            *("title", lazy("Résolution")),
            width=5,
            sorted=True,
            link=lambda row: address(request, "vote", vote=row["id"]),
        ),
        Column("meeting", lazy("Réunion"), width=4, under=True),
        Column("day", lazy("Le"), Shape.DAY, sorted=True),
        Column("kind", lazy("Nature"), sorted=True, under=True),
        Column("outcome", lazy("Issue"), sorted=True),
        Column("turnout", lazy("Participation"), under=True),
    )


def told(db: Connection[DictRow], asked: Sought, rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        turnout = _("%(cast)s sur %(all)s", cast=number(row["cast_ballots"]), all=number(row["mandates"]))
        said = {"kind": str(STATUTES[row["kind"]]), "outcome": str(OUTCOMES[row["outcome"]])}
        yield {**row, **said, "turnout": turnout}


shelf = Shelf(
    path="/scrutins",
    name="votes_register",
    readers=members_and_officers,
    template="vote/register.html",
    book=votes.REGISTER,
    file="registre-des-scrutins",
    title=lazy("Scrutins"),
    columns=columns,
    told=told,
    usual="-day",
    hint=lazy("Chercher une résolution"),
    choices=lambda request, db: (
        Choice("issue", lazy("Issue"), OUTCOMES),
        Choice("nature", lazy("Nature"), KINDS),
    ),
)
routes = shelf.pages

"""The pole at the counter: its organisations, those of the cooperative and the others, each once; who joins, who
leaves."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request

from governance.membership.facts import ActorKind
from governance.project.pole import JoinPole, LeavePole
from governance.words import DecisionId, MemberId, Public
from projections.membership import persons
from projections.network import pole
from projections.paging import Sought
from web.counter import Gesture, found, office, to, visitor
from web.edge.inputs import Name, PartialDay
from web.gatherings.known import Known
from web.i18n import lazy_gettext as lazy
from web.members import as_of, dated_today
from web.pages import address
from web.registers import Choice, Shelf
from web.tables import Column, Row, Shape
from web.traces import decided
from web.visitor import board, members_and_officers
from web.words.membership import CATEGORY_OF_ACTOR

INSIDE = {"oui": lazy("premier cercle : la coopérative"), "non": lazy("second cercle")}


def columns(request: Request) -> tuple[Column, ...]:
    def leads(row: Row) -> str:
        return address(request, "organisation", organisation=row["id"])

    return (
        Column("name", lazy("Organisation"), width=4, sorted=True, link=leads),
        Column("circle", lazy("Cercle"), under=True),
        Column("since", lazy("Au pôle depuis"), Shape.DAY, sorted=True),
        Column("member_since", lazy("Associée depuis"), Shape.DAY),
    )


def told(db: Connection[DictRow], asked: Sought, rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        since = min(filter(None, (row["since"], row["member_since"])))
        yield {**row, "circle": str(INSIDE[row["inside"]]), "since": since}


def beside(request: Request, db: Connection[DictRow]) -> Mapping[str, Any]:
    """How many organisations, and how many of them are members: counted on the day that is read."""
    organisations, inside = pole.counts(db, as_of(request))
    return {"organisations": organisations, "inside": inside, "writes": board(visitor(request))}


shelf = Shelf(
    path="/pole",
    name="pole",
    readers=members_and_officers,
    template="network/pole.html",
    book=pole.REGISTER,
    file="pole",
    title=lazy("Organisations du pôle"),
    columns=columns,
    told=told,
    usual="name",
    hint=lazy("Chercher une organisation"),
    choices=lambda request, db: (Choice("cercle", lazy("Cercle"), INSIDE),),
    more=beside,
)


class Joining(BaseModel):
    organisation: Name
    kind: ActorKind | None = None
    on: PartialDay
    decision: Name | None = None
    source: Name | None = None


def join(form: Joining, request: Request, gesture: str) -> JoinPole:
    """An organisation is known by its name; whoever is not known is new, and its kind is asked."""
    member = Known.of(request).party(form.organisation, "", gesture).member
    return JoinPole(
        member=member or MemberId(gesture),
        on=form.on,
        decision=DecisionId(form.decision) if form.decision else None,
        source=Public(form.source or ""),
        name=Public("") if member else Public(form.organisation),
        kind=None if member else form.kind,
    )


def joining(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        names = [row["name"] for row in persons.named(db) if row["legal"]]
    return {"organisations": names, "kinds": list(CATEGORY_OF_ACTOR.items()), "decisions": decided(request)}


class Leaving(BaseModel):
    on: PartialDay
    reason: Name | None = None


def leave(form: Leaving, request: Request, gesture: str) -> LeavePole:
    return LeavePole(MemberId(request.path_params["member"]), form.on, Public(form.reason or ""))


def leaving(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"person": found(persons.of(db, request.path_params["member"]))}


routes = [
    *shelf.pages,
    Gesture(Joining, "network/join_pole.html", join, to("pole"), joining, dated_today).page(
        "/pole/entree", "join_pole", board
    ),
    Gesture(Leaving, "network/leave_pole.html", leave, to("pole"), leaving, dated_today).page(
        "/pole/{member}/sortie", "leave_pole", board
    ),
]

"""Taking part in what a card announces, and not coming after all."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.network.card_facts import CardId
from governance.network.catalogue import Value
from governance.network.join import JoinCard, JoinForMe, QuitCard, QuitForMe
from governance.network.reserved import reserved_to, same
from governance.words import MemberId
from projections.membership import ties
from web.cards.keeping import her_own, owners, to_card
from web.cards.sheet import sheet, the_card
from web.cards.speaking import the_catalogue
from web.counter import Gesture, NoField, found, office, visitor
from web.edge.inputs import Count, Name
from web.members import today
from web.visitor import board, members_and_officers


class Joining(BaseModel):
    member: Name
    people: Count


def join(form: Joining, request: Request, gesture: str) -> JoinCard:
    kind = JoinCard if board(visitor(request)) else JoinForMe
    card, member = CardId(request.path_params["card"]), MemberId(form.member)
    return kind(the_catalogue(request), card, member, form.people, today(), through(request, member))


def through(request: Request, member: MemberId) -> MemberId | None:
    """The organisation by which it may take a seat, where the card keeps its seats for some."""
    catalogue = the_catalogue(request)
    with office(request).reading() as db:
        said = the_card(db, request)["said"].items()
        names = {same(name) for name in reserved_to(catalogue, [Value(field, told) for field, told in said])}
        mine = ties.belonging(db, member, today()) if names else []
    return next((MemberId(one["id"]) for one in mine if same(one["name"]) in names), None)


def leave(form: NoField, request: Request, gesture: str) -> QuitCard:
    kind = QuitCard if board(visitor(request)) else QuitForMe
    return kind(CardId(request.path_params["card"]), MemberId(request.path_params["member"]), today())


def shown(request: Request) -> dict[str, Any]:
    found(the_catalogue(request).joined or None)
    return {**sheet(request), "owners": owners(request)}


def alone(request: Request) -> dict[str, Any]:
    mine = her_own(request)
    return {"people": 1, "member": mine[0][0] if len(mine) == 1 else ""}


def who_leaves(request: Request) -> dict[str, Any]:
    known = sheet(request)
    one = next((one for one in known["joining"] if one["member"] == request.path_params["member"]), None)
    return {**known, "leaving": found(one)}


routes = [
    Gesture(Joining, "cards/join.html", join, to_card, shown, alone).page(
        "/reseau/fiches/{catalogue}/{card}/inscription", "join_card", members_and_officers
    ),
    Gesture(NoField, "cards/quit.html", leave, to_card, who_leaves).page(
        "/reseau/fiches/{catalogue}/{card}/inscription/{member}/retrait", "quit_card", members_and_officers
    ),
]

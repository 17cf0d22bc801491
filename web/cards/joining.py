"""Taking part in what a card announces, and not coming after all."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.network.card_facts import CardId
from governance.network.join import JoinCard, JoinForMe, QuitCard, QuitForMe
from governance.words import MemberId
from web.cards.keeping import owners, to_card
from web.cards.sheet import sheet
from web.cards.speaking import the_catalogue
from web.counter import Gesture, NoField, found, visitor
from web.edge.inputs import Count, Name
from web.members import today
from web.visitor import board, members_and_officers


class Joining(BaseModel):
    member: Name
    people: Count


def join(form: Joining, request: Request, gesture: str) -> JoinCard:
    kind = JoinCard if board(visitor(request)) else JoinForMe
    card = CardId(request.path_params["card"])
    return kind(the_catalogue(request), card, MemberId(form.member), form.people, today())


def leave(form: NoField, request: Request, gesture: str) -> QuitCard:
    kind = QuitCard if board(visitor(request)) else QuitForMe
    return kind(CardId(request.path_params["card"]), MemberId(request.path_params["member"]), today())


def shown(request: Request) -> dict[str, Any]:
    found(the_catalogue(request).joined or None)
    return {**sheet(request), "owners": owners(request)}


def alone(request: Request) -> dict[str, Any]:
    mine = owners(request)
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

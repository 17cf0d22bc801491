"""Keeping cards: one form for every catalogue, made of its fields; to write, to correct, to move to the next state."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, create_model
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from governance.network.card_facts import CardId
from governance.network.catalogue import Catalogue, CatalogueName, Field, StateName, Value
from governance.network.catalogue import Shape as Holds
from governance.network.keep_card import CorrectCard, CorrectMyCard, MoveCard, MoveMyCard, WriteCard, WriteMyCard
from governance.words import MemberId, Public
from projections.membership.choice import Among
from web import kept
from web.cards.sheet import sheet, the_card
from web.cards.speaking import options, the_catalogue, words
from web.counter import Gesture, Page, office, visitor
from web.edge.catalogue_file import shipped
from web.edge.inputs import Amount, Count, FrenchDay, Name, PartialDay, Text, bare
from web.i18n import number
from web.members import dated_today, today
from web.pages import address
from web.visitor import board, members_and_officers
from web.whom import Whom

TYPES: dict[Holds, Any] = {
    Holds.LINE: Name,
    Holds.TEXT: Text,
    Holds.DAY: PartialDay,
    Holds.COUNT: Count,
    Holds.AMOUNT: Amount,
    Holds.CHOICE: Name,
}
F = TypeVar("F", bound=BaseModel)
FIELD = "f_"  # before the name of each field: none is taken for one of the form's own


class CardForm(BaseModel):
    """What every card says; the model of a catalogue adds its fields."""

    title: Name
    on: PartialDay
    owner: Name | None = None
    source: Name | None = None
    organisation: Name | None = None
    reason: Name | None = None


@cache
def model(name: CatalogueName) -> type[CardForm]:
    return with_fields(CardForm, shipped()[name])


def with_fields(base: type[F], catalogue: Catalogue, outside: bool = False) -> type[F]:
    """A form with the fields of a catalogue; `outside`: without those that are the network's own."""
    fields: dict[str, Any] = {
        FIELD + one.name: (TYPES[one.shape], ...) if one.needed else (TYPES[one.shape] | None, None)
        for one in catalogue.fields
        if not (outside and one.inner)
    }
    return create_model(f"{base.__name__}_{catalogue.name}", __base__=base, **fields)


def values(catalogue: Catalogue, form: CardForm) -> tuple[Value, ...]:
    """What was typed, as the record keeps it; a field left empty is not said."""
    said = [(one, getattr(form, FIELD + one.name)) for one in catalogue.fields]
    return tuple(Value(one.name, Public(str(typed))) for one, typed in said if typed is not None)


def typed(field: Field, said: str | None) -> str:
    """What stands in the form of a card that is corrected: as one types it."""
    if said is None:
        return ""
    match field.shape:
        case Holds.AMOUNT:
            return f"{int(said) // 100},{int(said) % 100:02}"
        case Holds.COUNT:
            return number(int(said))
    return said


def shown(request: Request) -> dict[str, Any]:
    catalogue = the_catalogue(request)
    whose = {"owners": owners(request), "any_owner": board(visitor(request))}
    return {"catalogue": catalogue, "said": words, "fields": asked(catalogue), **whose}


def asked(catalogue: Catalogue, outside: bool = False) -> list[dict[str, Any]]:
    """The fields as the form draws them."""
    return [_asked(catalogue, one) for one in catalogue.fields if not (outside and one.inner)]


def _asked(catalogue: Catalogue, field: Field) -> dict[str, Any]:
    return {
        "name": FIELD + field.name,
        "label": words(field.label),
        "hint": field.hint and words(field.hint),
        "shape": field.shape.value,
        "options": list(options(catalogue, field.name).items()),
    }


def owners(request: Request) -> Whom | list[tuple[str, str]]:
    """Whose card it may be: any member for the board, those for whom she speaks for a member."""
    return Whom(request, Among.MEMBER) if board(visitor(request)) else her_own(request)


def her_own(request: Request) -> list[tuple[str, str]]:
    with office(request).reading() as db:
        return [(member, kept.name(db, member)) for member in visitor(request).members]


def first_owner(request: Request) -> dict[str, Any]:
    mine = her_own(request)
    named = bare(request.query_params.get("nom", ""))[:200]
    return {"on": today(), "owner": mine[0][0] if len(mine) == 1 else "", "title": named}


def write(form: CardForm, request: Request, gesture: str) -> WriteCard:
    catalogue = the_catalogue(request)
    kind = WriteCard if board(visitor(request)) else WriteMyCard
    owner = MemberId(form.owner) if form.owner else None
    said = (Public(form.title), values(catalogue, form), form.on, owner, Public(form.source or ""))
    return kind(catalogue, CardId(gesture), *said, organisation=Public(form.organisation or ""))


def as_written(request: Request) -> dict[str, Any]:
    catalogue = the_catalogue(request)
    with office(request).reading() as db:
        card = the_card(db, request)
    fields = {FIELD + one.name: typed(one, card["said"].get(one.name)) for one in catalogue.fields}
    return {"title": card["title"], "on": today(), **fields}


def corrected(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        card = the_card(db, request)
    return {**shown(request), "card": card}


def correct(form: CardForm, request: Request, gesture: str) -> CorrectCard:
    catalogue = the_catalogue(request)
    said = (Public(form.title), values(catalogue, form), form.on, Public(form.reason or ""))
    card = CardId(request.path_params["card"])
    if board(visitor(request)):
        return CorrectCard(catalogue, card, *said)
    return CorrectMyCard(catalogue, card, *said, _owner(request))


class Move(BaseModel):
    state: Name
    on: FrenchDay
    note: Name | None = None


def move(form: Move, request: Request, gesture: str) -> MoveCard:
    card, state = CardId(request.path_params["card"]), StateName(form.state)
    said = (state, form.on, Public(form.note or ""))
    if board(visitor(request)):
        return MoveCard(the_catalogue(request), card, *said)
    return MoveMyCard(the_catalogue(request), card, *said, _owner(request))


def _owner(request: Request) -> MemberId | None:
    with office(request).reading() as db:
        return MemberId(owner) if (owner := the_card(db, request)["owner"]) else None


def to_card(request: Request, gesture: str) -> str:
    card = request.path_params.get("card", gesture)
    return address(request, "card", catalogue=request.path_params["catalogue"], card=card)


def writing(request: Request) -> Gesture[Any]:
    return Gesture(model(the_catalogue(request).name), "cards/write.html", write, to_card, shown, first_owner)


def correcting(request: Request) -> Gesture[Any]:
    return Gesture(model(the_catalogue(request).name), "cards/correct.html", correct, to_card, corrected, as_written)


def keeping(path: str, name: str, gesture: Callable[[Request], Gesture[Any]]) -> Page:
    """A gesture whose form is that of the catalogue that the address names."""

    def ask(request: Request) -> Response:
        return gesture(request).ask(request)

    def carry_out(request: Request, given: FormData) -> Response:
        return gesture(request).carry_out(request, given)

    return Page(path, name, members_and_officers, ask, carry_out)


routes = [
    keeping("/reseau/fiches/{catalogue}/nouvelle", "write_card", writing),
    keeping("/reseau/fiches/{catalogue}/{card}/correction", "correct_card", correcting),
    Gesture(Move, "cards/move.html", move, to_card, sheet, dated_today).page(
        "/reseau/fiches/{catalogue}/{card}/etat", "move_card", members_and_officers
    ),
]

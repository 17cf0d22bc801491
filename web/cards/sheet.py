"""The sheet of a card: what it says, where it stands, what may meet it, to whom it is lent, and its whole history."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.evidence.trace_facts import Kind
from governance.network.card_facts import CardId
from governance.network.catalogue import Catalogue, CatalogueName, Keepers
from governance.words import Day
from projections.network import cards
from web.cards.speaking import states, the_catalogue, told, words
from web.counter import Page, found, office, visitor
from web.edge.catalogue_file import shipped
from web.members import as_of, as_read, today
from web.pages import render
from web.traces import trace
from web.visitor import board, members_and_officers


def the_card(db: Connection[DictRow], request: Request) -> DictRow:
    """The card that the address names, in the catalogue that it names."""
    asked = request.path_params
    card: DictRow = found(cards.of(db, CatalogueName(asked["catalogue"]), CardId(asked["card"]), as_of(request)))
    return card


def keeps(request: Request, catalogue: Catalogue, card: DictRow) -> bool:
    """Whether the visitor may change it; the rules say it again."""
    who = visitor(request)
    return board(who) or (catalogue.keepers is Keepers.MEMBERS and card["owner"] in who.members)


def sheet(request: Request) -> dict[str, Any]:
    catalogue = the_catalogue(request)
    with office(request).reading() as db:
        card = the_card(db, request)
        when = as_of(request)
        known = {
            "traced": trace(db, request, Kind.CARD, card["id"]),
            "history": cards.history(db, card["id"]),
            "introductions": cards.introductions(db, card["id"], when),
            "meeting": _meeting(db, catalogue, card, request),
            "joining": cards.joining(db, card["id"], _seats(catalogue, card)) if catalogue.joined else [],
            "loans": cards.loans(db, card["id"], today()) if catalogue.lent else [],
        }
    state = catalogue.state(card["state"])
    return {
        **known,
        "catalogue": catalogue,
        "card": card,
        "told": list(told(catalogue, card["said"])),
        "state": state,
        "states": states(catalogue),
        "keeps": keeps(request, catalogue, card),
        "introduces": board(visitor(request)) and bool(state.leads),
        "over": _over(catalogue, card),
        "seats": _seats(catalogue, card),
        "mine": visitor(request).members,
        "said": words,
        "titles": {str(one.name): words(one.title) for one in shipped().values()},
    }


def _meeting(db: Connection[DictRow], catalogue: Catalogue, card: DictRow, request: Request) -> list[DictRow]:
    """What may answer it, while it still asks."""
    answers = shipped().get(catalogue.answered_by) if catalogue.answered_by else None
    if answers is None or not catalogue.state(card["state"]).leads:
        return []
    live = [str(one.name) for one in answers.states if one.tone.value == "open"]
    return cards.meeting(db, card, catalogue, live, as_of(request))


def _seats(catalogue: Catalogue, card: DictRow) -> int | None:
    """How many may take part; None where nobody counts."""
    said = card["said"].get(catalogue.seats or "")
    return int(said) if said else None


def _over(catalogue: Catalogue, card: DictRow) -> bool:
    """Whether the day until which it was good has passed."""
    until = card["said"].get(catalogue.until or "")
    return bool(until) and Day(until).surely_before(today())


def show(request: Request) -> Response:
    return render(request, "cards/show.html", {**sheet(request), **as_read(request)})


routes = [Page("/reseau/fiches/{catalogue}/{card}", "card", members_and_officers, show)]

"""The catalogues: all of them, what one looks for in all, and the cards of each as a table and as files."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from functools import cache
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.network.catalogue import Catalogue, Keepers
from governance.network.catalogue import Shape as Holds
from projections.network import cards
from projections.paging import Sought
from web.cards.speaking import SHAPES, cell, options, states, the_catalogue, words
from web.counter import Page, found, visitor
from web.edge.catalogue_file import shipped
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.listing import exported
from web.mapping import mapped
from web.nearby import nearby
from web.pages import address
from web.registers import Choice, Shelf, anywhere, shelved
from web.tables import Column, Row, Shape, Table
from web.visitor import board, members_and_officers


def to_card(request: Request) -> Callable[[Row], str]:
    return lambda row: address(request, "card", catalogue=row["catalogue"], card=row["id"])


TAKEN = (Column("organisation", lazy("Structure non membre")), Column("id", lazy("Identifiant")))
"""What files say besides, so that a register comes back as it left."""


def far(request: Request) -> list[Column]:
    """How far each card is, where one looks around a place."""
    return [Column("far", lazy("À vol d’oiseau"), under=True)] if request.query_params.get("pres") else []


def all_columns(request: Request) -> tuple[Column, ...]:
    return (
        Column("title", lazy("Fiche"), width=4, sorted=True, link=to_card(request)),
        Column("owner_name", lazy("De qui"), width=3, under=True),
        Column("place", lazy("Lieu")),
        *far(request),
        Column("registre", lazy("Registre"), width=2),
        Column("state_said", lazy("État"), under=True),
        Column("since", lazy("Depuis"), Shape.DAY, sorted=True),
    )


def away(asked: Sought, row: Row) -> str | None:
    """How far it is from where one looks; None where nobody asked."""
    return None if asked.near is None else _("%(km)s km", km=asked.near[row["place"]])


def of_all(db: Connection[DictRow], asked: Sought, rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        catalogue = shipped().get(row["catalogue"])
        said = states(catalogue) if catalogue else {}
        title = words(catalogue.title) if catalogue else row["catalogue"]
        state = said.get(row["state"], row["state"])
        yield {**row, "registre": title, "state_said": state, "since": row["happened"], "far": away(asked, row)}


def titles() -> dict[str, str]:
    return {str(one.name): words(one.title) for one in shipped().values()}


def beside(request: Request, db: Connection[DictRow]) -> dict[str, Any]:
    held = cards.counts(db)
    listed = [
        {"name": one.name, "title": words(one.title), "purpose": words(one.purpose), "cards": held.get(one.name, 0)}
        for one in shipped().values()
    ]
    return {"catalogues": sorted(listed, key=lambda one: not one["cards"])}


@cache
def everything() -> Shelf:
    """The cards of all catalogues, which are read from their files when somebody first comes."""
    return Shelf(
        path="/reseau/fiches",
        name="cards",
        readers=members_and_officers,
        template="cards/index.html",
        book=cards.every(shipped().values()),
        file="fiches",
        title=lazy("Toutes les fiches"),
        columns=all_columns,
        told=of_all,
        usual="title",
        hint=lazy("Que cherchez-vous ?"),
        choices=lambda request, db: (Choice("registre", lazy("Registre"), titles()),),
        more=beside,
        near=lambda request, db: nearby(request, cards.places(db, shipped().values())),
    )


def shelf(request: Request) -> Shelf:
    """The cards of the catalogue that the address names."""
    catalogue = the_catalogue(request)
    return Shelf(
        path=f"/reseau/fiches/{catalogue.name}",
        name="catalogue",
        readers=members_and_officers,
        template="cards/catalogue.html",
        book=cards.book(catalogue),
        file=str(catalogue.name),
        title=words(catalogue.title),
        columns=lambda request: columns(request, catalogue),
        told=lambda db, asked, rows: ({**_row(catalogue, row), "far": away(asked, row)} for row in rows),
        usual="title",
        hint=lazy("Que cherchez-vous ?"),
        choices=lambda request, db: choices(catalogue),
        more=lambda request, db: {"catalogue": catalogue, "said": words, "writes": may_write(request, catalogue)},
        near=(lambda request, db: nearby(request, cards.places(db, [catalogue]))) if catalogue.placed else anywhere,
    )


def columns(request: Request, catalogue: Catalogue) -> tuple[Column, ...]:
    """Long texts stand on the card's sheet, and in the files."""
    whole = "format" in request.path_params
    shown = [one for one in catalogue.fields if whole or one.shape is not Holds.TEXT]
    fields = (
        Column(str(one.name), words(one.label), SHAPES.get(one.shape, Shape.TEXT), sorted=True, under=bool(rank % 2))
        for rank, one in enumerate(shown)
    )
    return (
        Column("title", words(catalogue.first), width=4, sorted=True, link=to_card(request)),
        Column("owner_name", lazy("De qui"), width=3, under=True),
        *fields,
        *(far(request) if catalogue.placed else []),
        Column("state", lazy("État"), sorted=True),
        Column("since", lazy("Depuis"), Shape.DAY, sorted=True, under=True),
        *(TAKEN if whole and request.path_params["format"] != "pdf" else ()),
    )


def _row(catalogue: Catalogue, row: Row) -> Row:
    fields = {str(one.name): cell(catalogue, one, row["said"]) for one in catalogue.fields}
    return {**row, **fields, "state": states(catalogue).get(row["state"], row["state"]), "since": row["happened"]}


def choices(catalogue: Catalogue) -> list[Choice]:
    asked = [one for one in catalogue.fields if one.shape is Holds.CHOICE]
    facets = [Choice(str(one.name), words(one.label), options(catalogue, one.name)) for one in asked]
    return [*facets, Choice("etat", lazy("État"), states(catalogue))]


def may_write(request: Request, catalogue: Catalogue) -> bool:
    who = visitor(request)
    return board(who) or (catalogue.keepers is Keepers.MEMBERS and bool(who.members))


def listed(request: Request) -> Response:
    return shelf(request).index(request)


def placed_shelf(request: Request) -> Shelf:
    """Only what says where it is can be drawn."""
    found(the_catalogue(request).placed)
    return shelf(request)


def whole(request: Request) -> AbstractContextManager[Table]:
    return shelf(request).whole(request)


routes = [
    *shelved("/reseau/fiches", "cards", members_and_officers, everything),
    mapped("/reseau/fiches/{catalogue}/carte", "catalogue_map", members_and_officers, placed_shelf),
    exported("/reseau/fiches/{catalogue}", "catalogue", members_and_officers, whole),
    Page("/reseau/fiches/{catalogue}", "catalogue", members_and_officers, listed),
]

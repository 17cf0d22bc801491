"""The directory at the counter: the organisations of the territory by activity, territory or distance, and the sheet of
each: what all rooms say of it."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.network.catalogue import Catalogue, FieldName
from projections.network import cards, directory
from projections.paging import Sought
from projections.search import answers
from web.cards.index import away, far
from web.cards.speaking import cell, options, states, told, words
from web.counter import Page, found, office, visitor
from web.edge.catalogue_file import shipped
from web.i18n import lazy_gettext as lazy
from web.mapping import mapped
from web.members import as_of, as_read
from web.nearby import nearby
from web.pages import address, render
from web.registers import Choice, Shelf, shelved
from web.tables import Column, Row
from web.territory.communes import commune
from web.visitor import board, members_and_officers, officers

BELONGS = {"oui": lazy("membre"), "non": lazy("pas membre")}
SHOWN = tuple(map(FieldName, ("activite", "territoire", "rencontre")))
"""The fields of a card that the list shows, and by which it is filtered; the sheet says the others."""


def structures() -> Catalogue:
    return shipped()[directory.CATALOGUE]


def columns(request: Request) -> tuple[Column, ...]:
    fields = structures()
    return (
        Column("name", lazy("Structure"), width=4, sorted=True, link=lambda row: to_sheet(request, row["id"])),
        Column("belongs", lazy("Membre"), under=True),
        *(Column(name, words(fields.field(name).label), sorted=True, under=bool(n)) for n, name in enumerate(SHOWN)),
        Column("place", lazy("Commune"), width=3),
        *far(request),
    )


def to_sheet(request: Request, organisation: str) -> str:
    return address(request, "organisation", organisation=organisation)


def rows(db: Connection[DictRow], asked: Sought, listed: Iterable[Row]) -> Iterator[Row]:
    fields = structures()
    for row in listed:
        said = {str(name): cell(fields, fields.field(name), row["said"]) for name in SHOWN}
        belongs = BELONGS["oui"] if row["belongs"] == "oui" else None
        yield {**row, **said, "belongs": belongs, "place": where(row["place"]), "far": away(asked, row)}


def where(typed: str) -> str:
    """The commune of an address; what names none stays as it was typed."""
    known = commune(typed) if any(sign.isdecimal() for sign in typed) else None
    return known.full if known else typed


def choices(request: Request, db: Connection[DictRow]) -> list[Choice]:
    """A territory is whatever was typed on some card."""
    return among(directory.territories(db, as_of(request)))


def among(territories: list[str]) -> list[Choice]:
    fields = structures()
    typed = {one: one for one in territories}
    asked = [Choice(name, words(fields.field(name).label), options(fields, name) or typed) for name in SHOWN]
    return [*asked, Choice("membre", lazy("Membre"), BELONGS)]


def beside(request: Request, db: Connection[DictRow]) -> dict[str, Any]:
    """Whom meetings or cards alone name, on the first page: they have no field by which to be filtered."""
    asked = request.query_params
    narrowed = any(asked.get(name) for name in ("pres", "apres", "avant", "membre", *SHOWN))
    met = [] if narrowed else [row for row in directory.met(db) if answers(asked.get("q", ""), row["name"])]
    return {"met": met, "writes": board(visitor(request))}


@cache
def shelf() -> Shelf:
    """Its card is read from a file, when somebody first comes."""
    return Shelf(
        path="/reseau/annuaire",
        name="directory",
        readers=members_and_officers,
        template="network/directory.html",
        book=directory.book(structures()),
        file="annuaire",
        title=lazy("Annuaire du réseau"),
        columns=columns,
        told=rows,
        usual="name",
        hint=lazy("Le nom d’une structure, ou ce qu’elle fait"),
        choices=choices,
        more=beside,
        near=lambda request, db: nearby(request, directory.communes(db, as_of(request))),
    )


def sheet(request: Request) -> dict[str, Any]:
    """What all rooms say of the organisation that the address names: by its card, its member, or the name under which
    meetings know it."""
    asked, when = request.path_params["organisation"], as_of(request)
    sees = officers(visitor(request))
    with office(request).reading() as db:
        listed = directory.of(db, asked, when) or directory.named(db, asked, when) or _met(db, asked)
        names, member = directory.spelt(db, [listed["name"]]), listed["member"]
        kept = cards.of_owner(db, member, names, when)
        people = directory.people(db, names, member, when)
        return {
            "one": listed,
            "place": where(listed["said"].get("commune", "")),
            "told": list(told(structures(), listed["said"])),
            "state": structures().state(listed["state"]) if listed["state"] else None,
            "people": [one for one in people if sees or one["open"]],
            "contacts": any(one["open"] for one in people if one["rank"] < 2),
            "kept": list(_by_catalogue(kept)),
            "meetings": directory.meetings(db, names, member),
            "groups": directory.groups(db, names, member),
            "projects": directory.projects(db, names, member),
            "actions": directory.actions(db, names),
        }


def _met(db: Connection[DictRow], name: str) -> dict[str, Any]:
    known = found(next((row for row in directory.met(db) if row["name"] == name), None))
    empty: dict[str, Any] = {"card": None, "member": None, "said": {}, "state": "", "source": "", "belongs": "non"}
    return {**empty, "id": name, "name": known["name"]}


def _by_catalogue(kept: list[DictRow]) -> Iterator[tuple[Catalogue, list[dict[str, Any]]]]:
    """Its offers, its needs and the rest, catalogue by catalogue, each with its state in words."""
    for catalogue in shipped().values():
        said = states(catalogue)
        mine = [{**row, "said_state": said.get(row["state"])} for row in kept if row["catalogue"] == catalogue.name]
        if mine and catalogue.name != directory.CATALOGUE:
            yield catalogue, mine


def show(request: Request) -> Response:
    more = {"said": words, "writes": board(visitor(request)), "officer": officers(visitor(request))}
    return render(request, "network/organisation.html", {**sheet(request), **more, **as_read(request)})


routes = [
    *shelved("/reseau/annuaire", "directory", members_and_officers, shelf),
    mapped("/reseau/annuaire/carte", "directory_map", members_and_officers, lambda request: shelf()),
    Page("/reseau/annuaire/{organisation}", "organisation", members_and_officers, show),
]

"""What anybody may read without signing in: the page of the cooperative, and the public directory, with nothing of a
person that she did not consent to."""

from dataclasses import replace
from functools import cache, partial
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from projections.evidence import givings
from projections.network import directory, hearings
from projections.network import meetings as gatherings
from projections.paging import AsOf
from web.cards.speaking import told, words
from web.counter import Page, found, office
from web.directory import among, columns, rows, structures, where
from web.dossiers.published import its_address
from web.edge.catalogue_file import shipped
from web.hearings import REMARKS
from web.i18n import lazy_gettext as lazy
from web.members import today
from web.nearby import nearby
from web.pages import address, render
from web.registers import Choice, Shelf, shelved
from web.tables import Column, Row
from web.vcards import MEDIA_TYPE, of_organisation
from web.visitor import everybody


@cache
def hidden() -> frozenset[str]:
    """What is for the network alone: whether a structure is a member, and the inner fields of its card."""
    return frozenset({"belongs", "membre", *(str(one.name) for one in structures().fields if one.inner)})


def front(request: Request) -> Response:
    with office(request).reading() as db:
        heard = [one for one in hearings.every(db) if not one["closed"]]
        listed = [{**one, "there": its_address(request, one["id"])} for one in givings.listed(db, today().first)]
        known = {
            "listed": listed,
            "reports": gatherings.published(db),
            "coming": gatherings.to_come(db),
            "heard": heard,
        }
    open_ = (one for one in shipped().values() if one.proposed and one.name != REMARKS)  # a hearing leads to its own
    proposed = [(one.name, words(one.singular)) for one in open_]
    return render(request, "network/public.html", {**known, "coop": found(request.state.coop), "proposed": proposed})


def open_columns(request: Request) -> tuple[Column, ...]:
    shown = [one for one in columns(request) if one.key not in hidden()]
    return tuple(replace(one, link=partial(to_sheet, request)) if one.link else one for one in shown)


def to_sheet(request: Request, row: Row) -> str:
    return address(request, "public_organisation", organisation=row["id"])


def open_choices(request: Request, db: Connection[DictRow]) -> list[Choice]:
    territories = directory.open_territories(db, AsOf(today()))
    return [one for one in among(territories) if one.name not in hidden()]


@cache
def shelf() -> Shelf:
    """Its card is read from a file, when somebody first comes."""
    return Shelf(
        path="/annuaire",
        name="public_directory",
        readers=everybody,
        template="network/public_directory.html",
        book=directory.public(structures()),
        file="annuaire-public",
        title=lazy("Annuaire public"),
        columns=open_columns,
        told=rows,
        usual="name",
        hint=lazy("Le nom d’une structure, ou ce qu’elle fait"),
        choices=open_choices,
        near=lambda request, db: nearby(request, directory.communes(db, AsOf(today()))),
        past=False,
    )


def _opened(request: Request) -> tuple[DictRow, list[dict[str, Any]]]:
    """The organisation that the address names, if anybody may read of it, and what its people agreed to show."""
    when = AsOf(today())
    with office(request).reading() as db:
        listed = found(directory.open_of(db, request.path_params["organisation"], when))
        people = directory.people(db, [], listed["member"], when)
    return listed, [one["open"] for one in people if one["open"]]


def show(request: Request) -> Response:
    listed, people = _opened(request)
    said = {name: words for name, words in listed["said"].items() if name not in hidden() | {"commune"}}
    known = {"one": listed, "place": where(listed["said"].get("commune", "")), "told": list(told(structures(), said))}
    return render(request, "network/public_organisation.html", {**known, "people": people})


def card(request: Request) -> Response:
    listed, people = _opened(request)
    said = listed["said"]
    place = where(said.get("commune", ""))
    content = of_organisation(listed["name"], place, said.get("site", ""), said.get("missions", ""), people)
    headers = {"Content-Disposition": 'attachment; filename="contact.vcf"'}
    return Response(content, media_type=MEDIA_TYPE, headers=headers)


routes = [
    Page("/public", "public", everybody, front),
    *shelved("/annuaire", "public_directory", everybody, shelf),
    Page("/annuaire/{organisation}", "public_organisation", everybody, show),
    Page("/annuaire/{organisation}/contact.vcf", "vcard", everybody, card),
]

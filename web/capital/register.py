"""The register of movements of shares, and who has what on a day: read in order, and the same as files."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel, Field
from starlette.requests import Request

from governance.capital.take_over import ContinueRegister
from governance.words import Public
from projections.capital import movements
from projections.paging import Sought
from web.counter import Gesture, to, visitor
from web.edge.inputs import Amount, Count, FrenchDay, Name
from web.i18n import euros, number
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.members import as_of, dated_today
from web.pages import address
from web.registers import Choice, Shelf
from web.tables import Column, Row, Shape
from web.visitor import members_and_officers, officers, secretariat
from web.words.capital import ENTRIES, MOVEMENTS

KINDS = {**MOVEMENTS, "exchanged": ENTRIES["exchanged"]}


def _movement(request: Request) -> tuple[Column, ...]:
    """What article R228-9 of the code de commerce asks for; names are replaced by a mark once they are erased."""
    return (
        Column("number", lazy("N°"), Shape.NUMBER, width=1, sorted=True),
        Column("nature", lazy("Nature"), width=3, sorted=True),
        Column("happened", lazy("Le"), Shape.DAY, sorted=True, under=True),
        Column("receiver_name", lazy("Nouveau titulaire"), width=3, sorted=True),
        Column("giver_name", lazy("Ancien titulaire"), width=3, under=True),
        Column("shares", lazy("Parts"), Shape.NUMBER, width=1, sorted=True),
        Column("nominal", lazy("Valeur"), Shape.MONEY, under=True),
        Column("amount", lazy("Montant"), Shape.MONEY, sorted=True),
    )


def told(db: Connection[DictRow], asked: Sought, rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        names = {
            key: row[key] or (_("(nom effacé)") if row[key.removesuffix("_name")] else None)
            for key in ("giver_name", "receiver_name")
        }
        yield {**row, **names, "nature": _nature(row)}


def _nature(row: Mapping[str, Any]) -> str:
    if row["kind"] != "exchanged":
        return str(MOVEMENTS[row["kind"]])
    return _("échange de %(shares)s parts de %(old)s", shares=number(row["gone"]), old=euros(row["old"]))


def _holder(request: Request) -> tuple[Column, ...]:
    def leads(row: Row) -> str:
        return address(request, "account", member=row["id"]) if officers(visitor(request)) else ""

    return (
        Column("name", lazy("Titulaire"), width=4, sorted=True, link=leads),
        Column("public", lazy("Collectivité"), under=True),
        Column("shares", lazy("Parts"), Shape.NUMBER, width=1, sorted=True),
        Column("part", lazy("Part du capital"), Shape.FRACTION, under=True),
        Column("worth", lazy("Capital"), Shape.MONEY, sorted=True),
        Column("owed", lazy("Non versé"), Shape.MONEY, sorted=True),
    )


def _parts(db: Connection[DictRow], asked: Sought, rows: Iterable[Row]) -> Iterator[Row]:
    whole = movements.totals(db, asked.as_of)["subscribed"]
    for row in rows:
        told = {"name": row["name"] or _("(nom effacé)"), "public": _("collectivité") if row["public_body"] else None}
        yield {**row, **told, "part": Fraction(row["worth"], whole)}


class Paper(BaseModel):
    last_number: Count = Field(ge=0)
    highest: Amount
    on: FrenchDay
    source: Name | None = None


def continue_register(form: Paper, request: Request, gesture: str) -> ContinueRegister:
    return ContinueRegister(form.last_number, form.highest, form.on, Public(form.source or ""))


register = Shelf(
    path="/capital/mouvements",
    name="movements",
    readers=members_and_officers,
    template="capital/movements.html",
    book=movements.REGISTER,
    file="registre-des-mouvements",
    title=lazy("Registre des mouvements de parts"),
    columns=_movement,
    told=told,
    usual="number",
    hint=lazy("Chercher un titulaire"),
    choices=lambda request, db: (Choice("nature", lazy("Nature"), KINDS),),
    more=lambda request, db: {"paper": movements.paper(db)},
)
holders = Shelf(
    path="/capital/detenteurs",
    name="holders",
    readers=officers,
    template="capital/holders.html",
    book=movements.HOLDERS,
    file="table-de-capital",
    title=lazy("Table de capital"),
    columns=_holder,
    told=_parts,
    usual="name",
    hint=lazy("Chercher un titulaire"),
    choices=lambda request, db: (
        Choice("collectivite", lazy("Titulaires"), {"true": lazy("collectivités"), "false": lazy("autres titulaires")}),
    ),
    more=lambda request, db: {"totals": movements.totals(db, as_of(request))},
)
routes = [
    *register.pages,
    *holders.pages,
    Gesture(Paper, "capital/paper.html", continue_register, to("movements"), initial=dated_today).page(
        "/capital/registre-papier", "continue_register", secretariat
    ),
]

"""The register of movements of shares, and who has what on a day: read in order, and the same as files."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from governance.capital.take_over import ContinueRegister
from governance.words import Public
from projections.capital import movements
from web.counter import Gesture, Page, office, to, visitor
from web.edge.inputs import Amount, Count, FrenchDay, Name
from web.i18n import day, euros, number
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.listing import PLACE, exported, onward, shown
from web.members import PAGE, as_of, as_read, dated_today, whole
from web.pages import address, render
from web.tables import Column, Row, Shape, Table
from web.visitor import members_and_officers, officers, secretariat
from web.words.capital import MOVEMENTS


def register(request: Request) -> Response:
    when = as_of(request)
    with office(request).reading() as db:
        rows = movements.register(db, when, whole(request.query_params.get(PLACE, "0")) or 0, PAGE + 1)
        paper = movements.paper(db)
    table = Table("mouvements", _("Mouvements"), _movement(), told(rows[:PAGE]), _said(when.day))
    more = onward(request, [str(rows[PAGE - 1]["position"])]) if len(rows) > PAGE else ""
    known = {**as_read(request), **shown(request, table), "more": more, "paper": paper}
    return render(request, "capital/movements.html", known)


@contextmanager
def whole_register(request: Request) -> Iterator[Table]:
    when = as_of(request)
    with office(request).reading() as db:
        rows = movements.register(db, when, limit=None)
        title = _("Registre des mouvements de parts")
        yield Table("registre-des-mouvements", title, _movement(), told(rows), _said(when.day))


def _movement() -> tuple[Column, ...]:
    """What article R228-9 of the code de commerce asks for; names are replaced by a mark once they are erased."""
    return (
        Column("number", lazy("N°"), Shape.NUMBER, width=1),
        Column("nature", lazy("Nature"), width=3),
        Column("happened", lazy("Le"), Shape.DAY, under=True),
        Column("receiver_name", lazy("Nouveau titulaire"), width=3),
        Column("giver_name", lazy("Ancien titulaire"), width=3, under=True),
        Column("shares", lazy("Parts"), Shape.NUMBER, width=1),
        Column("nominal", lazy("Valeur"), Shape.MONEY, under=True),
        Column("amount", lazy("Montant"), Shape.MONEY),
    )


def told(rows: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    for row in rows:
        names = {
            key: row[key] or (_("(nom effacé)") if row[key.removesuffix("_name")] else None)
            for key in ("giver_name", "receiver_name")
        }
        yield {**row, **names, "nature": _nature(row), "amount": row["shares"] * row["nominal"]}


def _nature(row: Mapping[str, Any]) -> str:
    if row["kind"] != "exchanged":
        return str(MOVEMENTS[row["kind"]])
    return _("échange de %(shares)s parts de %(old)s", shares=number(row["gone"]), old=euros(row["old"]))


def holders(request: Request) -> Response:
    when = as_of(request)
    name, one = (*request.query_params.getlist(PLACE), "", "")[:2]
    with office(request).reading() as db:
        rows = movements.holders(db, when, (name, one), PAGE + 1)
        totals = movements.totals(db, when)
    table = Table("detenteurs", _("Titulaires"), _holder(request), _parts(rows[:PAGE], totals), _said(when.day))
    more = onward(request, [rows[PAGE - 1]["sort_key"], rows[PAGE - 1]["id"]]) if len(rows) > PAGE else ""
    known = {**as_read(request), **shown(request, table), "more": more, "totals": totals}
    return render(request, "capital/holders.html", known)


@contextmanager
def all_holders(request: Request) -> Iterator[Table]:
    when = as_of(request)
    with office(request).reading() as db:
        rows, totals = movements.holders(db, when, limit=None), movements.totals(db, when)
        yield Table("table-de-capital", _("Table de capital"), _holder(request), _parts(rows, totals), _said(when.day))


def _holder(request: Request) -> tuple[Column, ...]:
    def leads(row: Row) -> str:
        return address(request, "account", member=row["id"]) if officers(visitor(request)) else ""

    return (
        Column("name", lazy("Titulaire"), width=4, link=leads),
        Column("public", lazy("Collectivité"), under=True),
        Column("shares", lazy("Parts"), Shape.NUMBER, width=1),
        Column("part", lazy("Part du capital"), Shape.FRACTION, under=True),
        Column("worth", lazy("Capital"), Shape.MONEY),
        Column("owed", lazy("Non versé"), Shape.MONEY),
    )


def _parts(rows: Iterable[Mapping[str, Any]], totals: Mapping[str, Any]) -> Iterator[Row]:
    for row in rows:
        told = {"name": row["name"] or _("(nom effacé)"), "public": _("collectivité") if row["public_body"] else None}
        yield {**row, **told, "part": Fraction(row["worth"], totals["subscribed"])}


def _said(on: Any) -> str:
    return _("au %(day)s", day=day(on))


class Paper(BaseModel):
    last_number: Count = Field(ge=0)
    highest: Amount
    on: FrenchDay
    source: Name | None = None


def continue_register(form: Paper, request: Request, gesture: str) -> ContinueRegister:
    return ContinueRegister(form.last_number, form.highest, form.on, Public(form.source or ""))


routes = [
    Page("/capital/mouvements", "movements", members_and_officers, register),
    exported("/capital/mouvements", "movements", members_and_officers, whole_register),
    Page("/capital/detenteurs", "holders", officers, holders),
    exported("/capital/detenteurs", "holders", officers, all_holders),
    Gesture(Paper, "capital/paper.html", continue_register, to("movements"), initial=dated_today).page(
        "/capital/registre-papier", "continue_register", secretariat
    ),
]

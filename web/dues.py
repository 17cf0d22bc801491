"""The dues of an association: called by year and category, paid, waived, reminded; the list to take away."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Command
from governance.dues.collect import CallDues, PayDues, RemindDues, WaiveDues
from governance.words import CategoryId, MemberId, Public, Said
from projections.dues import dues
from projections.membership import lives, persons
from web.counter import Gesture, Page, found, here, office, to
from web.documents import document
from web.documents.contents import legal
from web.edge.inputs import Amount, FrenchDay, Name, Text
from web.i18n import day
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.listing import exported, files
from web.lives import letter
from web.members import PAGE, OnDay, clear, dated_today, member, places, to_sheet, today
from web.pages import render
from web.tables import Column, Shape, Table
from web.visitor import officers, secretariat
from web.words import cited


class Call(OnDay):
    year: Name
    category: Name
    amount: Amount
    due: FrenchDay
    votes: bool = False
    article: Name | None = None


class Payment(OnDay):
    amount: Amount
    reference: Name | None = None


class Waiver(OnDay):
    reason: Text | None = None


class Reminder(BaseModel):
    members: tuple[Name, ...]


def index(request: Request) -> Response:
    with office(request).reading() as db:
        calls, known = dues.calls(db), places(db, today())
    years: dict[str, list[Any]] = {}
    for call in calls:
        years.setdefault(call["year"], []).append(call)
    return render(request, "dues/index.html", {"years": years, "places": known})


def of_year(request: Request) -> dict[str, Any]:
    """A page of the members who owe, or have paid, the dues of a year."""
    year, asked = request.path_params["year"], request.query_params
    after = (asked.get("nom", ""), asked.get("apres", ""))
    with office(request).reading() as db:
        rows = dues.of_year(db, year, today(), after, PAGE + 1)
        return {
            "year": year,
            "rows": rows[:PAGE],
            "more": rows[PAGE - 1] if len(rows) > PAGE else None,
            "totals": dues.totals(db, year, today()),
            "places": places(db, today()),
            "reminded": any(row["reminded"] for row in rows),
            "files": files(request),
        }


COLUMNS = (
    Column("name", lazy("Nom"), width=4),
    Column("place", lazy("Catégorie"), width=3),
    Column("amount", lazy("Appelé"), Shape.MONEY),
    Column("due", lazy("Échéance"), Shape.DAY),
    Column("paid", lazy("Versé"), Shape.MONEY),
    Column("owed", lazy("Reste"), Shape.MONEY),
    Column("waived", lazy("Dispense"), Shape.DAY),
    Column("reminded", lazy("Rappel"), Shape.DAY),
    Column("vote", lazy("Vote"), width=4),
)


@contextmanager
def table(request: Request) -> Iterator[Table]:
    """Who was called, paid, was waived or reminded, and whether the vote depends on it."""
    year = request.path_params["year"]
    with office(request).reading() as db:
        known = places(db, today())["categories"]
        rows = [_told(row, known) for row in found(dues.of_year(db, year, today(), limit=None) or None)]
    title = _("Cotisations %(year)s", year=year)
    yield Table(f"cotisations-{year}", title, COLUMNS, rows, _("au %(day)s", day=day(today())))


def _told(row: dict[str, Any], known: dict[str, str]) -> dict[str, Any]:
    condition = _("au paiement : %(article)s", article=cited(row["article"])) if row["votes"] else None
    place = known.get(row["category"], row["category"])
    return {**row, "name": row["name"] or _("(nom effacé)"), "place": place, "vote": condition}


def remind(form: Reminder, request: Request, gesture: str) -> Sequence[Command]:
    return [RemindDues(MemberId(one), request.path_params["year"], today()) for one in form.members]


def call_dues(form: Call, request: Request, gesture: str) -> CallDues:
    category, article = CategoryId(form.category), Public(form.article or "")
    return CallDues(form.year, category, form.amount, form.on, form.due, form.votes, article)


def shown(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"places": places(db, today())}


def one(request: Request) -> dict[str, Any]:
    """The member, the year, and what she still owes for it."""
    year = request.path_params["year"]
    with office(request).reading() as db:
        person = found(persons.of(db, request.path_params["member"]))
        owed = [row for row in dues.of_member(db, MemberId(person["id"]), today()) if row["year"] == year]
    return {"person": person, "year": year, "owed": owed[0]["owed"] if owed else 0}


def letters(request: Request) -> Response:
    """The last reminder of everybody who still owes, in one file."""
    year = request.path_params["year"]
    with office(request).reading() as db:
        steps = found(lives.last_reminders(db, year) or None)
        written = [letter(db, found(persons.of(db, step["member"])), step) for step in steps]
    content: dict[str, object] = {"cooperative": legal(request.state.coop), "letters": written}
    headers = {"Content-Disposition": 'inline; filename="rappels.pdf"'}
    at = max(step["at"] for step in steps)
    return Response(document("lettre", content, at), media_type="application/pdf", headers=headers)


routes = [
    Page("/cotisations", "dues", officers, index),
    Gesture(Call, "dues/call.html", call_dues, to("dues"), shown, dated_today).page(
        "/cotisations/appel", "call_dues", secretariat
    ),
    exported("/cotisations/{year}", "dues_year", secretariat, table),
    Gesture(Reminder, "dues/year.html", remind, to("dues_year", year=here("year")), of_year).page(
        "/cotisations/{year}", "dues_year", secretariat
    ),
    Page("/cotisations/{year}/rappels.pdf", "reminders", secretariat, letters),
    Gesture(
        Payment,
        "dues/pay.html",
        lambda form, r, g: PayDues(
            member(r), r.path_params["year"], form.amount, form.on, clear(member(r), Said.REASON, form.reference)
        ),
        to_sheet,
        one,
        dated_today,
    ).page("/membres/{member}/cotisations/{year}", "pay_dues", secretariat),
    Gesture(
        Waiver,
        "dues/waive.html",
        lambda form, r, g: WaiveDues(
            member(r), r.path_params["year"], form.on, clear(member(r), Said.REASON, form.reason)
        ),
        to_sheet,
        one,
        dated_today,
    ).page("/membres/{member}/cotisations/{year}/dispense", "waive_dues", secretariat),
]

"""The closing of a year: the capital member by member, beside what the accountant has, each difference looked into."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from governance.capital.delays import years_after
from governance.words import Day
from projections.capital import appropriations, closing
from projections.capital.closing import Year
from projections.membership.members import AsOf
from web.accounts.differences import Difference, differences
from web.accounts.unpaid import split
from web.counter import Page, office
from web.edge.inputs import Amount, full_day
from web.forms import Form, blank, read
from web.i18n import day
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.listing import PLACE, exported, onward, shown
from web.members import PAGE, today
from web.pages import address, render
from web.tables import Column, Row, Shape, Table
from web.visitor import officers
from web.words.accounts import MOVEMENTS


def year(request: Request) -> Year:
    """`?au=31/12/2026`: the year that ends then, `&du=` from another first day; the last that ended otherwise."""
    ends = _asked(request, "au") or Day(f"{today().first.year - 1}-12-31")
    begins = _asked(request, "du")
    since = _eve(begins) if begins and begins <= ends else years_after(ends, -1)
    return Year(since, AsOf(ends))


def _asked(request: Request, name: str) -> Day | None:
    try:
        return full_day(request.query_params.get(name, ""))
    except ValueError:
        return None


class Figures(BaseModel):
    """What the accountant has on the closing day."""

    capital: Amount | None = None
    uncalled: Amount | None = None
    called: Amount | None = None
    debt: Amount | None = None


@dataclass(frozen=True)
class Sums:
    """The same, as the registers have it."""

    capital: int
    uncalled: int
    called: int
    debt: int


def sums(db: Connection[DictRow], asked: Year) -> tuple[DictRow, Sums]:
    totals = closing.totals(db, asked)
    called = min(totals["owed"], sum(one.called for one in split(db, asked)))
    return totals, Sums(totals["worth"], totals["owed"] - called, called, totals["debt"])


def index(request: Request) -> Response:
    return _page(request, blank(Figures))


def compare(request: Request, given: FormData) -> Response:
    """Nothing is written: the figures are held against the registers, and forgotten."""
    form = read(Figures, given)
    return _page(request, form, 200 if form.value else 422)


def _page(request: Request, form: Form[Figures], status: int = 200) -> Response:
    asked = year(request)
    after = request.query_params.getlist(PLACE)
    with office(request).reading() as db:
        totals, ours = sums(db, asked)
        rows = list(closing.holders(db, asked, (after[0], after[1]) if len(after) == 2 else ("", ""), PAGE + 1))
        table = Table("cloture", _("Capital à la clôture"), columns(request), told(rows[:PAGE]), said(asked))
        known = {
            "totals": totals,
            "ours": ours,
            "form": form,
            "year": asked,
            "words": MOVEMENTS,
            "first": day(_morrow(asked.since)),
            "opened": _morrow(asked.since),
            "kinds": closing.kinds(db, asked),
            "reimbursed": closing.reimbursed(db, asked),
            "unvalued": closing.unvalued(db, asked),
            "appropriated": appropriations.of(db, asked.as_of.day),
            "still": closing.still_holding(db, asked),
            "differences": _compared(db, asked, form.value, ours) if form.value else [],
            "more": onward(request, [rows[PAGE - 1]["sort_key"], rows[PAGE - 1]["id"]]) if len(rows) > PAGE else "",
            **shown(request, table),
        }
    return render(request, "accounts/closing.html", known, status)


def _compared(db: Connection[DictRow], asked: Year, theirs: Figures, ours: Sums) -> list[Difference]:
    given = {name: value for name, value in theirs.model_dump().items() if value is not None}
    return differences(db, asked, given, vars(ours))


def said(asked: Year) -> str:
    return _("du %(first)s au %(last)s", first=day(_morrow(asked.since)), last=day(asked.as_of.day))


def _morrow(one: Day) -> Day:
    return Day.of(one.last + timedelta(days=1))


def _eve(one: Day) -> Day:
    return Day.of(one.first - timedelta(days=1))


def columns(request: Request) -> tuple[Column, ...]:
    def sheet(row: Row) -> str:
        return address(request, "member", member=row["id"])

    return (
        Column("name", lazy("Nom"), width=5, link=sheet),
        Column("opening", lazy("Au début"), Shape.MONEY),
        Column("gained", lazy("Entré"), Shape.MONEY),
        Column("lost", lazy("Sorti"), Shape.MONEY),
        Column("worth", lazy("Capital"), Shape.MONEY),
        Column("shares", lazy("Parts"), Shape.NUMBER, width=1),
        Column("owed", lazy("Non versé"), Shape.MONEY),
        Column("debt", lazy("À rembourser"), Shape.MONEY),
    )


def told(rows: Iterator[DictRow] | list[DictRow]) -> Iterator[Row]:
    for row in rows:
        yield {**row, "name": row["name"] or _("(nom effacé)")}


@contextmanager
def whole(request: Request) -> Iterator[Table]:
    asked = year(request)
    with office(request).reading() as db:
        rows = told(closing.holders(db, asked))
        yield Table("cloture", _("Capital à la clôture"), columns(request), rows, said(asked))


JOURNAL = (
    Column("happened", lazy("Date"), Shape.DAY),
    Column("number", lazy("N° au registre"), Shape.NUMBER, width=1),
    Column("name", lazy("Nom"), width=5),
    Column("what", lazy("Mouvement"), width=3),
    Column("shares", lazy("Parts"), Shape.NUMBER, width=1),
    Column("worth", lazy("Capital"), Shape.MONEY),
    Column("owed", lazy("Non versé"), Shape.MONEY),
    Column("debt", lazy("À rembourser"), Shape.MONEY),
    Column("said", lazy("Référence"), width=3),
)
"""What each movement adds to the capital, to what is unpaid, to what leavers are owed: signed amounts."""


@contextmanager
def movements(request: Request) -> Iterator[Table]:
    asked = year(request)
    with office(request).reading() as db:
        rows = ({**row, "what": str(MOVEMENTS[row["kind"]])} for row in told(closing.journal(db, asked)))
        yield Table("mouvements-de-l-exercice", _("Mouvements de l’exercice"), JOURNAL, rows, said(asked))


routes = [
    Page("/capital/cloture", "closing", officers, index, compare),
    exported("/capital/cloture", "closing", officers, whole),
    exported("/capital/cloture/mouvements", "closing_journal", officers, movements),
]

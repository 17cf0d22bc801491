"""A year's surplus: what must be put aside and what may be paid, what the assembly decided, who gets how much."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from functools import partial
from typing import Annotated, Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel, PlainValidator
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from governance.capital.appropriate import AppropriateResult
from governance.capital.appropriation import Books, allotted
from governance.capital.delays import years_after
from governance.statutes.facts import Ruled
from governance.words import Cents, Day, MemberId, Public
from projections.capital import appropriations, closing
from projections.capital.closing import Year
from projections.membership.members import AsOf
from web.accounts.reckoning import Reckoning, reckoned
from web.assemblies import rules
from web.counter import Gesture, Page, found, here, office, to
from web.edge.inputs import Amount, FrenchDay, Name, Text, Typed, full_day
from web.forms import blank, read
from web.i18n import day
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.listing import PLACE, exported, onward, shown
from web.members import PAGE, today
from web.pages import address, render
from web.tables import Column, Row, Shape, Table
from web.visitor import officers, secretariat
from web.words import cited
from web.words.accounts import BROKEN

_PERCENT = re.compile(r"([0-9]{1,2})(?:[.,]([0-9]{1,4}))?[\s\u00a0\u202f]*%?")


def rate(typed: str) -> Fraction:
    """« 3,42 % » or « 3.42 »: a hundredth is a part of the whole."""
    said = _PERCENT.fullmatch(typed)
    if not said:
        raise ValueError(_("Écrivez un taux en pourcentage, par exemple 3,42."))
    return Fraction(f"{said[1]}.{said[2] or 0}") / 100


class Accounts(BaseModel):
    """What the accounts of a year say."""

    result: Amount
    losses: Amount = Cents(0)
    subsidies: Amount = Cents(0)
    reserves: Amount = Cents(0)
    ceiling: Annotated[Fraction, PlainValidator(rate), Typed("decimal", maxlength=10)] | None = None


class OfYear(Accounts):
    closing: FrenchDay


class Decided(Accounts):
    """And what the assembly made of it."""

    legal: Amount
    statutory: Amount
    interest: Amount = Cents(0)
    carried: Amount = Cents(0)
    on: FrenchDay
    decision: Name
    despite: Text | None = None


def explained(request: Request, ends: Day, asked: Accounts) -> Reckoning:
    with office(request).reading() as db:
        known = rules.in_force(db, ends)
        return reckoned(books(db, ends, asked), known[1].appropriation if known else None)


def books(db: Connection[DictRow], ends: Day, asked: Accounts) -> Books:
    """With the capital of the closing day, and what of it bears interest, as the registers have them: what was paid
    that day, or on average over the year where the statutes count days."""
    year = _year(ends)
    totals = closing.totals(db, year)
    amounts = (asked.result, asked.losses, asked.subsidies, asked.reserves)
    paid = totals["weight"] // year.days if by_days(db, ends) else totals["worth"] - totals["owed"]
    return Books(*amounts, Cents(totals["worth"]), Cents(paid), asked.ceiling)


def by_days(db: Connection[DictRow], ends: Day) -> Ruled[bool] | None:
    """What says that each day counts, if something does."""
    known = rules.in_force(db, ends)
    said = known[1].appropriation.interest_by_days if known and known[1].appropriation else None
    return said if said and said.value else None


def _year(ends: Day, as_of: AsOf | None = None) -> Year:
    return Year(years_after(ends, -1), as_of or AsOf(ends))


def ask(request: Request) -> Response:
    ends = Day(f"{today().first.year - 1}-12-31")
    return render(request, "accounts/reckon.html", {"form": blank(OfYear, closing=ends)})


def reckon(request: Request, given: FormData) -> Response:
    """Nothing is written: the least reserves are proposed, the rest kept in reserve, to be changed as it was voted."""
    form = read(OfYear, given)
    if form.value is None:
        return render(request, "accounts/reckon.html", {"form": form}, 422)
    ends = form.value.closing
    least = explained(request, ends, form.value)
    proposed = {"legal": least.legal, "statutory": least.available - least.legal}
    written = {name: _euros(amount) for name, amount in proposed.items()}
    typed = {name: words for name, words in form.raw.items() if name in Accounts.model_fields}
    decided = blank(Decided, **{**typed, **written, "interest": "0", "carried": "0", "on": today()})
    known = {"form": decided, "explained": partial(explained, request), "asked": form.value, "closing": ends}
    return render(request, "accounts/appropriate.html", known)


def _euros(cents: int) -> str:
    """As one types it: « 1234,50 »."""
    return f"{cents // 100},{cents % 100:02}"


def appropriate(form: Decided, request: Request, gesture: str) -> AppropriateResult:
    with office(request).reading() as db:
        paid = books(db, closing_day(request), form).paid
    typed = {name: value for name, value in form if name not in ("decision", "despite")}
    return AppropriateResult(
        closing_day(request), **typed, paid=paid, decision=Public(form.decision), despite=Public(form.despite or "")
    )


def show(request: Request) -> Response:
    ends, row = recorded(request)
    with office(request).reading() as db:
        known, days = rules.in_force(db, ends), by_days(db, ends)
        rows = paid_to(db, ends, row)
        wrong = appropriations.irregularities(db, ends)
    after = tuple(request.query_params.getlist(PLACE))
    page = [one for one in rows if (one["sort_key"], one["id"]) > after][: PAGE + 1]
    table = Table("interets", _("Intérêts aux parts"), columns(request), told(page[:PAGE]), said(ends))
    context = {
        "row": row,
        "closing": ends,
        "reckoning": reckoned(_as_recorded(row), known[1].appropriation if known else None),
        "irregularities": [(BROKEN[one["rule"]], one) for one in wrong],
        "cited": cited,
        "by_days": days,
        "more": onward(request, [page[PAGE - 1]["sort_key"], page[PAGE - 1]["id"]]) if len(page) > PAGE else "",
        **shown(request, table),
    }
    return render(request, "accounts/appropriation.html", context)


def closing_day(request: Request) -> Day:
    """The one of this address."""
    try:
        return full_day(request.path_params["closing"])
    except ValueError:
        raise HTTPException(404) from None


def recorded(request: Request) -> tuple[Day, DictRow]:
    """The closing day of this address, and what was decided of its result."""
    ends = closing_day(request)
    with office(request).reading() as db:
        return ends, found(appropriations.of(db, ends))


def _as_recorded(row: DictRow) -> Books:
    names = ("result", "losses", "subsidies", "reserves", "capital", "paid")
    ceiling = Fraction(row["ceiling"]) if row["ceiling"] else None
    return Books(**{name: Cents(row[name]) for name in names}, ceiling=ceiling)


def paid_to(db: Connection[DictRow], ends: Day, row: DictRow) -> list[dict[str, Any]]:
    """Each holder with what bears interest, as known when it was decided, and her interest."""
    year, days = _year(ends, AsOf(ends, row["written"])), by_days(db, ends)
    holders = [
        {**one, "paid": one["weight"] // year.days if days else one["worth"] - one["owed"]}
        for one in closing.holders(db, year)
        if one["worth"] > one["owed"]
    ]
    stakes = sorted((MemberId(one["id"]), Cents(one["weight"] if days else one["paid"])) for one in holders)
    shares = allotted(Cents(row["interest"]), stakes)
    return [{**one, "interest": shares.get(MemberId(one["id"]), 0)} for one in holders]


def columns(request: Request) -> tuple[Column, ...]:
    def sheet(row: Row) -> str:
        return address(request, "member", member=row["id"])

    return (
        Column("name", lazy("Nom"), width=5, link=sheet),
        Column("paid", lazy("Capital versé"), Shape.MONEY),
        Column("interest", lazy("Intérêt"), Shape.MONEY),
    )


def told(rows: list[dict[str, Any]]) -> Iterator[Row]:
    for row in rows:
        yield {**row, "name": row["name"] or _("(nom effacé)")}


def said(ends: Day) -> str:
    return _("exercice clos le %(day)s", day=day(ends))


@contextmanager
def whole(request: Request) -> Iterator[Table]:
    ends, row = recorded(request)
    with office(request).reading() as db:
        rows = told(paid_to(db, ends, row))
        yield Table(f"interets-{ends}", _("Intérêts aux parts"), columns(request), rows, said(ends))


routes = [
    Page("/capital/affectation", "reckon_result", secretariat, ask, reckon),
    Gesture(
        Decided,
        "accounts/appropriate.html",
        appropriate,
        to("appropriation", closing=here("closing")),
        lambda request: {"explained": partial(explained, request), "asked": None, "closing": closing_day(request)},
        lambda request: {"on": today()},
    ).page("/capital/affectations/{closing}/decision", "appropriate", secretariat),
    exported("/capital/affectations/{closing}", "appropriation", officers, whole),
    Page("/capital/affectations/{closing}", "appropriation", officers, show),
]

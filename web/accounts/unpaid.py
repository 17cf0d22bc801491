"""What of each unpaid subscription was called by a closing day, and what was not: two accounts (L47 art. 12)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.capital.calls import Promise, instalments
from governance.capital.facts import CallId, CapitalCalled, SharesSubscribed, SharesTakenOver
from governance.statutes.facts import Capital
from governance.words import Cents, Day, MemberId, Public, SubscriptionId
from projections.capital import closing
from projections.capital.closing import Year
from web.assemblies import rules


@dataclass(frozen=True)
class Unpaid:
    """One subscription on the closing day: cents called and not paid, cents not called yet."""

    subscription: str
    name: str | None
    called: int
    uncalled: int


def split(db: Connection[DictRow], year: Year) -> list[Unpaid]:
    known = rules.in_force(db, year.as_of.day)
    capital = known[1].capital if known else None
    if capital is None:
        return []
    calls = [_call(row) for row in closing.calls(db, year)]
    return [_split(row, calls, capital, year.as_of.day) for row in closing.promises(db, year)]


def _split(row: dict[str, Any], calls: list[CapitalCalled], capital: Capital, day: Day) -> Unpaid:
    """What was set off on cancelled shares is owed no more: the account's own debt is the most."""
    promised = _promise(row)
    *asked, last = instalments(promised, calls, capital)
    due = [*asked, *([last] if last.due <= day else [])]
    whole, owing = promised.shares * promised.nominal, min(row["owing"], row["account"])
    called = min(owing, max(0, max((one.amount for one in due), default=0) - (whole - row["owing"])))
    return Unpaid(row["subscription"], row["name"], called, owing - called)


def _promise(row: dict[str, Any]) -> Promise:
    who = SubscriptionId(row["subscription"]), MemberId(row["member"])
    on, nominal = Day.of(row["happened"]), Cents(row["nominal"])
    if not row["taken"]:
        return SharesSubscribed(*who, row["shares"], nominal, on)
    since = Day.of(row["since"]) if row["since"] else None
    return SharesTakenOver(*who, row["shares"], nominal, Cents(row["shares"] * nominal - row["owing"]), on, since)


def _call(row: dict[str, Any]) -> CapitalCalled:
    of = SubscriptionId(row["subscription"]) if row["subscription"] else None
    days = Day.of(row["due"]), Day.of(row["happened"])
    return CapitalCalled(CallId(row["call"]), Fraction(row["part"]), *days, Public(row["decision"]), of)

"""Where the capital stands on a day: its floor, what may be cancelled above it, who waits and who would be served."""

from dataclasses import dataclass
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.capital.account import Account, Lots, worth
from governance.capital.balance import Limit, limit
from governance.capital.book import Asked, Claim, Holder
from governance.capital.cancel import partial
from governance.capital.curve import Curve, Floor, Point
from governance.capital.facts import ClaimId
from governance.capital.queue import served
from governance.statutes.facts import Capital
from governance.words import Cents, Day, MemberId
from projections.capital import leavers, movements
from projections.membership.members import AsOf
from web.assemblies import rules as statutes


@dataclass(frozen=True)
class Waiting:
    """One claim of the queue: what it asks, and what could be cancelled of it today."""

    claim: Claim
    name: str | None
    stays: bool
    asks: Cents
    may: Cents

    @property
    def shares(self) -> int:
        return sum(self.claim.lots.values())


@dataclass(frozen=True)
class State:
    """`floor` and the rest are None before the first statutes with a capital."""

    curve: Curve
    rules: Capital | None
    day: Day

    @property
    def floor(self) -> Floor | None:
        return self.curve.floor(self.rules, self.day) if self.rules else None

    @property
    def room(self) -> Cents:
        return self.curve.room(self.rules, self.day) if self.rules else Cents(0)

    @property
    def limit(self) -> Limit | None:
        return limit(self.rules) if self.rules else None

    @property
    def partial(self) -> bool | None:
        return partial(self.rules) if self.rules else None


def state(db: Connection[DictRow], as_of: AsOf) -> State:
    known = statutes.in_force(db, as_of.day)
    return State(curve(db, as_of), known[1].capital if known else None, as_of.day)


def curve(db: Connection[DictRow], as_of: AsOf) -> Curve:
    points = [
        Point(Day.of(row["happened"]), Cents(row[height]))
        for row in movements.heights(db, as_of)
        for height in ("highest", "evening")
    ]
    paper = movements.paper(db)
    return Curve(points, Cents(paper["highest"] if paper else 0))


def queue(db: Connection[DictRow], as_of: AsOf, now: State, in_part: bool) -> list[Waiting]:
    """Who waits, in the order of the queue, if the first in line may be, or may not be, served `in_part`."""
    rows = {row["member"]: row for row in leavers.holders_who_wait(db, as_of)}
    waiting = [claim for member, row in rows.items() for claim in _holder(row).claims(MemberId(member))]
    waiting.sort(key=lambda claim: (claim.on, claim.rank))
    lots: dict[ClaimId, Lots] = {claim.claim: some for claim, some in served(waiting, now.room, in_part)}
    return [_told(claim, rows[claim.member]["name"], lots.get(claim.claim, {})) for claim in waiting]


def _told(claim: Claim, name: str | None, may: Lots) -> Waiting:
    stays = claim.claim != ClaimId(claim.member)
    return Waiting(claim, name, stays, worth(claim.lots), worth(may))


def _holder(row: dict[str, Any]) -> Holder:
    asked = [Asked(ClaimId(claim), Day(on), rank, shares) for claim, on, rank, shares in row["asked"]]
    return Holder(
        account=Account({Cents(int(nominal)): shares for nominal, shares in row["lots"].items()}, Cents(0)),
        stands=Day.of(row["since"]) if row["since"] else None,
        left=row["gone"],
        rank=row["position"] or 0,
        asked=tuple(asked),
    )

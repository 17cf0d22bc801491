"""What the papers of shares say beyond their facts: until when, between whom, what remains of how much."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.capital.debts import payable
from governance.capital.delays import NOTICE_MONTHS, months_after
from governance.capital.facts import CancellationId, ReimbursementScheduled
from governance.words import Cents, Day, MemberId, PersonId, Public
from projections.capital import claims
from projections.membership import persons
from web.words import cited

Row = dict[str, Any]


def told(db: Connection[DictRow], step: Row) -> Row:
    """What the paper of one step about shares says more; nothing for another step."""
    said = step["said"]
    match step["kind"]:
        case "FormalNoticeSent":
            return {"effective": str(months_after(Day(said["on"]), NOTICE_MONTHS))}
        case "SharesTransferred":
            return {side: _addressee(db, said[side]) for side in ("giver", "receiver")}
        case "SharesReimbursed" | "ReimbursementScheduled" | "LossClaimed":
            return _debt(db, step)
    return {}


def _addressee(db: Connection[DictRow], member: str) -> Row:
    known = persons.of(db, PersonId(member)) or {}
    return {"name": known.get("name") or "", "address": known.get("address") or "", "college": ""}


def _debt(db: Connection[DictRow], step: Row) -> Row:
    """What is owed for these shares as it is known today, and by when of it if it is paid in parts."""
    said = step["said"]
    row = claims.of_cancellation(db, said["cancellation"])
    if row is None:
        return {}
    due = max(0, row["due"] or 0)
    lost = f"{row['lost']}/{row['whole']}" if row["lost"] else ""
    told = {"shares": row["shares"], "nominal": row["nominal"], "unpaid": row["unpaid"], "lost": lost}
    told |= {"due": due, "paid": row["paid"], "article": cited(row["article"] or "L47 art. 18")}
    if step["kind"] == "ReimbursementScheduled":
        told["terms"] = [[str(term.on), part] for term, part in _parts(said, Cents(due))]
    return told


def _parts(said: Row, due: Cents) -> list[tuple[Any, int]]:
    whose = CancellationId(said["cancellation"]), MemberId(said["member"])
    first, decided = Day(said["first"]), (Day(said["on"]), Public(said["decision"]))
    terms = payable(due, ReimbursementScheduled(*whose, said["times"], first, said["months"], *decided), first)
    before = [Cents(0), *(term.amount for term in terms)]
    return [(term, term.amount - paid) for term, paid in zip(terms, before, strict=False)]

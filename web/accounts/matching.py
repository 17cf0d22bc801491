"""What came in on the bank's account beside what is promised and unpaid: proposals, for somebody to confirm."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from projections.names import plain
from web.edge.statement import Credit
from web.i18n import gettext as _

SHOWN = 3  # proposals for a line


@dataclass(frozen=True)
class Proposal:
    """A subscription on which this money may have been paid. `named`: the bank's words hold its holder's name."""

    subscription: str
    member: str
    name: str
    owed: int
    named: bool
    exact: bool


@dataclass(frozen=True)
class Matched:
    """One line. `booked`: it is already a payment in the register; `gesture`: the same for the same line of the same
    statement, so that it cannot be booked twice by accident."""

    credit: Credit
    reference: str
    gesture: str
    booked: str
    proposals: list[Proposal]


def matched(
    came: Sequence[Credit], unpaid: Iterable[Mapping[str, Any]], payments: Iterable[Mapping[str, Any]]
) -> list[Matched]:
    """`payments`: what is in the register already, with `happened`, `amount`, `reference` and the payer's `name`."""
    owing = list(unpaid)
    booked = _booked(came, payments)
    seen: dict[Credit, int] = defaultdict(int)
    found = []
    for place, credit in enumerate(came):
        seen[credit] += 1
        proposals = [] if place in booked else _proposals(credit, owing)
        gesture = sha256(repr((credit, seen[credit])).encode()).hexdigest()[:32]
        found.append(Matched(credit, reference(credit), gesture, booked.get(place, ""), proposals))
    return found


def reference(credit: Credit) -> str:
    """The bank's own, else the day: its words may name a person, and a reference stays in the record."""
    return credit.reference[:200] or f"VIR {credit.on}"


def _proposals(credit: Credit, owing: Iterable[Mapping[str, Any]]) -> list[Proposal]:
    """Those of exactly this amount, and those of whoever is named, if it is not more than she owes."""
    found = [
        Proposal(
            row["subscription"], row["member"], row["name"] or "", row["owed"], named, credit.amount == row["owed"]
        )
        for row in owing
        for named in [_names(credit, row["name"] or "")]
        if credit.amount == row["owed"] or (named and credit.amount <= row["owed"])
    ]
    found.sort(key=lambda one: (not one.named, not one.exact))
    return [one for one in found if one.named == found[0].named][:SHOWN]


def _names(credit: Credit, name: str) -> bool:
    """Every word of the name stands in the bank's words, in any order."""
    words = plain(name).split()
    return bool(words) and set(words) <= set(plain(credit.words).split())


def _booked(came: Sequence[Credit], payments: Iterable[Mapping[str, Any]]) -> dict[int, str]:
    """The lines that are payments already, with whose: same day, amount and reference; each payment is one line."""
    places: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, credit in enumerate(came):
        places[credit.on.last, credit.amount, reference(credit)].append(place)
    found: dict[int, str] = {}
    for payment in payments:
        alike = places[payment["happened"], payment["amount"], payment["reference"]]
        free = [place for place in alike if place not in found]
        free.sort(key=lambda place: not _names(came[place], payment["name"] or ""))
        if free:
            found[free[0]] = payment["name"] or _("(nom effacé)")
    return found

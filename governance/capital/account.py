"""What one holder has: her shares by nominal value, and what she has promised without paying it yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from governance.capital.facts import (
    SharesCancelled,
    SharesExchanged,
    SharesPaid,
    SharesSubscribed,
    SharesTakenOver,
    SharesTransferred,
)
from governance.command import About, about
from governance.words import Cents, Day, Fact, MemberId

Movement = SharesSubscribed | SharesTakenOver | SharesPaid | SharesTransferred | SharesExchanged | SharesCancelled
OF_ONE = (SharesSubscribed, SharesTakenOver, SharesPaid, SharesExchanged, SharesCancelled)
MOVEMENTS = (*OF_ONE, SharesTransferred)
NUMBERED = (SharesSubscribed, SharesTransferred, SharesExchanged, SharesCancelled)
"""The lines of the register of movements (C.com R228-8): a payment moves no share, a balance is not a movement."""

Lots = Mapping[Cents, int]
"""Whole shares by their nominal value: a single one, but while a new value takes the place of the old."""


@dataclass(frozen=True)
class Change:
    """What a movement does to one account: shares gained or lost, cents promised or discharged."""

    member: MemberId
    nominal: Cents
    shares: int
    owed: int = 0

    @property
    def worth(self) -> int:
        return self.nominal * self.shares


def changes(fact: Fact) -> list[Change]:
    match fact:
        case SharesSubscribed():
            return [Change(fact.member, fact.nominal, fact.shares, fact.shares * fact.nominal)]
        case SharesTakenOver():
            return [Change(fact.member, fact.nominal, fact.shares, fact.shares * fact.nominal - fact.paid)]
        case SharesPaid():
            return [Change(fact.member, Cents(0), 0, -fact.amount)]
        case SharesTransferred():
            given = Change(fact.giver, fact.nominal, -fact.shares)
            return [given, Change(fact.receiver, fact.nominal, fact.shares)]
        case SharesExchanged():
            old = Change(fact.member, fact.nominal, -fact.shares)
            return [old, Change(fact.member, fact.worth, fact.into)]
        case SharesCancelled():
            return [Change(fact.member, fact.nominal, -fact.shares, -fact.unpaid)]
    return []


def worth(lots: Lots) -> Cents:
    return Cents(sum(nominal * shares for nominal, shares in lots.items()))


def less(lots: Lots, taken: Lots) -> Lots:
    """What is left; nothing is written of a value that is held no more."""
    left = {nominal: shares - taken.get(nominal, 0) for nominal, shares in lots.items()}
    return {nominal: shares for nominal, shares in left.items() if shares}


@dataclass(frozen=True)
class Account:
    lots: Lots
    owed: Cents

    @property
    def shares(self) -> int:
        return sum(self.lots.values())

    @property
    def worth(self) -> Cents:
        return worth(self.lots)

    def after(self, change: Change) -> Account:
        known = {change.nominal: 0, **self.lots}
        return Account(less(known, {change.nominal: -change.shares}), Cents(self.owed + change.owed))


EMPTY = Account({}, Cents(0))


def about_account(member: MemberId) -> list[About]:
    """Every movement of one holder."""
    transfers = [about(SharesTransferred, giver=member), about(SharesTransferred, receiver=member)]
    return [*(about(kind, member=member) for kind in OF_ONE), *transfers]


def account(facts: Iterable[Fact], member: MemberId, day: Day) -> Account:
    """What she has at the end of a day."""
    found = EMPTY
    for fact in facts:
        if isinstance(fact, MOVEMENTS) and fact.on <= day:
            for change in changes(fact):
                found = found.after(change) if change.member == member else found
    return found


def held_from(facts: Iterable[Fact], member: MemberId, nominal: Cents, day: Day) -> int:
    """The fewest shares of a value that she has on any day from this one on: what she may part with that day."""
    moved = [fact for fact in facts if isinstance(fact, MOVEMENTS)]
    days = {fact.on for fact in moved if fact.on > day} | {day}
    return min(account(moved, member, each).lots.get(nominal, 0) for each in days)

"""What a loss leaves of a share: exact to the last step, then rounded down once, on the whole of what is paid."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from governance.capital.facts import SharesCancelled, ShareValued
from governance.statutes.facts import LossShare
from governance.words import Cents


@dataclass(frozen=True)
class Borne:
    """The part of a loss that falls on the capital, and the part of each share that it takes."""

    to_capital: Fraction
    rate: Fraction


def borne(loss: Cents, capital: Cents, reserves: Cents, shared: LossShare) -> Borne:
    """`capital`: with what the leavers of the year had. The legal reserve bears nothing; no share falls below zero."""
    base = capital + reserves if shared is LossShare.CAPITAL_AND_RESERVES else capital
    if not capital or not loss:
        return Borne(Fraction(0), Fraction(0))
    to_capital = min(Fraction(loss * capital, base), Fraction(capital))
    return Borne(to_capital, to_capital / capital)


def due(cancelled: SharesCancelled, rate: Fraction) -> Cents:
    """What a leaver is owed, from the part of each share that is lost: its nominal value at most (L47 art. 18), less
    the losses, less what she had not paid. The fraction of a cent stays with the cooperative: no more than the law
    allows is ever paid, and it is taken once, not once a share.
    """
    whole = cancelled.shares * cancelled.nominal * (1 - rate)
    return Cents(max(0, int(whole) - cancelled.unpaid))


def settled_by(cancelled: SharesCancelled, values: Iterable[ShareValued]) -> ShareValued | None:
    """The value of the year in which the shares were cancelled: that of the first closing day from then on."""
    after = [value for value in values if value.closing >= cancelled.on]
    return min(after, key=lambda value: value.closing) if after else None

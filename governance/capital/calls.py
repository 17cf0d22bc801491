"""What of a subscription is to be paid, and by when: at once, at each call, and all of it in the end (L47 art. 12)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from governance.capital.delays import REMAINDER_YEARS, years_after
from governance.capital.facts import CapitalCalled, SharesPaid, SharesSubscribed, SharesTakenOver
from governance.command import Refused
from governance.statutes.facts import Capital
from governance.words import Cents, Day, Fact, SubscriptionId

Promise = SharesSubscribed | SharesTakenOver
"""What payments are made on: a subscription, or the balance that a register on paper left."""


@dataclass(frozen=True)
class Instalment:
    """By this day, so much of the subscription in all."""

    due: Day
    amount: Cents


def promise(facts: Iterable[Fact], subscription: SubscriptionId) -> Promise:
    for fact in facts:
        if isinstance(fact, SharesSubscribed | SharesTakenOver) and fact.subscription == subscription:
            return fact
    raise Refused("unknown-subscription")


def paid_by(facts: Iterable[Fact], promised: Promise, day: Day) -> Cents:
    """What was paid on it by a day."""
    before = promised.paid if isinstance(promised, SharesTakenOver) else 0
    payments = (fact for fact in facts if isinstance(fact, SharesPaid) and fact.subscription == promised.subscription)
    return Cents(before + sum(payment.amount for payment in payments if payment.on <= day))


def last_day(promised: Promise, rules: Capital) -> Day:
    """When all of it must be paid: the statutes' delay, three years at most, from the day it was promised."""
    years = rules.max_delay_years.value if rules.max_delay_years else REMAINDER_YEARS
    since = (promised.since or promised.on) if isinstance(promised, SharesTakenOver) else promised.on
    return years_after(since, min(years, REMAINDER_YEARS))


def instalments(promised: Promise, calls: Iterable[CapitalCalled], rules: Capital) -> Iterator[Instalment]:
    """Rounded up to the cent: a part of the nominal value is at least that part. No call goes past the last day."""
    end = last_day(promised, rules)
    if isinstance(promised, SharesSubscribed):
        yield Instalment(promised.on, _part(promised, rules.paid_at_once.value))
    for call in calls:
        if call.subscription == promised.subscription or (call.subscription is None and promised.on <= call.on):
            yield Instalment(min(call.due, end), _part(promised, call.part))
    yield Instalment(end, _part(promised, Fraction(1)))


def overdue(facts: Iterable[Fact], promised: Promise, rules: Capital, asked: Day, day: Day | None = None) -> Cents:
    """What was to be paid before the day `asked`, and was not on that day, or on a later `day`."""
    known = list(facts)
    calls = [fact for fact in known if isinstance(fact, CapitalCalled)]
    most = max((one.amount for one in instalments(promised, calls, rules) if one.due < asked), default=0)
    return Cents(max(0, most - paid_by(known, promised, day or asked)))


def _part(promised: Promise, part: Fraction) -> Cents:
    return Cents(ceil(promised.shares * promised.nominal * part))

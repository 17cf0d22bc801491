"""Subscribing shares: a promise to pay them at their nominal value."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.capital.account import about_account, account
from governance.capital.balance import above, above_own_cap, consequences
from governance.capital.book import ShareBook
from governance.capital.facts import SharesSubscribed
from governance.capital.irregular import irregular
from governance.capital.rules import (
    PLACES,
    SECRETARIAT,
    category_of,
    check_shares,
    least,
    statutes_with_capital,
)
from governance.command import About, Fold, Refused, about, folded
from governance.membership.place import check_day
from governance.statutes.facts import Statutes, StatutesAdopted
from governance.words import Day, Fact, MemberId, PersonId, Sealed, SubscriptionId, legal_day


@dataclass(frozen=True)
class Subscribe:
    """A candidate or a member subscribes whole shares; the first time at least as many as her category asks.

    `despite`: why a subscription that was signed against a rule is recorded.
    """

    may = SECRETARIAT
    subscription: SubscriptionId
    member: MemberId
    shares: int
    on: Day
    despite: Sealed | None = None

    def boundary(self) -> Sequence[About | Fold]:
        mine = [*about_account(self.member), *(about(kind, member=self.member) for kind in PLACES)]
        return [
            about(StatutesAdopted),
            ShareBook(),
            *mine,
            about(SharesSubscribed, subscription=self.subscription),
        ]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        statutes, rules = statutes_with_capital(known, self.on)
        promised = SharesSubscribed(self.subscription, self.member, self.shares, rules.nominal.value, self.on)
        book = folded(ShareBook, known)
        broken = [
            *self._too_few(known, statutes, legal_day(now)),
            *above(book, [promised], rules, self.member),
            *above_own_cap(book, [promised], rules, self.member),
        ]
        irregularities = irregular(self.member, self.on, broken, self.despite)
        check_shares(self.shares)
        if any(isinstance(fact, SharesSubscribed) and fact.subscription == self.subscription for fact in known):
            raise Refused("unknown-subscription")
        return [promised, *consequences(book, [promised], rules, self.on), *irregularities]

    def _too_few(self, facts: list[Fact], statutes: Statutes, today: Day) -> Iterator[Refused]:
        category = category_of(facts, self.member)
        if category is None:
            raise Refused("no-application")
        asked = least(statutes, category)
        if asked and account(facts, self.member, today).shares + self.shares < asked.min_shares:
            yield Refused("too-few-shares", least=asked.min_shares, article=asked.article)

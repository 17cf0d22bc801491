"""Paying shares up: at once as much as the statutes ask, never more than was promised."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.capital.account import about_account, account
from governance.capital.calls import Promise, paid_by, promise
from governance.capital.facts import SharesPaid, SharesSubscribed
from governance.capital.rules import SECRETARIAT
from governance.command import About, Refused, about
from governance.membership.place import check_day
from governance.statutes.facts import StatutesAdopted
from governance.statutes.standing import in_force
from governance.words import Cents, Day, Fact, MemberId, PersonId, Sealed, SubscriptionId, legal_day


@dataclass(frozen=True)
class Pay:
    """Two equal payments are two payments: each is a gesture of its own. `reference`: the cheque or the transfer."""

    may = SECRETARIAT
    subscription: SubscriptionId
    member: MemberId
    amount: Cents
    on: Day
    reference: Sealed | None = None

    def boundary(self) -> list[About]:
        return [about(StatutesAdopted), *about_account(self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        promised = promise(known, self.subscription)
        check_day(self.on, now)
        if self.on < promised.on:
            raise Refused("paid-before-promised", on=promised.on)
        self._check_amount(known, promised, legal_day(now))
        return [SharesPaid(self.subscription, self.member, self.amount, self.on, note=self.reference)]

    def _check_amount(self, facts: list[Fact], promised: Promise, today: Day) -> None:
        """No more than remains; where shares were cancelled, what was set off on them is no longer owed."""
        paid = paid_by(facts, promised, today)
        remains = min(promised.shares * promised.nominal - paid, account(facts, self.member, today).owed)
        if not 0 < self.amount <= remains:
            raise Refused("more-than-owed", owed=Cents(remains))
        if isinstance(promised, SharesSubscribed) and not paid:
            self._check_first(facts, promised)

    def _check_first(self, facts: Iterable[Fact], promised: SharesSubscribed) -> None:
        """At subscription, at least the part that the statutes ask, a quarter in any case (L47 art. 12)."""
        version = in_force(facts, promised.on)
        if version and version.statutes.capital:
            asked = version.statutes.capital.paid_at_once
            if self.amount < asked.value * promised.shares * promised.nominal:
                raise Refused("first-payment-too-small", part=asked.value, article=asked.article)

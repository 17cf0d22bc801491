"""Paying shares up: at once as much as the statutes ask, never more than was promised."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.capital.facts import SharesPaid, SharesSubscribed
from governance.command import About, Refused, about
from governance.statutes.facts import StatutesAdopted
from governance.statutes.standing import in_force
from governance.words import Cents, Day, Fact, MemberId, Office, PersonId, Public, SubscriptionId, legal_day


@dataclass(frozen=True)
class Pay:
    """Two equal payments are two payments: each is a gesture of its own."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    subscription: SubscriptionId
    member: MemberId
    amount: Cents
    on: Day
    reference: Public = Public("")

    def boundary(self) -> list[About]:
        kinds = (SharesSubscribed, SharesPaid)
        return [about(StatutesAdopted), *(about(kind, subscription=self.subscription) for kind in kinds)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        promised = next((fact for fact in known if isinstance(fact, SharesSubscribed)), None)
        if promised is None or promised.member != self.member:
            raise Refused("unknown-subscription")
        if legal_day(now).surely_before(self.on):
            raise Refused("day-to-come", on=self.on)
        if self.on < promised.on:
            raise Refused("paid-before-promised", on=promised.on)
        owed = promised.shares * promised.nominal
        paid = sum(fact.amount for fact in known if isinstance(fact, SharesPaid))
        if not 0 < self.amount <= owed - paid:
            raise Refused("more-than-owed", owed=Cents(owed - paid))
        if not paid:
            self._check_first(known, promised, owed)
        return [SharesPaid(self.subscription, self.member, self.amount, self.on, self.reference)]

    def _check_first(self, facts: Iterable[Fact], promised: SharesSubscribed, owed: int) -> None:
        """At subscription, at least the part that the statutes ask, a quarter in any case (L47 art. 12)."""
        version = in_force(facts, promised.on)
        if version and version.statutes.capital:
            asked = version.statutes.capital.paid_at_once
            if self.amount < asked.value * owed:
                raise Refused("first-payment-too-small", part=asked.value, article=asked.article)

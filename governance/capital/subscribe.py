"""Subscribing shares: a promise to pay them at their nominal value."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.capital.facts import SharesSubscribed
from governance.command import About, Refused, about
from governance.membership.facts import ApplicationRejected, MemberAdmitted, MemberLeft, MembershipApplied
from governance.statutes.facts import StatutesAdopted
from governance.statutes.standing import in_force
from governance.words import CategoryId, Day, Fact, MemberId, Office, PersonId, SubscriptionId, legal_day

MOST = 1_000_000


@dataclass(frozen=True)
class Subscribe:
    """A candidate or a member subscribes whole shares; the first time at least as many as her category asks."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    subscription: SubscriptionId
    member: MemberId
    shares: int
    on: Day

    def boundary(self) -> list[About]:
        kinds = (MembershipApplied, ApplicationRejected, MemberAdmitted, MemberLeft, SharesSubscribed)
        mine = [about(kind, member=self.member) for kind in kinds]
        return [about(StatutesAdopted), *mine, about(SharesSubscribed, subscription=self.subscription)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not self.on.full:
            raise Refused("full-day-needed", on=self.on)
        if legal_day(now).surely_before(self.on):
            raise Refused("day-to-come", on=self.on)
        version = in_force(known, self.on)
        if version is None:
            raise Refused("no-statutes-yet", on=self.on)
        capital = version.statutes.capital
        if capital is None:
            raise Refused("no-capital", form=version.statutes.form.value)
        category = _category(known)
        least = next((one for one in version.statutes.categories if one.id == category), None)
        already = sum(fact.shares for fact in known if isinstance(fact, SharesSubscribed))
        if least and already + self.shares < least.min_shares:
            raise Refused("too-few-shares", least=least.min_shares, article=least.article)
        if not 1 <= self.shares <= MOST:
            raise Refused("whole-shares")
        if any(isinstance(fact, SharesSubscribed) and fact.subscription == self.subscription for fact in known):
            raise Refused("unknown-subscription")
        nominal = capital.nominal.value
        return [SharesSubscribed(self.subscription, self.member, self.shares, nominal, self.on)]


def _category(facts: Iterable[Fact]) -> CategoryId:
    """The category of the last admission or application; who left, or was rejected, has none."""
    for fact in reversed(list(facts)):
        match fact:
            case MemberAdmitted() | MembershipApplied():
                return fact.category
            case MemberLeft() | ApplicationRejected():
                break
    raise Refused("no-application")

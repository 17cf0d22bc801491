"""Continuing a register kept on paper: its last number, its highest capital, and what each holder had at its end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.capital.account import about_account
from governance.capital.balance import consequences
from governance.capital.book import ShareBook
from governance.capital.facts import RegisterContinued, SharesSubscribed, SharesTakenOver
from governance.capital.rules import SECRETARIAT, check_shares
from governance.command import About, Fold, Refused, about, folded
from governance.membership.facts import MemberAdmitted
from governance.membership.place import check_day
from governance.statutes.facts import StatutesAdopted
from governance.statutes.standing import in_force
from governance.words import Cents, Day, Fact, MemberId, PersonId, Public, SubscriptionId, legal_day


@dataclass(frozen=True)
class ContinueRegister:
    """Before any movement is written here: numbers already given are never changed (C.com R228-9)."""

    may = SECRETARIAT
    last_number: int
    highest: Cents
    on: Day
    source: Public = Public("")

    def boundary(self) -> Sequence[About | Fold]:
        return [ShareBook(), about(RegisterContinued)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        continued = RegisterContinued(self.last_number, self.highest, self.on, self.source)
        if continued in known:
            return []
        if any(isinstance(fact, RegisterContinued) for fact in known):
            raise Refused("register-already-continued")
        if folded(ShareBook, known).numbered:
            raise Refused("register-already-begun")
        if self.last_number < 0 or self.highest < 0:
            raise Refused("not-a-number-of-the-register")
        return [continued]


@dataclass(frozen=True)
class TakeOverShares:
    """A balance dated in the past. `since`: the day of her first share, from which what is unpaid falls due."""

    may = SECRETARIAT
    subscription: SubscriptionId
    member: MemberId
    shares: int
    nominal: Cents
    paid: Cents
    on: Day
    since: Day | None = None

    def boundary(self) -> Sequence[About | Fold]:
        mine = [*about_account(self.member), about(MemberAdmitted, member=self.member)]
        same = [about(kind, subscription=self.subscription) for kind in (SharesSubscribed, SharesTakenOver)]
        return [about(StatutesAdopted), ShareBook(), *mine, *same]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        check_shares(self.shares)
        if self.nominal <= 0:
            raise Refused("share-without-value")
        if not any(isinstance(fact, MemberAdmitted) for fact in known):
            raise Refused("not-a-member", on=self.on)
        promised = self.shares * self.nominal
        if not 0 <= self.paid <= promised:
            raise Refused("more-than-owed", owed=Cents(promised))
        taken = SharesTakenOver(
            self.subscription, self.member, self.shares, self.nominal, self.paid, self.on, self.since
        )
        return self._new(taken, known, legal_day(now))

    def _new(self, taken: SharesTakenOver, facts: list[Fact], today: Day) -> list[Fact]:
        """The balance, and what it breaks by the statutes of today: those of its own day need not be known."""
        if taken in facts:
            return []
        kinds = (SharesSubscribed, SharesTakenOver)
        if any(isinstance(fact, kinds) and fact.subscription == self.subscription for fact in facts):
            raise Refused("unknown-subscription")
        version = in_force(facts, today)
        rules = version.statutes.capital if version else None
        return [taken, *(consequences(folded(ShareBook, facts), [taken], rules, self.on) if rules else [])]

"""Exchanging shares when the statutes change their nominal value: as much capital, in other shares."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.capital.account import about_account, held_from
from governance.capital.facts import SharesExchanged
from governance.capital.rules import SECRETARIAT, check_shares, statutes_with_capital
from governance.command import About, Refused, about
from governance.membership.place import check_day
from governance.statutes.facts import StatutesAdopted
from governance.words import Cents, Day, Fact, MemberId, PersonId


@dataclass(frozen=True)
class ExchangeShares:
    """So many shares of an old `nominal` value become shares of the value in force."""

    may = SECRETARIAT
    member: MemberId
    shares: int
    nominal: Cents
    on: Day

    def boundary(self) -> list[About]:
        return [about(StatutesAdopted), *about_account(self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        check_shares(self.shares)
        _, rules = statutes_with_capital(known, self.on)
        worth = rules.nominal.value
        if self.nominal == worth:
            raise Refused("value-in-force", owed=worth)
        held = held_from(known, self.member, self.nominal, self.on)
        if self.shares > held:
            raise Refused("more-than-held", held=held)
        into, rest = divmod(self.shares * self.nominal, worth)
        if rest:
            raise Refused("exchange-leaves-a-rest", owed=Cents(rest))
        return [SharesExchanged(self.member, self.shares, self.nominal, into, worth, self.on)]

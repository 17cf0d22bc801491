"""Asking some shares back while staying a member: a place in the queue, behind those who left or asked before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.capital.account import about_account, account, held_from
from governance.capital.book import ShareBook
from governance.capital.facts import ClaimId, ReimbursementAsked
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
from governance.membership.standing import about_member, standing
from governance.statutes.facts import StatutesAdopted
from governance.words import Day, Fact, MemberId, PersonId


@dataclass(frozen=True)
class AskReimbursement:
    """She keeps the shares that her category asks, one at least: to have them all back, she leaves."""

    may = SECRETARIAT
    claim: ClaimId
    member: MemberId
    shares: int
    on: Day

    def boundary(self) -> Sequence[About | Fold]:
        mine = [*about_account(self.member), *about_member(self.member)]
        places = [about(kind, member=self.member) for kind in PLACES]
        same = about(ReimbursementAsked, claim=self.claim)
        return list(dict.fromkeys([about(StatutesAdopted), ShareBook(), same, *mine, *places]))

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        check_shares(self.shares)
        if any(isinstance(fact, ReimbursementAsked) and fact.claim == self.claim for fact in known):
            raise Refused("name-already-used")
        statutes, _ = statutes_with_capital(known, self.on)
        if standing(known, self.member, self.on) is None:
            raise Refused("not-a-member", on=self.on)
        values = account(known, self.member, self.on).lots
        held = sum(held_from(known, self.member, nominal, self.on) for nominal in values)
        free = held - folded(ShareBook, known).holder(self.member).waiting
        if self.shares > free:
            raise Refused("more-than-held", held=max(0, free))
        asked = least(statutes, category_of(known, self.member))
        kept = max(1, asked.min_shares if asked else 1)
        if free - self.shares < kept:
            raise Refused("minimum-kept", least=kept, article=asked.article if asked else "")
        return [ReimbursementAsked(self.claim, self.member, self.shares, self.on)]

"""Transferring shares to a member, or to a candidate whom the same decision admits (L47 art. 11, C.com L231-4)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.capital import balance
from governance.capital.account import about_account, account, held_from
from governance.capital.book import ShareBook
from governance.capital.facts import SharesTransferred
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
from governance.membership import body
from governance.membership.facts import Cause, MemberAdmitted, MemberLeft, MembershipApplied
from governance.membership.place import check_day
from governance.membership.standing import about_member, standing
from governance.statutes.facts import Capital, Organ, Statutes, StatutesAdopted
from governance.words import Cents, Day, Fact, MemberId, PersonId, Public, Sealed


@dataclass(frozen=True)
class TransferShares:
    """At the nominal value of the statutes. `decision`: where the `organ` that approves wrote so. Who gives all that
    she has is no longer a member. `despite`: why a transfer that happened against a rule is recorded."""

    may = SECRETARIAT
    giver: MemberId
    receiver: MemberId
    shares: int
    on: Day
    organ: Organ
    decision: Public
    despite: Sealed | None = None

    def boundary(self) -> Sequence[About | Fold]:
        both = [item for who in (self.giver, self.receiver) for item in (*about_account(who), *about_member(who))]
        places = [about(kind, member=who) for kind in PLACES for who in (self.giver, self.receiver)]
        return list(dict.fromkeys([about(StatutesAdopted), ShareBook(), body.Body(), *both, *places]))

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        statutes, rules = statutes_with_capital(known, self.on)
        moved = SharesTransferred(
            self.giver, self.receiver, self.shares, rules.nominal.value, self.on, self.organ, self.decision
        )
        self._check_parties(known)
        self._check_held(known, rules.nominal.value)
        book, people = folded(ShareBook, known), [*self._admitted(known), *self._gone(known)]
        broken = [
            *self._broken(known, statutes, rules),
            *balance.above(book, [moved], rules, self.receiver),
            *balance.above_own_cap(book, [moved], rules, self.receiver),
        ]
        return [
            moved,
            *people,
            *body.consequences(folded(body.Body, known), people, statutes, self.on),
            *balance.consequences(book, [moved], rules, self.on),
            *irregular(self.giver, self.on, broken, self.despite),
        ]

    def _check_parties(self, facts: list[Fact]) -> None:
        check_shares(self.shares)
        if self.giver == self.receiver:
            raise Refused("transfer-to-oneself")
        if standing(facts, self.giver, self.on) is None:
            raise Refused("not-a-member", on=self.on)

    def _check_held(self, facts: list[Fact], nominal: Cents) -> None:
        """Shares that she has from that day on, all paid, and not asked back."""
        asked_back = folded(ShareBook, facts).holder(self.giver).waiting
        held = held_from(facts, self.giver, nominal, self.on) - asked_back
        if self.shares > held:
            raise Refused("more-than-held", held=max(0, held))
        if owed := account(facts, self.giver, self.on).owed:
            raise Refused("shares-not-paid-up", owed=owed)

    def _admitted(self, facts: list[Fact]) -> list[Fact]:
        """A candidate becomes a member by the decision that approves the transfer."""
        if standing(facts, self.receiver, self.on):
            return []
        if category_of(facts, self.receiver) is None:
            raise Refused("receiver-not-a-member", on=self.on)
        applied = [one for one in facts if isinstance(one, MembershipApplied) and one.member == self.receiver][-1:]
        return [
            MemberAdmitted(one.member, one.category, one.college, self.on, self.organ, self.decision) for one in applied
        ]

    def _gone(self, facts: list[Fact]) -> list[Fact]:
        if account(facts, self.giver, self.on).shares > self.shares:
            return []
        return [MemberLeft(self.giver, Cause.WITHDRAWAL, self.on)]

    def _broken(self, facts: list[Fact], statutes: Statutes, rules: Capital) -> Iterator[Refused]:
        """Who must approve, and the fewest shares that each must keep or have."""
        approved = rules.transfer_by
        if approved and approved.value is not self.organ:
            yield Refused("approved-by-another-organ", organ=approved.value.value, article=approved.article)
        if not self.decision.strip():
            yield Refused("approval-needed", article=approved.article if approved else "L47 art. 11")
        for who, change in ((self.giver, -self.shares), (self.receiver, self.shares)):
            asked = least(statutes, category_of(facts, who))
            then = account(facts, who, self.on).shares + change
            if asked and 0 < then < asked.min_shares:
                yield Refused("minimum-kept", least=asked.min_shares, article=asked.article)

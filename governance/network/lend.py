"""Lending what a card describes: a room, a vehicle, a sound system. Two loans never touch the same day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.herself import ByHerself, about_speaker
from governance.membership.standing import about_member, standing
from governance.network.card import about_card, card_of, check_keeps
from governance.network.card_facts import CardId, CardLent, LoanCancelled, LoanId
from governance.network.catalogue import Catalogue
from governance.network.check import BOARD
from governance.words import Day, Fact, MemberId, PersonId, Public, legal_day


@dataclass(frozen=True)
class Lend:
    """To a member, from `since` to `until`, both included."""

    may = BOARD
    catalogue: Catalogue
    card: CardId
    loan: LoanId
    member: MemberId
    since: Day
    until: Day
    purpose: Public = Public("")

    def boundary(self) -> list[About]:
        loans = [about(kind, card=self.card) for kind in (CardLent, LoanCancelled)]
        return [*about_card(self.card), *loans, *about_member(self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        lent = CardLent(self.loan, self.card, self.member, self.since, self.until, self.purpose)
        if lent in known:
            return []
        self._check(known, now)
        for loan in standing_loans(known):
            if loan.since <= self.until and self.since <= loan.until:
                raise Refused("already-lent", since=loan.since, until=loan.until)
        return [lent]

    def _check(self, facts: list[Fact], now: datetime) -> None:
        card = card_of(facts, self.catalogue, self.card)
        if not self.catalogue.lent:
            raise Refused("not-lent")
        if not self.catalogue.state(card.state).leads:
            raise Refused("card-is-over")
        if not (self.since.full and self.until.full) or self.until < self.since:
            raise Refused("loan-days-needed")
        if standing(facts, self.member, legal_day(now)) is None:
            raise Refused("not-a-member", on=legal_day(now))


class BorrowForMe(ByHerself, Lend):
    """By whoever speaks for the member, where members keep the catalogue."""

    def about_her(self) -> list[About]:
        return about_speaker(self.member)

    def check_her(self, facts: list[Fact], by: PersonId, today: Day) -> None:
        check_keeps(self.catalogue, self.member, facts, by, today)


@dataclass(frozen=True)
class CancelLoan:
    may = BOARD
    card: CardId
    loan: LoanId
    on: Day

    def boundary(self) -> list[About]:
        return [about(kind, loan=self.loan) for kind in (CardLent, LoanCancelled)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, LoanCancelled) for fact in known):
            return []
        if not any(isinstance(fact, CardLent) and fact.card == self.card for fact in known):
            raise Refused("unknown-loan")
        return [LoanCancelled(self.loan, self.card, self.on)]


def standing_loans(facts: Iterable[Fact]) -> list[CardLent]:
    """Those that were not cancelled."""
    known = list(facts)
    over = {fact.loan for fact in known if isinstance(fact, LoanCancelled)}
    return [fact for fact in known if isinstance(fact, CardLent) and fact.loan not in over]

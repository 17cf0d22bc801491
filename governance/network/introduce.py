"""Introducing: whoever needs and whoever offers are put in touch, and what came of it is said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.card import about_card, card_of
from governance.network.card_facts import CardId, CardsIntroduced, CardWritten, IntroductionClosed
from governance.network.catalogue import Catalogue
from governance.network.check import BOARD
from governance.words import Day, Fact, PersonId, Public, legal_day


@dataclass(frozen=True)
class Introduce:
    """`catalogue`: of what asks; the answer stands in the one that answers it."""

    may = BOARD
    catalogue: Catalogue
    card: CardId
    answer: CardId
    on: Day

    def boundary(self) -> list[About]:
        answer = [about(CardWritten, card=self.answer)]
        return [*about_card(self.card), *answer, about(CardsIntroduced, card=self.card)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not self.catalogue.state(card_of(known, self.catalogue, self.card).state).leads:
            raise Refused("card-is-over")
        found = [fact.catalogue for fact in known if isinstance(fact, CardWritten) and fact.card == self.answer]
        if found != [self.catalogue.answered_by]:
            raise Refused("does-not-answer")
        if any(isinstance(fact, CardsIntroduced) and fact.answer == self.answer for fact in known):
            return []
        if legal_day(now).surely_before(self.on):
            raise Refused("day-to-come", on=self.on)
        return [CardsIntroduced(self.card, self.answer, self.on)]


@dataclass(frozen=True)
class CloseIntroduction:
    may = BOARD
    card: CardId
    answer: CardId
    fruitful: bool
    on: Day
    note: Public = Public("")

    def boundary(self) -> list[About]:
        return [about(kind, card=self.card) for kind in (CardsIntroduced, IntroductionClosed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        mine = [
            fact
            for fact in facts
            if isinstance(fact, CardsIntroduced | IntroductionClosed) and fact.answer == self.answer
        ]
        if not mine:
            raise Refused("never-introduced")
        if any(isinstance(fact, IntroductionClosed) for fact in mine):
            return []
        if legal_day(now).surely_before(self.on):
            raise Refused("day-to-come", on=self.on)
        return [IntroductionClosed(self.card, self.answer, self.fruitful, self.on, self.note)]

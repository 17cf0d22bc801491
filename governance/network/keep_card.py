"""Keeping a card: written, corrected, moved to its next state; by the board, or by the member whose card it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.herself import ByHerself
from governance.network.card import about_card, about_keeper, card_of, check_keeps
from governance.network.card_facts import CardCorrected, CardId, CardMoved, CardWritten
from governance.network.catalogue import Catalogue, StateName, Value, check_values
from governance.network.check import BOARD, check_told
from governance.words import Day, Fact, MemberId, PersonId, Public, legal_day


@dataclass(frozen=True)
class WriteCard:
    """`state`: where it stands already, for one that comes from elsewhere; else it begins in the first."""

    may = BOARD
    catalogue: Catalogue
    card: CardId
    title: Public
    values: tuple[Value, ...]
    on: Day
    owner: MemberId | None = None
    source: Public = Public("")
    state: StateName | None = None
    organisation: Public = Public("")

    def boundary(self) -> list[About]:
        return [about(CardWritten, card=self.card)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        stands = self.catalogue.state(self.state or self.catalogue.states[0].name)
        whose = Public("") if self.owner else self.organisation
        told = (self.title, self.values, stands.name, self.on, self.owner, self.source, whose)
        written = CardWritten(self.card, self.catalogue.name, *told)
        known = [fact for fact in facts if isinstance(fact, CardWritten)]
        if known:
            if known == [written]:
                return []
            raise Refused("already-reported")
        check_told(self.on, now, self.title)
        check_values(self.catalogue, self.values)
        return [written]


@dataclass(frozen=True)
class CorrectCard:
    """Sent twice, or without a change: nothing more is written."""

    may = BOARD
    catalogue: Catalogue
    card: CardId
    title: Public
    values: tuple[Value, ...]
    on: Day
    reason: Public = Public("")

    def boundary(self) -> list[About]:
        return about_card(self.card)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        stands = card_of(facts, self.catalogue, self.card)
        if (stands.title, stands.values) == (self.title, self.values):
            return []
        check_told(self.on, now, self.title)
        check_values(self.catalogue, self.values)
        return [CardCorrected(self.card, self.title, self.values, self.on, self.reason)]


@dataclass(frozen=True)
class MoveCard:
    """Only to a state to which the one in which it stands leads."""

    may = BOARD
    catalogue: Catalogue
    card: CardId
    state: StateName
    on: Day
    note: Public = Public("")

    def boundary(self) -> list[About]:
        return about_card(self.card)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        stands = self.catalogue.state(card_of(facts, self.catalogue, self.card).state)
        if stands.name == self.state:
            return []
        if self.state not in stands.leads:
            raise Refused("state-not-next")
        if legal_day(now).surely_before(self.on):
            raise Refused("day-to-come", on=self.on)
        return [CardMoved(self.card, self.state, self.on, self.note)]


class Mine(ByHerself):
    """By whoever speaks for the owner, where members keep the catalogue."""

    catalogue: Catalogue
    card: CardId
    owner: MemberId | None

    def about_her(self) -> list[About]:
        return about_keeper(self.owner)

    def check_her(self, facts: list[Fact], by: PersonId, today: Day) -> None:
        check_keeps(self.catalogue, self.owner, facts, by, today)


class Own(Mine):
    """The same, of a card that is there."""

    def check_her(self, facts: list[Fact], by: PersonId, today: Day) -> None:
        if card_of(facts, self.catalogue, self.card).owner != self.owner:
            raise Refused("not-for-this-member")
        super().check_her(facts, by, today)


class WriteMyCard(Mine, WriteCard):
    """It begins in the first state, and goes where the catalogue leads."""

    def check_her(self, facts: list[Fact], by: PersonId, today: Day) -> None:
        super().check_her(facts, by, today)
        if self.state not in (None, self.catalogue.states[0].name):
            raise Refused("state-not-next")


@dataclass(frozen=True)
class CorrectMyCard(Own, CorrectCard):
    owner: MemberId | None = None


@dataclass(frozen=True)
class MoveMyCard(Own, MoveCard):
    owner: MemberId | None = None

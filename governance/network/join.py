"""Taking part in what a card announces: a training course, an event, a joint purchase. Nobody overtakes who waits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.herself import ByHerself, about_speaker, check_speaks
from governance.membership.standing import about_member, standing
from governance.network.card import about_card, card_of
from governance.network.card_facts import CardId, CardJoined, CardQuit
from governance.network.catalogue import Catalogue
from governance.network.check import BOARD
from governance.network.reserved import about_belonging, check_eligible, reserved_to
from governance.words import Day, Fact, MemberId, PersonId, legal_day


@dataclass(frozen=True)
class JoinCard:
    """`people`: how many come for the member. Beyond the seats they wait, in the order in which they were entered.
    `through`: the organisation by which it may, where the card keeps its seats for some."""

    may = BOARD
    catalogue: Catalogue
    card: CardId
    member: MemberId
    people: int
    on: Day
    through: MemberId | None = None

    def boundary(self) -> list[About]:
        joined = [about(kind, card=self.card) for kind in (CardJoined, CardQuit)]
        through = about_belonging(self.member, self.through) if self.through else []
        return [*about_card(self.card), *joined, *about_member(self.member), *through]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, today = list(facts), legal_day(now)
        card = card_of(known, self.catalogue, self.card)
        if not self.catalogue.joined:
            raise Refused("not-joined")
        if not self.catalogue.state(card.state).leads:
            raise Refused("card-is-over")
        for until in (Day(one.said) for one in card.values if one.field == self.catalogue.until):
            if until.surely_before(today):
                raise Refused("too-late-to-join", until=until)
        if standing(known, self.member, today) is None:
            raise Refused("not-a-member", on=today)
        if self.people < 1:
            raise Refused("nobody-joins")
        if self.member in joining(known):
            return []
        check_eligible(known, reserved_to(self.catalogue, card.values), self.member, self.through, today)
        return [CardJoined(self.card, self.member, self.people, self.on, self.through)]


@dataclass(frozen=True)
class QuitCard:
    may = BOARD
    card: CardId
    member: MemberId
    on: Day

    def boundary(self) -> list[About]:
        return [about(kind, card=self.card) for kind in (CardJoined, CardQuit)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        return [CardQuit(self.card, self.member, self.on)] if self.member in joining(facts) else []


class ForMe(ByHerself):
    """By whoever speaks for the member, whoever keeps the catalogue."""

    member: MemberId

    def about_her(self) -> list[About]:
        return about_speaker(self.member)

    def check_her(self, facts: list[Fact], by: PersonId, today: Day) -> None:
        check_speaks(facts, by, self.member, today)


class JoinForMe(ForMe, JoinCard):
    pass


class QuitForMe(ForMe, QuitCard):
    pass


def joining(facts: Iterable[Fact]) -> dict[MemberId, int]:
    """Who takes part, with how many people, in the order in which they came."""
    found: dict[MemberId, int] = {}
    for fact in facts:
        match fact:
            case CardJoined():
                found[fact.member] = fact.people
            case CardQuit():
                found.pop(fact.member, None)
    return found

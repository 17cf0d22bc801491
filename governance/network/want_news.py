"""Who receives the newsletter: whoever said that she wants it, until she says that she does not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import PersonRegistered
from governance.membership.herself import ByHerself, check_herself
from governance.membership.person_facts import Way
from governance.network.check import SECRETARIAT, check_told
from governance.network.news_facts import NewsDeclined, NewsWanted
from governance.words import Day, Fact, PersonId


def about_news(person: PersonId) -> list[About]:
    return [about(kind, person=person) for kind in (PersonRegistered, NewsWanted, NewsDeclined)]


def wants(known: list[Fact]) -> bool:
    """What she said last."""
    said = [fact for fact in known if isinstance(fact, NewsWanted | NewsDeclined)]
    return bool(said) and isinstance(said[-1], NewsWanted)


@dataclass(frozen=True)
class WantNews:
    """Written by the secretariat, which keeps what shows that she agreed."""

    may = SECRETARIAT
    person: PersonId
    way: Way
    on: Day

    def boundary(self) -> list[About]:
        return about_news(self.person)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not any(isinstance(fact, PersonRegistered) for fact in known):
            raise Refused("unknown-person")
        check_told(self.on, now)
        return [] if wants(known) else [NewsWanted(self.person, self.way, self.on)]


@dataclass(frozen=True)
class DeclineNews:
    may = SECRETARIAT
    person: PersonId
    on: Day

    def boundary(self) -> list[About]:
        return about_news(self.person)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        return [NewsDeclined(self.person, self.on)] if wants(list(facts)) else []


class Mine(ByHerself):
    person: PersonId

    def check_her(self, facts: list[Fact], by: PersonId, today: Day) -> None:
        check_herself(by, self.person)


class WantMyNews(Mine, WantNews):
    """The same, by herself."""


class DeclineMyNews(Mine, DeclineNews):
    """The same, by herself."""

"""Who receives the newsletter: whoever said that she wants it, until she says that she does not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import PersonRegistered
from governance.membership.herself import AboutHerself
from governance.membership.person_facts import Way
from governance.network.check import SECRETARIAT, check_told
from governance.network.news_facts import NewsDeclined, NewsWanted
from governance.words import Day, Fact, PersonId


def about_news(person: PersonId) -> list[About]:
    return [about(kind, person=person) for kind in (PersonRegistered, NewsWanted, NewsDeclined)]


def said(known: Iterable[Fact]) -> NewsWanted | NewsDeclined | None:
    """What she said last."""
    return next((fact for fact in reversed(list(known)) if isinstance(fact, NewsWanted | NewsDeclined)), None)


@dataclass(frozen=True)
class WantNews:
    """Written by the secretariat, which keeps what shows that she agreed: since she last declined, if she did."""

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
        last = said(known)
        if isinstance(last, NewsWanted):
            return []
        if last and self.on.surely_before(last.on):
            raise Refused("consent-said-since", on=last.on)
        return [NewsWanted(self.person, self.way, self.on)]


@dataclass(frozen=True)
class DeclineNews:
    may = SECRETARIAT
    person: PersonId
    on: Day

    def boundary(self) -> list[About]:
        return about_news(self.person)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if not isinstance(said(facts), NewsWanted):
            return []
        check_told(self.on, now)
        return [NewsDeclined(self.person, self.on)]


class WantMyNews(AboutHerself, WantNews):
    """The same, by herself."""


class DeclineMyNews(AboutHerself, DeclineNews):
    """The same, by herself."""

"""The newsletter: composed, and again until it leaves; sent once; read by anybody if the secretariat says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import SECRETARIAT, check_told
from governance.network.news_facts import (
    Item,
    NewsletterComposed,
    NewsletterId,
    NewsletterPublished,
    NewsletterSent,
)
from governance.words import Day, Fact, PersonId, Public


def composed(known: Iterable[Fact], newsletter: NewsletterId) -> NewsletterComposed | None:
    """What it says now."""
    said = [fact for fact in known if isinstance(fact, NewsletterComposed) and fact.newsletter == newsletter]
    return said[-1] if said else None


def sent(known: Iterable[Fact], newsletter: NewsletterId) -> NewsletterSent | None:
    return next((fact for fact in known if isinstance(fact, NewsletterSent) and fact.newsletter == newsletter), None)


@dataclass(frozen=True)
class ComposeNewsletter:
    """In the order of its `items`."""

    may = SECRETARIAT
    newsletter: NewsletterId
    title: Public
    items: tuple[Item, ...]
    on: Day
    opening: Public = Public("")
    closing: Public = Public("")

    def boundary(self) -> list[About]:
        return [about(kind, newsletter=self.newsletter) for kind in (NewsletterComposed, NewsletterSent)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, told = list(facts), NewsletterComposed(**vars(self))
        if composed(known, self.newsletter) == told:
            return []
        if gone := sent(known, self.newsletter):
            raise Refused("newsletter-gone", on=gone.on)
        if not (self.items or self.opening.strip()):
            raise Refused("newsletter-says-nothing")
        check_told(self.on, now, self.title, *(item.text for item in self.items))
        return [told]


@dataclass(frozen=True)
class SendNewsletter:
    """Once. One that says what another one said does not leave either: nobody reads the same news twice."""

    may = SECRETARIAT
    newsletter: NewsletterId
    on: Day

    def boundary(self) -> list[About]:
        return [about(NewsletterComposed), about(NewsletterSent)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        mine = check_composed(known, self.newsletter)
        for gone in (fact for fact in known if isinstance(fact, NewsletterSent)):
            other = check_composed(known, gone.newsletter)
            if other is mine:
                raise Refused("newsletter-gone", on=gone.on)
            if (other.items, other.opening, other.closing) == (mine.items, mine.opening, mine.closing):
                raise Refused("newsletter-said-already", on=gone.on, title=other.title)
        check_told(self.on, now)
        return [NewsletterSent(self.newsletter, self.on)]


@dataclass(frozen=True)
class PublishNewsletter:
    """Once it has left: what anybody reads does not change."""

    may = SECRETARIAT
    newsletter: NewsletterId
    on: Day

    def boundary(self) -> list[About]:
        kinds = (NewsletterComposed, NewsletterSent, NewsletterPublished)
        return [about(kind, newsletter=self.newsletter) for kind in kinds]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, NewsletterPublished) for fact in known):
            return []
        check_composed(known, self.newsletter)
        if sent(known, self.newsletter) is None:
            raise Refused("newsletter-not-gone")
        check_told(self.on, now)
        return [NewsletterPublished(self.newsletter, self.on)]


def check_composed(known: Iterable[Fact], newsletter: NewsletterId) -> NewsletterComposed:
    said = composed(known, newsletter)
    if said is None:
        raise Refused("unknown-newsletter")
    return said

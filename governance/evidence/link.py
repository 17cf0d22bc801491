"""Linking one thing to what came of it, whatever they are; and taking the link back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.evidence.things import about_thing, check_thing
from governance.evidence.trace_facts import LedTo, LinkTakenBack, Thing
from governance.network.check import BOARD
from governance.words import Fact, PersonId, Public, legal_day


@dataclass(frozen=True)
class Link:
    may = BOARD
    cause: Thing
    effect: Thing

    def boundary(self) -> list[About]:
        return [
            about_thing(self.cause),
            about_thing(self.effect),
            *_links(self.cause, self.effect),
            *_links(self.effect, self.cause),
        ]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        for one in (self.cause, self.effect):
            check_thing(known, one)
        if stands(known, self.cause, self.effect):
            return []
        if self.cause == self.effect or stands(known, self.effect, self.cause):
            raise Refused("link-in-a-circle")
        return [LedTo(self.cause, self.effect, legal_day(now))]


@dataclass(frozen=True)
class Unlink:
    may = BOARD
    cause: Thing
    effect: Thing
    reason: Public

    def boundary(self) -> list[About]:
        return _links(self.cause, self.effect)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if not stands(facts, self.cause, self.effect):
            return []
        if not self.reason.strip():
            raise Refused("unlinked-without-reason")
        return [LinkTakenBack(self.cause, self.effect, legal_day(now), self.reason)]


def stands(facts: Iterable[Fact], cause: Thing, effect: Thing) -> bool:
    """Whether the last that was said of these two is that one led to the other."""
    last: Fact | None = None
    for fact in facts:
        if isinstance(fact, LedTo | LinkTakenBack) and (fact.cause, fact.effect) == (cause, effect):
            last = fact
    return isinstance(last, LedTo)


def _links(cause: Thing, effect: Thing) -> list[About]:
    return [about(kind, cause=cause, effect=effect) for kind in (LedTo, LinkTakenBack)]

"""Hearing everybody about a document: opened on a version, closed with what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.card_facts import CardId, CardWritten
from governance.network.check import BOARD, check_told
from governance.network.hearing_facts import HearingClosed, HearingId, HearingOpened
from governance.words import Day, Fact, PersonId, Public


def about_hearing(hearing: HearingId) -> list[About]:
    return [about(kind, hearing=hearing) for kind in (HearingOpened, HearingClosed)]


@dataclass(frozen=True)
class OpenHearing:
    """Given again while it is open, it is so from then on; but for its title, which the remarks bear."""

    may = BOARD
    hearing: HearingId
    title: Public
    document: CardId
    on: Day
    version: Public = Public("")
    day: Day | None = None
    until: Day | None = None
    place: Public = Public("")

    def boundary(self) -> list[About]:
        closed = about(HearingClosed, hearing=self.hearing)
        return [about(HearingOpened), closed, about(CardWritten, card=self.document)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, told = list(facts), HearingOpened(**vars(self))
        opened = [fact for fact in known if isinstance(fact, HearingOpened)]
        mine = [fact for fact in opened if fact.hearing == self.hearing]
        if mine[-1:] == [told]:
            return []
        check_not_closed(known)
        if mine and mine[-1].title != self.title:
            raise Refused("hearing-keeps-its-title", title=mine[-1].title)
        if any(fact.title == self.title for fact in opened if fact.hearing != self.hearing):
            raise Refused("hearing-called-so-already")
        if not any(isinstance(fact, CardWritten) for fact in known):
            raise Refused("heard-about-nothing")
        check_told(self.on, now, self.title)
        if self.until and self.until.surely_before(self.on):
            raise Refused("hearing-ends-before", until=self.until)
        return [told]


@dataclass(frozen=True)
class CloseHearing:
    may = BOARD
    hearing: HearingId
    result: Public
    on: Day
    validated: Public = Public("")

    def boundary(self) -> list[About]:
        return about_hearing(self.hearing)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, told = list(facts), HearingClosed(**vars(self))
        if told in known:
            return []
        opened = [fact for fact in known if isinstance(fact, HearingOpened)]
        if not opened:
            raise Refused("unknown-hearing")
        check_not_closed(known)
        check_told(self.on, now, self.result)
        if self.on.surely_before(opened[-1].on):
            raise Refused("hearing-closes-before", on=opened[-1].on)
        return [told]


def check_not_closed(known: Iterable[Fact]) -> None:
    for fact in known:
        if isinstance(fact, HearingClosed):
            raise Refused("hearing-closed", on=fact.on)

"""Speaking for the network at an event: some people are asked to, and say what they bring back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import PersonRegistered
from governance.membership.herself import ByHerself
from governance.network.check import BOARD, check_told
from governance.network.facts import GroupFormed, GroupId
from governance.network.speaking_facts import MandateGiven, MandateId, MandateReported
from governance.words import Day, Fact, PersonId, Public


def about_mandate(mandate: MandateId) -> list[About]:
    return [about(kind, mandate=mandate) for kind in (MandateGiven, MandateReported)]


def check_given(known: Iterable[Fact]) -> MandateGiven:
    """As it stands."""
    given = [fact for fact in known if isinstance(fact, MandateGiven)]
    if not given:
        raise Refused("unknown-mandate")
    return given[-1]


@dataclass(frozen=True)
class GiveMandate:
    """To somebody at least, whom the cooperative knows."""

    may = BOARD
    mandate: MandateId
    event: Public
    people: tuple[PersonId, ...]
    on: Day
    group: GroupId | None = None
    organisations: tuple[Public, ...] = ()
    day: Day | None = None
    place: Public = Public("")
    message: Public = Public("")

    def boundary(self) -> list[About]:
        people = [about(PersonRegistered, person=person) for person in self.people]
        groups = [about(GroupFormed, group=self.group)] if self.group else []
        return [*about_mandate(self.mandate), *people, *groups]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, told = list(facts), MandateGiven(**vars(self))
        if [fact for fact in known if isinstance(fact, MandateGiven)][-1:] == [told]:
            return []
        if not self.people:
            raise Refused("nobody-speaks")
        if {fact.person for fact in known if isinstance(fact, PersonRegistered)} != set(self.people):
            raise Refused("unknown-person")
        if self.group and not any(isinstance(fact, GroupFormed) for fact in known):
            raise Refused("unknown-group")
        check_told(self.on, now, self.event)
        return [told]


@dataclass(frozen=True)
class ReportMandate:
    may = BOARD
    mandate: MandateId
    words: Public
    on: Day

    def boundary(self) -> list[About]:
        return about_mandate(self.mandate)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        mandate = check_given(known)
        said = [fact.words for fact in known if isinstance(fact, MandateReported)]
        if said[-1:] == [self.words]:
            return []
        check_told(self.on, now, self.words)
        if mandate.day and self.on.surely_before(mandate.day):
            raise Refused("event-to-come", day=mandate.day)
        return [MandateReported(self.mandate, self.words, self.on)]


class ReportMyMandate(ByHerself, ReportMandate):
    """By one of those who were asked to."""

    def check_her(self, facts: list[Fact], by: PersonId, today: Day) -> None:
        if by not in check_given(facts).people:
            raise Refused("mandate-of-others")

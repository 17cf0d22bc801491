"""Naming the réviseur and his deputy, as the assembly did: whatever bars one of them is written beside his name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from governance.capital.delays import years_after
from governance.command import About, Refused, about
from governance.decision.facts import DecisionRecorded
from governance.evidence.revision_facts import Bar, Reviser, ReviserNamed, RevisionId
from governance.membership.facts import MemberLeft, OfficeLeft, OfficeTaken, PersonRegistered
from governance.membership.standing import about_member, authority, offices, standing
from governance.network.check import SECRETARIAT
from governance.words import Day, DecisionId, Fact, MemberId, Office, PersonId, legal_day

APART = 5  # years since he was a member or held an office (décret 2015-706, art. 6)
LEADING = frozenset({Office.CHAIR, Office.BOARD})


@dataclass(frozen=True)
class NameReviser:
    """`main` and `deputy` as they are told: what bars them is for the rule to say."""

    may = SECRETARIAT
    revision: RevisionId
    on: Day
    main: Reviser
    deputy: Reviser | None = None
    decision: DecisionId | None = None

    def boundary(self) -> list[About]:
        decided = [about(DecisionRecorded, decision=self.decision)] if self.decision else []
        people = [one.person for one in self._revisers() if one.person]
        known = (item for one in people for item in (*authority(one), *about_member(MemberId(one)), _sheet(one)))
        return [about(ReviserNamed, revision=self.revision), *decided, *known]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not self.on.full:
            raise Refused("revision-day-needed")
        if legal_day(now) < self.on:
            raise Refused("day-to-come", on=self.on)
        if self.decision and not any(isinstance(fact, DecisionRecorded) for fact in known):
            raise Refused("unknown-decision")
        for one in self._revisers():
            _check(one, known)
        if self.deputy and _who(self.deputy) == _who(self.main):
            raise Refused("deputy-is-the-reviser")
        barred = (replace(one, bars=tuple(_bars(one, known, self.on))) for one in self._revisers())
        named = ReviserNamed(self.revision, self.on, next(barred), next(barred, None), self.decision)
        before = [fact for fact in known if isinstance(fact, ReviserNamed)]
        return [] if before[-1:] == [named] else [named]

    def _revisers(self) -> list[Reviser]:
        return [one for one in (self.main, self.deputy) if one]


def _sheet(person: PersonId) -> About:
    return about(PersonRegistered, person=person)


def _who(one: Reviser) -> str:
    return one.person or one.organisation.strip().casefold()


def _check(one: Reviser, known: list[Fact]) -> None:
    if bool(one.organisation.strip()) == bool(one.person):
        raise Refused("organisation-or-person")
    if one.person and not any(isinstance(fact, PersonRegistered) and fact.person == one.person for fact in known):
        raise Refused("unknown-person")


def _bars(one: Reviser, known: list[Fact], on: Day) -> Iterator[Bar]:
    if not one.person:
        return
    since, member = years_after(on, -APART), MemberId(one.person)
    left = [fact.on for fact in known if isinstance(fact, MemberLeft) and fact.member == member]
    if standing(known, member, on) or any(since < day <= on for day in left):
        yield Bar.MEMBER
    ended = [fact.until for fact in known if isinstance(fact, OfficeTaken) and _led(fact, one.person) and fact.until]
    ended += [fact.on for fact in known if isinstance(fact, OfficeLeft) and _led(fact, one.person)]
    if offices(known, one.person, on) & LEADING or any(since < day <= on for day in ended):
        yield Bar.OFFICER


def _led(fact: OfficeTaken | OfficeLeft, person: PersonId) -> bool:
    return fact.person == person and fact.office in LEADING

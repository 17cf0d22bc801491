"""A minor who is a member: her guardian speaks and votes for her until her majority."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import PersonRegistered
from governance.membership.person_facts import GuardianNamed, MajorityReached
from governance.membership.place import check_day
from governance.membership.standing import representative
from governance.words import Day, Fact, MemberId, Office, PersonId

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class NameGuardian:
    may = SECRETARIAT
    member: MemberId
    guardian: PersonId
    on: Day

    def boundary(self) -> list[About]:
        people = [about(PersonRegistered, person=who) for who in (self.member, self.guardian)]
        return [*people, *about_minor(self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if self.guardian == PersonId(self.member):
            raise Refused("guardian-of-herself")
        if not {self.member, self.guardian} <= {fact.person for fact in known if isinstance(fact, PersonRegistered)}:
            raise Refused("unknown-person")
        check_day(self.on, now)
        named = GuardianNamed(self.member, self.guardian, self.on)
        return [] if named in known else [named]


@dataclass(frozen=True)
class ReachMajority:
    """The day may be to come: it is known since her birth."""

    may = SECRETARIAT
    member: MemberId
    on: Day

    def boundary(self) -> list[About]:
        return about_minor(self.member)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not self.on.full:
            raise Refused("full-day-needed", on=self.on)
        reached = MajorityReached(self.member, self.on)
        if reached in known:
            return []
        if representative(known, self.member, self.on) == PersonId(self.member):
            raise Refused("no-guardian", on=self.on)
        return [reached]


def about_minor(member: MemberId) -> list[About]:
    return [about(kind, member=member) for kind in (GuardianNamed, MajorityReached)]

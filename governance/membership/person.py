"""What the cooperative knows of a person: registered, reached another way, speaking for an organisation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import (
    ContactChanged,
    OrganisationRegistered,
    PersonRegistered,
    RepresentativeNamed,
)
from governance.membership.herself import check_herself
from governance.words import Day, Fact, MemberId, Office, PersonId, Public, Sealed

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class RegisterPerson:
    """Somebody who is not a member: an employee, a representative to come, the first secretary, a réviseur."""

    may = SECRETARIAT | {Office.WORKER}
    person: PersonId
    name: Sealed
    email: Sealed | None = None
    phone: Sealed | None = None
    address: Sealed | None = None

    def boundary(self) -> list[About]:
        return [about(PersonRegistered, person=self.person)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if list(facts):
            raise Refused("person-already-known")
        return [PersonRegistered(self.person, self.name, self.email, self.phone, self.address)]


@dataclass(frozen=True)
class ChangeContact:
    """How to reach somebody from now on; what is left out stays as it was."""

    may = SECRETARIAT
    person: PersonId
    email: Sealed | None = None
    phone: Sealed | None = None
    address: Sealed | None = None

    def boundary(self) -> list[About]:
        return [about(PersonRegistered, person=self.person)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if not list(facts):
            raise Refused("unknown-person")
        if self.email is self.phone is self.address is None:
            return []
        return [ContactChanged(self.person, self.email, self.phone, self.address)]


@dataclass(frozen=True)
class ChangeMyContact(ChangeContact):
    """The same, by herself."""

    may = frozenset({Office.ANYONE})

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        check_herself(by, self.person)
        return super().decide(facts, by, now)


@dataclass(frozen=True)
class NameRepresentative:
    """Who acts for an organisation from a day on, until another or until a last day, by a deliberation of its own."""

    may = SECRETARIAT
    member: MemberId
    person: PersonId
    on: Day
    deliberation: Public = Public("")
    until: Day | None = None

    def boundary(self) -> list[About]:
        people = [about(OrganisationRegistered, member=self.member), about(PersonRegistered, person=self.person)]
        return [*people, about(RepresentativeNamed, member=self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        for kind, reason in ((OrganisationRegistered, "unknown-organisation"), (PersonRegistered, "unknown-person")):
            if not any(isinstance(fact, kind) for fact in known):
                raise Refused(reason)
        if self.until and self.until < self.on:
            raise Refused("ends-before-it-begins", on=self.on, until=self.until)
        named = RepresentativeNamed(self.member, self.person, self.on, self.deliberation, self.until)
        return [] if named in known else [named]

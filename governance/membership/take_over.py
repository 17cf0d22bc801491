"""Taking over a member whom a paper register or another program already holds, with her true first day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import (
    ActorKind,
    MemberAdmitted,
    MemberTakenOver,
    OrganisationRegistered,
    PersonRegistered,
    RepresentativeNamed,
)
from governance.membership.organisation import about_number, check_number, organisations
from governance.membership.place import check_day, check_place
from governance.statutes.facts import StatutesAdopted
from governance.words import CategoryId, CollegeId, Day, Fact, MemberId, Office, PersonId, Public, Sealed, legal_day

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class Place:
    """Where a member stands in today's statutes, since a day that may be before them, and where that is written."""

    category: CategoryId
    college: CollegeId | None
    since: Day
    source: Public
    line: int
    number: Public = Public("")

    def taken(self, member: MemberId, statutes: Iterable[Fact], now: datetime) -> list[Fact]:
        """Statutes of the past need not be known: the place must be one of today's. Refused if it is not."""
        check_day(self.since, now)
        check_place(statutes, self.category, self.college, legal_day(now))
        return [
            MemberAdmitted(member, self.category, self.college, self.since),
            MemberTakenOver(member, self.source, self.line, self.number),
        ]


@dataclass(frozen=True)
class TakeOverPerson:
    may = SECRETARIAT
    person: PersonId
    name: Sealed
    place: Place
    email: Sealed | None = None
    phone: Sealed | None = None
    address: Sealed | None = None

    def boundary(self) -> list[About]:
        return [about(StatutesAdopted), about(PersonRegistered, person=self.person)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, PersonRegistered) for fact in known):
            raise Refused("person-already-known")
        person = PersonRegistered(self.person, self.name, self.email, self.phone, self.address)
        return [person, *self.place.taken(MemberId(self.person), known, now)]


@dataclass(frozen=True)
class TakeOverOrganisation:
    """`representative` is nobody where the register does not say who acts for it."""

    may = SECRETARIAT
    member: MemberId
    name: Public
    kind: ActorKind
    public_body: bool
    siren: Public
    seat: Public
    place: Place
    representative: PersonId | None = None
    representative_name: Sealed | None = None
    representative_email: Sealed | None = None

    def boundary(self) -> list[About]:
        here = about(OrganisationRegistered, member=self.member)
        return [about(StatutesAdopted), here, *about_number(self.siren)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        said = organisations(known)
        if self.member in said:
            raise Refused("organisation-already-known", name=said[self.member].name)
        check_number(said, self.siren)
        organisation = OrganisationRegistered(
            self.member, self.name, self.kind, self.public_body, self.siren, self.seat
        )
        return [organisation, *self._represented(), *self.place.taken(self.member, known, now)]

    def _represented(self) -> list[Fact]:
        if self.representative is None or self.representative_name is None:
            return []
        return [
            PersonRegistered(self.representative, self.representative_name, self.representative_email),
            RepresentativeNamed(self.member, self.representative, self.place.since),
        ]

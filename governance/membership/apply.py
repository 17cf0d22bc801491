"""Applying for membership: a person, or an organisation with its representative, in a category and a collège."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import (
    ActorKind,
    ApplicationRejected,
    ApplicationWithdrawn,
    MemberAdmitted,
    MembershipApplied,
    OrganisationRegistered,
    PersonRegistered,
    RepresentativeNamed,
)
from governance.membership.organisation import about_number, check_number, organisations
from governance.membership.place import check_day, check_place
from governance.membership.standing import about_member, standing
from governance.statutes.facts import StatutesAdopted
from governance.words import (
    CategoryId,
    CollegeId,
    Day,
    Fact,
    MemberId,
    Office,
    PersonId,
    Public,
    Sealed,
)

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR, Office.BOARD})


def about_application(member: MemberId) -> list[About]:
    kinds = (MembershipApplied, ApplicationRejected, ApplicationWithdrawn)
    return [*(about(kind, member=member) for kind in kinds), *about_member(member)]


def waiting(facts: Iterable[Fact]) -> MembershipApplied | None:
    """The application that waits for an answer: the last one, unless it was answered or given up."""
    found: MembershipApplied | None = None
    for fact in facts:
        match fact:
            case MembershipApplied():
                found = fact
            case MemberAdmitted() | ApplicationRejected() | ApplicationWithdrawn():
                found = None
    return found


@dataclass(frozen=True)
class ApplyAsPerson:
    """Somebody whom the cooperative did not know yet."""

    may = SECRETARIAT
    person: PersonId
    name: Sealed
    category: CategoryId
    college: CollegeId | None
    on: Day
    email: Sealed | None = None
    phone: Sealed | None = None
    address: Sealed | None = None

    def boundary(self) -> list[About]:
        return [about(StatutesAdopted), about(PersonRegistered, person=self.person)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, PersonRegistered) for fact in known):
            raise Refused("person-already-known")
        check_day(self.on, now)
        check_place(known, self.category, self.college, self.on)
        return [
            PersonRegistered(self.person, self.name, self.email, self.phone, self.address),
            MembershipApplied(MemberId(self.person), self.category, self.college, self.on),
        ]


@dataclass(frozen=True)
class ApplyAsOrganisation:
    """A legal person, with the human being who acts for it and the deliberation that says so.

    An association needs a deliberation of its own organ, a local authority one of its council: the text is asked for,
    its absence is not refused.
    """

    may = SECRETARIAT
    member: MemberId
    name: Public
    kind: ActorKind
    public_body: bool
    siren: Public
    seat: Public
    representative: PersonId
    representative_name: Sealed
    representative_email: Sealed | None
    deliberation: Public
    category: CategoryId
    college: CollegeId | None
    on: Day

    def boundary(self) -> list[About]:
        here = about(OrganisationRegistered, member=self.member)
        return [about(StatutesAdopted), here, *about_number(self.siren)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        said = organisations(known)
        if self.member in said:
            raise Refused("organisation-already-known", name=said[self.member].name)
        check_number(said, self.siren)
        check_day(self.on, now)
        check_place(known, self.category, self.college, self.on)
        return [
            OrganisationRegistered(self.member, self.name, self.kind, self.public_body, self.siren, self.seat),
            PersonRegistered(self.representative, self.representative_name, self.representative_email),
            RepresentativeNamed(self.member, self.representative, self.on, self.deliberation),
            MembershipApplied(self.member, self.category, self.college, self.on),
        ]


@dataclass(frozen=True)
class ApplyAgain:
    """Somebody whom the cooperative knows: a former member, a candidate who was rejected, a representative."""

    may = SECRETARIAT
    member: MemberId
    category: CategoryId
    college: CollegeId | None
    on: Day

    def boundary(self) -> list[About]:
        known = [about(PersonRegistered, person=self.member), about(OrganisationRegistered, member=self.member)]
        return [about(StatutesAdopted), *known, *about_application(self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not any(isinstance(fact, PersonRegistered | OrganisationRegistered) for fact in known):
            raise Refused("unknown-person")
        if standing(known, self.member, self.on):
            raise Refused("already-a-member")
        applied, earlier = MembershipApplied(self.member, self.category, self.college, self.on), waiting(known)
        if applied in known:
            return []
        if earlier:
            raise Refused("application-waiting", applied=earlier.on)
        check_day(self.on, now)
        check_place(known, self.category, self.college, self.on)
        return [applied]

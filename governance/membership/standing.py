"""What other rooms may ask of this one: who holds which office, who is a member and in which collège, on a day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import get_args

from governance.command import PALABRE, About, Refused, about
from governance.membership.facts import (
    AdmissionRedated,
    CategoryChanged,
    CollegeChanged,
    MemberAdmitted,
    MemberLeft,
    MembershipApplied,
    OfficeLeft,
    OfficeTaken,
    OrganisationRegistered,
    PersonRegistered,
    RepresentativeNamed,
)
from governance.membership.person_facts import GuardianNamed, MajorityReached, PersonsMerged
from governance.words import CategoryId, CollegeId, Day, Fact, MemberId, Office, PersonId

Movement = MemberAdmitted | AdmissionRedated | CategoryChanged | CollegeChanged | MemberLeft
"""What makes somebody a member somewhere, moves her, or ends it."""
Speaker = RepresentativeNamed | GuardianNamed | MajorityReached
"""What says who speaks for a member."""
IDENTITIES = (PersonRegistered, OrganisationRegistered, MembershipApplied, MemberAdmitted)
"""Whoever asks for one of these about somebody goes on under her identifier."""


def authority(by: PersonId) -> list[About]:
    """What the record must know to say in which capacity somebody acts."""
    return [about(kind, person=by) for kind in (OfficeTaken, OfficeLeft)]


def closures(boundary: Iterable[About]) -> list[About]:
    """What says that an identifier named in a boundary is closed, and which one takes its place.

    Nothing for a command that asks for mergers itself: it judges them.
    """
    asked = list(boundary)
    if any(item.kind is PersonsMerged for item in asked):
        return []
    named = {who for item in asked if item.kind in IDENTITIES for name, who in item.subjects if name != "siren"}
    return [about(PersonsMerged, closed=who) for who in sorted(named)]


def check_open(facts: Iterable[Fact]) -> None:
    """`facts`: what these closures found."""
    for fact in facts:
        if isinstance(fact, PersonsMerged):
            raise Refused("identifier-closed", sheet=fact.kept)


def offices(facts: Iterable[Fact], by: PersonId, day: Day) -> frozenset[Office]:
    """The capacities in which this person may act on this day."""
    if by == PALABRE:
        return frozenset({Office.WORKER})
    held = {Office.ANYONE}
    for fact in facts:
        match fact:
            case OfficeTaken(person=person, on=on, until=until) if person == by:
                if not day.surely_before(on) and not (until and until.surely_before(day)):
                    held.add(fact.office)
            case OfficeLeft(person=person, on=on) if person == by and not day.surely_before(on):
                held.discard(fact.office)
    return frozenset(held)


def held(facts: Iterable[Fact], by: PersonId, day: Day) -> frozenset[Office]:
    """The same, but for those that the board gave her until the assembly ratifies."""
    known = list(facts)
    taken = {fact.office: fact for fact in known if isinstance(fact, OfficeTaken) and fact.person == by}
    return frozenset(one for one in offices(known, by, day) if one not in taken or not taken[one].provisional)


@dataclass(frozen=True)
class Standing:
    """One member on one day. `college` is None where there is no collège."""

    category: CategoryId
    college: CollegeId | None
    since: Day


def about_member(member: MemberId) -> list[About]:
    return [about(kind, member=member) for kind in get_args(Movement)]


def standing(facts: Iterable[Fact], member: MemberId, day: Day) -> Standing | None:
    """What this member is on that day, None if not a member. Facts count from their day, in the order of days."""
    found: Standing | None = None
    for fact in in_order(facts):
        match fact:
            case MemberAdmitted(member=who) if who == member and fact.on <= day:
                found = Standing(fact.category, fact.college, fact.on)
            case CategoryChanged(member=who) if who == member and fact.on <= day and found:
                found = replace(found, category=fact.category)
            case CollegeChanged(member=who) if who == member and fact.on <= day and found:
                found = replace(found, college=fact.college)
            case MemberLeft(member=who) if who == member and fact.on <= day:
                found = None
    return found


def in_order(facts: Iterable[Fact]) -> list[Movement]:
    """By the day they happened, then as they were recorded: what is entered late takes its place, and an admission
    whose day was corrected the place of its true day."""
    dated: list[Movement] = []
    for fact in facts:
        if isinstance(fact, AdmissionRedated):
            dated = [redated(one, fact) for one in dated]
        elif isinstance(fact, Movement):
            dated.append(fact)
    return sorted(dated, key=lambda fact: fact.on)


def redated(fact: Movement, corrected: AdmissionRedated) -> Movement:
    if isinstance(fact, MemberAdmitted) and (fact.member, fact.on) == (corrected.member, corrected.was):
        return replace(fact, on=corrected.on)
    return fact


def representative(facts: Iterable[Fact], member: MemberId, day: Day) -> PersonId:
    """Who speaks for a member: the last representative or guardian named by that day; herself without one, once his
    term is over, or once she is of age.
    """
    said = [fact for fact in facts if isinstance(fact, Speaker) and fact.member == member and fact.on <= day]
    match sorted(said, key=lambda fact: fact.on)[-1:]:
        case [RepresentativeNamed(until=None) as named]:
            return named.person
        case [RepresentativeNamed(until=Day() as until) as named] if not until.surely_before(day):
            return named.person
        case [GuardianNamed(guardian=guardian)]:
            return guardian
    return PersonId(member)

"""Who acts in her own name: about herself, or for the member for whom she speaks that day."""

from collections.abc import Iterable

from governance.command import About, Refused, about
from governance.membership.facts import RepresentativeNamed
from governance.membership.person_facts import GuardianNamed, MajorityReached
from governance.membership.standing import representative
from governance.words import Day, Fact, MemberId, PersonId


def about_speaker(member: MemberId) -> list[About]:
    return [about(kind, member=member) for kind in (RepresentativeNamed, GuardianNamed, MajorityReached)]


def check_speaks(facts: Iterable[Fact], by: PersonId, member: MemberId, today: Day) -> None:
    if representative(facts, member, today) != by:
        raise Refused("not-for-this-member")


def check_herself(by: PersonId, person: PersonId) -> None:
    if by != person:
        raise Refused("not-about-you")

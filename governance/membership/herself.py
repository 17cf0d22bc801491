"""Who acts in her own name: about herself, or for the member for whom she speaks that day."""

from collections.abc import Iterable
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import RepresentativeNamed
from governance.membership.person_facts import GuardianNamed, MajorityReached
from governance.membership.standing import representative
from governance.words import Day, Fact, MemberId, Office, PersonId, legal_day


def about_speaker(member: MemberId) -> list[About]:
    return [about(kind, member=member) for kind in (RepresentativeNamed, GuardianNamed, MajorityReached)]


def check_speaks(facts: Iterable[Fact], by: PersonId, member: MemberId, today: Day) -> None:
    if representative(facts, member, today) != by:
        raise Refused("not-for-this-member")


def check_herself(by: PersonId, person: PersonId) -> None:
    if by != person:
        raise Refused("not-about-you")


class ByHerself:
    """Stands before an act that an officer gives: the same act, by whoever may do it in her own name."""

    may = frozenset({Office.ANYONE})

    def about_her(self) -> list[About]:
        """What tells whether she may, beside what the act knows."""
        return []

    def check_her(self, facts: list[Fact], by: PersonId, today: Day) -> None:
        raise NotImplementedError

    def boundary(self) -> list[About]:
        return [*super().boundary(), *self.about_her()]  # type: ignore[misc]  # the act's own, which stands after

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        self.check_her(known, by, legal_day(now))
        decided: list[Fact] = super().decide(known, by, now)  # type: ignore[misc]
        return decided


class AboutHerself(ByHerself):
    """By the person whom it is about."""

    person: PersonId

    def check_her(self, facts: list[Fact], by: PersonId, today: Day) -> None:
        check_herself(by, self.person)

"""Answering an application: the organ that the statutes name lets the candidate in, or does not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import ApplicationRejected, MemberAdmitted, MembershipApplied
from governance.membership.place import check_day, check_place
from governance.membership.standing import about_member, standing
from governance.statutes.facts import StatutesAdopted
from governance.words import Day, Fact, MemberId, Office, PersonId, Sealed

BOARD = frozenset({Office.SECRETARY, Office.CHAIR, Office.BOARD})


def _about_application(member: MemberId) -> list[About]:
    return [about(MembershipApplied, member=member), about(ApplicationRejected, member=member), *about_member(member)]


def _waiting(facts: Iterable[Fact]) -> MembershipApplied | None:
    """The application that waits for an answer: the last one, unless it was answered."""
    waiting: MembershipApplied | None = None
    for fact in facts:
        match fact:
            case MembershipApplied():
                waiting = fact
            case MemberAdmitted() | ApplicationRejected():
                waiting = None
    return waiting


@dataclass(frozen=True)
class Admit:
    """`on`: the day of the organ's decision. The place asked for must still be one of the statutes."""

    may = BOARD
    member: MemberId
    on: Day

    def boundary(self) -> list[About]:
        return [about(StatutesAdopted), *_about_application(self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        if standing(known, self.member, self.on):
            return []
        applied = _waiting(known)
        if applied is None:
            raise Refused("no-application")
        if self.on < applied.on:
            raise Refused("answer-before-application", applied=applied.on)
        check_place(known, applied.category, applied.college, self.on)
        return [MemberAdmitted(self.member, applied.category, applied.college, self.on)]


@dataclass(frozen=True)
class Reject:
    may = BOARD
    member: MemberId
    on: Day
    reason: Sealed | None = None

    def boundary(self) -> list[About]:
        return _about_application(self.member)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        check_day(self.on, now)
        if _waiting(facts) is None:
            raise Refused("no-application")
        return [ApplicationRejected(self.member, self.on, self.reason)]

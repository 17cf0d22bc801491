"""The attendance sheet: a member signs by her voter, or the secretary ticks her; she may leave before the end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import (
    AttendanceEnded,
    AttendanceSigned,
    ProxyGiven,
    ProxyWithdrawn,
)
from governance.assembly.standing import about_course, about_line, check_not_over, check_voter, mandate, plan, presence
from governance.command import About, Refused, about
from governance.words import AssemblyId, Fact, MemberId, Office, PersonId, legal_day

SHEET = "C.com R225-95"


@dataclass(frozen=True)
class SignAttendance:
    """Her presence wins: the power that she gave falls."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    assembly: AssemblyId
    member: MemberId

    def boundary(self) -> list[About]:
        mine = _about_line(self.assembly, self.member)
        given = [about(kind, assembly=self.assembly, grantor=self.member) for kind in (ProxyGiven, ProxyWithdrawn)]
        return [*about_course(self.assembly), *mine, *given]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        line, here = mandate(known, self.member), presence(known)
        if self.member in here.signed:
            return []
        check_not_over(known)
        day = plan(known, self.assembly).day
        if legal_day(now) < day:
            raise Refused("before-its-day", day=day, article=SHEET)
        signed = AttendanceSigned(self.assembly, self.member, line.voter, line.college, line.votes)
        given = here.proxies.get(self.member)
        return [signed, *([ProxyWithdrawn(self.assembly, self.member, given.holder)] if given else [])]


@dataclass(frozen=True)
class EndAttendance:
    """She leaves: from now on neither she nor those whom she represents are there."""

    may = SignAttendance.may
    assembly: AssemblyId
    member: MemberId

    def boundary(self) -> list[About]:
        mine = _about_line(self.assembly, self.member)
        return [*about_course(self.assembly), *mine]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        mandate(known, self.member)
        if self.member not in presence(known).signed:
            return []
        check_not_over(known)
        return [AttendanceEnded(self.assembly, self.member)]


class SignMyAttendance(SignAttendance):
    """The voter signs for herself."""

    may = frozenset({Office.ANYONE})

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_voter(known, self.member, by)
        return super().decide(known, by, now)


class EndMyAttendance(EndAttendance):
    """The voter says that she leaves."""

    may = frozenset({Office.ANYONE})

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_voter(known, self.member, by)
        return super().decide(known, by, now)


def _about_line(assembly: AssemblyId, member: MemberId) -> list[About]:
    signed = [about(kind, assembly=assembly, member=member) for kind in (AttendanceSigned, AttendanceEnded)]
    return [*about_line(assembly, member), *signed]

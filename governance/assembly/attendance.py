"""The attendance sheet: a member signs by her voter, or the secretary ticks her; she may leave before the end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.facts import RollSealed
from governance.assembly.hours import check_movement
from governance.assembly.presence_facts import AttendanceEnded, AttendanceSigned, ProxyGiven, ProxyWithdrawn
from governance.assembly.remote import check_remote
from governance.assembly.standing import (
    about_course,
    about_line,
    check_not_over,
    check_voter,
    mandate,
    plan,
    presence,
    rules_of,
)
from governance.command import About, Refused, about
from governance.statutes.facts import StatutesAdopted
from governance.words import AssemblyId, Fact, MemberId, Office, PersonId, StatutesId, legal_day

SHEET = "C.com R225-95"
MOVEMENTS = (AttendanceSigned, AttendanceEnded)


@dataclass(frozen=True)
class SignAttendance:
    """Her presence wins: the power that she gave falls.

    `happened_at`: when she came, if it is told afterwards. `seen`: how often she had come or gone on the sheet from
    which she is ticked. `remote`: by a live link, that `statutes` allow, the version under which the roll was sealed.
    """

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    assembly: AssemblyId
    member: MemberId
    happened_at: datetime | None = None
    seen: int | None = None
    remote: bool = False
    statutes: StatutesId | None = None

    def boundary(self) -> list[About]:
        mine = _about_line(self.assembly, self.member)
        given = [about(kind, assembly=self.assembly, grantor=self.member) for kind in (ProxyGiven, ProxyWithdrawn)]
        sealed = [about(RollSealed, assembly=self.assembly)] if self.remote else []
        rules = [about(StatutesAdopted, version=self.statutes)] if self.remote and self.statutes else []
        return [*about_course(self.assembly), *mine, *given, *sealed, *rules]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        line, here = mandate(known, self.member), presence(known)
        if (there := here.signed.get(self.member)) and there.remote == self.remote:
            return []
        check_not_over(known)
        self._check_moment(known, now)
        if self.remote:
            check_remote(rules_of(known, self.statutes or StatutesId(""))[1])
        where, hour = (line.college, line.votes, self.remote), self.happened_at
        signed = AttendanceSigned(self.assembly, self.member, line.voter, *where, hour, line.shares)
        given = here.proxies.get(self.member)
        fallen = [ProxyWithdrawn(self.assembly, self.member, given.holder, hour)] if given else []
        return [signed, *fallen]

    def _check_moment(self, facts: list[Fact], now: datetime) -> None:
        check_movement(self, _movements(facts, self.member), now)
        day = plan(facts, self.assembly).day
        if legal_day(self.happened_at or now) < day:
            raise Refused("before-its-day", day=day, article=SHEET)


@dataclass(frozen=True)
class EndAttendance:
    """She leaves: from now on neither she nor those whom she represents are there. `happened_at`, `seen`: as above."""

    may = SignAttendance.may
    assembly: AssemblyId
    member: MemberId
    happened_at: datetime | None = None
    seen: int | None = None

    def boundary(self) -> list[About]:
        mine = _about_line(self.assembly, self.member)
        return [*about_course(self.assembly), *mine]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        mandate(known, self.member)
        if self.member not in presence(known).signed:
            return []
        check_not_over(known)
        check_movement(self, _movements(known, self.member), now)
        return [AttendanceEnded(self.assembly, self.member, self.happened_at)]


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
    signed = [about(kind, assembly=assembly, member=member) for kind in MOVEMENTS]
    return [*about_line(assembly, member), *signed]


def _movements(facts: Iterable[Fact], member: MemberId) -> list[Fact]:
    return [fact for fact in facts if isinstance(fact, MOVEMENTS) and fact.member == member]

"""Holding a meeting: that it took place, how many came as somebody counted, and who, one by one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import PersonRegistered
from governance.network.check import BOARD, check_counted, check_told
from governance.network.facts import MeetingId
from governance.network.meeting import about_meeting, check_meeting
from governance.network.meeting_facts import (
    AttendanceId,
    AttendanceNoted,
    AttendanceStruck,
    MeetingCancelled,
    MeetingHeld,
    Presence,
)
from governance.statutes.facts import StatutesAdopted
from governance.words import CollegeId, Day, Fact, MemberId, PersonId, Public, Sealed


@dataclass(frozen=True)
class HoldMeeting:
    """`present` if somebody counted, else `at_least` as it is said, else neither. Given again: said otherwise."""

    may = BOARD
    meeting: MeetingId
    on: Day
    place: Public = Public("")
    present: int | None = None
    at_least: int | None = None
    source: Public = Public("")

    def boundary(self) -> list[About]:
        mine = [about(kind, meeting=self.meeting) for kind in (MeetingHeld, MeetingCancelled)]
        return [*about_meeting(self.meeting), *mine]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_meeting(known, self.meeting)
        held = MeetingHeld(**vars(self))
        if held == next((fact for fact in reversed(known) if isinstance(fact, MeetingHeld)), None):
            return []
        if any(isinstance(fact, MeetingCancelled) for fact in known):
            raise Refused("meeting-cancelled")
        check_told(self.on, now)
        check_counted(self.present, self.at_least)
        return [held]


@dataclass(frozen=True)
class NoteAttendance:
    """A structure may come through several people, be there and excused too; somebody may come for herself alone, or
    for several structures, once for each.

    `name` and `email`: of a `person` whom nobody knew yet; she is registered as she is noted.
    """

    may = BOARD
    attendance: AttendanceId
    meeting: MeetingId
    presence: Presence
    on: Day
    organisation: Public = Public("")
    member: MemberId | None = None
    person: PersonId | None = None
    role: Public = Public("")
    animates: bool = False
    college: CollegeId | None = None
    name: Sealed | None = None
    email: Sealed | None = None

    def boundary(self) -> list[About]:
        person = [about(PersonRegistered, person=self.person)] if self.person else []
        sheet = [about(kind, meeting=self.meeting) for kind in (AttendanceNoted, AttendanceStruck)]
        statutes = [about(StatutesAdopted)] if self.college else []
        return [*about_meeting(self.meeting), *sheet, *person, *statutes]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_meeting(known, self.meeting)
        if any(fact.attendance == self.attendance for fact in known if isinstance(fact, AttendanceNoted)):
            return []
        if any(self._is_there(line) for line in _sheet(known)):
            raise Refused("on-the-sheet")
        if not (self.organisation.strip() or self.person):
            raise Refused("nobody-meant")
        if self.college and self.college not in set(_colleges(known)):
            raise Refused("unknown-college", college=self.college)
        check_told(self.on, now)
        said = {name: value for name, value in vars(self).items() if name not in ("name", "email")}
        return [*self._registered(known), AttendanceNoted(**said)]

    def _is_there(self, line: AttendanceNoted) -> bool:
        return self.person is not None and (line.person, line.organisation) == (self.person, self.organisation)

    def _registered(self, known: list[Fact]) -> list[Fact]:
        if self.person is None or any(isinstance(fact, PersonRegistered) for fact in known):
            return []
        if self.name is None:
            raise Refused("unknown-person")
        return [PersonRegistered(self.person, self.name, self.email)]


def _colleges(known: list[Fact]) -> Iterator[CollegeId]:
    """Of any version of the statutes: what was told of an old meeting speaks of an old collège."""
    adopted = (fact.statutes for fact in known if isinstance(fact, StatutesAdopted))
    return (college.id for statutes in adopted for scheme in statutes.schemes for college in scheme.colleges)


def _sheet(known: list[Fact]) -> list[AttendanceNoted]:
    """The lines that stand."""
    struck = {fact.attendance for fact in known if isinstance(fact, AttendanceStruck)}
    return [fact for fact in known if isinstance(fact, AttendanceNoted) and fact.attendance not in struck]


@dataclass(frozen=True)
class StrikeAttendance:
    may = BOARD
    attendance: AttendanceId
    meeting: MeetingId
    on: Day

    def boundary(self) -> list[About]:
        return [about(kind, attendance=self.attendance) for kind in (AttendanceNoted, AttendanceStruck)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not any(isinstance(fact, AttendanceNoted) and fact.meeting == self.meeting for fact in known):
            raise Refused("unknown-attendance")
        if any(isinstance(fact, AttendanceStruck) for fact in known):
            return []
        return [AttendanceStruck(self.attendance, self.meeting, self.on)]

"""Going round the table: what each of those present says, line by line of the attendance sheet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import BOARD, check_told
from governance.network.facts import MeetingId
from governance.network.meeting import about_meeting, check_meeting
from governance.network.meeting_facts import AttendanceId, AttendanceNoted, AttendanceStruck, Presence
from governance.network.round_facts import StatementMade
from governance.words import Day, Fact, PersonId, Public


@dataclass(frozen=True)
class Statement:
    attendance: AttendanceId
    priorities: tuple[Public, ...] = ()


@dataclass(frozen=True)
class GoRound:
    """What did not change is not written again; whoever is not in it did not speak."""

    may = BOARD
    meeting: MeetingId
    statements: tuple[Statement, ...]
    on: Day

    def boundary(self) -> list[About]:
        kinds = (AttendanceNoted, AttendanceStruck, StatementMade)
        lines = [about(kind, attendance=one.attendance) for one in self.statements for kind in kinds]
        return [*about_meeting(self.meeting), *lines]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_meeting(known, self.meeting)
        check_told(self.on, now)
        there = self._there(known)
        said = {fact.attendance: fact.priorities for fact in known if isinstance(fact, StatementMade)}
        for one in self.statements:
            if one.attendance not in there:
                raise Refused("unknown-attendance")
        return [
            StatementMade(one.attendance, self.meeting, one.priorities, self.on)
            for one in self.statements
            if said.get(one.attendance) != one.priorities
        ]

    def _there(self, known: list[Fact]) -> set[AttendanceId]:
        """The lines of those who came."""
        noted = {fact.attendance: fact for fact in known if isinstance(fact, AttendanceNoted)}
        struck = {fact.attendance for fact in known if isinstance(fact, AttendanceStruck)}
        came = {
            one for one, fact in noted.items() if fact.meeting == self.meeting and fact.presence is Presence.PRESENT
        }
        return came - struck

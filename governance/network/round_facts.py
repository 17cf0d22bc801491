"""What the record says of a round table: what each of those present said, several priorities or none."""

from dataclasses import dataclass

from governance.network.facts import MeetingId
from governance.network.meeting_facts import AttendanceId
from governance.words import Day, Fact, Public


@dataclass(frozen=True)
class StatementMade(Fact):
    """Who spoke is a line of the attendance sheet. No priority: she spoke and put none forward. Said again, it is
    corrected."""

    tags = (("attendance",),)
    attendance: AttendanceId
    meeting: MeetingId
    priorities: tuple[Public, ...]
    on: Day

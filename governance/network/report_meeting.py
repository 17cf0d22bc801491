"""Reporting a meeting of actors: where, who sent somebody, and how many came if anybody counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import BOARD, check_counted, check_told
from governance.network.facts import GroupFormed, GroupId, MeetingId, MeetingReported
from governance.network.meeting import about_meeting
from governance.network.meeting_facts import MeetingPlanned
from governance.words import Day, Fact, PersonId, Public


@dataclass(frozen=True)
class ReportMeeting:
    """`present` if somebody counted, else `at_least` as the report says it, else neither."""

    may = BOARD
    meeting: MeetingId
    title: Public
    on: Day
    place: Public
    organisations: tuple[Public, ...] = ()
    present: int | None = None
    at_least: int | None = None
    group: GroupId | None = None
    source: Public = Public("")
    kind: Public = Public("")
    number: int | None = None

    def boundary(self) -> list[About]:
        of_group = [about(GroupFormed, group=self.group)] if self.group else []
        return [*about_meeting(self.meeting), *of_group]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        reported = MeetingReported(**vars(self))
        if reported in known:
            return []
        if any(isinstance(fact, MeetingReported | MeetingPlanned) for fact in known):
            raise Refused("already-reported")
        if self.group and not any(isinstance(fact, GroupFormed) for fact in known):
            raise Refused("unknown-group")
        check_told(self.on, now, self.title)
        check_counted(self.present, self.at_least)
        return [reported]

"""Telling what a meeting said: its report for anybody to read, and sent to those who were there or excused."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import BOARD, check_told
from governance.network.facts import MeetingId, MeetingReported
from governance.network.meeting import about_meeting, check_meeting
from governance.network.meeting_facts import MeetingHeld, ReportPublished, ReportSent
from governance.words import Day, Fact, PersonId


def check_held(known: list[Fact], meeting: MeetingId) -> None:
    check_meeting(known, meeting)
    if not any(isinstance(fact, MeetingHeld | MeetingReported) for fact in known):
        raise Refused("meeting-not-held")


@dataclass(frozen=True)
class PublishReport:
    may = BOARD
    meeting: MeetingId
    on: Day

    def boundary(self) -> list[About]:
        mine = [about(kind, meeting=self.meeting) for kind in (MeetingHeld, ReportPublished)]
        return [*about_meeting(self.meeting), *mine]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if any(isinstance(fact, ReportPublished) for fact in known):
            return []
        check_held(known, self.meeting)
        check_told(self.on, now)
        return [ReportPublished(self.meeting, self.on)]


@dataclass(frozen=True)
class SendReport:
    may = BOARD
    meeting: MeetingId
    people: tuple[PersonId, ...]
    on: Day

    def boundary(self) -> list[About]:
        mine = [about(kind, meeting=self.meeting) for kind in (MeetingHeld, ReportSent)]
        return [*about_meeting(self.meeting), *mine]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_held(known, self.meeting)
        sent = ReportSent(self.meeting, self.people, self.on)
        if sent in known:
            return []
        if not self.people:
            raise Refused("nobody-to-write-to")
        check_told(self.on, now)
        return [sent]

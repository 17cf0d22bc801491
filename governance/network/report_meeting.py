"""Reporting a meeting of actors: where, who sent somebody, and how many came if anybody counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import check_told
from governance.network.facts import GroupFormed, GroupId, MeetingId, MeetingReported
from governance.words import Day, Fact, Office, PersonId, Public


@dataclass(frozen=True)
class ReportMeeting:
    """`present` if somebody counted, else `at_least` as the report says it, else neither."""

    may = frozenset({Office.SECRETARY, Office.CHAIR, Office.BOARD})
    meeting: MeetingId
    title: Public
    on: Day
    place: Public
    organisations: tuple[Public, ...] = ()
    present: int | None = None
    at_least: int | None = None
    group: GroupId | None = None
    source: Public = Public("")

    def boundary(self) -> list[About]:
        of_group = [about(GroupFormed, group=self.group)] if self.group else []
        return [about(MeetingReported, meeting=self.meeting), *of_group]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        reported = self._reported()
        if reported in known:
            return []
        if any(isinstance(fact, MeetingReported) for fact in known):
            raise Refused("already-reported")
        if self.group and not any(isinstance(fact, GroupFormed) for fact in known):
            raise Refused("unknown-group")
        check_told(self.on, now, self.title)
        said = [number for number in (self.present, self.at_least) if number is not None]
        if len(said) > 1:
            raise Refused("counted-or-estimated")
        if any(number < 1 for number in said):
            raise Refused("nobody-came")
        return [reported]

    def _reported(self) -> MeetingReported:
        return MeetingReported(
            meeting=self.meeting,
            title=self.title,
            on=self.on,
            place=self.place,
            organisations=self.organisations,
            present=self.present,
            at_least=self.at_least,
            group=self.group,
            source=self.source,
        )

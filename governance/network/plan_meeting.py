"""Planning a meeting, with a day or a month only; changing the plan, giving it up; inviting to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import BOARD, check_told
from governance.network.facts import GroupFormed, GroupId, MeetingId, MeetingReported
from governance.network.meeting import about_meeting, check_meeting
from governance.network.meeting_facts import AgendaItem, MeetingCancelled, MeetingHeld, MeetingInvited, MeetingPlanned
from governance.words import Day, Fact, PersonId, Public, legal_day


@dataclass(frozen=True)
class PlanMeeting:
    """`weekday`, 1 to 7 (ISO 8601), as it was announced: it must be that of the day. `on`: when it was planned, today
    unless somebody says otherwise."""

    may = BOARD
    meeting: MeetingId
    title: Public
    day: Day | None = None
    weekday: int | None = None
    firm: bool = True
    kind: Public = Public("")
    number: int | None = None
    starts: str = ""
    ends: str = ""
    place: Public = Public("")
    group: GroupId | None = None
    within: MeetingId | None = None
    agenda: tuple[AgendaItem, ...] = ()
    on: Day | None = None

    def boundary(self) -> list[About]:
        of_group = [about(GroupFormed, group=self.group)] if self.group else []
        within = about_meeting(self.within) if self.within else []
        over = [about(kind, meeting=self.meeting) for kind in (MeetingHeld, MeetingCancelled)]
        return [*about_meeting(self.meeting), *over, *of_group, *within]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        self._check_weekday()
        plans = [fact for fact in known if isinstance(fact, MeetingPlanned) and fact.meeting == self.meeting]
        if plans and plans[-1] == self._planned(plans[-1].on):
            return []
        self._check(known)
        on = self.on or legal_day(now)
        check_told(on, now)
        return [self._planned(on)]

    def _check(self, known: list[Fact]) -> None:
        if any(isinstance(fact, MeetingHeld | MeetingReported) and fact.meeting == self.meeting for fact in known):
            raise Refused("meeting-held-already")
        if any(isinstance(fact, MeetingCancelled) for fact in known):
            raise Refused("meeting-cancelled")
        if self.group and not any(isinstance(fact, GroupFormed) for fact in known):
            raise Refused("unknown-group")
        if self.within:
            check_meeting(known, self.within)
        if not self.title.strip():
            raise Refused("report-without-words")
        if self.number is not None and self.number < 1:
            raise Refused("number-from-one")
        if self.starts and self.ends and self.ends <= self.starts:
            raise Refused("ends-before-it-starts")

    def _check_weekday(self) -> None:
        if self.weekday is None:
            return
        if self.day is None or not self.day.full:
            raise Refused("weekday-without-day")
        if self.day.first.isoweekday() != self.weekday:
            raise Refused("weekday-differs", on=self.day, weekday=self.day.first.isoweekday())

    def _planned(self, on: Day) -> MeetingPlanned:
        said = {name: value for name, value in vars(self).items() if name != "weekday"}
        return MeetingPlanned(**said | {"on": on})


@dataclass(frozen=True)
class CancelMeeting:
    may = BOARD
    meeting: MeetingId
    reason: Public
    on: Day

    def boundary(self) -> list[About]:
        held = [about(kind, meeting=self.meeting) for kind in (MeetingHeld, MeetingCancelled)]
        return [*about_meeting(self.meeting), *held]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_meeting(known, self.meeting)
        if any(isinstance(fact, MeetingCancelled) for fact in known):
            return []
        if any(isinstance(fact, MeetingHeld) for fact in known):
            raise Refused("meeting-held-already")
        check_told(self.on, now, self.reason)
        return [MeetingCancelled(self.meeting, self.reason, self.on)]


@dataclass(frozen=True)
class InviteToMeeting:
    """By e-mail to these people; none of them: the invitation went out otherwise, and that is kept."""

    may = BOARD
    meeting: MeetingId
    people: tuple[PersonId, ...]
    on: Day

    def boundary(self) -> list[About]:
        return [*about_meeting(self.meeting), about(MeetingInvited, meeting=self.meeting)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_meeting(known, self.meeting)
        invited = MeetingInvited(self.meeting, self.people, self.on)
        if invited in known:
            return []
        check_told(self.on, now)
        return [invited]

"""Noting what a meeting says: topics, points left open and closed, its documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import BOARD, check_told
from governance.network.facts import MeetingId
from governance.network.meeting import about_meeting, check_meeting
from governance.network.meeting_facts import (
    PaperId,
    PaperListed,
    PointClosed,
    PointId,
    PointLeftOpen,
    TopicId,
    TopicNoted,
)
from governance.words import Day, Fact, PersonId, Public


@dataclass(frozen=True)
class NoteTopic:
    """Given again with other words: corrected."""

    may = BOARD
    topic: TopicId
    meeting: MeetingId
    title: Public
    on: Day
    notes: Public = Public("")

    def boundary(self) -> list[About]:
        return [*about_meeting(self.meeting), about(TopicNoted, topic=self.topic)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_meeting(known, self.meeting)
        noted = TopicNoted(**vars(self))
        before = [fact for fact in known if isinstance(fact, TopicNoted)]
        if before and before[-1] == noted:
            return []
        if any(fact.meeting != self.meeting for fact in before):
            raise Refused("of-another-meeting")
        check_told(self.on, now, self.title)
        return [noted]


@dataclass(frozen=True)
class LeavePointOpen:
    may = BOARD
    point: PointId
    meeting: MeetingId
    text: Public
    on: Day

    def boundary(self) -> list[About]:
        return [*about_meeting(self.meeting), about(PointLeftOpen, point=self.point)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_meeting(known, self.meeting)
        if any(isinstance(fact, PointLeftOpen) for fact in known):
            return []
        check_told(self.on, now, self.text)
        return [PointLeftOpen(**vars(self))]


@dataclass(frozen=True)
class ClosePoint:
    may = BOARD
    point: PointId
    outcome: Public
    on: Day
    meeting: MeetingId | None = None

    def boundary(self) -> list[About]:
        settled = about_meeting(self.meeting) if self.meeting else []
        return [*(about(kind, point=self.point) for kind in (PointLeftOpen, PointClosed)), *settled]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not any(isinstance(fact, PointLeftOpen) for fact in known):
            raise Refused("unknown-open-point")
        if any(isinstance(fact, PointClosed) for fact in known):
            return []
        if self.meeting:
            check_meeting(known, self.meeting)
        check_told(self.on, now, self.outcome)
        return [PointClosed(**vars(self))]


@dataclass(frozen=True)
class ListPaper:
    """Without a file: it exists, and is missing."""

    may = BOARD
    paper: PaperId
    meeting: MeetingId
    title: Public
    on: Day
    digest: str | None = None
    size: int = 0
    media_type: str = ""

    def boundary(self) -> list[About]:
        return [*about_meeting(self.meeting), about(PaperListed, paper=self.paper)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_meeting(known, self.meeting)
        listed = PaperListed(**vars(self))
        before = [fact for fact in known if isinstance(fact, PaperListed)]
        if before and before[-1] == listed:
            return []
        check_told(self.on, now, self.title)
        return [listed]

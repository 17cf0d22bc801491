"""Saying of a decision by common accord in which meeting of the network it was taken: who was there is known there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.decision.facts import DecisionRecorded, Way
from governance.network.check import BOARD, check_told
from governance.network.facts import MeetingId
from governance.network.meeting import about_meeting, check_meeting
from governance.network.meeting_facts import AccordReached
from governance.words import Day, DecisionId, Fact, PersonId


@dataclass(frozen=True)
class ReachAccord:
    """The decision stands in the register already: it is the register's, the meeting only says that it took it."""

    may = BOARD
    meeting: MeetingId
    decision: DecisionId
    on: Day

    def boundary(self) -> list[About]:
        decided = about(DecisionRecorded, decision=self.decision)
        return [*about_meeting(self.meeting), decided, about(AccordReached, meeting=self.meeting)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_meeting(known, self.meeting)
        decided = next((fact for fact in known if isinstance(fact, DecisionRecorded)), None)
        if decided is None:
            raise Refused("unknown-decision")
        if decided.way is not Way.COMMON_ACCORD:
            raise Refused("decided-by-a-vote")
        if any(isinstance(fact, AccordReached) and fact.decision == self.decision for fact in known):
            return []
        check_told(self.on, now)
        return [AccordReached(self.meeting, self.decision, self.on)]

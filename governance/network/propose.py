"""Proposing: what an organisation puts forward. It binds nobody, and never enters the register of decisions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import BOARD, check_told
from governance.network.facts import MeetingId, ProposalId, ProposalMade
from governance.network.meeting import about_meeting, check_meeting
from governance.words import Day, Fact, PersonId, Public


@dataclass(frozen=True)
class Propose:
    may = BOARD
    proposal: ProposalId
    text: Public
    proposed_by: Public
    on: Day
    source: Public = Public("")
    meeting: MeetingId | None = None

    def boundary(self) -> list[About]:
        made_in = about_meeting(self.meeting) if self.meeting else []
        return [about(ProposalMade, proposal=self.proposal), *made_in]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        made = ProposalMade(**vars(self))
        known = list(facts)
        if made in known:
            return []
        if any(isinstance(fact, ProposalMade) for fact in known):
            raise Refused("already-reported")
        if self.meeting:
            check_meeting(known, self.meeting)
        check_told(self.on, now, self.text, self.proposed_by)
        return [made]

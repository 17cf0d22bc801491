"""Proposing: what an organisation puts forward. It binds nobody, and never enters the register of decisions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import check_told
from governance.network.facts import ProposalId, ProposalMade
from governance.words import Day, Fact, Office, PersonId, Public


@dataclass(frozen=True)
class Propose:
    may = frozenset({Office.SECRETARY, Office.CHAIR, Office.BOARD})
    proposal: ProposalId
    text: Public
    proposed_by: Public
    on: Day
    source: Public = Public("")

    def boundary(self) -> list[About]:
        return [about(ProposalMade, proposal=self.proposal)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        made = ProposalMade(self.proposal, self.text, self.proposed_by, self.on, self.source)
        known = list(facts)
        if made in known:
            return []
        if known:
            raise Refused("already-reported")
        check_told(self.on, now, self.text, self.proposed_by)
        return [made]

"""Linking a piece of evidence to the milestone on which it bears."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.evidence.facts import PieceAttached, PieceId
from governance.project.facts import EvidenceLinked, MilestonePlanned
from governance.words import Fact, MilestoneId, Office, PersonId, legal_day


@dataclass(frozen=True)
class LinkEvidence:
    may = frozenset({Office.SECRETARY, Office.CHAIR, Office.BOARD})
    milestone: MilestoneId
    piece: PieceId

    def boundary(self) -> list[About]:
        about_this = [about(kind, milestone=self.milestone) for kind in (MilestonePlanned, EvidenceLinked)]
        return [*about_this, about(PieceAttached, piece=self.piece)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not any(isinstance(fact, MilestonePlanned) for fact in known):
            raise Refused("unknown-milestone")
        if not any(isinstance(fact, PieceAttached) for fact in known):
            raise Refused("unknown-piece")
        if any(isinstance(fact, EvidenceLinked) and fact.piece == self.piece for fact in known):
            return []
        return [EvidenceLinked(self.milestone, self.piece, legal_day(now))]

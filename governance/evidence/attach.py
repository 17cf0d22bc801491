"""Attaching a piece: a document that proves an evidence of a label the cooperative aims at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.evidence.facts import Digest, LabelPursued, Medium, PieceAttached, PieceId
from governance.evidence.standing import pursued
from governance.evidence.template import EvidenceId, LabelId
from governance.words import Day, Fact, Office, PersonId, Public, legal_day

HEAVIEST = 20 * 2**20
"""The largest file that the cooperative keeps, in bytes."""


@dataclass(frozen=True)
class AttachPiece:
    may = frozenset({Office.SECRETARY, Office.CHAIR})
    label: LabelId
    piece: PieceId
    evidence: EvidenceId
    title: Public
    digest: Digest
    size: int
    media_type: Medium
    on: Day
    note: Public = Public("")

    def boundary(self) -> list[About]:
        return [
            about(LabelPursued, label=self.label),
            about(PieceAttached, evidence=self.evidence, digest=self.digest),
        ]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not self.title.strip():
            raise Refused("empty-title")
        if not 0 < self.size <= HEAVIEST:
            raise Refused("file-size", size=self.size, most=HEAVIEST)
        if legal_day(now).surely_before(self.on):
            raise Refused("day-to-come", on=self.on)
        template = pursued(known, self.label)
        if not template:
            raise Refused("label-not-pursued", label=self.label)
        if not template.asks_for(self.evidence):
            raise Refused("unknown-evidence", evidence=self.evidence)
        if any(isinstance(fact, PieceAttached) for fact in known):
            return []
        return [self._attached()]

    def _attached(self) -> PieceAttached:
        return PieceAttached(
            self.piece,
            self.evidence,
            self.title,
            self.digest,
            self.size,
            self.media_type,
            self.on,
            self.note,
        )

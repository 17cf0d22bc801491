"""Sealing a file of evidence: what was shown, on which day, on which state of the record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.evidence.facts import Digest, DossierSealed, LabelPursued, PieceAttached, PieceId
from governance.evidence.standing import pursued
from governance.evidence.template import LabelId
from governance.words import Day, DossierId, Fact, Office, PersonId, legal_day


@dataclass(frozen=True)
class SealDossier:
    """The zip is made first: this keeps its digest and the record's head as it stood then."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    prepared = frozenset({"on", "head", "size", "root", "digest", "pieces"})
    dossier: DossierId
    label: LabelId
    on: Day
    head: int
    size: int
    root: Digest
    digest: Digest
    pieces: tuple[PieceId, ...]

    def boundary(self) -> list[About]:
        return [
            about(LabelPursued, label=self.label),
            about(DossierSealed, dossier=self.dossier),
            *(about(PieceAttached, piece=piece) for piece in self.pieces),
        ]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        sealed = self._sealed()
        if sealed in known:
            return []
        if any(isinstance(fact, DossierSealed) for fact in known):
            raise Refused("already-sealed")
        if not pursued(known, self.label):
            raise Refused("label-not-pursued", label=self.label)
        if not self.on.full:
            raise Refused("full-day-needed", on=self.on)
        if legal_day(now).surely_before(self.on):
            raise Refused("day-to-come", on=self.on)
        if not 0 < self.size <= self.head:
            raise Refused("impossible-head", size=self.size, head=self.head)
        attached = {fact.piece for fact in known if isinstance(fact, PieceAttached)}
        if unknown := [piece for piece in self.pieces if piece not in attached]:
            raise Refused("unknown-piece", pieces=unknown)
        return [sealed]

    def _sealed(self) -> DossierSealed:
        return DossierSealed(
            self.dossier,
            self.label,
            self.on,
            self.head,
            self.size,
            self.root,
            self.digest,
            self.pieces,
        )

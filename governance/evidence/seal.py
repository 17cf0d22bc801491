"""Sealing a file of evidence: what was shown, on which day, on which state of the record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.evidence.composing import check_composed, check_day, unexplained
from governance.evidence.disclosure_facts import DisclosureChosen, FieldsDisclosed
from governance.evidence.facts import (
    EVERYTHING,
    Composition,
    Digest,
    DossierSealed,
    LabelPursued,
    PieceAttached,
    PieceId,
)
from governance.evidence.standing import chosen, pursued
from governance.evidence.template import LabelId, Template
from governance.rights.said import about_said, said
from governance.words import Day, DossierId, Fact, Office, PersonId, legal_day


@dataclass(frozen=True)
class SealDossier:
    """The zip is made first: this keeps its digest and the record's head as it stood then."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    prepared = frozenset({"on", "head", "size", "root", "digest", "pieces", "composition", "disclosed"})
    dossier: DossierId
    label: LabelId
    on: Day
    head: int
    size: int
    root: Digest
    digest: Digest
    pieces: tuple[PieceId, ...]
    composition: Composition = EVERYTHING
    disclosed: tuple[DisclosureChosen, ...] = ()

    def boundary(self) -> list[About]:
        left_out = (one.piece for one in self.composition.left_out)
        return [
            about(LabelPursued, label=self.label),
            about(DossierSealed, dossier=self.dossier),
            *(about(PieceAttached, piece=piece) for piece in dict.fromkeys((*self.pieces, *left_out))),
            about(DisclosureChosen, label=self.label),
            *(each for one in self.disclosed for each in about_said(one.person)),
        ]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        sealed = DossierSealed(**{name: value for name, value in vars(self).items() if name != "disclosed"})
        if sealed in known:
            return []
        if any(isinstance(fact, DossierSealed) for fact in known):
            raise Refused("already-sealed")
        template = pursued(known, self.label)
        if not template:
            raise Refused("label-not-pursued", label=self.label)
        if not 0 < self.size <= self.head:
            raise Refused("impossible-head", size=self.size, head=self.head)
        check_day(self.on, legal_day(now))
        check_composed(self.composition, template, self.on)
        proving = {evidence.id for evidence in template.evidence}
        pieces = {one.piece: one for one in known if isinstance(one, PieceAttached) and one.evidence in proving}
        self._check_pieces(template, pieces)
        return [sealed, *self._named(known)]

    def _named(self, known: list[Fact]) -> list[Fact]:
        """Whom the dossier names: those who were chosen, whose words can still be read."""
        if set(chosen(known)) != set(self.disclosed):
            raise Refused("disclosure-changed")
        if any(set(one.fields) - said(known, one.person).keys() for one in self.disclosed):
            raise Refused("words-forgotten")
        return [
            FieldsDisclosed(self.dossier, one.person, one.fields, one.purpose, one.ground, one.basis)
            for one in self.disclosed
        ]

    def _check_pieces(self, template: Template, attached: Mapping[PieceId, PieceAttached]) -> None:
        asked = (*self.pieces, *(one.piece for one in self.composition.left_out))
        if unknown := [piece for piece in asked if piece not in attached]:
            raise Refused("unknown-piece", pieces=unknown)
        shown = [attached[piece] for piece in self.pieces]
        for one in unexplained(template, shown, self.composition.left_out, attached):
            raise Refused("left-out-without-reason", title=attached[one.piece].title)

"""Laying the documents of a meeting, and saying which of them it does not need."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.assembly.convening_facts import DocumentLaid, Piece, PieceSetAside
from governance.assembly.facts import AssemblyPlanned
from governance.assembly.standing import plan
from governance.command import About, Refused, about
from governance.words import AssemblyId, Day, Fact, Office, PersonId, Public, legal_day

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})
HEAVIEST = 20 * 2**20
"""The largest document, in bytes."""


def about_documents(assembly: AssemblyId) -> list[About]:
    return [about(kind, assembly=assembly) for kind in (AssemblyPlanned, DocumentLaid, PieceSetAside)]


@dataclass(frozen=True)
class LayDocument:
    """`on`: since when it has been there for those who vote. Laid again, the last one prevails."""

    may = SECRETARIAT
    assembly: AssemblyId
    piece: Piece
    title: Public
    digest: str
    size: int
    media_type: str
    on: Day

    def boundary(self) -> list[About]:
        return about_documents(self.assembly)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        plan(known, self.assembly)
        if not self.title.strip():
            raise Refused("empty-title")
        if not 0 < self.size <= HEAVIEST:
            raise Refused("file-size", size=self.size, most=HEAVIEST)
        if legal_day(now) < self.on:
            raise Refused("day-to-come", on=self.on)
        said = (self.piece, self.title, self.digest, self.size, self.media_type, self.on)
        laid = DocumentLaid(self.assembly, *said)
        last = [fact for fact in known if isinstance(fact, DocumentLaid) and fact.piece is self.piece][-1:]
        return [] if laid in last else [laid]


@dataclass(frozen=True)
class SetPieceAside:
    may = SECRETARIAT
    assembly: AssemblyId
    piece: Piece
    reason: Public

    def boundary(self) -> list[About]:
        return about_documents(self.assembly)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        plan(known, self.assembly)
        if not self.reason.strip():
            raise Refused("reason-needed")
        if any(isinstance(fact, DocumentLaid) and fact.piece is self.piece for fact in known):
            raise Refused("piece-is-there")
        aside = PieceSetAside(self.assembly, self.piece, self.reason)
        return [] if aside in known else [aside]

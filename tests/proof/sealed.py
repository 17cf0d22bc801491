"""A small file of evidence, sealed from a real record: eleven entries, of which four prove."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

from governance.evidence.coverage import coverage
from governance.evidence.facts import Digest, Medium, PieceAttached, PieceId
from governance.evidence.figure import Figure
from governance.evidence.template import FigureName
from governance.record.note import Checkpoint, Signer
from governance.record.record import Record
from governance.record.recorder import MemoryRecorder
from governance.record.vault import MemoryVault
from governance.statutes.facts import RecordOpened
from governance.words import Day, Fact, PersonId, Public
from tests.documents.papers import DOSSIER
from tests.documents.samples import AT
from tests.rules.evidence.label import SUPPORT, TERRITORY, pursued, template
from web.disclosing import Disclosed
from web.documents import document
from web.dossier import DossierContents, Piece, enclosing, proving
from web.walk import Walk, walk

ON = Day("2026-03-02")
MAP, LETTER, SALT = b"%PDF-1.7 la carte", b"%PDF-1.7 la lettre", "9f3c" * 8


def digest(*parts: bytes) -> Digest:
    return Digest(sha256(b"".join(parts)).hexdigest())


a_map = PieceAttached(
    PieceId("carte"), TERRITORY, Public("Carte du « cœur » d’Embrun"), digest(MAP), len(MAP), Medium.PDF, Day("2018-10")
)
a_letter = PieceAttached(
    PieceId("lettre"),
    SUPPORT,
    Public("=Lettre d’engagement"),
    digest(SALT.encode(), LETTER),
    len(LETTER),
    Medium.PDF,
    Day("2018-10-03"),
)
other = RecordOpened(Public("Une écriture, « entre autres »\n; et la suite"), True)
PAST: list[Fact] = [other, pursued, other, a_map, other, other, a_letter, other, other, other, other]


def entries(past: list[Fact]) -> list[tuple[int, bytes]]:
    """What the record keeps of these facts: positions and canonical bytes."""
    record = Record(MemoryRecorder(lambda: datetime(2026, 3, 1, 9, tzinfo=UTC)), MemoryVault())
    record.enter(past, PersonId("secretary"), "past")
    return [(entry.position, entry.data) for entry in record.entries()]


def figure(name: str, value: str, *facts: int, definition: str = "Structures dont le siège est connu") -> Figure:
    return Figure(FigureName(name), value, Public(definition), ON, 11, Public("12 structures"), facts)


figures = (
    figure("organisations_located", "10", 1, 3),
    figure("survey_answers", "28/310", 3, definition="=1+1; des réponses\nà l’enquête"),
)
pieces = (Piece(a_map, 4, MAP), Piece(a_letter, 7, LETTER, SALT))


ORIGIN = "palabre/0011223344556677"
SIGNER = Signer(ORIGIN, bytes(range(32)))


def walked(past: list[Fact] = PAST, signer: Signer = SIGNER, also: tuple[int, ...] = ()) -> Walk:
    found = walk(entries(past), {*proving(figures, pieces), *also}, printed=[1, 5, 8])
    head = Checkpoint(ORIGIN, found.size, bytes.fromhex(found.root))
    return replace(found, note=signer.sign(head), key=signer.key)


def summed_up(walked: Walk, figures: tuple[Figure, ...], disclosed: tuple[Disclosed, ...] = ()) -> bytes:
    """The summary, of which only what it encloses matters here."""
    return document("dossier", dict(DOSSIER), AT, enclosing(figures, walked, disclosed))


def contents(**changed) -> DossierContents:
    covered = coverage(template, figures, [a_map, a_letter])
    told = {
        "cooperative": "Coopérative d’essai",
        "demonstration": False,
        "on": ON,
        "statutes": "2018-07",
        "walk": walked(),
        "coverage": covered,
        "figures": figures,
        "pieces": pieces,
        **changed,
    }
    return DossierContents(**{"summary": summed_up(told["walk"], told["figures"], told.get("disclosed", ())), **told})

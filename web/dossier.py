"""The file of evidence: the one zip that a jury receives, from what proves, what was counted and what was attached."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from governance.evidence.coverage import Coverage, CriterionCoverage
from governance.evidence.disclosure import withheld
from governance.evidence.facts import EVERYTHING, Composition, Medium, PieceAttached
from governance.evidence.figure import Figure
from governance.record import kinds
from governance.words import Day
from web import verify
from web.disclosing import Disclosed
from web.lisezmoi import lisezmoi
from web.packing import cells, pack, sha256, sums, table
from web.proved import Proved
from web.sheets import ods
from web.shipped import verifiers
from web.stamps import Stamp
from web.walk import Walk

EXTENSIONS = {
    Medium.PDF: "pdf",
    Medium.PNG: "png",
    Medium.JPEG: "jpg",
    Medium.TEXT: "txt",
    Medium.CSV: "csv",
    Medium.ODT: "odt",
    Medium.ODS: "ods",
    Medium.DOCX: "docx",
    Medium.XLSX: "xlsx",
}


@dataclass(frozen=True)
class Piece:
    """An attached document as it goes out. `salt` is the hexadecimal text that its digest was made with, or nothing."""

    attached: PieceAttached
    position: int
    content: bytes
    salt: str = ""

    @property
    def name(self) -> str:
        """A name that every system can write: `pieces/ev09-carte-du-territoire-3fa9c1d2.pdf`."""
        ligatures = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
        apart = unicodedata.normalize("NFKD", f"{self.attached.evidence} {self.attached.title}".translate(ligatures))
        plain = "".join(sign for sign in apart if not unicodedata.combining(sign)).lower()
        slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80]
        return f"pieces/{slug}-{self.attached.digest[:8]}.{EXTENSIONS[self.attached.media_type]}"


@dataclass(frozen=True)
class DossierContents:
    """Everything that goes into the zip. `statutes` names the version in force at the end of the period, or nothing;
    `witnessed` is the last note that a witness signed too.
    """

    cooperative: str
    demonstration: bool
    on: Day
    statutes: str
    walk: Walk
    coverage: Coverage
    figures: tuple[Figure, ...]
    pieces: tuple[Piece, ...]
    summary: bytes
    stamp: Stamp | None = None
    witnessed: str = ""
    composition: Composition = EVERYTHING
    disclosed: tuple[Disclosed, ...] = ()

    @property
    def until(self) -> Day:
        return self.composition.until or self.on


def proving(figures: Iterable[Figure], pieces: Iterable[Piece]) -> set[int]:
    """The positions of the entries that must go out with these figures and pieces."""
    return {position for figure in figures for position in figure.facts} | {piece.position for piece in pieces}


def seal_zip(contents: DossierContents) -> bytes:
    """The same contents make the same bytes. Raises ValueError if a piece is not the one that was attached, or if a
    fact is not one that may leave the house."""
    files = {
        verify.SUMMARY: contents.summary,
        **fact_files(contents.walk, contents.disclosed),
        **figure_files(contents.figures),
        verify.README: _readme(contents),
        **verifiers(),
        **_signature(contents.walk),
        **({verify.WITNESSED: contents.witnessed.encode()} if contents.witnessed else {}),
        **_dated(contents.stamp),
        **{piece.name: _checked(piece) for piece in contents.pieces},
        **{one.name: one.text for one in contents.disclosed},
    }
    manifest = _json(_manifest(contents, files))
    digests = {name: sha256(content) for name, content in {**files, verify.MANIFEST: manifest}.items()}
    return pack({**files, verify.MANIFEST: manifest, verify.SUMS: sums(digests)})


def figure_files(figures: Iterable[Figure]) -> dict[str, bytes]:
    """The figures for machines, for a spreadsheet of any kind, and for one that knows what a number is."""
    told = list(map(_figure, figures))
    heads, *rows = cells(told) or [[]]
    typed = [[int(words) if words.isdecimal() else words for words in row] for row in rows]
    sheet = b"".join(ods([("Chiffres", heads, typed)], datetime(1980, 1, 1, tzinfo=UTC)))  # as every file of the zip
    return {verify.FIGURES: _json(told), verify.FIGURES_TABLE: table(told), verify.FIGURES_SHEET: sheet}


def fact_files(walked: Walk, disclosed: Iterable[Disclosed]) -> dict[str, bytes]:
    """The facts in their very bytes, and as a spreadsheet reads them."""
    facts = _shown(walked.facts, {sha256(one.text) for one in disclosed})
    lines = "".join(json.dumps(fact._asdict(), ensure_ascii=False) + "\n" for fact in facts)
    return {verify.FACTS: lines.encode(), verify.FACTS_TABLE: table([fact.row for fact in facts])}


def enclosing(figures: Iterable[Figure], walked: Walk, disclosed: Iterable[Disclosed]) -> dict[str, bytes]:
    """What the summary encloses of all this: the texts."""
    files = {**figure_files(figures), **fact_files(walked, disclosed)}
    return {name: of for name, of in files.items() if name != verify.FIGURES_SHEET}


def _shown(facts: tuple[Proved, ...], opened: Collection[str]) -> tuple[Proved, ...]:
    rows = [fact.row for fact in facts]
    if private := withheld((kinds.read(row["kind"], json.dumps(row["fact"]).encode()) for row in rows), opened):
        raise ValueError(f"{type(private[0]).__name__} is about a person: it does not leave the house")
    return facts


def _readme(contents: DossierContents) -> bytes:
    template, composition = contents.coverage.template, replace(contents.composition, until=contents.until)
    told = (contents.cooperative, contents.demonstration, template, contents.on, contents.statutes, contents.walk)
    named, sealed = bool(contents.disclosed), b"/ETSI.CAdES.detached" in contents.summary
    return lisezmoi(*told, composition, contents.stamp, named=named, sealed=sealed).encode()


def _signature(walked: Walk) -> dict[str, bytes]:
    """The head as it was signed, and the key that anybody may note beforehand."""
    return {verify.NOTE: walked.note.encode(), verify.KEY: f"{walked.key}\n".encode()} if walked.note else {}


def _dated(stamp: Stamp | None) -> dict[str, bytes]:
    """A head as an authority outside dated it, which `openssl ts` checks."""
    if stamp is None:
        return {}
    return {verify.STAMPED: stamp.note.encode(), verify.STAMP: stamp.token, verify.AUTHORITY: stamp.chain.encode()}


def _checked(piece: Piece) -> bytes:
    if sha256(piece.salt.encode(), piece.content) != piece.attached.digest:
        raise ValueError(f"{piece.name} is not the document that was attached")
    return piece.content


def _manifest(contents: DossierContents, files: dict[str, bytes]) -> dict[str, Any]:
    template, walked = contents.coverage.template, contents.walk
    return {
        "format": verify.FORMAT,
        "demonstration": contents.demonstration,
        "cooperative": contents.cooperative,
        "label": {"id": template.label, "nom": template.name, "edition": template.edition},
        "scelle_le": str(contents.on),
        "periode": {"du": str(contents.composition.since or ""), "au": str(contents.until)},
        "laissees_de_cote": len(contents.composition.left_out),
        "statuts": contents.statutes,
        "tete": {"position": walked.position, "taille": walked.size, "racine": walked.root},
        "tetes_anterieures": [
            {"taille": head.size, "racine": head.root, "feuille": head.leaf, "chemin": list(head.path)}
            for head in walked.earlier
        ],
        "criteres": [_criterion(one, contents.composition) for one in contents.coverage.criteria],
        "faits": [fact.position for fact in walked.facts],
        "pieces": list(map(_piece, contents.pieces)),
        "personnes": list(map(_person, contents.disclosed)),
        "fichiers": {
            name: {"octets": len(content), "sha256": sha256(content)} for name, content in sorted(files.items())
        },
    }


def _criterion(covered: CriterionCoverage, chosen: Composition) -> dict[str, Any]:
    return {
        "id": covered.criterion.id,
        "titre": covered.criterion.title,
        "etat": covered.state.value,
        "manque": [gap.requirement.title for gap in covered.missing],
        "commentaire": chosen.said(covered.criterion.id),
    }


def _piece(piece: Piece) -> dict[str, Any]:
    return {
        "fichier": piece.name,
        "titre": piece.attached.title,
        "justificatif": piece.attached.evidence,
        "date": str(piece.attached.on),
        "fait": piece.position,
        "sel": piece.salt,
    }


def _person(one: Disclosed) -> dict[str, Any]:
    return {
        "fichier": one.name,
        "fait": one.position,
        "personne": one.choice.person,
        "champ": one.field.value,
        "pourquoi": one.choice.purpose,
        "fondement": one.choice.ground.value,
        "precision": one.choice.basis,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "nom": figure.name,
        "valeur": figure.value,
        "definition": figure.definition,
        "date": str(figure.on),
        "position": figure.position,
        "base": figure.base,
        "faits": list(figure.facts),
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()

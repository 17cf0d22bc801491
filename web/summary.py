"""What resume.pdf says: criterion by criterion, what proves, what is missing, and every figure with what makes it true.

In French whoever seals: a French jury reads it.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from governance.evidence.coverage import Answer, Coverage, CriterionCoverage
from governance.evidence.facts import Composition, PieceId
from governance.evidence.figure import Figure
from governance.words import Day
from web.disclosing import Disclosed
from web.documents import contents as papers
from web.documents.contents import instant
from web.dossier import Piece
from web.packing import sha256
from web.walk import Walk


def summary(
    cooperative: papers.Legal,
    on: Day,
    chosen: Composition,
    covered: Coverage,
    pieces: Iterable[Piece],
    disclosed: Iterable[Disclosed],
    walked: Walk,
    at: datetime,
) -> papers.Dossier:
    template, sent = covered.template, {piece.attached.piece: piece for piece in pieces}
    titles = {one.figure: one.title for evidence in template.evidence for one in evidence.requirements if one.figure}
    figures = {answer.figure.name: answer.figure for answer in _answers(covered) if answer.figure}
    return {
        "cooperative": cooperative,
        "label": template.name,
        "caution": f"{template.edition[:1].upper()}{template.edition[1:]}. {' '.join(template.unpublished)}",
        "since": str(chosen.since or ""),
        "day": str(chosen.until or on),
        "left_out": len(chosen.left_out),
        "criteria": [_criterion(one, sent, chosen) for one in covered.criteria],
        "figures": [_figure(figure, titles[name]) for name, figure in figures.items()],
        "people": [_disclosed(one) for one in disclosed],
        "record": {"position": walked.position, "root": walked.root, "at": instant(at)},
    }


def _answers(covered: Coverage) -> Iterable[Answer]:
    return (answer for one in covered.criteria for evidence in one.evidence for answer in evidence.answers)


def _criterion(covered: CriterionCoverage, sent: Mapping[PieceId, Piece], chosen: Composition) -> papers.Criterion:
    pieces = {piece.piece: sent[piece.piece] for proof in covered.proofs for piece in proof.pieces}
    return {
        "code": covered.criterion.id,
        "title": covered.criterion.title,
        "state": covered.state.value,
        "comment": chosen.said(covered.criterion.id),
        "explanation": " ".join(_counted(proof) for proof in covered.proofs if proof.figure),
        "pieces": [_piece(piece) for piece in pieces.values()],
        "missing": [_missing(gap) for gap in covered.missing],
    }


def _counted(proof: Answer) -> str:
    asked = proof.requirement
    least = f", au moins {asked.least}" if asked.least else ""
    return f"{_capital(asked.title)} : {proof.found}{least} ({asked.basis})."


def _missing(gap: Answer) -> str:
    asked = gap.requirement
    return f"{asked.title} : {gap.found} sur {asked.least} — à demander à : {asked.supplier}"


def _piece(piece: Piece) -> papers.Piece:
    return {
        "title": piece.attached.title,
        "day": str(piece.attached.on),
        "position": piece.position,
        "file": piece.name,
        "digest": sha256(piece.content),  # what sha256sum prints; the record's is salted
    }


def _disclosed(one: Disclosed) -> papers.Disclosed:
    return {
        "field": one.field.value,
        "words": one.words,
        "position": one.position,
        "purpose": one.choice.purpose,
        "ground": one.choice.ground.value,
        "basis": one.choice.basis,
    }


def _figure(figure: Figure, title: str) -> papers.Figure:
    return {
        "name": _capital(title),
        "value": figure.value,
        "definition": figure.definition,
        "day": str(figure.on),
        "position": figure.position,
        "base": figure.base,
    }


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]

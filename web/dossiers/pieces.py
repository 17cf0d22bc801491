"""Pieces of evidence: attached for all that they prove at once, given back as they were."""

from dataclasses import replace
from typing import Any

from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Refused
from governance.evidence.attach import HEAVIEST, AttachPiece
from governance.evidence.facts import Digest, Medium, PieceId
from governance.evidence.template import EvidenceId, Template
from governance.words import Public
from projections.evidence import dossiers
from web import files
from web.counter import Gesture, Page, found, office
from web.dossier import Piece
from web.dossiers.giving import download, note_reading
from web.dossiers.labels import UPLOAD, label_of
from web.edge.inputs import Name, PartialDay, Text
from web.edge.media import medium
from web.pages import address
from web.visitor import officers, secretariat

PREPARING = "preparation"
"""In the address: the piece is for the dossier that is being composed."""


class Attachment(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    evidence: list[Name]
    title: Name
    on: PartialDay
    note: Text | None = None
    file: UploadFile


def attach(form: Attachment, request: Request, gesture: str) -> list[AttachPiece]:
    """A piece for each evidence that the file proves: it is kept once."""
    content = form.file.file.read(HEAVIEST + 1)
    if not 0 < len(content) <= HEAVIEST:
        raise Refused("file-size", size=form.file.size, most=HEAVIEST)
    kind = medium(content, form.file.filename or "")
    if kind is None:
        raise Refused("unknown-medium")
    first = AttachPiece(
        label=label_of(request),
        piece=PieceId(gesture),
        evidence=EvidenceId(form.evidence[0]),
        title=Public(form.title),
        digest=_kept(request, content, kind),
        size=len(content),
        media_type=kind,
        on=form.on,
        note=Public(form.note or ""),
    )
    others = enumerate(dict.fromkeys(form.evidence[1:]), start=1)
    return [first, *(_also(first, number, EvidenceId(evidence)) for number, evidence in others)]


def _also(first: AttachPiece, number: int, evidence: EvidenceId) -> AttachPiece:
    return replace(first, piece=PieceId(f"{first.piece}.{number}"), evidence=evidence)


def _kept(request: Request, content: bytes, kind: Medium) -> Digest:
    """Before the entry that cites it; if none does, it is forgotten after a day."""
    at = office(request)
    with at.reading() as db:
        return files.keep(db, at.vault, content, kind.value, at.vault.salt(content))


def wanted(request: Request) -> dict[str, Any]:
    """The evidence that pieces can prove; first those for which pieces are asked."""
    with office(request).reading() as db:
        template: Template = found(dossiers.template(db, label_of(request)))
    asking = sorted(template.evidence, key=lambda one: all(each.figure for each in one.requirements))
    known = {"label": template, "evidence": [(one.id, f"{one.id} — {one.title}") for one in asking]}
    return {**known, "composing": PREPARING in request.query_params, "back": back(request, "")}


def asked_for(request: Request) -> dict[str, Any]:
    return {"evidence": request.query_params.getlist("preuve")}


def back(request: Request, gesture: str) -> str:
    """Where one came from: the dossier that is being composed, or the label."""
    name = "compose_dossier" if PREPARING in request.query_params else "label"
    return address(request, name, label=label_of(request))


def piece(request: Request) -> Response:
    at = office(request)
    with at.reading() as db:
        attached = found(dossiers.piece(db, request.path_params["piece"]))
        note_reading(request, db)
        file = files.take(db, at.vault, attached.digest)
    name = Piece(attached, 0, b"").name.partition("/")[2]
    return download(file.content, name, attached.media_type.value)


routes = [
    Gesture(Attachment, "evidence/attach.html", attach, back, wanted, asked_for).page(
        "/dossiers/labels/{label}/pieces", "attach_piece", secretariat, UPLOAD
    ),
    Page("/dossiers/pieces/{piece}", "piece", officers, piece),
]

"""Files of evidence: labels pursued, what proves each criterion, pieces attached, dossiers sealed, how to check one."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Refused
from governance.evidence.attach import HEAVIEST, AttachPiece
from governance.evidence.facts import Digest, Medium, PieceId
from governance.evidence.pursue import PursueLabel
from governance.evidence.seal import SealDossier
from governance.evidence.template import EvidenceId, LabelId, Template
from governance.words import DossierId, Public
from projections.evidence import dossiers
from projections.figures import MEASURES
from web import files, sealing, stamps, verify
from web.counter import FORM_BYTES, Gesture, NoField, Page, found, here, new, office, to, visitor
from web.dossier import Piece
from web.edge.inputs import Name, PartialDay, Text
from web.edge.label_file import read_label, shipped
from web.edge.lines import Unreadable
from web.edge.media import medium
from web.members import today
from web.packing import unpacked
from web.pages import render
from web.shipped import whole
from web.visitor import everybody, members_and_officers, officers, secretariat
from web.words.evidence import COVERAGE, MEDIA

UPLOAD = 2 * HEAVIEST + FORM_BYTES
"""Bytes: a file a little too heavy is refused in its form, with all that was typed; beyond, the request itself is."""


def index(request: Request) -> Response:
    on = today()
    with office(request).reading() as db:
        sealed = dossiers.sealed(db)
        standings = [sealing.standing(db, LabelId(row["id"]), on) for row in dossiers.labels(db)]
    return render(request, "evidence/index.html", {"standings": standings, "sealed": sealed, "states": COVERAGE})


def show(request: Request) -> Response:
    with office(request).reading() as db:
        standing = found(sealing.standing(db, label(request), today()))
    return render(request, "evidence/label.html", {"standing": standing, "states": COVERAGE, "media": MEDIA})


def label(request: Request) -> LabelId:
    return LabelId(request.path_params["label"])


class Pursuit(BaseModel):
    label: Name
    on: PartialDay


def pursue(form: Pursuit, request: Request, gesture: str) -> PursueLabel:
    for one in shipped():
        if one.template.label == form.label:
            return PursueLabel(one.template, form.on, one.digest)
    raise Refused("unknown-label", label=form.label)


def on_offer(request: Request) -> dict[str, Any]:
    offered = [one.template for one in shipped()]
    return {"labels": [(one.label, one.name, one.edition) for one in offered]}


class OwnTemplate(BaseModel):
    text: Text
    on: PartialDay


def pursue_own(form: OwnTemplate, request: Request, gesture: str) -> PursueLabel:
    try:
        own = read_label(form.text.replace("\r\n", "\n").encode())
    except Unreadable as why:
        told = str(why.problem.sentence).removesuffix(".")
        raise Refused("label-unreadable", line=why.problem.line, why=told) from None
    asked = {one.figure for evidence in own.template.evidence for one in evidence.requirements if one.figure}
    if unknown := sorted(asked - MEASURES.keys()):
        raise Refused("unknown-figure", name=unknown[0])
    return PursueLabel(own.template, form.on, own.digest)


def to_write(request: Request) -> dict[str, Any]:
    return {**on_offer(request), "measures": [(name, one.definition) for name, one in MEASURES.items()]}


def begun_from(request: Request) -> dict[str, Any]:
    """One of those that we ship, to write one's own from."""
    wanted = request.query_params.get("modele", "")
    known = next((one.text for one in shipped() if one.template.label == wanted), "")
    return {"on": today(), "text": known}


class Attachment(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    evidence: Name
    title: Name
    on: PartialDay
    note: Text | None = None
    file: UploadFile


def attach(form: Attachment, request: Request, gesture: str) -> AttachPiece:
    content = form.file.file.read(HEAVIEST + 1)
    if not 0 < len(content) <= HEAVIEST:
        raise Refused("file-size", size=form.file.size, most=HEAVIEST)
    kind = medium(content, form.file.filename or "")
    if kind is None:
        raise Refused("unknown-medium")
    return AttachPiece(
        label=label(request),
        piece=PieceId(gesture),
        evidence=EvidenceId(form.evidence),
        title=Public(form.title),
        digest=_kept(request, content, kind),
        size=len(content),
        media_type=kind,
        on=form.on,
        note=Public(form.note or ""),
    )


def _kept(request: Request, content: bytes, kind: Medium) -> Digest:
    """Before the entry that cites it; if none does, it is forgotten after a day."""
    at = office(request)
    with at.reading() as db:
        return files.keep(db, at.vault, content, kind.value, at.vault.salt(content))


def wanted(request: Request) -> dict[str, Any]:
    """The evidence that pieces can prove; first those for which pieces are asked."""
    with office(request).reading() as db:
        template: Template = found(dossiers.template(db, label(request)))
    asking = sorted(template.evidence, key=lambda one: all(each.figure for each in one.requirements))
    return {"label": template, "evidence": [(one.id, f"{one.id} — {one.title}") for one in asking]}


def asked_for(request: Request) -> dict[str, Any]:
    return {"evidence": request.query_params.get("preuve", "")}


def piece(request: Request) -> Response:
    at = office(request)
    with at.reading() as db:
        attached = found(dossiers.piece(db, request.path_params["piece"]))
        _note_reading(request, db)
        file = files.take(db, at.vault, attached.digest)
    name = Piece(attached, 0, b"").name.partition("/")[2]
    return _download(file.content, name, attached.media_type.value)


def to_seal(request: Request) -> dict[str, Any]:
    drawn = found(sealing.draft(office(request), label(request), today()))
    return {"draft": drawn, "standing": drawn.standing, "states": COVERAGE}


def seal(form: NoField, request: Request, gesture: str) -> SealDossier:
    return sealing.seal(office(request), request.state.coop, label(request), today(), DossierId(gesture))


def dossier(request: Request) -> Response:
    with office(request).reading() as db:
        row = found(dossiers.of(db, DossierId(request.path_params["dossier"])))
        _note_reading(request, db)
        dated = stamps.of(db, row["digest"])
    return render(request, "evidence/dossier.html", {"dossier": row, "dated": dated})


def dossier_date(request: Request) -> Response:
    with office(request).reading() as db:
        row = found(dossiers.of(db, DossierId(request.path_params["dossier"])))
        dated = found(stamps.of(db, row["digest"]))
    return _download(
        bytes(dated["token"]), f"dossier-{row['label']}-{row['happened']}.tsr", "application/timestamp-reply"
    )


def dossier_file(request: Request) -> Response:
    row, sealed = _sealed(request)
    return _download(sealed, f"dossier-{row['label']}-{row['happened']}.zip", sealing.ZIP)


def dossier_summary(request: Request) -> Response:
    row, sealed = _sealed(request)
    pdf = unpacked(sealed)[verify.SUMMARY]
    return _download(pdf, f"resume-{row['label']}-{row['happened']}.pdf", Medium.PDF.value)


def _sealed(request: Request) -> tuple[Mapping[str, Any], bytes]:
    """A dossier as it was sealed, byte for byte."""
    at = office(request)
    with at.reading() as db:
        row = found(dossiers.of(db, DossierId(request.path_params["dossier"])))
        _note_reading(request, db)
        return row, files.take(db, at.vault, Digest(row["digest"])).content


def _note_reading(request: Request, db: Any) -> None:
    """Who consulted a dossier or a piece (RGPD): kept twelve months, apart from the record."""
    page = request.url.path.partition(request.path_params["coop"] + "/")[2]
    db.execute("insert into public.reading (person, page) values (%s, %s)", [visitor(request).person, page])


def _download(content: bytes, name: str, media_type: str) -> Response:
    """Never opened in the site's own page: what came in as a file goes out as a file."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)


def how_to_check(request: Request) -> Response:
    return render(request, "evidence/verify.html")


def verifier(request: Request) -> Response:
    return _download(whole().encode(), verify.VERIFIER, "text/x-python")


routes = [
    Page("/dossiers", "dossiers", members_and_officers, index),
    Page("/dossiers/verification", "verify_dossier", everybody, how_to_check),
    Page("/dossiers/verification/verifier.py", "verifier", everybody, verifier),
    Gesture(Pursuit, "evidence/pursue.html", pursue, to("dossiers"), on_offer, lambda request: {"on": today()}).page(
        "/dossiers/labels", "pursue_label", secretariat
    ),
    Gesture(OwnTemplate, "evidence/own.html", pursue_own, to("dossiers"), to_write, begun_from).page(
        "/dossiers/modele", "pursue_own_label", secretariat, UPLOAD
    ),
    Page("/dossiers/labels/{label}", "label", members_and_officers, show),
    Gesture(Attachment, "evidence/attach.html", attach, to("label", label=here("label")), wanted, asked_for).page(
        "/dossiers/labels/{label}/pieces", "attach_piece", secretariat, UPLOAD
    ),
    Gesture(NoField, "evidence/seal.html", seal, to("dossier", dossier=new), to_seal).page(
        "/dossiers/labels/{label}/scellement", "seal_dossier", secretariat
    ),
    Page("/dossiers/pieces/{piece}", "piece", officers, piece),
    Page("/dossiers/{dossier}", "dossier", officers, dossier),
    Page("/dossiers/{dossier}/fichier", "dossier_file", officers, dossier_file),
    Page("/dossiers/{dossier}/date", "dossier_date", officers, dossier_date),
    Page("/dossiers/{dossier}/resume", "dossier_summary", officers, dossier_summary),
]

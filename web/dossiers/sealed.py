"""Dossiers sealed: given again byte for byte, and how anybody checks one."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from governance.evidence.facts import Digest, Medium
from governance.words import DossierId
from projections.evidence import disclosures, dossiers
from web import files, sealing, stamps, verify
from web.counter import Page, found, office
from web.dossiers.giving import download, note_reading
from web.packing import unpacked
from web.pages import render
from web.shipped import whole
from web.visitor import everybody, officers
from web.words.evidence import FIELDS


def dossier(request: Request) -> Response:
    with office(request).reading() as db:
        row = found(dossiers.of(db, DossierId(request.path_params["dossier"])))
        named = disclosures.named(db, row["id"])
        note_reading(request, db)
        dated = stamps.of(db, row["digest"])
    known = {"dossier": row, "dated": dated, "named": named, "fields": FIELDS}
    return render(request, "evidence/dossier.html", known)


def dossier_date(request: Request) -> Response:
    with office(request).reading() as db:
        row = found(dossiers.of(db, DossierId(request.path_params["dossier"])))
        dated = found(stamps.of(db, row["digest"]))
    name = f"dossier-{row['label']}-{row['happened']}.tsr"
    return download(bytes(dated["token"]), name, "application/timestamp-reply")


def dossier_file(request: Request) -> Response:
    row, sealed = _sealed(request)
    return download(sealed, f"dossier-{row['label']}-{row['happened']}.zip", sealing.ZIP)


def dossier_summary(request: Request) -> Response:
    row, sealed = _sealed(request)
    pdf = unpacked(sealed)[verify.SUMMARY]
    return download(pdf, f"resume-{row['label']}-{row['happened']}.pdf", Medium.PDF.value)


def _sealed(request: Request) -> tuple[Mapping[str, Any], bytes]:
    """A dossier as it was sealed, byte for byte."""
    at = office(request)
    with at.reading() as db:
        row = found(dossiers.of(db, DossierId(request.path_params["dossier"])))
        note_reading(request, db)
        return row, files.take(db, at.vault, Digest(row["digest"])).content


def how_to_check(request: Request) -> Response:
    return render(request, "evidence/verify.html")


def verifier(request: Request) -> Response:
    return download(whole().encode(), verify.VERIFIER, "text/x-python")


routes = [
    Page("/dossiers/verification", "verify_dossier", everybody, how_to_check),
    Page("/dossiers/verification/verifier.py", "verifier", everybody, verifier),
    Page("/dossiers/{dossier}", "dossier", officers, dossier),
    Page("/dossiers/{dossier}/fichier", "dossier_file", officers, dossier_file),
    Page("/dossiers/{dossier}/date", "dossier_date", officers, dossier_date),
    Page("/dossiers/{dossier}/resume", "dossier_summary", officers, dossier_summary),
]

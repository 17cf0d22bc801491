"""Dossiers sealed: who received each, what changed between two, given again byte for byte; how to check one."""

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.evidence.facts import Digest
from governance.evidence.template import LabelId
from governance.words import DossierId
from projections.evidence import disclosures, dossiers, givings
from web import files, stamps, verify
from web.counter import Page, found, office
from web.dossiers.giving import download, give_summary, give_zip, note_reading
from web.dossiers.opened import compared, opened
from web.dossiers.published import its_address
from web.members import today
from web.pages import render
from web.shipped import whole
from web.visitor import everybody, officers
from web.words.evidence import COVERAGE, FIELDS, MEANS


def dossier(request: Request) -> Response:
    with office(request).reading() as db:
        row = _row(request, db)
        note_reading(request, db)
        published = [{**one, "open": givings.stands(one, today())} for one in givings.publications(db, row["id"])]
        known = {
            "named": disclosures.named(db, row["id"]),
            "dated": stamps.of(db, row["digest"]),
            "versions": dossiers.of_label(db, LabelId(row["label"])),
            "published": published,
            "handed": givings.handings(db, row["id"]),
        }
    there = {one["id"]: _whole(request, its_address(request, one["id"])) for one in published}
    told = {"dossier": row, "chosen": dossiers.composition(row), "there": there, "means": MEANS, "fields": FIELDS}
    return render(request, "evidence/dossier.html", {**told, **known})


def _whole(request: Request, path: str) -> str:
    return str(request.url.replace(path=path, query=""))


def _row(request: Request, db: Connection[DictRow]) -> DictRow:
    row: DictRow = found(dossiers.of(db, DossierId(request.path_params["dossier"])))
    return row


def compare(request: Request) -> Response:
    """With the version asked for, else with the one before."""
    at = office(request)
    with at.reading() as db:
        row = _row(request, db)
        versions = dossiers.of_label(db, LabelId(row["label"]))
        here = next(one for one in versions if one["id"] == row["id"])
        others = sorted(versions, key=lambda one: (one["position"] > here["position"], -one["position"]))
        others.remove(here)
        asked = request.query_params.get("avec") or next((one["id"] for one in others), "")
        other = found(next((one for one in others if one["id"] == asked), None))
        note_reading(request, db)
        older, newer = sorted((here, other), key=lambda one: int(one["position"]))
        changes = compared(opened(at, db, older), opened(at, db, newer))
    known = {"dossier": row, "others": others, "older": older, "newer": newer, "changes": changes}
    return render(request, "evidence/compared.html", {**known, "states": COVERAGE})


def dossier_date(request: Request) -> Response:
    with office(request).reading() as db:
        row = _row(request, db)
        dated = found(stamps.of(db, row["digest"]))
    name = f"dossier-{row['label']}-{row['happened']}.tsr"
    return download(bytes(dated["token"]), name, "application/timestamp-reply")


def dossier_file(request: Request) -> Response:
    return give_zip(*_sealed(request))


def dossier_summary(request: Request) -> Response:
    return give_summary(*_sealed(request))


def _sealed(request: Request) -> tuple[DictRow, bytes]:
    """A dossier as it was sealed, byte for byte."""
    at = office(request)
    with at.reading() as db:
        row = _row(request, db)
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
    Page("/dossiers/{dossier}/comparaison", "compare_dossiers", officers, compare),
    Page("/dossiers/{dossier}/fichier", "dossier_file", officers, dossier_file),
    Page("/dossiers/{dossier}/date", "dossier_date", officers, dossier_date),
    Page("/dossiers/{dossier}/resume", "dossier_summary", officers, dossier_summary),
]

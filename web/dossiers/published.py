"""A dossier at its address, for whoever was given it: what it proves, its files, how to check them without us."""

from collections.abc import Callable
from hmac import compare_digest

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.evidence.facts import Digest
from governance.words import DossierId
from projections.evidence import disclosures, dossiers, givings
from web import files
from web.counter import Page, found, office
from web.dossiers.giving import give_summary, give_zip, note_reading
from web.dossiers.opened import opened
from web.members import today
from web.pages import address, render
from web.visitor import everybody
from web.words.evidence import COVERAGE


def its_address(request: Request, publication: str, page: str = "published_dossier") -> str:
    """Nobody makes it up: its end is what this installation alone can write of that publication."""
    key = office(request).vault.pledge(f"dossier/{request.path_params['coop']}/{publication}")
    return address(request, page, publication=publication, key=key)


def _asked(request: Request, db: Connection[DictRow]) -> DictRow | None:
    """The dossier of this address, None if it is not there any more, or names somebody who was forgotten since; a 404
    if we never gave that address.
    """
    publication = request.path_params["publication"]
    key = its_address(request, publication).rpartition("/")[2]
    found(compare_digest(key.encode(), request.path_params["key"].encode()) or None)
    row = found(givings.publication(db, publication))
    if not givings.stands(row, today()) or disclosures.forgotten(db, DossierId(row["dossier"])):
        return None
    note_reading(request, db, key)
    return dossiers.of(db, DossierId(row["dossier"]))


def show(request: Request) -> Response:
    at = office(request)
    with at.reading() as db:
        row = _asked(request, db)
        if row is None:
            return _gone(request)
        said = opened(at, db, row)
    named = request.path_params["publication"]
    there = {name: its_address(request, named, name) for name in ("published_file", "published_summary")}
    known = {"dossier": row, "said": said.manifest, "figures": said.figures, "states": COVERAGE, "there": there}
    return render(request, "evidence/published.html", {**known, "coop": request.state.coop})


def _gone(request: Request) -> Response:
    return render(request, "evidence/unpublished.html", {"coop": request.state.coop}, 410)


def file(request: Request) -> Response:
    return _give(request, give_zip)


def summary(request: Request) -> Response:
    return _give(request, give_summary)


def _give(request: Request, given: Callable[[DictRow, bytes], Response]) -> Response:
    at = office(request)
    with at.reading() as db:
        row = _asked(request, db)
        content = files.take(db, at.vault, Digest(row["digest"])).content if row else b""
    return given(row, content) if row else _gone(request)


routes = [
    Page("/preuves/{publication}/{key}", "published_dossier", everybody, show),
    Page("/preuves/{publication}/{key}/fichier", "published_file", everybody, file),
    Page("/preuves/{publication}/{key}/resume", "published_summary", everybody, summary),
]

"""What vouches for a version: the text as it was filed, and the adviser who read its rules."""

from typing import Any

from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Refused
from governance.evidence.facts import Digest, Medium
from governance.statutes.vouch import HEAVIEST, FileStatutes, MarkStatutesRead
from governance.words import Public, StatutesId
from projections.statutes import versions
from web import files
from web.counter import FORM_BYTES, Gesture, Page, found, here, office, to
from web.edge.inputs import Name, PartialDay
from web.edge.media import medium
from web.members import dated_today
from web.visitor import members_and_officers, secretariat
from web.words.statutes import READERS

UPLOAD = 2 * HEAVIEST + FORM_BYTES
"""Bytes: a file a little too heavy is refused in its form, with all that was typed; beyond, the request itself is."""


class Filing(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    file: UploadFile
    on: PartialDay


class Reading(BaseModel):
    """By a function chosen from a list, so that nobody writes a person's name where it stays for ever."""

    by_role: Name
    on: PartialDay


def file(form: Filing, request: Request, gesture: str) -> FileStatutes:
    content = form.file.file.read(HEAVIEST + 1)
    if not 0 < len(content) <= HEAVIEST:
        raise Refused("file-size", size=form.file.size, most=HEAVIEST)
    if medium(content, form.file.filename or "") is not Medium.PDF:
        raise Refused("statutes-not-pdf")
    at = office(request)
    with at.reading() as db:  # before the entry that cites it; if none does, it is forgotten after a day
        digest = files.keep(db, at.vault, content, Medium.PDF.value, at.vault.salt(content))
    return FileStatutes(_version(request), digest, len(content), form.on)


def mark(form: Reading, request: Request, gesture: str) -> MarkStatutesRead:
    if form.by_role not in READERS:
        raise Refused("reader-needed")
    return MarkStatutesRead(_version(request), form.on, Public(READERS[form.by_role]))


def _version(request: Request) -> StatutesId:
    return StatutesId(request.path_params["version"])


def known(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"version": found(versions.of(db, _version(request))), "readers": READERS}


def filed(request: Request) -> Response:
    """Never opened in the site's own page: what came in as a file goes out as a file."""
    at = office(request)
    with at.reading() as db:
        row = found(versions.filed(db, _version(request)))
        kept = files.take(db, at.vault, Digest(row["digest"]))
    headers = {"Content-Disposition": f'attachment; filename="statuts-deposes-{row["happened"]}.pdf"'}
    return Response(kept.content, media_type=Medium.PDF.value, headers=headers)


back = to("version", version=here("version"))

routes = [
    Gesture(Filing, "statutes/file.html", file, back, known).page(
        "/statuts/{version}/depot", "file_statutes", secretariat, UPLOAD
    ),
    Page("/statuts/{version}/depot.pdf", "filed_statutes", members_and_officers, filed),
    Gesture(Reading, "statutes/read.html", mark, back, known, dated_today).page(
        "/statuts/{version}/relecture", "mark_statutes_read", secretariat
    ),
]

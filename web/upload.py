"""A file that somebody sends with a form: read, known for what it is, kept; the entry that cites it comes after."""

from typing import NamedTuple

from starlette.datastructures import UploadFile
from starlette.requests import Request

from governance.command import Refused
from governance.evidence.attach import HEAVIEST
from governance.evidence.facts import Digest, Medium
from web import files
from web.counter import FORM_BYTES, office
from web.edge.media import medium

UPLOAD = 2 * HEAVIEST + FORM_BYTES
"""Bytes: a file a little too heavy is refused in its form, with all that was typed; beyond, the request itself is."""
ACCEPTED = ".pdf,.png,.jpg,.jpeg,.txt,.csv,.odt,.ods,.docx,.xlsx"
SCANS = {Medium.PDF: "pdf", Medium.PNG: "png", Medium.JPEG: "jpg"}
"""What a paper that was signed comes back as, and how such a file's name ends."""


class Kept(NamedTuple):
    """`size` in bytes."""

    digest: Digest
    size: int
    medium: Medium


def kept(request: Request, file: UploadFile) -> Kept:
    """Under a salt; if no entry cites it, it is forgotten after a day. Refused: too heavy, empty, or of a kind that
    might not open."""
    content, kind = _weighed(file)
    if kind is None:
        raise Refused("unknown-medium")
    return _keep(request, content, kind)


def scanned(request: Request, file: UploadFile) -> Kept:
    """The same, of a paper that was signed."""
    content, kind = _weighed(file)
    if kind not in SCANS:
        raise Refused("signed-minutes-medium")
    return _keep(request, content, kind)


def kept_text(request: Request, text: str) -> Kept:
    """What somebody pasted, sign for sign."""
    return _keep(request, text.encode(), Medium.TEXT)


def _weighed(file: UploadFile) -> tuple[bytes, Medium | None]:
    content = file.file.read(HEAVIEST + 1)
    if not 0 < len(content) <= HEAVIEST:
        raise Refused("file-size", size=file.size or 0, most=HEAVIEST)
    return content, medium(content, file.filename or "")


def _keep(request: Request, content: bytes, kind: Medium) -> Kept:
    at = office(request)
    with at.reading() as db:
        return Kept(files.keep(db, at.vault, content, kind.value, at.vault.salt(content)), len(content), kind)

"""Minutes on paper: the sheets that hold an edition, the signed copy that comes back."""

from io import BytesIO
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from pyhanko.pdf_utils.reader import PdfFileReader
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.minutes_facts import Signing
from governance.assembly.paper_register import EnterSheets
from governance.assembly.signed import KeepSignedMinutes
from governance.command import Refused
from governance.evidence.facts import Digest, Medium
from governance.words import AssemblyId, Public
from projections.assembly import meetings
from projections.assembly import minutes as register
from web import files
from web.counter import Gesture, Page, found, here, office, to
from web.edge.inputs import Count, FrenchDay, Name
from web.minutes.copies import look
from web.upload import SCANS, UPLOAD, scanned
from web.visitor import members_and_officers, secretariat

Row = dict[str, Any]


def meeting_of(request: Request) -> AssemblyId:
    return AssemblyId(request.path_params["assembly"])


def printed(request: Request) -> Row:
    """The meeting and the edition that this address names."""
    with office(request).reading() as db:
        return _printed(db, request)


def _printed(db: Connection[DictRow], request: Request) -> Row:
    assembly = meeting_of(request)
    edition = found(register.edition(db, assembly, request.path_params["digest"]))
    return {"meeting": found(meetings.of(db, assembly)), "edition": edition}


class Sheets(BaseModel):
    volume: Count
    first: Count
    last: Count
    authority: Name
    gap: Name | None = None


def enter(form: Sheets, request: Request, gesture: str) -> EnterSheets:
    return EnterSheets(
        assembly=meeting_of(request),
        edition=printed(request)["edition"]["digest"],
        volume=form.volume,
        first=form.first,
        last=form.last,
        authority=Public(form.authority),
        gap=Public(form.gap or ""),
    )


def proposed(request: Request) -> Row:
    """What was entered; else the sheets that follow, one a page, and the same authority."""
    at = office(request)
    with at.reading() as db:
        known = _printed(db, request)
        edition, before = known["edition"], register.last_sheet(db, known["meeting"]["organ"])
        pdf = files.take(db, at.vault, Digest(edition["digest"])).content
    if edition["first"]:
        return {name: edition[name] for name in ("volume", "first", "last", "authority", "gap")}
    if before is None:
        return {"volume": 1}
    first = before["last"] + 1
    last = first + pages(pdf) - 1
    return {"volume": before["volume"], "first": first, "last": last, "authority": before["authority"]}


def pages(pdf: bytes) -> int:
    return int(PdfFileReader(BytesIO(pdf)).root["/Pages"]["/Count"])


class SignedCopy(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    on: FrenchDay
    file: UploadFile


def sign(form: SignedCopy, request: Request, gesture: str) -> KeepSignedMinutes:
    file, edition = scanned(request, form.file), printed(request)["edition"]["digest"]
    signing = _look(request, file.digest, edition)
    return KeepSignedMinutes(meeting_of(request), edition, form.on, file.digest, file.size, file.medium.value, signing)


def _look(request: Request, signed: Digest, edition: str) -> Signing:
    at = office(request)
    with at.reading() as db:
        drawn, content = (files.take(db, at.vault, digest).content for digest in (Digest(edition), signed))
    if content == drawn:
        raise Refused("not-signed-yet")
    return look(content, drawn).signing


def copy(request: Request) -> Response:
    at = office(request)
    with at.reading() as db:
        kept = found(register.copy(db, meeting_of(request), request.path_params["digest"]))
        file = files.take(db, at.vault, Digest(kept["digest"]))
    name = f"pv-signe.{SCANS[Medium(kept['media_type'])]}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(file.content, media_type=kept["media_type"], headers=headers)


BACK = to("minutes", assembly=here("assembly"))
routes = [
    Gesture(Sheets, "assembly/sheets.html", enter, BACK, printed, proposed).page(
        "/assemblees/{assembly}/proces-verbal/{digest}/feuillets", "minutes_sheets", secretariat
    ),
    Gesture(SignedCopy, "assembly/sign_minutes.html", sign, BACK, printed).page(
        "/assemblees/{assembly}/proces-verbal/{digest}/signe", "sign_minutes", secretariat, UPLOAD
    ),
    Page("/assemblees/{assembly}/proces-verbal/signe/{digest}", "signed_minutes", members_and_officers, copy),
]

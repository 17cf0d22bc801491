"""The minutes at the counter: read before they are drawn up, drawn up once the meeting is over, kept as they were."""

import json
from io import BytesIO
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pyhanko.pdf_utils.reader import PdfFileReader
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.minutes import DrawUpMinutes
from governance.assembly.minutes_facts import Signing
from governance.command import Refused
from governance.evidence.facts import Digest
from governance.record.vault import Vault
from governance.words import AssemblyId
from projections.assembly import meetings
from projections.assembly import minutes as register
from web import files
from web.counter import Gesture, NoField, Page, found, here, office, to
from web.documents import document
from web.documents.contents import Head
from web.documents.odt import KIND, odt
from web.head import head
from web.minutes import narrative, paper
from web.minutes.contents import ended, minutes
from web.minutes.copies import look
from web.minutes.signatures import Signature
from web.visitor import members_and_officers, secretariat
from web.words import cited
from web.words.minutes import SIGNINGS

PDF = "application/pdf"


def meeting(request: Request) -> dict[str, Any]:
    at, identifier = office(request), AssemblyId(request.path_params["assembly"])
    with at.reading() as db:
        known = found(meetings.of(db, identifier))
        editions = register.of_assembly(db, identifier)
        signers = {copy["digest"]: _signers(db, at.vault, copy) for one in editions for copy in one["copies"]}
    known_here = {"meeting": known, "editions": editions, "signers": signers, "signings": SIGNINGS, "cited": cited}
    return {**known_here, "seal": at.certificate()}


def _signers(db: Connection[DictRow], vault: Vault, copy: DictRow) -> tuple[Signature, ...]:
    """Read again from the file: the record does not name them."""
    if copy["signing"] == Signing.SCAN.value:
        return ()
    edition, file = (files.take(db, vault, Digest(copy[name])).content for name in ("edition", "digest"))
    return look(file, edition).signatures


def _written(request: Request, stands: Head) -> bytes:
    with office(request).reading() as db:
        known = found(meetings.of(db, AssemblyId(request.path_params["assembly"])))
        if known["state"] not in ("closed", "adjourned"):
            raise Refused("meeting-not-over", article="C.com R225-106")
        content = minutes(db, request.state.coop, known, stands)
    return document("proces-verbal", dict(content), ended(known))


def draft(request: Request) -> Response:
    """What would be drawn up now, to read it over."""
    return Response(_written(request, head(office(request))), media_type=PDF, headers=_named("projet-de-pv"))


def draw_up(form: NoField, request: Request, gesture: str) -> DrawUpMinutes:
    at = office(request)
    stands = head(at)
    pdf, seal = _written(request, stands), at.certificate()
    with at.reading() as db:
        digest = files.keep(db, at.vault, seal.seal(pdf) if seal else pdf, PDF)
    return DrawUpMinutes(AssemblyId(request.path_params["assembly"]), digest, stands["position"])


def edition(request: Request) -> Response:
    return Response(_kept(request), media_type=PDF, headers=_named("proces-verbal"))


def text(request: Request) -> Response:
    """The same words to edit, from the content that the edition itself holds."""
    headers = {"Content-Disposition": 'attachment; filename="proces-verbal.odt"'}
    return Response(odt("proces-verbal", _content(_kept(request))), media_type=KIND, headers=headers)


def _kept(request: Request) -> bytes:
    at = office(request)
    with at.reading() as db:
        editions = register.of_assembly(db, AssemblyId(request.path_params["assembly"]))
        kept = found(next((one for one in editions if one["digest"] == request.path_params["digest"]), None))
        return files.take(db, at.vault, Digest(kept["digest"])).content


def _content(pdf: bytes) -> dict[str, Any]:
    """What is attached to it, word for word."""
    attached = PdfFileReader(BytesIO(pdf)).root["/Names"]["/EmbeddedFiles"]["/Names"]
    told: dict[str, Any] = json.loads(attached[1]["/EF"]["/F"].data)
    return told


def _named(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'inline; filename="{name}.pdf"'}


routes = [
    *paper.routes,
    *narrative.routes,
    Gesture(NoField, "assembly/minutes.html", draw_up, to("minutes", assembly=here("assembly")), meeting).page(
        "/assemblees/{assembly}/proces-verbal", "minutes", secretariat
    ),
    Page("/assemblees/{assembly}/proces-verbal/projet.pdf", "minutes_draft", secretariat, draft),
    Page("/assemblees/{assembly}/proces-verbal/{digest}.pdf", "minutes_edition", members_and_officers, edition),
    Page("/assemblees/{assembly}/proces-verbal/{digest}.odt", "minutes_text", members_and_officers, text),
]

"""The sheet once it is signed and certified, kept as a scan; and what went wrong with the live link."""

from typing import Any

from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.sheet import KeepSheet, NoteIncident
from governance.evidence.facts import Digest, Medium
from governance.words import Public
from projections.assembly import sheets
from web import files
from web.assemblies.address import of, the_meeting
from web.assemblies.session import hour
from web.counter import Gesture, Page, found, here, office, to, visitor
from web.edge.inputs import Clock, Count, Text
from web.upload import SCANS, UPLOAD, scanned
from web.visitor import secretariat


class Scan(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    file: UploadFile


class Incident(BaseModel):
    at: Clock | None = None
    what: Text
    effect: Text
    cut_off: Count = 0


def shown(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {
            "meeting": the_meeting(db, request),
            "scans": sheets.signed(db, of(request)),
            "incidents": sheets.incidents(db, of(request)),
        }


def keep(form: Scan, request: Request, gesture: str) -> KeepSheet:
    file = scanned(request, form.file)
    return KeepSheet(of(request), file.digest, file.size, file.medium.value)


def note(form: Incident, request: Request, gesture: str) -> NoteIncident:
    said = (Public(form.what), Public(form.effect), form.cut_off)
    return NoteIncident(of(request), *said, hour(request, form.at))


def scan(request: Request) -> Response:
    """It shows where everybody lives: whoever takes it is noted."""
    at, digest = office(request), request.path_params["digest"]
    with at.reading() as db:
        kept = found(next((one for one in sheets.signed(db, of(request)) if one["digest"] == digest), None))
        file = files.take(db, at.vault, Digest(digest))
        page = f"assemblees/{of(request)}/feuille/signee"
        db.execute("insert into public.reading (person, page) values (%s, %s)", [visitor(request).person, page])
    ending = SCANS[Medium(kept["media_type"])]
    headers = {"Content-Disposition": f'attachment; filename="feuille-de-presence.{ending}"'}
    return Response(file.content, media_type=kept["media_type"], headers=headers)


routes = [
    Gesture(Scan, "assembly/certified.html", keep, to("keep_sheet", assembly=here("assembly")), shown).page(
        "/assemblees/{assembly}/feuille/signee", "keep_sheet", secretariat, UPLOAD
    ),
    Page("/assemblees/{assembly}/feuille/signee/{digest}", "signed_sheet", secretariat, scan),
    Gesture(Incident, "assembly/incident.html", note, to("note_incident", assembly=here("assembly")), shown).page(
        "/assemblees/{assembly}/incident", "note_incident", secretariat
    ),
]

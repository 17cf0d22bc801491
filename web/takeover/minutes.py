"""Minutes that were written before: the scan of each, with its day and its organ, found again beside those of today."""

from typing import Any

from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.past_minutes import KeepPastMinutes
from governance.command import Refused
from governance.evidence.attach import HEAVIEST
from governance.evidence.facts import Digest
from governance.statutes.facts import Organ
from governance.words import Public
from projections.assembly import past_minutes
from web import files
from web.counter import FORM_BYTES, Gesture, Page, found, office, to
from web.edge.inputs import Name, PartialDay
from web.edge.media import medium
from web.visitor import members_and_officers, secretariat
from web.words.statutes import STATUTES


class Scan(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    organ: Organ
    title: Name
    on: PartialDay
    file: UploadFile


def keep(form: Scan, request: Request, gesture: str) -> KeepPastMinutes:
    content, at = form.file.file.read(HEAVIEST + 1), office(request)
    if not 0 < len(content) <= HEAVIEST:
        raise Refused("file-size", size=form.file.size, most=HEAVIEST)
    kind = medium(content, form.file.filename or "")
    if kind is None:
        raise Refused("unknown-medium")
    with at.reading() as db:
        digest = files.keep(db, at.vault, content, kind.value, at.vault.salt(content))
    return KeepPastMinutes(form.organ, Public(form.title), form.on, digest, len(content), kind.value)


def kept(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"rows": past_minutes.every(db), "organs": {organ.value: STATUTES[organ.value] for organ in Organ}}


def scan(request: Request) -> Response:
    at = office(request)
    with at.reading() as db:
        row = found(past_minutes.of(db, request.path_params["digest"]))
        file = files.take(db, at.vault, Digest(row["digest"]))
    headers = {"Content-Disposition": f'attachment; filename="pv-{row["held"]}"'}
    return Response(file.content, media_type=row["media_type"], headers=headers)


routes = [
    Gesture(Scan, "takeover/minutes.html", keep, to("past_minutes"), kept).page(
        "/reprise/proces-verbaux", "past_minutes", secretariat, 2 * HEAVIEST + FORM_BYTES
    ),
    Page("/reprise/proces-verbaux/{digest}", "past_minutes_file", members_and_officers, scan),
]

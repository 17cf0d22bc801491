"""The proof of what went to whom, when and how: a page, a file, and the slips that the post office stamped."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.dispatch import RETURNED, ProvePosting
from governance.evidence.facts import Digest
from projections.assembly import notices
from web import files
from web.assemblies.address import known_meeting, of, the_meeting
from web.counter import Gesture, Page, found, here, office, to
from web.edge.inputs import FrenchDay
from web.i18n import gettext as _
from web.listing import exported, shown
from web.members import dated_today
from web.pages import render
from web.tables import Column, Row, Shape, Table
from web.upload import ACCEPTED, UPLOAD, kept
from web.visitor import officers, secretariat


@contextmanager
def table(request: Request) -> Iterator[Table]:
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        rows = [_told(row) for row in notices.history(db, of(request))]
        columns = (
            Column("name", _("À qui"), width=4),
            Column("which", _("Convocation"), width=3, under=True),
            Column("how", _("Comment"), width=4),
            Column("detail", _("Numéro ou code"), width=4, under=True),
            Column("day", _("Le"), Shape.DAY, width=3),
            Column("position", _("N° du journal"), Shape.NUMBER, under=True),
        )
        yield Table("envois", _("Ce qui est parti, à qui, quand et comment"), columns, rows, meeting["title"])


def _told(row: Row) -> Row:
    which = _("corrigée, %(num)s", num=row["edition"]) if row["edition"] else _("première")
    detail = _("revenue") if row["detail"] == RETURNED else row["detail"]
    return {**row, "name": row["name"] or _("(nom effacé)"), "which": which, "how": _how(row), "detail": detail}


def _how(row: Row) -> str:
    if row["state"] == "posted":
        return _("lettre recommandée") if row["detail"] else _("lettre")
    words = {"sent": _("courriel"), "refused": _("courriel refusé"), "handed": _("en main propre")}
    return words[row["state"]]


def show(request: Request) -> Response:
    with table(request) as whole:
        known = shown(request, whole)
    with office(request).reading() as db:
        proofs = notices.proofs(db, of(request))
    return render(request, "assembly/proof.html", {**known, **known_meeting(request), "proofs": proofs})


class Slips(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    on: FrenchDay
    file: UploadFile


def prove(form: Slips, request: Request, gesture: str) -> ProvePosting:
    digest, size, medium = kept(request, form.file)
    return ProvePosting(of(request), digest, size, medium.value, form.on)


def asked(request: Request) -> dict[str, Any]:
    return {**known_meeting(request), "accept": ACCEPTED}


def slips(request: Request) -> Response:
    at = office(request)
    with at.reading() as db:
        known = notices.proofs(db, of(request))
        row = found(next((one for one in known if one["digest"] == request.path_params["digest"]), None))
        file = files.take(db, at.vault, Digest(row["digest"]))
    headers = {"Content-Disposition": f'attachment; filename="preuve-de-depot-{row["day"]}"'}
    return Response(file.content, media_type=file.media_type, headers=headers)


routes = [
    exported("/assemblees/{assembly}/envois", "dispatched", officers, table),
    Page("/assemblees/{assembly}/envois", "dispatched", officers, show),
    Page("/assemblees/{assembly}/envois/preuves/{digest}", "posting_slips", officers, slips),
    Gesture(Slips, "assembly/prove.html", prove, to("dispatched", assembly=here("assembly")), asked, dated_today).page(
        "/assemblees/{assembly}/convocations/preuve-de-depot", "prove_posting", secretariat, UPLOAD
    ),
]

"""What a meeting needs before it: the legal clock as a dated checklist, and each document, there or missing."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.clock import Clock, State, Wanted, clock
from governance.assembly.convening_facts import DocumentLaid, Piece, PieceSetAside
from governance.assembly.facts import AssemblyPlanned, Manner, Matter, ResolutionTabled
from governance.assembly.lay import LayDocument, SetPieceAside
from governance.evidence.facts import Digest
from governance.statutes.facts import Kind, Organ
from governance.words import AssemblyId, Day, Fact, Public, ResolutionId
from projections.assembly import convening, meetings
from web import files
from web.assemblies import rules
from web.assemblies.address import of, the_meeting
from web.counter import Gesture, Page, found, here, office, to
from web.edge.inputs import FrenchDay, Name, Text
from web.members import today
from web.pages import render
from web.upload import ACCEPTED, UPLOAD, kept
from web.visitor import members_and_officers, officers, secretariat
from web.words import cited
from web.words.convening import NEEDLESS, PIECES, STEPS

Row = dict[str, Any]


def prepared(db: Connection[DictRow], meeting: Row) -> Clock | None:
    """The clock of a meeting under the statutes of its roll, or of today while it has none; None without statutes."""
    known = rules.in_force(db, today())
    told = rules.of_meeting(db, meeting) or (known[1] if known else None)
    if told is None:
        return None
    assembly = AssemblyId(meeting["id"])
    agenda = [_tabled(row) for row in meetings.agenda(db, assembly)]
    return clock(told, _planned(meeting), agenda, _facts(db, assembly), convening.agreements(db))


def overdue(db: Connection[DictRow]) -> list[tuple[Row, list[Wanted]]]:
    """The meetings to come for which something should lie ready already, and does not."""
    coming = [meeting for meeting in meetings.coming(db) if meeting["day"] >= str(today())]
    clocks = [(meeting, prepared(db, meetings.of(db, meeting["id"]) or {})) for meeting in coming]
    late = [(meeting, [one for one in told.missing() if one.by < today()]) for meeting, told in clocks if told]
    return [(meeting, missing) for meeting, missing in late if missing]


def _planned(meeting: Row) -> AssemblyPlanned:
    what = (Organ(meeting["organ"]), Public(meeting["title"]), Day(meeting["day"]), meeting["starts"])
    how = (meeting["second_call_of"], Manner(meeting["manner"]), meeting["ends"])
    return AssemblyPlanned(AssemblyId(meeting["id"]), *what, Public(meeting["place"]), *how)


def _tabled(row: Row) -> ResolutionTabled:
    said = (row["number"], Kind(row["kind"]), Matter(row["matter"]), Public(row["title"]), Public(row["text"]))
    return ResolutionTabled(AssemblyId(row["assembly"]), ResolutionId(row["id"]), *said)


def _facts(db: Connection[DictRow], assembly: AssemblyId) -> list[Fact]:
    documents: list[Fact] = [
        DocumentLaid(
            assembly, Piece(row["piece"]), Public(row["title"]), row["digest"], row["size"], row["media_type"],
            Day(row["day"]),
        )
        for row in convening.documents(db, assembly)
    ]  # fmt: skip
    aside = [
        PieceSetAside(assembly, Piece(row["piece"]), Public(row["reason"])) for row in convening.aside(db, assembly)
    ]
    return [*documents, *aside]


def show(request: Request) -> Response:
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        known = {
            "meeting": meeting,
            "clock": prepared(db, meeting),
            "documents": {row["digest"]: row for row in convening.documents(db, of(request))},
            "points": convening.points(db, of(request)),
        }
    said = {"today": today(), "steps": STEPS, "pieces": PIECES, "needless": NEEDLESS, "cited": cited, "State": State}
    return render(request, "assembly/preparation.html", {**known, **said})


class Document(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    title: Name
    on: FrenchDay
    file: UploadFile


def lay(form: Document, request: Request, gesture: str) -> LayDocument:
    piece = _piece(request)
    digest, size, medium = kept(request, form.file)
    return LayDocument(of(request), piece, Public(form.title), digest, size, medium.value, form.on)


class Aside(BaseModel):
    reason: Text


def set_aside(form: Aside, request: Request, gesture: str) -> SetPieceAside:
    return SetPieceAside(of(request), _piece(request), Public(form.reason))


def _piece(request: Request) -> Piece:
    asked = request.path_params["piece"]
    return Piece(found(asked if asked in PIECES else None))


def about_piece(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
    return {
        "meeting": meeting,
        "piece": _piece(request).value,
        "what": PIECES[_piece(request).value],
        "accept": ACCEPTED,
    }


def titled(request: Request) -> dict[str, Any]:
    return {"title": str(PIECES[_piece(request).value]), "on": today()}


def document(request: Request) -> Response:
    """For everybody who may come; what came in as a file goes out as a file."""
    at = office(request)
    with at.reading() as db:
        laid = convening.documents(db, of(request))
        row = found(next((one for one in laid if one["digest"] == request.path_params["digest"]), None))
        file = files.take(db, at.vault, Digest(row["digest"]))
    headers = {"Content-Disposition": f'attachment; filename="{row["piece"]}"'}
    return Response(file.content, media_type=file.media_type, headers=headers)


back = to("preparation", assembly=here("assembly"))
routes = [
    Page("/assemblees/{assembly}/preparation", "preparation", officers, show),
    Page("/assemblees/{assembly}/documents/{digest}", "meeting_document", members_and_officers, document),
    Gesture(Document, "assembly/lay.html", lay, back, about_piece, titled).page(
        "/assemblees/{assembly}/pieces/{piece}/depot", "lay_document", secretariat, UPLOAD
    ),
    Gesture(Aside, "assembly/aside.html", set_aside, back, about_piece).page(
        "/assemblees/{assembly}/pieces/{piece}/sans-objet", "set_piece_aside", secretariat
    ),
]

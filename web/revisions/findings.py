"""The points that the réviseur raised: each on its page, written, answered, closed by what proves it, opened again."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.evidence.find import AnswerFinding, CloseFinding, RaiseFinding, ReopenFinding
from governance.evidence.revision_facts import FindingId, RevisionId, Weight
from governance.evidence.trace_facts import Kind, Thing, thing
from governance.words import Public
from projections.evidence import revisions, traces
from web.counter import Gesture, Page, found, here, new, office, to, visitor
from web.edge.inputs import FrenchDay, Name, Text
from web.members import dated_today, today
from web.pages import render
from web.revisions.pages import may_read
from web.traces import LISTED, trace
from web.visitor import board, members_and_officers, secretariat
from web.whom import Listed
from web.words.revision import WEIGHTS
from web.words.traces import KINDS

PROVING = (Kind.DECISION, Kind.PIECE, Kind.ACTION, Kind.DOCUMENT, Kind.MILESTONE)
"""What may close a point, the likeliest first."""


def show(request: Request) -> Response:
    with office(request).reading() as db:
        one = known(request)
        found(may_read(visitor(request), one["revision"]) or None)
        traced = trace(db, request, Kind.FINDING, one["finding"]["id"])
    return render(request, "revision/finding.html", {**one, "traced": traced})


def known(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        finding = found(revisions.finding(db, request.path_params["finding"], today()))
        revision = found(revisions.of(db, finding["revision"]))
    return {"finding": finding, "revision": revision, "weights": WEIGHTS}


class Point(BaseModel):
    weight: Weight
    text: Text


def raise_(form: Point, request: Request, gesture: str) -> RaiseFinding:
    of = RevisionId(request.path_params["revision"])
    return RaiseFinding(FindingId(gesture), of, form.weight, Public(form.text))


def raising(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        row = found(revisions.of(db, request.path_params["revision"]))
    return {"revision": row, "weights": WEIGHTS}


class Answer(BaseModel):
    measures: Text
    owner: Name
    due: FrenchDay


def answer(form: Answer, request: Request, gesture: str) -> AnswerFinding:
    return AnswerFinding(_finding(request), Public(form.measures), Public(form.owner), form.due)


class Closing(BaseModel):
    evidence: Name
    on: FrenchDay


def close(form: Closing, request: Request, gesture: str) -> CloseFinding:
    return CloseFinding(_finding(request), Thing(form.evidence), form.on)


def proving(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        listed = [(kind, row) for kind in PROVING for row in traces.listed(db, kind, LISTED)]
    named = [(str(thing(kind, row["id"])), f"{KINDS[kind.value]} – {row['title']}"[:120]) for kind, row in listed]
    return {**known(request), "things": Listed(named)}


class Reopening(BaseModel):
    reason: Name


def reopen(form: Reopening, request: Request, gesture: str) -> ReopenFinding:
    return ReopenFinding(_finding(request), Public(form.reason))


def _finding(request: Request) -> FindingId:
    return FindingId(request.path_params["finding"])


BACK = to("finding", finding=here("finding"))
routes = [
    Gesture(Point, "revision/raise.html", raise_, to("finding", finding=new), raising).page(
        "/dossiers/revision/{revision}/points", "raise_finding", secretariat
    ),
    Page("/dossiers/revision/points/{finding}", "finding", members_and_officers, show),
    Gesture(Answer, "revision/answer.html", answer, BACK, known).page(
        "/dossiers/revision/points/{finding}/reponse", "answer_finding", board
    ),
    Gesture(Closing, "revision/close.html", close, BACK, proving, dated_today).page(
        "/dossiers/revision/points/{finding}/cloture", "close_finding", secretariat
    ),
    Gesture(Reopening, "revision/reopen.html", reopen, BACK, known).page(
        "/dossiers/revision/points/{finding}/reouverture", "reopen_finding", board
    ),
]

"""The narrative of a meeting: written or pasted after the minutes, version by version, approved, read by members."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.narrative import ApproveNarrativeAsChair, KeepNarrative
from governance.decision.approve import ApproveNarrative
from governance.evidence.facts import Digest
from governance.words import AssemblyId, DecisionId
from projections.assembly import meetings, narratives
from projections.decision import decisions
from web import files
from web.counter import Gesture, NoField, Page, found, here, office, to, visitor
from web.edge.inputs import Name, Text
from web.pages import render
from web.visitor import members_and_officers, secretariat

Row = dict[str, Any]


def _assembly(request: Request) -> AssemblyId:
    return AssemblyId(request.path_params["assembly"])


def told(request: Request) -> Row:
    """Every version with its words, the last first."""
    at = office(request)
    with at.reading() as db:
        meeting = found(meetings.of(db, _assembly(request)))
        versions = [row | {"text": _words(db, request, row)} for row in narratives.of_assembly(db, _assembly(request))]
        later = [(row["id"], f"{row['number']} – {row['title']}") for row in decisions.of_organ(db, meeting["organ"])]
    return {"meeting": meeting, "versions": versions, "chairs": meeting["chair"] == visitor(request).person} | {
        "decisions": later
    }


def _words(db: Connection[DictRow], request: Request, row: Row) -> str:
    return files.take(db, office(request).vault, Digest(row["digest"])).content.decode()


def show(request: Request) -> Response:
    return render(request, "assembly/narrative.html", told(request))


def one(request: Request) -> Row:
    return told(request) | {"version": _version(request)}


class Narrative(BaseModel):
    text: Text


def write(form: Narrative, request: Request, gesture: str) -> KeepNarrative:
    at, content = office(request), form.text.encode()
    with at.reading() as db:
        digest = files.keep(db, at.vault, content, "text/plain", at.vault.salt(content))
    return KeepNarrative(_assembly(request), digest, len(content))


def last(request: Request) -> Row:
    versions = told(request)["versions"]
    return {"text": versions[0]["text"]} if versions else {}


class Approval(BaseModel):
    decision: Name


def _version(request: Request) -> int:
    return int(request.path_params["version"])


def approve(form: Approval, request: Request, gesture: str) -> ApproveNarrative:
    return ApproveNarrative(_assembly(request), _version(request), DecisionId(form.decision))


def agree(form: NoField, request: Request, gesture: str) -> ApproveNarrativeAsChair:
    return ApproveNarrativeAsChair(_assembly(request), _version(request))


BACK = to("narrative", assembly=here("assembly"))
routes = [
    Page("/assemblees/{assembly}/recit", "narrative", members_and_officers, show),
    Gesture(Narrative, "assembly/write_narrative.html", write, BACK, told, last).page(
        "/assemblees/{assembly}/recit/redaction", "write_narrative", secretariat
    ),
    Gesture(Approval, "assembly/approve_narrative.html", approve, BACK, one).page(
        "/assemblees/{assembly}/recit/{version:int}/approbation", "approve_narrative", secretariat
    ),
    Gesture(NoField, "assembly/agree_narrative.html", agree, BACK, one).page(
        "/assemblees/{assembly}/recit/{version:int}/lu", "agree_narrative", members_and_officers
    ),
]

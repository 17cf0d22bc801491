"""Discussing a thing of the record: remarks and their answers, signed; hidden with a reason; closed by a decision."""

from collections.abc import Mapping
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.evidence.discuss import DISCUSSED, CloseDiscussion, HideRemark, MakeRemark
from governance.evidence.remark_facts import RemarkId
from governance.evidence.trace_facts import Kind, Thing
from governance.words import Clear, DecisionId, Public, Said
from projections.evidence import remarks, traces
from web.counter import Gesture, Page, found, here, office, to, visitor
from web.edge.inputs import Name, Text
from web.members import today
from web.pages import render
from web.traces import leads, the_thing
from web.visitor import board, members_and_officers, secretariat
from web.words.traces import KINDS


def thing_id(request: Request) -> Thing:
    return Thing(request.path_params["thing"])


def index(request: Request) -> Response:
    """What is discussed, the last remarked first."""
    with office(request).reading() as db:
        rows = remarks.every(db)
        names = traces.named(db, [row["thing"] for row in rows])
    listed = [{**row, **names[row["thing"]], "about": row["thing"]} for row in rows if row["thing"] in names]
    return render(request, "evidence/discussions.html", {"listed": listed, "kinds": KINDS})


class Remark(BaseModel):
    words: Text
    answers: Name | None = None


def remark(form: Remark, request: Request, gesture: str) -> MakeRemark:
    me = visitor(request).person
    answers = RemarkId(form.answers) if form.answers else None
    return MakeRemark(RemarkId(gesture), thing_id(request), me, Clear(me, Said.REASON, form.words), answers)


def discussion(request: Request) -> dict[str, Any]:
    who = visitor(request)
    with office(request).reading() as db:
        row = the_thing(request, db)
        found(Kind(row["kind"]) in DISCUSSED or None)
        said, closed = remarks.of(db, thing_id(request)), remarks.closed(db, thing_id(request))
    rights = {"moderates": secretariat(who), "closes": board(who)}
    return {"row": row, "home": leads(request, row), "said": said, "closed": closed, "kinds": KINDS, **rights}


def answered(request: Request) -> dict[str, Any]:
    """`?reponse=`: the remark under which one writes."""
    return {"answers": request.query_params.get("reponse", "")}


class Reason(BaseModel):
    reason: Name


def hide(form: Reason, request: Request, gesture: str) -> HideRemark:
    return HideRemark(RemarkId(request.path_params["remark"]), thing_id(request), Public(form.reason))


def the_remark(request: Request) -> dict[str, Any]:
    known = discussion(request)
    asked = request.path_params["remark"]
    return {**known, "remark": found(next((one for one in known["said"] if one["id"] == asked), None))}


class Closing(BaseModel):
    decision: Name | None = None


def close(form: Closing, request: Request, gesture: str) -> CloseDiscussion:
    return CloseDiscussion(thing_id(request), DecisionId(form.decision) if form.decision else None)


def closing(request: Request) -> dict[str, Any]:
    """The decisions, those that came of it first."""
    with office(request).reading() as db:
        return {**discussion(request), "decisions": decisions(db, thing_id(request))}


def decisions(db: Connection[DictRow], thing: Thing) -> list[tuple[str, str]]:
    given = {link["effect"] for link in traces.around(db, thing) if not link["back"]}
    rows = traces.listed(db, Kind.DECISION, 300)
    ordered = sorted(rows, key=lambda row: f"{Kind.DECISION.value}.{row['id']}" not in given)
    return [(row["id"], row["title"]) for row in ordered]


def new_remarks(db: Connection[DictRow], row: Mapping[str, Any]) -> list[tuple[str, int]]:
    """What a letter tells, by the row of its outbox: how many remarks on which thing."""
    told = remarks.told(db, row["recipient"], today(), row["position"])
    names = traces.named(db, [one["thing"] for one in told])
    return [(names[one["thing"]]["title"], one["remarks"]) for one in told if one["thing"] in names]


back = to("discussion", thing=here("thing"))
routes = [
    Page("/discussions", "discussions", members_and_officers, index),
    Gesture(Remark, "evidence/discussion.html", remark, back, discussion, answered).page(
        "/fil/{thing}/discussion", "discussion", members_and_officers
    ),
    Gesture(Closing, "evidence/close_discussion.html", close, back, closing).page(
        "/fil/{thing}/discussion/fin", "close_discussion", board
    ),
    Gesture(Reason, "evidence/hide_remark.html", hide, back, the_remark).page(
        "/fil/{thing}/discussion/{remark}", "hide_remark", secretariat
    ),
]

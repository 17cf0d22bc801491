"""Decisions: the register, each one's history, and what is recorded, corrected and decided by common accord."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.decision.correct import CorrectDecision
from governance.decision.record import RecordAccord, RecordVotedDecision
from governance.statutes.facts import Organ
from governance.words import AssemblyId, DecisionId, Public, VoteId
from projections.decision import decisions
from projections.vote import votes
from web.counter import Gesture, NoField, Page, found, here, new, office, to
from web.edge.inputs import Name, PartialDay, Text
from web.members import as_of, today, whole
from web.pages import render
from web.visitor import members_and_officers, secretariat
from web.words.decision import WAYS
from web.words.statutes import STATUTES

PAGE = 50


def index(request: Request) -> Response:
    when, before = as_of(request), request.query_params.get("avant", "")
    with office(request).reading() as db:
        rows = decisions.page(db, when, whole(before), PAGE + 1)
    known = {"rows": rows[:PAGE], "more": len(rows) > PAGE, "when": when, "today": today()}
    return render(request, "decision/index.html", {**known, "ways": WAYS, "organs": STATUTES})


def decision(request: Request) -> dict[str, Any]:
    """A decision as it is written now, and everything that was written before."""
    identifier = DecisionId(request.path_params["decision"])
    with office(request).reading() as db:
        one = found(decisions.of(db, identifier, as_of(request)))
        history = decisions.history(db, identifier)
        vote = votes.of(db, VoteId(one["vote"])) if one["vote"] else None
    return {"decision": one, "history": history, "vote": vote, "ways": WAYS, "organs": STATUTES}


def show(request: Request) -> Response:
    return render(request, "decision/show.html", decision(request))


def vote(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"vote": found(votes.of(db, VoteId(request.path_params["vote"])))}


def decide(form: NoField, request: Request, gesture: str) -> RecordVotedDecision:
    counted = vote(request)["vote"]
    return RecordVotedDecision(DecisionId(gesture), VoteId(counted["id"]), AssemblyId(counted["assembly"]))


class Accord(BaseModel):
    title: Name
    text: Text
    organ: Organ
    on: PartialDay
    source: Name | None = None


def agree(form: Accord, request: Request, gesture: str) -> RecordAccord:
    return RecordAccord(
        decision=DecisionId(gesture),
        title=Public(form.title),
        text=Public(form.text),
        organ=form.organ,
        on=form.on,
        source=Public(form.source or ""),
    )


def committees(request: Request) -> dict[str, Any]:
    return {"organs": [(organ.value, STATUTES[organ.value]) for organ in Organ if organ is not Organ.ASSEMBLY]}


class Correction(BaseModel):
    title: Name
    text: Text
    reason: Name


def correct(form: Correction, request: Request, gesture: str) -> CorrectDecision:
    words = (Public(form.title), Public(form.text), Public(form.reason))
    return CorrectDecision(DecisionId(request.path_params["decision"]), *words)


def as_written(request: Request) -> dict[str, Any]:
    one = decision(request)["decision"]
    return {"title": one["title"], "text": one["text"]}


routes = [
    Page("/decisions", "decisions", members_and_officers, index),
    Gesture(Accord, "decision/accord.html", agree, to("decision", decision=new), committees).page(
        "/decisions/commun-accord", "accord", secretariat
    ),
    Page("/decisions/{decision}", "decision", members_and_officers, show),
    Gesture(
        Correction, "decision/correct.html", correct, to("decision", decision=here("decision")), decision, as_written
    ).page("/decisions/{decision}/correction", "correct_decision", secretariat),
    Gesture(NoField, "decision/decide.html", decide, to("vote", vote=here("vote")), vote).page(
        "/scrutins/{vote}/decision", "decide_vote", secretariat
    ),
]

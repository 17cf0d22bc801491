"""Decisions: the register, each one's history, and what is recorded, corrected and decided by common accord."""

from collections.abc import Iterable, Iterator
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.decision.correct import CorrectDecision
from governance.decision.record import RecordAccord, RecordVotedDecision
from governance.evidence.trace_facts import Kind
from governance.statutes.facts import Organ
from governance.words import AssemblyId, DecisionId, Public, VoteId
from projections.decision import decisions
from projections.network import meetings
from projections.paging import Sought
from projections.vote import amendments, elections, votes
from web import following
from web.counter import Gesture, NoField, Page, found, here, new, office, to
from web.edge.inputs import Name, PartialDay, Text
from web.explain import left_open
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.members import as_of
from web.pages import address, render
from web.registers import Choice, Shelf
from web.tables import Column, Row, Shape
from web.traces import trace
from web.visitor import members_and_officers, secretariat
from web.words.decision import WAYS
from web.words.statutes import STATUTES

ORGANS = {organ.value: STATUTES[organ.value] for organ in Organ}
OUTCOMES = {"true": lazy("adoptée"), "false": lazy("rejetée")}


def columns(request: Request) -> tuple[Column, ...]:
    def leads(row: Row) -> str:
        return address(request, "decision", decision=row["id"])

    return (
        Column("number", lazy("N°"), Shape.NUMBER, width=1, sorted=True),
        Column("title", lazy("Décision"), width=5, sorted=True, link=leads),
        Column("corrected", "", under=True),
        Column("organ", lazy("Organe"), width=3, sorted=True),
        Column("happened", lazy("Le"), Shape.DAY, sorted=True, under=True),
        Column("adopted", lazy("Issue"), sorted=True, under=True),
    )


def told(db: Connection[DictRow], asked: Sought, rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield {
            **row,
            "organ": str(STATUTES[row["organ"]]),
            "adopted": str(OUTCOMES["true" if row["adopted"] else "false"]),
            "corrected": _("corrigée") if row["reason"] else None,
        }


def decision(request: Request) -> dict[str, Any]:
    """A decision as it is written now, and everything that was written before."""
    identifier = DecisionId(request.path_params["decision"])
    with office(request).reading() as db:
        one = found(decisions.of(db, identifier, as_of(request)))
        history = decisions.history(db, identifier)
        vote = votes.of(db, VoteId(one["vote"])) if one["vote"] else None
        election = elections.of(db, VoteId(one["vote"])) if one["vote"] and not vote else None
        lived = following.life(db, request, one, history)
        changed = amendments.of_resolution(db, vote["resolution"]) if vote else []
        traced, agreed = trace(db, request, Kind.DECISION, one["id"]), meetings.agreeing(db, identifier)
    count = votes.result(vote) if vote else None
    known = {"decision": one, "history": history, "vote": vote, "election": election, "ways": WAYS, "organs": STATUTES}
    known |= {"amendments": changed, "traced": traced, "agreed": agreed, **lived, "said_change": following.said_change}
    return known | {"readings": left_open(count.readings) if count else []}


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
    return {"organs": [(organ, said) for organ, said in ORGANS.items() if organ != Organ.ASSEMBLY.value]}


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


shelf = Shelf(
    path="/decisions",
    name="decisions",
    readers=members_and_officers,
    template="decision/index.html",
    book=decisions.REGISTER,
    file="registre-des-decisions",
    title=lazy("Décisions"),
    columns=columns,
    told=told,
    usual="-number",
    hint=lazy("Chercher une décision"),
    choices=lambda request, db: (
        Choice("organe", lazy("Organe"), ORGANS),
        Choice("issue", lazy("Issue"), OUTCOMES),
    ),
)
routes = [
    *shelf.pages,
    *following.routes,
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

"""Decisions: the register, each one's history, and what is recorded, corrected and decided by common accord."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.decision.correct import CorrectDecision
from governance.decision.record import RecordAccord, RecordVotedDecision
from governance.statutes.facts import Organ
from governance.words import AssemblyId, DecisionId, Public, VoteId
from projections.decision import decisions
from projections.decision.decisions import ORDERS, Sought
from projections.vote import votes
from web.counter import Gesture, NoField, Page, found, here, new, office, to
from web.edge.inputs import Name, PartialDay, Text, bare
from web.i18n import day
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.listing import PLACE, exported, onward, shown
from web.members import as_of, as_read
from web.pages import address, render
from web.tables import Column, Row, Shape, Table
from web.visitor import members_and_officers, secretariat
from web.words.decision import WAYS
from web.words.statutes import STATUTES

PAGE = 50
ORGANS = [(organ.value, STATUTES[organ.value]) for organ in Organ]


def sought(request: Request) -> Sought:
    """`?q=budget&organ=board&tri=-happened`: what is not understood is not asked."""
    asked = request.query_params
    order = asked.get("tri", "").removeprefix("-")
    return Sought(
        as_of=as_of(request),
        words=bare(asked.get("q", ""))[:200],
        organ=asked.get("organ") or None,
        order=order if order in ORDERS else "number",
        falling=asked.get("tri", "-").startswith("-"),
    )


def index(request: Request) -> Response:
    asked = sought(request)
    with office(request).reading() as db:
        rows = decisions.page(db, asked, tuple(request.query_params.getlist(PLACE)), PAGE + 1)
    table = _table(request, asked, rows[:PAGE])
    more = onward(request, rows[PAGE - 1]["key"]) if len(rows) > PAGE else ""
    known = {"asked": asked, "more": more, "organs": ORGANS}
    return render(request, "decision/index.html", {**as_read(request), **known, **shown(request, table, "-number")})


@contextmanager
def whole(request: Request) -> Iterator[Table]:
    asked = sought(request)
    with office(request).reading() as db:
        yield _table(request, asked, decisions.page(db, asked))


def _table(request: Request, asked: Sought, rows: list[Any]) -> Table:
    def leads(row: Row) -> str:
        return address(request, "decision", decision=row["id"])

    columns = (
        Column("number", lazy("N°"), Shape.NUMBER, width=1, sorted=True),
        Column("title", lazy("Décision"), width=5, sorted=True, link=leads),
        Column("corrected", "", under=True),
        Column("organ", lazy("Organe"), width=3, sorted=True),
        Column("happened", lazy("Le"), Shape.DAY, sorted=True, under=True),
        Column("adopted", lazy("Issue"), sorted=True, under=True),
    )
    told = (
        {
            **row,
            "organ": str(STATUTES[row["organ"]]),
            "adopted": _("adoptée") if row["adopted"] else _("rejetée"),
            "corrected": _("corrigée") if row["reason"] else None,
        }
        for row in rows
    )
    organ = str(STATUTES[asked.organ]) if asked.organ and asked.organ in STATUTES else ""
    parts = [_("au %(day)s", day=day(asked.as_of.day)), organ, asked.words and _("« %(words)s »", words=asked.words)]
    return Table("registre-des-decisions", _("Décisions"), columns, told, ", ".join(filter(None, parts)))


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
    return {"organs": [one for one in ORGANS if one[0] != Organ.ASSEMBLY.value]}


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
    exported("/decisions", "decisions", members_and_officers, whole),
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

"""Choices at the counter: options against criteria, remarked on, one chosen by a decision."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.evidence.trace_facts import Kind
from governance.project.choice_facts import ChoiceId, Remark
from governance.project.choose import ChooseOption, LayChoice, MakeRemarks
from governance.words import DecisionId, ProjectId, Public
from projections.project import choices, milestones
from web.counter import Gesture, Page, found, here, new, office, to, visitor
from web.edge.inputs import Name, PartialDay, Text
from web.members import dated_today, today
from web.network import one_a_line
from web.pages import render
from web.traces import decided, trace
from web.visitor import board, members_and_officers


def index(request: Request) -> Response:
    with office(request).reading() as db:
        rows = choices.every(db)
    return render(request, "project/choices.html", {"choices": rows, "leads": board(visitor(request))})


def choice_id(request: Request) -> ChoiceId:
    return ChoiceId(request.path_params["choice"])


def the_choice(db: Connection[DictRow], request: Request) -> DictRow:
    row: DictRow = found(choices.of(db, choice_id(request)))
    return row


def grid(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        one = the_choice(db, request)
        known = {"choice": one, "remarks": choices.remarks(db, choice_id(request))}
        known["project"] = milestones.project(db, ProjectId(one["project"])) if one["project"] else None
        known["traced"] = trace(db, request, Kind.CHOICE, one["id"])
    return known


def show(request: Request) -> Response:
    return render(request, "project/choice.html", {**grid(request), "leads": board(visitor(request))})


class Laying(BaseModel):
    question: Name
    options: Text
    criteria: Text | None = None
    project: Name | None = None
    pilot: bool = False
    on: PartialDay
    source: Name | None = None


def lay(form: Laying, request: Request, gesture: str) -> LayChoice:
    return LayChoice(
        choice=ChoiceId(request.path_params.get("choice", gesture)),
        question=Public(form.question),
        options=one_a_line(form.options),
        criteria=one_a_line(form.criteria),
        on=form.on,
        project=ProjectId(form.project) if form.project else None,
        pilot=form.pilot,
        source=Public(form.source or ""),
    )


def projects(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"projects": [(row["id"], row["title"]) for row in milestones.projects(db)]}


def asked(request: Request) -> dict[str, Any]:
    """`?projet=`: the one for which something is to be chosen; `?pilote`: the organisation that leads it."""
    query = request.query_params
    return {**dated_today(request), "project": query.get("projet", ""), "pilot": "true" if "pilote" in query else ""}


def as_laid(request: Request) -> dict[str, Any]:
    one = grid(request)["choice"]
    lines = {name: "\n".join(one[name]) for name in ("options", "criteria")}
    same = {name: one[name] for name in ("question", "project", "source")}
    return {**same, **lines, "pilot": "true" if one["pilot"] else "", "on": today()}


class Remarking(BaseModel):
    remark: dict[str, Text] = {}


def remark(form: Remarking, request: Request, gesture: str) -> MakeRemarks:
    """A field for each option and criterion, by their places; an empty one takes back what was remarked."""
    known = grid(request)
    made = tuple(
        Remark(Public(option), Public(criterion), Public(form.remark.get(f"{row}-{column}", "")))
        for row, option in enumerate(known["choice"]["options"])
        for column, criterion in enumerate(known["choice"]["criteria"])
    )
    return MakeRemarks(choice_id(request), made, today())


def as_remarked(request: Request) -> dict[str, Any]:
    known = grid(request)
    return {
        f"remark.{row}-{column}": known["remarks"].get((option, criterion), "")
        for row, option in enumerate(known["choice"]["options"])
        for column, criterion in enumerate(known["choice"]["criteria"])
    }


class Choosing(BaseModel):
    option: Name
    decision: Name
    on: PartialDay
    reason: Text | None = None


def choose(form: Choosing, request: Request, gesture: str) -> ChooseOption:
    said = (Public(form.option), DecisionId(form.decision), form.on, Public(form.reason or ""))
    return ChooseOption(choice_id(request), *said)


to_choice = to("choice", choice=here("choice"))

routes = [
    Page("/choix", "choices", members_and_officers, index),
    Gesture(Laying, "project/lay_choice.html", lay, to("choice", choice=new), projects, asked).page(
        "/choix/nouveau", "lay_choice", board
    ),
    Page("/choix/{choice}", "choice", members_and_officers, show),
    Gesture(Laying, "project/lay_choice.html", lay, to_choice, lambda r: {**projects(r), **grid(r)}, as_laid).page(
        "/choix/{choice}/correction", "change_choice", board
    ),
    Gesture(Remarking, "project/remark.html", remark, to_choice, grid, as_remarked).page(
        "/choix/{choice}/remarques", "remark", board
    ),
    Gesture(
        Choosing, "project/choose.html", choose, to_choice, lambda r: {**grid(r), "decisions": decided(r)}, dated_today
    ).page("/choix/{choice}/retenue", "choose_option", board),
]

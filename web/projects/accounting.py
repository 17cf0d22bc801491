"""The accounts of a project at the counter: lines of its budget, amounts, indicators, measures, mistakes."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.project.account import NoteAmount, SetBudgetLine, SetIndicator, StrikeEntry, TakeMeasure
from governance.project.life_facts import EntryId, IndicatorId, LineId, Side
from governance.words import Public
from projections.project import lives
from web.counter import Gesture, found, here, office, to
from web.edge.inputs import Amount, Count, Exact, Name, PartialDay
from web.members import dated_today, today
from web.projects.leading import to_project
from web.projects.showing import measured, project_id, shown
from web.visitor import board
from web.words.project import SIDES


class Line(BaseModel):
    side: Side
    label: Name
    foreseen: Amount
    source: Name | None = None


def set_line(form: Line, request: Request, gesture: str) -> SetBudgetLine:
    line = LineId(request.path_params.get("line", gesture))
    said = (form.side, Public(form.label), form.foreseen, today(), Public(form.source or ""))
    return SetBudgetLine(line, project_id(request), *said)


def the_line(request: Request) -> dict[str, Any]:
    """A line of the budget of this very project, with its amounts."""
    with office(request).reading() as db:
        line = found(lives.line(db, LineId(request.path_params["line"])))
        amounts = lives.amounts(db, LineId(line["id"]))
    known = shown(request)
    found(known["project"]["id"] == line["project"] or None)
    return {**known, "line": line, "amounts": amounts, "sides": SIDES}


def as_foreseen(request: Request) -> dict[str, Any]:
    line = the_line(request)["line"]
    amount = f"{line['foreseen'] // 100},{line['foreseen'] % 100:02}"
    return {"side": line["side"], "label": line["label"], "foreseen": amount, "source": line["source"]}


class Spent(BaseModel):
    amount: Amount
    on: PartialDay
    source: Name


def note_amount(form: Spent, request: Request, gesture: str) -> NoteAmount:
    line = LineId(the_line(request)["line"]["id"])
    return NoteAmount(EntryId(gesture), line, form.amount, form.on, Public(form.source))


class Indicator(BaseModel):
    name: Name
    unit: Name
    method: Name
    target: Exact | None = None


def set_indicator(form: Indicator, request: Request, gesture: str) -> SetIndicator:
    said = (Public(form.name), Public(form.unit), Public(form.method), today(), form.target)
    return SetIndicator(IndicatorId(gesture), project_id(request), *said)


class Measure(BaseModel):
    value: Exact
    number: Count | None = None
    on: PartialDay
    method: Name
    source: Name | None = None


def take_measure(form: Measure, request: Request, gesture: str) -> TakeMeasure:
    return TakeMeasure(
        entry=EntryId(gesture),
        indicator=IndicatorId(the_indicator(request)["indicator"]["id"]),
        value=form.value,
        on=form.on,
        method=Public(form.method),
        number=form.number,
        source=Public(form.source or ""),
    )


def the_indicator(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        rows = measured(lives.indicators(db, project_id(request)), lives.measures(db, project_id(request)))
    asked = request.path_params["indicator"]
    return {**shown(request), "indicator": found(next((one for one in rows if one["id"] == asked), None))}


def same_method(request: Request) -> dict[str, Any]:
    return {**dated_today(request), "method": the_indicator(request)["indicator"]["method"]}


class Striking(BaseModel):
    reason: Name


def strike(form: Striking, request: Request, gesture: str) -> StrikeEntry:
    return StrikeEntry(EntryId(request.path_params["entry"]), today(), Public(form.reason))


def the_entry(request: Request) -> dict[str, Any]:
    known = shown(request)
    with office(request).reading() as db:
        entry = found(lives.entry(db, request.path_params["entry"]))
    found(known["project"]["id"] == entry["project"] or None)
    return {**known, "entry": entry}


to_line = to("budget_line", project=here("project"), line=here("line"))


def sided(request: Request) -> dict[str, Any]:
    return {**shown(request), "sides": list(SIDES.items())}


routes = [
    Gesture(Line, "project/line.html", set_line, to_project, sided, lambda r: {"side": Side.EXPENSE}).page(
        "/projets/{project}/budget", "set_budget_line", board
    ),
    Gesture(Spent, "project/amount.html", note_amount, to_line, the_line, dated_today).page(
        "/projets/{project}/budget/{line}", "budget_line", board
    ),
    Gesture(Line, "project/line.html", set_line, to_line, lambda r: {**the_line(r), **sided(r)}, as_foreseen).page(
        "/projets/{project}/budget/{line}/correction", "change_budget_line", board
    ),
    Gesture(Indicator, "project/indicator.html", set_indicator, to_project, shown).page(
        "/projets/{project}/indicateurs", "set_indicator", board
    ),
    Gesture(Measure, "project/measure.html", take_measure, to_project, the_indicator, same_method).page(
        "/projets/{project}/indicateurs/{indicator}", "take_measure", board
    ),
    Gesture(Striking, "project/strike.html", strike, to_project, the_entry).page(
        "/projets/{project}/ecritures/{entry}", "strike_entry", board
    ),
]

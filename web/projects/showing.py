"""The projects, and the page of each: where it stands, who takes part, what it costs and measures, what it gave."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.evidence.trace_facts import Kind
from governance.words import ProjectId
from projections.project import choices, lives, milestones
from web.counter import Page, found, office, visitor
from web.listing import files
from web.members import today
from web.pages import address, render
from web.roadmap import may_plan
from web.traces import trace
from web.visitor import board, members_and_officers
from web.words.project import SIDES, STAGES, VIEWS


def index(request: Request) -> Response:
    with office(request).reading() as db:
        rows = milestones.projects(db)
        now = lives.standing(db)
    known = {"projects": rows, "now": now, "stages": STAGES, "may_plan": may_plan(request)}
    return render(request, "project/projects.html", known)


def project_id(request: Request) -> ProjectId:
    return ProjectId(request.path_params["project"])


def the_project(db: Connection[DictRow], request: Request) -> DictRow:
    row: DictRow = found(milestones.project(db, project_id(request)))
    return row


def shown(request: Request) -> dict[str, Any]:
    """What a small form about a project shows besides itself."""
    with office(request).reading() as db:
        return {"project": the_project(db, request)}


def show(request: Request) -> Response:
    with office(request).reading() as db:
        one = the_project(db, request)
        known = {
            "project": one,
            "stages": lives.stages(db, one["id"]),
            "parts": lives.parts(db, one["id"]),
            "budget": sides(lives.budget(db, one["id"])),
            "indicators": measured(lives.indicators(db, one["id"]), lives.measures(db, one["id"])),
            "opinions": lives.opinions(db, one["id"]),
            "choices": choices.every(db, one["id"]),
            "milestones": milestones.roadmap(db, today(), one["id"]),
            "traced": trace(db, request, Kind.PROJECT, one["id"]),
        }
    here = address(request, "project", project=one["id"])
    known["files"] = {"budget": files(request, f"{here}/budget"), "measures": files(request, f"{here}/mesures")}
    words = {"stage_words": STAGES, "side_words": SIDES, "view_words": VIEWS}
    return render(request, "project/project.html", {**known, **words, "leads": board(visitor(request))})


def sides(lines: Iterable[DictRow]) -> Mapping[str, dict[str, Any]]:
    """Expenses and income, each with its lines and what they add up to, to the cent."""
    found: dict[str, dict[str, Any]] = {}
    for line in lines:
        side = found.setdefault(line["side"], {"lines": [], "foreseen": 0, "real": 0})
        side["lines"].append(line)
        side["foreseen"] += line["foreseen"]
        side["real"] += line["real"]
    return found


def measured(indicators: Iterable[DictRow], measures: Iterable[DictRow]) -> list[dict[str, Any]]:
    """Each indicator with its measures, those that were struck left out, exact."""
    taken = [{**one, "value": Fraction(one["value"])} for one in measures if not one["struck"]]
    return [
        {
            **one,
            "target": Fraction(one["target"]) if one["target"] else None,
            "measures": [each for each in taken if each["indicator"] == one["id"]],
        }
        for one in indicators
    ]


routes = [
    Page("/projets", "projects", members_and_officers, index),
    Page("/projets/{project}", "project", members_and_officers, show),
]

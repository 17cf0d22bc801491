"""The roadmap: projects, the frise of their milestones, and where each milestone stands; on any day."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.evidence.figure import Figure
from governance.evidence.trace_facts import Kind
from governance.project.plan import PlanMilestone
from governance.words import Day, MilestoneId
from projections import figures
from projections.project import milestones
from web.counter import Page, found, office, visitor
from web.i18n import gettext as _
from web.members import as_of, today
from web.pages import render
from web.pictures.frise import State, Step, frise
from web.traces import trace
from web.visitor import members_and_officers
from web.words.project import COUNTED


def index(request: Request) -> Response:
    day = as_of(request).day
    with office(request).reading() as db:
        projects = milestones.projects(db)
        rows = milestones.roadmap(db, day)
        told = details(db, rows, day)
    roads = [(project, [row for row in rows if row["project"] == project["id"]]) for project in projects]
    pictures = {project["id"]: picture(road, told, project["id"]) for project, road in roads if road}
    known = {"roads": roads, "pictures": pictures, "day": day, "today": today(), "may_plan": may_plan(request)}
    return render(request, "project/roadmap.html", known | told)


def show(request: Request) -> Response:
    return render(request, "project/milestone.html", milestone(request) | {"may_plan": may_plan(request)})


def milestone(request: Request) -> dict[str, Any]:
    """One milestone, with all that is known of it; a 404 where there is none."""
    day = as_of(request).day
    with office(request).reading() as db:
        one = found(milestones.of(db, MilestoneId(request.path_params["milestone"]), day))
        road = milestones.roadmap(db, day, one["project"])
        traced = trace(db, request, Kind.MILESTONE, one["id"])
        return {"milestone": one, "road": road, "day": day, "traced": traced, **details(db, road, day)}


def may_plan(request: Request) -> bool:
    return bool(visitor(request).offices & PlanMilestone.may)


def details(db: Connection[DictRow], rows: Sequence[DictRow], day: Day) -> dict[str, Any]:
    """What is linked to these milestones, and the figures of the day for which they wait."""
    known = [row["id"] for row in rows]
    names = {condition["figure"] for row in rows for condition in row["conditions"]}
    return {
        "titles": {row["id"]: row["title"] for row in rows},
        "conditions": _conditions(rows, {one.name: one for one in figures.figures(db, day, names)}),
        "decisions": _by_milestone(milestones.decisions(db, known)),
        "pieces": _by_milestone(milestones.pieces(db, known)),
        "history": _by_milestone(row for row in milestones.history(db, known) if row["since"] <= str(day)),
        "counted": COUNTED,
    }


def _conditions(rows: Iterable[DictRow], there: Mapping[str, Figure]) -> dict[str, list[dict[str, Any]]]:
    """Each condition with the number that there is: of that day, or of the day when the milestone was reached."""
    return {
        row["id"]: row["checked"]
        if row["state"] == "reached"
        else [
            {**one, "there": int(there[one["figure"]].amount), "of": there[one["figure"]]} for one in row["conditions"]
        ]
        for row in rows
    }


def _by_milestone(rows: Iterable[DictRow]) -> dict[str, list[DictRow]]:
    found: dict[str, list[DictRow]] = {}
    for row in rows:
        found.setdefault(row["milestone"], []).append(row)
    return found


def picture(road: Sequence[DictRow], told: Mapping[str, Any], key: str) -> str:
    dated = {row["id"]: _day(row) for row in road}
    steps = [
        Step(
            key=row["id"],
            title=row["title"],
            state=_state(row, dated),
            on=dated[row["id"]],
            before=Day(row["before"]) if row["before"] and row["state"] == "postponed" else None,
            after=(*row["after"], *row["after_any"]),
            note=" · ".join(said(one) for one in told["conditions"][row["id"]]),
        )
        for row in road
    ]
    return frise(steps, today().first, key=f"frise-{key}")


def said(condition: Mapping[str, Any]) -> str:
    """« 7 sur 10 structures de l’ESS associées »."""
    return _("%(there)s sur %(least)s %(figure)s", **{**condition, "figure": COUNTED[condition["figure"]]})


def _day(row: DictRow) -> Day | None:
    known = row["reached"] or row["due"]
    return Day(known) if known else None


def _state(row: DictRow, dated: Mapping[str, Day | None]) -> State:
    on = dated[row["id"]]
    before = [day for one in row["after"] if (day := dated.get(one))]
    if row["state"] != "reached" and on and any(on.surely_before(day) for day in before):
        return State.IMPOSSIBLE
    return State(row["state"])


routes = [
    Page("/feuille-de-route", "roadmap", members_and_officers, index),
    Page("/feuille-de-route/{milestone}", "milestone", members_and_officers, show),
]

"""The roadmap: the frise of its milestones, by year, by quarter or whole, the table beside it; on any day."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
from web.listing import files
from web.members import as_of, today
from web.pages import address, render
from web.pictures import frise
from web.pictures.frise import State, Step, Window
from web.traces import trace
from web.visitor import members_and_officers
from web.words.project import COUNTED

_VIEW = re.compile(r"(\d{4})(?:-T([1-4]))?")


@dataclass(frozen=True)
class Zoom:
    """`?vue=2027` or `?vue=2027-T2`; nothing: all of it."""

    asked: str = ""

    @property
    def window(self) -> Window | None:
        read = _VIEW.fullmatch(self.asked)
        if read is None or not 1800 <= int(read[1]) <= 2200:
            return None
        return frise.quarter(int(read[1]), int(read[2])) if read[2] else frise.year(int(read[1]))

    @property
    def title(self) -> str:
        return _("Feuille de route, %(view)s", view=self.asked) if self.window else _("Feuille de route")

    @property
    def year(self) -> str:
        return self.asked[:4] if self.window else ""


def read_zoom(request: Request) -> Zoom:
    return Zoom(request.query_params.get("vue", ""))


def index(request: Request) -> Response:
    day, zoom = as_of(request).day, read_zoom(request)
    known = roads(request, day, zoom)
    views = {"zoom": zoom, "years": _years(known["roads"]), "day": day, "today": today(), "due": due}
    views["files"] = files(request, address(request, "roadmap") + "/jalons")
    return render(request, "project/roadmap.html", {**known, **views, "may_plan": may_plan(request)})


def roads(request: Request, day: Day, zoom: Zoom, width: int | None = None) -> dict[str, Any]:
    """Each project with its milestones as they stood on a day, what is linked to them, and the picture of them."""
    with office(request).reading() as db:
        projects = milestones.projects(db)
        rows = milestones.roadmap(db, day)
        told = details(db, rows, day)
    roads = [(project, [row for row in rows if row["project"] == project["id"]]) for project in projects]
    drawn = {one["id"]: frise.frise(
        steps(road, told), today().first, f"frise-{one['id']}", width, title=zoom.title, window=zoom.window
    ) for one, road in roads if road}  # fmt: skip
    return {"roads": roads, "pictures": drawn, **told}


def _years(roads: Iterable[tuple[DictRow, Sequence[DictRow]]]) -> list[int]:
    """From the first that a milestone names to the last."""
    days = [day for _, road in roads for row in road if (day := due(row))]
    return list(range(min(days).first.year, max(day.last.year for day in days) + 1)) if days else []


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


def steps(road: Sequence[DictRow], told: Mapping[str, Any]) -> list[Step]:
    dated = {row["id"]: due(row) for row in road}
    return [
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


def said(condition: Mapping[str, Any]) -> str:
    """« 7 sur 10 structures de l’ESS associées »."""
    return _("%(there)s sur %(least)s %(figure)s", **{**condition, "figure": COUNTED[condition["figure"]]})


def due(row: Mapping[str, Any]) -> Day | None:
    """When it was reached, or by when it is expected."""
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

"""What moves the roadmap: a project started; a milestone planned, postponed, reached; what is linked to it."""

from collections.abc import Iterable
from typing import Any

from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request

from governance.project.facts import Condition, Counted
from governance.project.plan import PlanMilestone
from governance.project.postpone import PostponeMilestone
from governance.project.reach import ReachMilestone
from governance.words import Day, DecisionId, MilestoneId, ProjectId, Public
from projections.project import milestones
from web.counter import Gesture, found, here, new, office, to
from web.edge.inputs import Count, Name, PartialDay, Text
from web.members import dated_today, today
from web.roadmap import milestone
from web.traces import decided
from web.visitor import board
from web.words.project import COUNTED


class Plan(BaseModel):
    title: Name
    on: PartialDay
    due: PartialDay | None = None
    after: list[Name] = []
    after_any: list[Name] = []
    least: dict[str, Count] = {}
    source: Name | None = None


def plan(form: Plan, request: Request, gesture: str) -> PlanMilestone:
    return _planned(form, MilestoneId(gesture), ProjectId(request.path_params["project"]))


def plan_again(form: Plan, request: Request, gesture: str) -> PlanMilestone:
    one = milestone(request)["milestone"]
    return _planned(form, MilestoneId(one["id"]), ProjectId(one["project"]))


def _planned(form: Plan, milestone: MilestoneId, project: ProjectId) -> PlanMilestone:
    return PlanMilestone(
        milestone=milestone,
        project=project,
        title=Public(form.title),
        on=form.on,
        due=form.due,
        after=tuple(map(MilestoneId, form.after)),
        after_any=tuple(map(MilestoneId, form.after_any)),
        conditions=tuple(Condition(one, form.least[one.value]) for one in Counted if one.value in form.least),
        source=Public(form.source or ""),
    )


def project(request: Request) -> dict[str, Any]:
    """The project in which a milestone is planned, and those that may come before it."""
    identifier = ProjectId(request.path_params["project"])
    with office(request).reading() as db:
        one = found(milestones.project(db, identifier))
        return {"project": one, "before": _titles(milestones.roadmap(db, today(), identifier)), "counted": COUNTED}


def others(request: Request) -> dict[str, Any]:
    """The milestone planned again, and those that may come before it."""
    known = milestone(request)
    return known | {"before": _titles(row for row in known["road"] if row["id"] != known["milestone"]["id"])}


def _titles(road: Iterable[DictRow]) -> list[tuple[str, str]]:
    return [(row["id"], row["title"]) for row in road]


def as_planned(request: Request) -> dict[str, Any]:
    one = milestone(request)["milestone"]
    least = {f"least.{condition['figure']}": condition["least"] for condition in one["conditions"]}
    kept = {name: one[name] for name in ("title", "after", "after_any", "source")}
    return {**kept, **least, "on": typed(today()), "due": typed(Day(one["due"])) if one["due"] else ""}


def typed(day: Day) -> str:
    """A day as somebody would type it: « 31/12/2026 », « 12/2026 », « 2026 »."""
    return "/".join(reversed(str(day).split("-")))


class Postponement(BaseModel):
    due: PartialDay | None = None
    reason: Text
    on: PartialDay


def postpone(form: Postponement, request: Request, gesture: str) -> PostponeMilestone:
    return PostponeMilestone(of(request), form.due, Public(form.reason), form.on)


class Reaching(BaseModel):
    on: PartialDay
    proof: Text | None = None
    decision: Name | None = None
    despite: Text | None = None


def reach(form: Reaching, request: Request, gesture: str) -> ReachMilestone:
    return ReachMilestone(
        milestone=of(request),
        project=ProjectId(milestone(request)["milestone"]["project"]),
        on=form.on,
        proof=Public(form.proof or ""),
        decision=DecisionId(form.decision) if form.decision else None,
        despite=Public(form.despite or ""),
    )


def with_decisions(request: Request) -> dict[str, Any]:
    """The milestone, and the decisions that may say it reached."""
    return milestone(request) | {"options": decided(request)}


def of(request: Request) -> MilestoneId:
    return MilestoneId(request.path_params["milestone"])


to_milestone = to("milestone", milestone=here("milestone"))

routes = [
    Gesture(Plan, "project/plan.html", plan, to("milestone", milestone=new), project, dated_today).page(
        "/projets/{project}/jalons", "plan_milestone", board
    ),
    Gesture(Plan, "project/plan_again.html", plan_again, to_milestone, others, as_planned).page(
        "/feuille-de-route/{milestone}/plan", "plan_again", board
    ),
    Gesture(Postponement, "project/postpone.html", postpone, to_milestone, milestone, dated_today).page(
        "/feuille-de-route/{milestone}/report", "postpone", board
    ),
    Gesture(Reaching, "project/reach.html", reach, to_milestone, with_decisions, dated_today).page(
        "/feuille-de-route/{milestone}/atteinte", "reach", board
    ),
]

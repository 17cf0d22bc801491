"""The roadmap as it was planned on a day beside what it is today: what moved, by how much, why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.project.drift import Drift, Unit, drift
from governance.words import Day
from projections.project import milestones
from web.counter import Page, office
from web.i18n import gettext as _
from web.i18n import ngettext
from web.members import plausible, today
from web.milestones import typed
from web.pages import render
from web.pictures.frise import State, Step, frise
from web.roadmap import details, due, steps
from web.visitor import members_and_officers

PAPER = 1500  # px: the picture across a sheet of A3


def show(request: Request) -> Response:
    """`?depuis=`: the day of the plan that is compared; without it, or where it is no day, a year ago."""
    then = since(request)
    now = today()
    with office(request).reading() as db:
        projects = milestones.projects(db)
        planned = {row["id"]: row for row in milestones.roadmap(db, then)}
        rows = milestones.roadmap(db, now)
        told = details(db, rows, now)
    compared = [
        {**row, **_moved(planned.get(row["id"]), row, told["history"].get(row["id"], []), then)} for row in rows
    ]
    every = [(one, [row for row in compared if row["project"] == one["id"]]) for one in projects]
    shown = [(one, road) for one, road in every if road]
    drawn = {one["id"]: _drawn(one["id"], road, told) for one, road in shown}
    return render(
        request, "project/drift.html", {"roads": shown, "pictures": drawn, "then": then, "typed": typed(then), **told}
    )


def since(request: Request) -> Day:
    try:
        return plausible(request.query_params.get("depuis", ""))
    except ValueError:
        return Day(f"{today().first.year - 1}-{today().first:%m}")


def _moved(before: DictRow | None, row: DictRow, history: Sequence[DictRow], then: Day) -> dict[str, Any]:
    """Where it stood, by how much it moved in words, and every reason that was given since."""
    was, on = due(before) if before else None, due(row)
    why = [one["words"] for one in history if one["what"] == "postponed" and one["since"] > str(then)]
    return {"new": before is None, "was": was, "on": on, "by": _by(before is None, was, on), "why": why}


def _by(new: bool, was: Day | None, on: Day | None) -> str:
    if new:
        return _("prévu depuis")
    if was is None:
        return _("une date est dite") if on else _("toujours sans date")
    if on is None:
        return _("n’a plus de date")
    return "=" if was == on else _shift(drift(was, on))


def _shift(moved: Drift) -> str:
    if not moved.by:
        months = moved.unit is Unit.MONTHS
        return _("même mois, plus ou moins précis") if months else _("même année, plus ou moins précis")
    amount = abs(moved.by)
    match moved.unit:
        case Unit.DAYS:
            words = ngettext("%(num)s jour", "%(num)s jours", amount)
        case Unit.MONTHS:
            words = ngettext("%(num)s mois", "%(num)s mois", amount)
        case Unit.YEARS:
            words = ngettext("%(num)s an", "%(num)s ans", amount)
    return _("%(amount)s plus tard", amount=words) if moved.by > 0 else _("%(amount)s plus tôt", amount=words)


def _drawn(project: str, road: Sequence[Mapping[str, Any]], told: Mapping[str, Any]) -> str:
    """Each step with where it stood on that day, whoever moved it and however often."""
    was = {row["id"]: row["was"] for row in road}

    def ghosted() -> Iterator[Step]:
        for step in steps(list(map(dict, road)), told):
            before = was[step.key] if was[step.key] != step.on else None
            state = State.POSTPONED if before and step.state is State.PLANNED else step.state
            yield replace(step, before=before, state=state)

    return frise(list(ghosted()), today().first, f"ecart-{project}", title=_("Ce qui a bougé"))


routes = [
    Page("/feuille-de-route/ecarts", "drift", members_and_officers, show),
]

"""Planning a meeting, changing its plan, and planning the second call of one that lacked its quorum."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.assembly.plan import PlanAssembly
from governance.statutes.facts import Organ
from governance.words import AssemblyId, Public
from web.assemblies.address import known_meeting, of, to_meeting
from web.counter import Gesture, new, to
from web.edge.inputs import Clock, FrenchDay, Name
from web.visitor import secretariat
from web.words.statutes import STATUTES

ORGANS = [(organ.value, STATUTES[organ.value]) for organ in (Organ.ASSEMBLY, Organ.BOARD)]


class Date(BaseModel):
    """Where and when; the rest of a second call is that of the first."""

    title: Name
    day: FrenchDay
    starts: Clock
    place: Name


class Plan(Date):
    organ: Organ


def plan(form: Plan, request: Request, gesture: str) -> PlanAssembly:
    return _planned(AssemblyId(gesture), form.organ, form)


def change(form: Date, request: Request, gesture: str) -> PlanAssembly:
    meeting = known_meeting(request)["meeting"]
    return _planned(of(request), Organ(meeting["organ"]), form, meeting["second_call_of"])


def call_again(form: Date, request: Request, gesture: str) -> PlanAssembly:
    meeting = known_meeting(request)["meeting"]
    return _planned(AssemblyId(gesture), Organ(meeting["organ"]), form, of(request))


def _planned(assembly: AssemblyId, organ: Organ, form: Date, first: AssemblyId | None = None) -> PlanAssembly:
    starts, title, place = f"{form.starts:%H:%M}", Public(form.title), Public(form.place)
    return PlanAssembly(assembly, organ, title, form.day, starts, place, first)


def organs(request: Request) -> dict[str, Any]:
    return {"organs": ORGANS}


def at_first(request: Request) -> dict[str, Any]:
    return {"organ": Organ.ASSEMBLY}


def as_planned(request: Request) -> dict[str, Any]:
    meeting = known_meeting(request)["meeting"]
    day = "/".join(reversed(meeting["day"].split("-")))
    return {name: meeting[name] for name in ("title", "starts", "place")} | {"day": day}


def elsewhen(request: Request) -> dict[str, Any]:
    """The same, on a day to be found."""
    return as_planned(request) | {"day": ""}


routes = [
    Gesture(Plan, "assembly/plan.html", plan, to("assembly", assembly=new), organs, at_first).page(
        "/assemblees/nouvelle", "plan_assembly", secretariat
    ),
    Gesture(Date, "assembly/change.html", change, to_meeting, known_meeting, as_planned).page(
        "/assemblees/{assembly}/modification", "change_assembly", secretariat
    ),
    Gesture(Date, "assembly/second_call.html", call_again, to("assembly", assembly=new), known_meeting, elsewhen).page(
        "/assemblees/{assembly}/deuxieme-convocation", "second_call", secretariat
    ),
]

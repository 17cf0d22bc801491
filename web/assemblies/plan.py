"""Planning a meeting, and changing its plan. web/assemblies/again.py plans a second call."""

from datetime import datetime, time
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.assembly.facts import Manner, Matter
from governance.assembly.plan import PlanAssembly
from governance.statutes.facts import Organ
from governance.vote.channels import check_channels
from governance.vote.facts import Channel
from governance.words import PARIS, AssemblyId, Public
from web.assemblies.address import known_meeting, of, to_meeting
from web.assemblies.rules import in_force
from web.counter import Gesture, new, office, to
from web.edge.inputs import Clock, FrenchDay, Name
from web.members import today
from web.visitor import secretariat
from web.words.convening import MANNERS
from web.words.statutes import STATUTES

ORGANS = [(organ.value, STATUTES[organ.value]) for organ in (Organ.ASSEMBLY, Organ.BOARD)]


LAST = time(23, 59)


class Date(BaseModel):
    """Where and when; the rest of a second call is that of the first. `until` and `at`: when a consultation ends."""

    title: Name
    day: FrenchDay
    starts: Clock
    place: Name
    manner: Manner = Manner.SESSION
    until: FrenchDay | None = None
    at: Clock | None = None


class Plan(Date):
    organ: Organ


def plan(form: Plan, request: Request, gesture: str) -> PlanAssembly:
    return planned(request, AssemblyId(gesture), form.organ, form)


def change(form: Date, request: Request, gesture: str) -> PlanAssembly:
    meeting = known_meeting(request)["meeting"]
    return planned(request, of(request), Organ(meeting["organ"]), form, meeting["second_call_of"])


def planned(
    request: Request, assembly: AssemblyId, organ: Organ, form: Date, first: AssemblyId | None = None
) -> PlanAssembly:
    if form.manner is Manner.CONSULTATION:
        _check_in_writing(request, organ)
    starts, title, place = f"{form.starts:%H:%M}", Public(form.title), Public(form.place)
    return PlanAssembly(assembly, organ, title, form.day, starts, place, first, form.manner, _ends(form))


def _check_in_writing(request: Request, organ: Organ) -> None:
    """What neither law nor statutes open is refused now rather than once everybody was written to."""
    with office(request).reading() as db:
        known = in_force(db, today())
    if known:
        check_channels(known[1], organ, Matter.GENERAL, [Channel.CONSULTATION])


def _ends(form: Date) -> datetime | None:
    """Until when a consultation is answered; without an hour, until the end of its day."""
    if form.manner is Manner.SESSION or form.until is None:
        return None
    return datetime.combine(form.until.first, form.at or LAST, PARIS)


def organs(request: Request) -> dict[str, Any]:
    return {"organs": ORGANS, "manners": list(MANNERS.items())}


def with_manners(request: Request) -> dict[str, Any]:
    return known_meeting(request) | {"manners": list(MANNERS.items())}


def at_first(request: Request) -> dict[str, Any]:
    return {"organ": Organ.ASSEMBLY, "manner": Manner.SESSION}


def as_planned(request: Request) -> dict[str, Any]:
    meeting = known_meeting(request)["meeting"]
    day = "/".join(reversed(meeting["day"].split("-")))
    ends = meeting["ends"].astimezone(PARIS) if meeting["ends"] else None
    until = {"until": f"{ends:%d/%m/%Y}", "at": f"{ends:%H:%M}"} if ends else {}
    return {name: meeting[name] for name in ("title", "starts", "place", "manner")} | {"day": day, **until}


routes = [
    Gesture(Plan, "assembly/plan.html", plan, to("assembly", assembly=new), organs, at_first).page(
        "/assemblees/nouvelle", "plan_assembly", secretariat
    ),
    Gesture(Date, "assembly/change.html", change, to_meeting, with_manners, as_planned).page(
        "/assemblees/{assembly}/modification", "change_assembly", secretariat
    ),
]

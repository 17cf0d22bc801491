"""A meeting to come: planned with a day, a month or nothing, changed, given up, invited to."""

import re
from collections.abc import Iterable, Iterator
from datetime import time
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.network.facts import MeetingId
from governance.network.meeting_facts import AgendaItem
from governance.network.plan_meeting import CancelMeeting, InviteToMeeting, PlanMeeting
from governance.words import Day, PersonId, Public
from projections.membership.choice import Among
from projections.network import groups, meetings
from web.counter import Gesture, new, office, to
from web.edge.inputs import Clock, Count, FrenchDay, Name, PartialDay, Text, clock
from web.gatherings.known import choices, group_of, meeting_id, meeting_of, shown, the_meeting, to_meeting
from web.i18n import weekday
from web.members import dated_today, today
from web.visitor import board
from web.whom import Whom

_TIMED = re.compile(r"\s*(\d{1,2} ?[hH:] ?\d{0,2})(?:\s*[-–—à]\s*(\d{1,2} ?[hH:] ?\d{0,2}))?\s*[:·;]?\s+(.+)")


class Plan(BaseModel):
    title: Name
    kind: Name | None = None
    number: Count | None = None
    day: PartialDay | None = None
    weekday: Count | None = None
    considered: bool = False
    starts: Clock | None = None
    ends: Clock | None = None
    place: Name | None = None
    group: Name | None = None
    within: Name | None = None
    agenda: Text | None = None


def plan(form: Plan, request: Request, gesture: str) -> PlanMeeting:
    return PlanMeeting(
        meeting=MeetingId(request.path_params.get("meeting", gesture)),
        title=Public(form.title),
        day=form.day,
        weekday=form.weekday,
        firm=not form.considered,
        kind=Public(form.kind or ""),
        number=form.number,
        starts=_hour(form.starts),
        ends=_hour(form.ends),
        place=Public(form.place or ""),
        group=group_of(form.group),
        within=meeting_of(form.within),
        agenda=tuple(agenda(form.agenda or "")),
    )


def _hour(at: time | None) -> str:
    return f"{at:%H:%M}" if at else ""


def agenda(typed: str) -> Iterator[AgendaItem]:
    """One item a line, perhaps after its hours: « 14h45 – 16h30 : travail sur les ateliers »."""
    for line in filter(str.strip, typed.splitlines()):
        if timed := _TIMED.fullmatch(line):
            try:
                starts, ends = (_hour(clock(said.strip())) if said else "" for said in timed.groups()[:2])
            except ValueError:
                pass
            else:
                yield AgendaItem(Public(timed[3].strip()), starts, ends)
                continue
        yield AgendaItem(Public(line.strip()))


def written(items: Iterable[dict[str, str]]) -> str:
    """The agenda as one types it."""
    return "\n".join(f"{_span(one)} : {one['text']}" if one["starts"] else one["text"] for one in items)


def _span(item: dict[str, str]) -> str:
    return f"{item['starts']} – {item['ends']}" if item["ends"] else item["starts"]


def asking(request: Request) -> dict[str, Any]:
    return {**choices(request), "weekdays": [(str(number), weekday(number)) for number in range(1, 8)]}


def following(request: Request) -> dict[str, Any]:
    """`?apres=`: the next meeting of the same group, with what stays open; `?groupe=`: the first."""
    asked = request.query_params
    with office(request).reading() as db:
        before = meetings.of(db, MeetingId(asked["apres"])) if asked.get("apres") else None
        group = group_of(before["working_group"] if before else asked.get("groupe"))
        known = groups.of(db, group) if group else None
        points = meetings.open_of_group(db, group) if group else []
    items = [*(known["standing"] if known else []), *(row["text"] for row in points)]
    same = {"kind": before["kind"], "number": before["number"] and before["number"] + 1} if before else {}
    return {"group": group, "agenda": "\n".join(items), **same}


def as_planned(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        row = the_meeting(db, request)
    day = Day(row["day"]) if row["day"] else None
    return {
        **{name: row[name] for name in ("title", "kind", "number", "starts", "ends", "place", "within")},
        "group": row["working_group"],
        "day": day,
        "considered": "" if row["firm"] else "true",
        "agenda": written(row["agenda"]),
    }


class Giving(BaseModel):
    reason: Name
    on: FrenchDay


def cancel(form: Giving, request: Request, gesture: str) -> CancelMeeting:
    return CancelMeeting(meeting_id(request), Public(form.reason), form.on)


class Invitation(BaseModel):
    on: FrenchDay
    people: list[str] = []


def invite(form: Invitation, request: Request, gesture: str) -> InviteToMeeting:
    return InviteToMeeting(meeting_id(request), tuple(map(PersonId, form.people)), form.on)


def inviting(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"meeting": the_meeting(db, request), "people": Whom(request, Among.REACHABLE)}


def the_usual_ones(request: Request) -> dict[str, Any]:
    """Those who come to the meetings of its group."""
    with office(request).reading() as db:
        usual = meetings.of_group(db, group_of(the_meeting(db, request)["working_group"]))
    return {"on": today(), "people": [one["id"] for one in usual]}


routes = [
    Gesture(Plan, "network/plan.html", plan, to("gathering", meeting=new), asking, following).page(
        "/reseau/reunions/nouvelle", "plan_gathering", board
    ),
    Gesture(Plan, "network/plan.html", plan, to_meeting, lambda r: {**asking(r), **shown(r)}, as_planned).page(
        "/reseau/reunions/{meeting}/plan", "change_gathering", board
    ),
    Gesture(Giving, "network/cancel.html", cancel, to_meeting, shown, dated_today).page(
        "/reseau/reunions/{meeting}/annulation", "cancel_gathering", board
    ),
    Gesture(Invitation, "network/invite.html", invite, to_meeting, inviting, the_usual_ones).page(
        "/reseau/reunions/{meeting}/invitation", "invite", board
    ),
]

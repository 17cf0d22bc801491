"""A meeting that takes place: its day, its count, and who came, was excused or was missed."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.network.hold_meeting import HoldMeeting, NoteAttendance, StrikeAttendance
from governance.network.meeting_facts import AttendanceId, Presence
from governance.network.source_facts import Head
from governance.words import CollegeId, Day, Public, Said
from projections.membership.choice import Among
from projections.network import meetings
from web.counter import Gesture, NoField, found, here, office, to
from web.edge.inputs import Count, Email, Name, PartialDay
from web.gatherings.known import Known, day_of, meeting_id, shown, the_meeting, to_meeting
from web.gatherings.source import counted
from web.members import clear, places, today
from web.visitor import board
from web.whom import Whom
from web.words.network import PRESENCES


class Held(BaseModel):
    on: PartialDay
    place: Name | None = None
    present: Count | None = None
    at_least: Count | None = None
    source: Name | None = None


def hold(form: Held, request: Request, gesture: str) -> HoldMeeting:
    place, source = Public(form.place or ""), Public(form.source or "")
    return HoldMeeting(meeting_id(request), form.on, place, form.present, form.at_least, source)


def as_held(request: Request) -> dict[str, Any]:
    """What was said of it; else the day that was planned, if it has come."""
    with office(request).reading() as db:
        row = the_meeting(db, request)
    planned = Day(row["day"]) if row["day"] and not today().surely_before(Day(row["day"])) else today()
    said = {name: row[name] for name in ("place", "present", "at_least", "source")}
    return {"on": Day(row["held"]) if row["held"] else planned, **said}


class Came(BaseModel):
    organisation: Name | None = None
    person: Name | None = None
    email: Email | None = None
    role: Name | None = None
    presence: Presence
    animates: bool = False
    college: Name | None = None


def note(form: Came, request: Request, gesture: str) -> NoteAttendance:
    who = Known.of(request).party(form.organisation or "", form.person or "", gesture)
    with office(request).reading() as db:
        on = day_of(the_meeting(db, request))
    return NoteAttendance(
        attendance=AttendanceId(gesture),
        meeting=meeting_id(request),
        presence=form.presence,
        on=on,
        organisation=who.organisation,
        member=who.member,
        person=who.person,
        role=Public(form.role or ""),
        animates=form.animates,
        college=CollegeId(form.college) if form.college else None,
        name=who.name,
        email=clear(who.name.of, Said.EMAIL, form.email) if who.name else None,
    )


def sheet(request: Request) -> dict[str, Any]:
    """The sheet of the day, and the names that may be typed again."""
    with office(request).reading() as db:
        row = the_meeting(db, request)
        told = meetings.told(db, meeting_id(request))
        colleges = places(db, day_of(row))["colleges"] or places(db, today())["colleges"]
    added = counted(told["attendance"])
    known = {"meeting": row, "attendance": told["attendance"], "presences": list(PRESENCES.items()), "said": PRESENCES}
    came = {"structures": added[Head.STRUCTURES_PRESENT], "named": added[Head.PEOPLE_PRESENT]}
    offered: dict[str, Any] = {
        "organisations": Whom(request, Among.ORGANISATION).names(),
        "people": Whom(request, Among.PERSON).names(),
        "colleges": list(colleges.items()),
    }
    return {**known, **came, **offered}


def strike(form: NoField, request: Request, gesture: str) -> StrikeAttendance:
    return StrikeAttendance(AttendanceId(request.path_params["attendance"]), meeting_id(request), today())


def struck(request: Request) -> dict[str, Any]:
    known = sheet(request)
    rows = (row for row in known["attendance"] if row["id"] == request.path_params["attendance"])
    return {**known, "row": found(next(rows, None))}


to_sheet = to("who_came", meeting=here("meeting"))
routes = [
    Gesture(Held, "network/hold.html", hold, to_meeting, shown, as_held).page(
        "/reseau/reunions/{meeting}/tenue", "hold_gathering", board
    ),
    Gesture(Came, "network/attendance.html", note, to_sheet, sheet, lambda r: {"presence": Presence.PRESENT}).page(
        "/reseau/reunions/{meeting}/presence", "who_came", board
    ),
    Gesture(NoField, "network/strike.html", strike, to_sheet, struck).page(
        "/reseau/reunions/{meeting}/presence/{attendance}/retrait", "strike_attendance", board
    ),
]

"""The attendance sheet: one button a line, for the secretary at the door; and for each voter, her own."""

from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.attendance import EndAttendance, EndMyAttendance, SignAttendance, SignMyAttendance
from governance.words import CollegeId
from projections.assembly import rolls
from web.assemblies import quorum, rules
from web.assemblies.address import member, of, pressed, the_meeting
from web.counter import Page, office
from web.forms import new_gesture
from web.members import today
from web.pages import address, render
from web.visitor import members_and_officers, secretariat
from web.words import cited
from web.words.assembly import WITHHELD

PAGE = 100


def sheet(request: Request) -> Response:
    return _lines(request, "assembly/attendance.html")


def roll(request: Request) -> Response:
    return _lines(request, "assembly/roll.html")


def _lines(request: Request, template: str) -> Response:
    asked = request.query_params
    college, after = asked.get("college"), (asked.get("nom", ""), asked.get("apres", ""))
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        rows = rolls.lines(db, of(request), after, PAGE + 1, None if college is None else CollegeId(college))
        known = {
            "meeting": meeting,
            "rows": rows[:PAGE],
            "more": rows[PAGE - 1] if len(rows) > PAGE else None,
            "counts": rolls.counts(db, of(request)),
            "withheld": rolls.withheld(db, of(request)),
            "moved": rolls.since_notice(db, of(request)),
            "quorums": quorum.live(db, meeting),
            "colleges": rules.college_names(db, meeting),
        }
    page = {
        "college": college,
        "today": str(today()),
        "new_gesture": new_gesture,
        "cited": cited,
        "reasons": WITHHELD,
    }
    return render(request, template, {**known, **page})


def live_quorum(request: Request) -> Response:
    """The part of the page that follows the sheet while people come in."""
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        known: dict[str, Any] = {"meeting": meeting, "quorums": quorum.live(db, meeting)}
    return render(request, "assembly/_quorum.html", known)


def at_the_door(command: type[SignAttendance] | type[EndAttendance]) -> Any:
    """Back to the line that was pressed, on the page of the sheet where it stands."""
    carry_out = pressed(lambda request: command(of(request), member(request)), _sheet)

    def ticked(request: Request, given: FormData) -> Response:
        answer = carry_out(request, given)
        answer.headers["location"] += f"#line-{member(request)}"
        return answer

    return ticked


def _sheet(request: Request) -> str:
    path = address(request, "attendance", assembly=of(request))
    return f"{path}?{request.url.query}" if request.url.query else path


routes = [
    Page("/assemblees/{assembly}/liste", "roll", members_and_officers, roll),
    Page("/assemblees/{assembly}/quorum", "live_quorum", members_and_officers, live_quorum),
    Page("/assemblees/{assembly}/presence", "attendance", secretariat, sheet),
    Page("/assemblees/{assembly}/presence/{member}", "sign", secretariat, post=at_the_door(SignAttendance)),
    Page(
        "/assemblees/{assembly}/presence/{member}/depart",
        "leave_meeting",
        secretariat,
        post=at_the_door(EndAttendance),
    ),
    Page(
        "/assemblees/{assembly}/ma-presence/{member}",
        "sign_mine",
        members_and_officers,
        post=pressed(lambda request: SignMyAttendance(of(request), member(request))),
    ),
    Page(
        "/assemblees/{assembly}/ma-presence/{member}/depart",
        "leave_mine",
        members_and_officers,
        post=pressed(lambda request: EndMyAttendance(of(request), member(request))),
    ),
]

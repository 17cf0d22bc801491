"""The attendance sheet: one press a person, for whoever keeps the door; and for each voter, her own line."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import AwareDatetime, BaseModel
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.attendance import EndAttendance, EndMyAttendance, SignAttendance, SignMyAttendance
from governance.assembly.remote import doubt, remote_by
from governance.command import Command
from governance.statutes.facts import Organ, Statutes
from governance.words import AssemblyId, CollegeId, StatutesId
from projections.assembly import rolls
from web.assemblies import quorum, rules
from web.assemblies.address import member, of, pressed, the_meeting, to_meeting
from web.assemblies.finding import answering, called, code
from web.counter import Page, found, give, office
from web.forms import new_gesture, read
from web.members import today
from web.pages import address, render
from web.visitor import members_and_officers, secretariat
from web.words import cited
from web.words.assembly import WITHHELD

PAGE = 100
WHOLE_ROLL = 1000  # the sheet holds everybody: at the door there may be no network


class Tick(BaseModel):
    """What a line sends. `at`: when it was pressed, where a device kept it until the network came back."""

    seen: int | None = None
    at: AwareDatetime | None = None
    remote: bool = False


def sheet(request: Request) -> Response:
    college, typed = request.query_params.get("college"), request.query_params.get("q", "")
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        lines = rolls.lines(db, of(request), limit=WHOLE_ROLL, college=None if college is None else CollegeId(college))
        told = rules.of_meeting(db, meeting)
        known = _known(db, request, meeting) | {
            "rows": answering(lines, typed),
            **(_from_afar(db, meeting, told) if told else {"remote": None, "doubt": None}),
        }
    page = {"college": college, "typed": typed, "code": code, "called": called, "cited": cited}
    page["now"] = datetime.now(UTC).isoformat(timespec="seconds")
    return render(request, "assembly/attendance.html", known | page)


def _from_afar(db: Connection[DictRow], meeting: dict[str, Any], told: Statutes) -> dict[str, Any]:
    """Whether whoever follows live counts as there, and what may speak against it."""
    allowed, organ = remote_by(told), Organ(meeting["organ"])
    argued = doubt(told, organ, rules.on_agenda(db, AssemblyId(meeting["id"]))) if allowed else None
    return {"remote": allowed, "doubt": argued}


def roll(request: Request) -> Response:
    after = (request.query_params.get("nom", ""), request.query_params.get("apres", ""))
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        rows = rolls.lines(db, of(request), after, PAGE + 1)
        known = _known(db, request, meeting) | {
            "rows": rows[:PAGE],
            "more": rows[PAGE - 1] if len(rows) > PAGE else None,
            "withheld": rolls.withheld(db, of(request)),
            "moved": rolls.since_notice(db, of(request)),
        }
    return render(request, "assembly/roll.html", known | {"cited": cited, "reasons": WITHHELD})


def _known(db: Connection[DictRow], request: Request, meeting: dict[str, Any]) -> dict[str, Any]:
    """What the sheet and the roll both show."""
    return {
        "meeting": meeting,
        "counts": rolls.counts(db, of(request)),
        "quorums": quorum.live(db, meeting),
        "colleges": rules.college_names(db, meeting),
        "today": str(today()),
        "new_gesture": new_gesture,
    }


def live_quorum(request: Request) -> Response:
    """The part of the page that follows the sheet while people come in."""
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        known: dict[str, Any] = {"meeting": meeting, "quorums": quorum.live(db, meeting)}
    return render(request, "assembly/_quorum.html", known)


def ticked(
    command: Callable[[Request, Tick], Command], leads: Callable[[Request, str], str]
) -> Callable[[Request, FormData], Response]:
    def carry_out(request: Request, given: FormData) -> Response:
        form = read(Tick, given)
        return give(request, command(request, found(form.value)), form.gesture, leads(request, form.gesture))

    return carry_out


def arrives(by: type[SignAttendance]) -> Callable[[Request, Tick], Command]:
    def command(request: Request, tick: Tick) -> SignAttendance:
        under = _sealed_under(request) if tick.remote else None
        return by(of(request), member(request), tick.at, tick.seen, tick.remote, under)

    return command


def leaves(request: Request, tick: Tick) -> EndAttendance:
    return EndAttendance(of(request), member(request), tick.at, tick.seen)


def _sealed_under(request: Request) -> StatutesId | None:
    with office(request).reading() as db:
        return the_meeting(db, request)["statutes"]  # type: ignore[no-any-return]  # a row of the register


def at_the_door(command: Callable[[Request, Tick], Command]) -> Callable[[Request, FormData], Response]:
    """Back to the line that was pressed, on the page of the sheet where it stands."""
    carry_out = ticked(command, _sheet)

    def line(request: Request, given: FormData) -> Response:
        answer = carry_out(request, given)
        answer.headers["location"] += f"#line-{member(request)}"
        return answer

    return line


def _sheet(request: Request, gesture: str) -> str:
    path = address(request, "attendance", assembly=of(request))
    return f"{path}?{request.url.query}" if request.url.query else path


routes = [
    Page("/assemblees/{assembly}/liste", "roll", members_and_officers, roll),
    Page("/assemblees/{assembly}/quorum", "live_quorum", members_and_officers, live_quorum),
    Page("/assemblees/{assembly}/presence", "attendance", secretariat, sheet),
    Page("/assemblees/{assembly}/presence/{member}", "sign", secretariat, post=at_the_door(arrives(SignAttendance))),
    Page("/assemblees/{assembly}/presence/{member}/depart", "leave_meeting", secretariat, post=at_the_door(leaves)),
    Page(
        "/assemblees/{assembly}/ma-presence/{member}",
        "sign_mine",
        members_and_officers,
        post=ticked(arrives(SignMyAttendance), to_meeting),
    ),
    Page(
        "/assemblees/{assembly}/ma-presence/{member}/depart",
        "leave_mine",
        members_and_officers,
        post=pressed(lambda request: EndMyAttendance(of(request), member(request))),
    ),
]

"""What every page of an assembly reads in its address, and the forms of one button."""

from collections.abc import Callable
from datetime import datetime, time
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import NoMatchFound

from governance.command import Command
from governance.words import PARIS, AssemblyId, Day, MemberId
from projections.assembly import meetings
from web.counter import NoField, found, give, here, office, to
from web.forms import read
from web.pages import address

to_meeting = to("assembly", assembly=here("assembly"))


def of(request: Request) -> AssemblyId:
    return AssemblyId(request.path_params["assembly"])


def member(request: Request) -> MemberId:
    return MemberId(request.path_params["member"])


def the_meeting(db: Connection[DictRow], request: Request) -> dict[str, Any]:
    """The meeting of this address; a 404 where there is none."""
    meeting: dict[str, Any] = found(meetings.of(db, of(request)))
    return meeting


def known_meeting(request: Request) -> dict[str, Any]:
    """What a form about a meeting shows besides itself."""
    with office(request).reading() as db:
        return {"meeting": the_meeting(db, request)}


def begins(meeting: dict[str, Any]) -> datetime:
    """The hour of a meeting, in Paris."""
    return datetime.combine(Day(meeting["day"]).first, time.fromisoformat(meeting["starts"]), PARIS)


def pressed(
    command: Callable[[Request], Command], leads: Callable[[Request], str] | None = None
) -> Callable[[Request, FormData], Response]:
    """A form of one button: the command it gives, and where it leads (to the meeting)."""

    def carry_out(request: Request, given: FormData) -> Response:
        gesture = read(NoField, given).gesture
        return give(request, command(request), gesture, leads(request) if leads else to_meeting(request, gesture))

    return carry_out


def link(request: Request, name: str, **params: str) -> str | None:
    """The address of a page of another room, None where this site does not have it."""
    try:
        return address(request, name, **params)
    except NoMatchFound:
        return None

"""Resolutions: put on the agenda, taken off."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.assembly.facts import Backing, Matter
from governance.assembly.table import TableResolution, WithdrawResolution
from governance.statutes.facts import Kind
from governance.words import Public, ResolutionId
from projections.assembly import meetings
from web.assemblies.address import known_meeting, of, the_meeting, to_meeting
from web.counter import Gesture, NoField, found, office
from web.edge.inputs import Name, Text
from web.visitor import secretariat
from web.words.assembly import BACKINGS


class Resolution(BaseModel):
    title: Name
    text: Text
    kind: Kind
    persons: bool = False
    backing: Backing = Backing.PRESENTED


def table(form: Resolution, request: Request, gesture: str) -> TableResolution:
    matter = Matter.PERSONS if form.persons else Matter.GENERAL
    title, text = Public(form.title), Public(form.text)
    return TableResolution(of(request), ResolutionId(gesture), form.kind, matter, title, text, form.backing)


def withdraw(form: NoField, request: Request, gesture: str) -> WithdrawResolution:
    return WithdrawResolution(of(request), ResolutionId(request.path_params["resolution"]))


def to_withdraw(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        wanted = request.path_params["resolution"]
        on_it = [one for one in meetings.agenda(db, of(request)) if one["id"] == wanted]
        return {"meeting": meeting, "resolution": found(next(iter(on_it), None))}


def with_backings(request: Request) -> dict[str, Any]:
    return known_meeting(request) | {"backings": BACKINGS}


def ordinary(request: Request) -> dict[str, Any]:
    return {"kind": Kind.ORDINARY, "backing": Backing.PRESENTED}


routes = [
    Gesture(Resolution, "assembly/table.html", table, to_meeting, with_backings, ordinary).page(
        "/assemblees/{assembly}/resolutions/nouvelle", "table_resolution", secretariat
    ),
    Gesture(NoField, "assembly/withdraw.html", withdraw, to_meeting, to_withdraw).page(
        "/assemblees/{assembly}/resolutions/{resolution}/retrait", "withdraw_resolution", secretariat
    ),
]

"""A second call: of what lacked its quorum, or in a SARL of what half of all the members did not adopt."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request

from governance.assembly.plan import PlanAssembly
from governance.statutes.facts import Organ
from governance.vote.again import ConsultAgain, outvoted
from governance.words import AssemblyId, VoteId
from projections.vote import votes
from web.assemblies.address import known_meeting, of
from web.assemblies.plan import Date, as_planned, planned, with_manners
from web.counter import Gesture, new, office, to
from web.visitor import secretariat


def missed(db: Connection[DictRow], first: AssemblyId) -> tuple[VoteId, ...]:
    """The votes of a meeting whose resolutions come back before the members, as the law of the SARL has it."""
    counted = [(row, votes.result(row)) for row in votes.of_assembly(db, first)]
    return tuple(VoteId(row["id"]) for row, count in counted if count and outvoted(votes.opening(row).rules, count))


def call_again(form: Date, request: Request, gesture: str) -> PlanAssembly | ConsultAgain:
    first = known_meeting(request)["meeting"]
    told = planned(request, AssemblyId(gesture), Organ(first["organ"]), form, of(request))
    with office(request).reading() as db:
        held = missed(db, of(request))
    if not held:
        return told
    when = (told.title, told.day, told.starts, told.place, told.manner, told.ends)
    return ConsultAgain(told.assembly, of(request), held, *when)


def elsewhen(request: Request) -> dict[str, Any]:
    """The same, on days to be found."""
    return as_planned(request) | {"day": "", "until": ""}


routes = [
    Gesture(Date, "assembly/second_call.html", call_again, to("assembly", assembly=new), with_manners, elsewhen).page(
        "/assemblees/{assembly}/deuxieme-convocation", "second_call", secretariat
    ),
]

"""Points that members ask for, and what is answered; a revocation that is raised in session."""

from fractions import Fraction
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.assembly.clock import Step
from governance.assembly.convening_facts import PointId
from governance.assembly.facts import Backing, Matter
from governance.assembly.requests import AnswerPoint, RequestPoint
from governance.assembly.table import TableRevocation
from governance.statutes.facts import Kind
from governance.words import MemberId, Public, ResolutionId
from projections.assembly import convening
from projections.membership import roster
from projections.membership.members import AsOf
from projections.paging import Sought
from web.assemblies.address import known_meeting, of, the_meeting, to_meeting
from web.assemblies.preparation import back, prepared
from web.counter import Gesture, found, office
from web.edge.inputs import FrenchDay, Name, Text
from web.i18n import part
from web.members import dated_today, today
from web.visitor import secretariat
from web.words import cited
from web.words.assembly import BACKINGS
from web.words.statutes import STATUTES


class Point(BaseModel):
    members: list[Name]
    title: Name
    text: Text
    kind: Kind
    persons: bool = False
    on: FrenchDay


def ask(form: Point, request: Request, gesture: str) -> RequestPoint:
    matter = Matter.PERSONS if form.persons else Matter.GENERAL
    members = tuple(map(MemberId, form.members))
    said = (Public(form.title), Public(form.text), form.kind, matter, form.on)
    return RequestPoint(PointId(gesture), of(request), members, *said)


def asking(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        everybody = [(row["id"], row["name"] or row["id"]) for row in roster.whole(db, Sought(AsOf(today())))]
        told = prepared(db, meeting)
        limit = told.on(Step.REQUESTS) if told else None
        return {"meeting": meeting, "members": everybody, "limit": limit, "cited": cited}


def ordinary_today(request: Request) -> dict[str, Any]:
    return {"kind": Kind.ORDINARY, **dated_today(request)}


class Answer(BaseModel):
    accepted: bool
    backing: Backing = Backing.NEITHER
    reason: Text | None = None


def answer(form: Answer, request: Request, gesture: str) -> AnswerPoint:
    point = PointId(request.path_params["point"])
    return AnswerPoint(
        point, of(request), form.accepted, ResolutionId(gesture), form.backing, Public(form.reason or "")
    )


def asked(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        points = convening.points(db, of(request))
        meeting = the_meeting(db, request)
    one = found(next((row for row in points if row["id"] == request.path_params["point"]), None))
    shown = {name: part(Fraction(one[name])) for name in ("held", "needed") if one[name]}
    enough = one["needed"] is not None and Fraction(one["held"]) >= Fraction(one["needed"])
    backings = [(key, words) for key, words in BACKINGS.items() if key != Backing.PRESENTED.value]
    return {
        "meeting": meeting,
        "point": one | shown | {"binding": enough},
        "backings": backings,
        "bases": STATUTES,
        "cited": cited,
    }


def revoking(request: Request) -> dict[str, Any]:
    return known_meeting(request) | {"cited": cited}


class Revocation(BaseModel):
    title: Name
    text: Text


def revoke(form: Revocation, request: Request, gesture: str) -> TableRevocation:
    return TableRevocation(of(request), ResolutionId(gesture), Public(form.title), Public(form.text))


routes = [
    Gesture(Point, "assembly/request_point.html", ask, back, asking, ordinary_today).page(
        "/assemblees/{assembly}/demandes/nouvelle", "request_point", secretariat
    ),
    Gesture(Answer, "assembly/answer_point.html", answer, back, asked).page(
        "/assemblees/{assembly}/demandes/{point}", "answer_point", secretariat
    ),
    Gesture(Revocation, "assembly/revoke.html", revoke, to_meeting, revoking).page(
        "/assemblees/{assembly}/resolutions/revocation", "table_revocation", secretariat
    ),
]

"""Points that members ask for, and what is answered; a revocation that is raised in session."""

from fractions import Fraction
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.clock import Step
from governance.assembly.convening_facts import PointId
from governance.assembly.facts import Backing, Matter
from governance.assembly.requests import AnswerPoint, JoinPoint, RequestMyPoint, RequestPoint
from governance.assembly.table import TableRevocation
from governance.statutes.facts import Kind
from governance.words import MemberId, Public, ResolutionId
from projections.assembly import convening
from projections.membership.choice import Among
from web import kept
from web.assemblies.address import known_meeting, of, pressed, the_meeting, to_meeting
from web.assemblies.preparation import back, prepared
from web.counter import Gesture, Page, found, here, office, to, visitor
from web.edge.inputs import FrenchDay, Name, Text
from web.forms import new_gesture
from web.i18n import part
from web.members import dated_today, today
from web.pages import render
from web.visitor import members_and_officers, secretariat
from web.whom import Whom
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
        return {**_meeting(db, request), "members": Whom(request, Among.MEMBER), "mine": False}


def _meeting(db: Connection[DictRow], request: Request) -> dict[str, Any]:
    """With the last day on which its requests are received."""
    meeting = the_meeting(db, request)
    told = prepared(db, meeting)
    return {"meeting": meeting, "limit": told.on(Step.REQUESTS) if told else None, "cited": cited}


def ordinary(request: Request) -> dict[str, Any]:
    return {"kind": Kind.ORDINARY}


def ordinary_today(request: Request) -> dict[str, Any]:
    return {**ordinary(request), **dated_today(request)}


class MyPoint(BaseModel):
    """`members`: those for whom she asks, of those for whom she speaks."""

    members: list[Name] = []
    title: Name
    text: Text
    kind: Kind
    persons: bool = False


def ask_mine(form: MyPoint, request: Request, gesture: str) -> RequestMyPoint:
    matter = Matter.PERSONS if form.persons else Matter.GENERAL
    members = tuple(map(MemberId, form.members)) or visitor(request).members
    said = (Public(form.title), Public(form.text), form.kind, matter, today())
    return RequestMyPoint(PointId(gesture), of(request), members, *said)


def asking_mine(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        mine = [(one, kept.name(db, one)) for one in visitor(request).members]
        return {**_meeting(db, request), "members": mine if len(mine) > 1 else [], "mine": True}


def points(request: Request) -> Response:
    """What was asked for this meeting: how far each request is, and whether the reader may join."""
    with office(request).reading() as db:
        known, told = _meeting(db, request), convening.points(db, of(request))
    mine, meeting = visitor(request).members, known["meeting"]
    known |= {
        "points": [_measured(one) | {"joined": set(mine) <= set(one["members"])} for one in told],
        "may": bool(mine) and meeting["state"] in ("planned", "convened") and not meeting["second_call_of"],
    }
    return render(request, "assembly/points.html", {**known, "bases": STATUTES, "new_gesture": new_gesture})


def join(request: Request) -> JoinPoint:
    return JoinPoint(PointId(request.path_params["point"]), of(request), visitor(request).members)


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
    backings = [(key, words) for key, words in BACKINGS.items() if key != Backing.PRESENTED.value]
    return {
        "meeting": meeting,
        "point": _measured(one),
        "backings": backings,
        "bases": STATUTES,
        "cited": cited,
    }


def _measured(one: DictRow) -> dict[str, Any]:
    """A request with its parts as they are read, and whether they are enough."""
    shown = {name: part(Fraction(one[name])) for name in ("held", "needed") if one[name]}
    enough = one["needed"] is not None and Fraction(one["held"]) >= Fraction(one["needed"])
    return one | shown | {"binding": enough}


def revoking(request: Request) -> dict[str, Any]:
    return known_meeting(request) | {"cited": cited}


class Revocation(BaseModel):
    title: Name
    text: Text


def revoke(form: Revocation, request: Request, gesture: str) -> TableRevocation:
    return TableRevocation(of(request), ResolutionId(gesture), Public(form.title), Public(form.text))


to_points = to("points", assembly=here("assembly"))
joined = pressed(join, lambda request: to_points(request, ""))

routes = [
    Page("/assemblees/{assembly}/demandes", "points", members_and_officers, points),
    Gesture(MyPoint, "assembly/request_point.html", ask_mine, to_points, asking_mine, ordinary).page(
        "/assemblees/{assembly}/mes-demandes/nouvelle", "request_my_point", members_and_officers
    ),
    Page("/assemblees/{assembly}/demandes/{point}/soutien", "join_point", members_and_officers, post=joined),
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

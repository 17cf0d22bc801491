"""Convening: the last day on which the notice may leave is on the page before anybody presses the button."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request

from governance.assembly.convene import POWERS_STAND, Convene
from governance.assembly.convener import may_convene
from governance.assembly.convening_facts import Convener
from governance.assembly.deadline import full_days
from governance.membership.consent import DEMANDED
from governance.statutes.facts import Organ
from governance.words import AssemblyId, Day, MemberId, Public, StatutesId
from projections.assembly import meetings
from projections.membership import consents
from projections.membership.choice import Among
from web.assemblies import rules
from web.assemblies.address import of, the_meeting, to_meeting
from web.assemblies.preparation import prepared
from web.counter import Gesture, office
from web.edge.inputs import FrenchDay, Name, Text
from web.members import today
from web.visitor import secretariat
from web.whom import Whom
from web.words import cited
from web.words.convening import CONVENERS, PIECES


class Notice(BaseModel):
    version: str
    on: FrenchDay
    convener: Convener | None = None
    capacity: Name | None = None
    members: list[Name] = []
    despite: Text | None = None
    first: str | None = None


def convene(form: Notice, request: Request, gesture: str) -> Convene:
    first = AssemblyId(form.first) if form.first else None
    named = (form.convener, Public(form.capacity or ""), tuple(map(MemberId, form.members)))
    return Convene(of(request), StatutesId(form.version), form.on, Public(form.despite or ""), first, *named)


def shown(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        required = rules.required(db, meeting, today())
        return {
            "meeting": meeting,
            "agenda": meetings.agenda(db, of(request)),
            "required": required,
            "latest": required and required.latest(Day(meeting["day"])),
            "given": full_days(today(), Day(meeting["day"])),
            "cited": cited,
            "powers_stand": _powers_stand(db),
            "conveners": [(one.value, CONVENERS[one.value]) for one in _conveners(db, meeting)],
            "members": Whom(request, Among.MEMBER),
            "missing": _missing(db, meeting),
            "pieces": PIECES,
            **_by_letter(db, meeting),
        }


def _powers_stand(db: Connection[DictRow]) -> str:
    known = rules.in_force(db, today())
    return POWERS_STAND.get(known[1].form, "") if known else ""


def _conveners(db: Connection[DictRow], meeting: dict[str, Any]) -> list[Convener]:
    known = rules.in_force(db, today())
    return list(may_convene(known[1].form, Organ(meeting["organ"]))) if known else list(Convener)


def _missing(db: Connection[DictRow], meeting: dict[str, Any]) -> list[str]:
    """The documents that should go with the notice, and are not there."""
    told = prepared(db, meeting)
    return [one.piece.value for one in told.missing()] if told else []


def _by_letter(db: Connection[DictRow], meeting: dict[str, Any]) -> dict[str, Any]:
    """Who must be convened by letter, for want of an agreement that the law of the form demands, and its article."""
    known = rules.in_force(db, today())
    article = DEMANDED.get(known[1].form, "") if known and meeting["organ"] == Organ.ASSEMBLY.value else ""
    return {"by_letter": consents.lacking(db, today()) if article else [], "by_letter_article": article}


def in_force_today(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        known, meeting = rules.in_force(db, today()), the_meeting(db, request)
        usual = _conveners(db, meeting)[0]
    told = {"on": today(), "version": known[0] if known else "", "first": meeting["second_call_of"]}
    return {**told, "convener": usual}


routes = [
    Gesture(Notice, "assembly/convene.html", convene, to_meeting, shown, in_force_today).page(
        "/assemblees/{assembly}/convocation", "convene", secretariat
    )
]

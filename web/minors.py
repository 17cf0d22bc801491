"""Minors who are members at the counter: who is their guardian, and the day when they come of age."""

from pydantic import BaseModel
from starlette.requests import Request

from governance.membership.minor import NameGuardian, ReachMajority
from governance.words import PersonId
from web.counter import Gesture
from web.edge.inputs import FrenchDay, Name
from web.members import dated_today, member
from web.people import candidates, person, to_sheet
from web.visitor import secretariat


class Guardian(BaseModel):
    guardian: Name
    on: FrenchDay


def name_guardian(form: Guardian, request: Request, gesture: str) -> NameGuardian:
    return NameGuardian(member(request), PersonId(form.guardian), form.on)


class Majority(BaseModel):
    on: FrenchDay


def reach_majority(form: Majority, request: Request, gesture: str) -> ReachMajority:
    return ReachMajority(member(request), form.on)


routes = [
    Gesture(Guardian, "membership/guardian.html", name_guardian, to_sheet, candidates, dated_today).page(
        "/membres/{member}/representant-legal", "name_guardian", secretariat
    ),
    Gesture(Majority, "membership/majority.html", reach_majority, to_sheet, person).page(
        "/membres/{member}/majorite", "reach_majority", secretariat
    ),
]

"""What anybody may read of me, or of her, in the public directory: field by field, taken back at any time."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.membership.person_facts import Shown, Way
from governance.membership.show_contact import ShowContact, ShowMyContact
from governance.words import Day, PersonId
from projections.membership import consents, persons
from web.counter import Gesture, found, office, to, visitor
from web.edge.inputs import FrenchDay
from web.members import today
from web.people import to_sheet
from web.visitor import secretariat, signed_in
from web.words.membership import SHOWN, WAYS


class Mine(BaseModel):
    shown: list[Shown] = []


class Hers(Mine):
    way: Way
    on: FrenchDay


def show_mine(form: Mine, request: Request, gesture: str) -> ShowMyContact:
    return ShowMyContact(visitor(request).person, tuple(form.shown), Way.PAGE, today())


def show_hers(form: Hers, request: Request, gesture: str) -> ShowContact:
    return ShowContact(_her(request), tuple(form.shown), form.way, form.on)


def _her(request: Request) -> PersonId:
    return PersonId(request.path_params.get("member") or visitor(request).person)


def choices(request: Request) -> dict[str, Any]:
    """Each field with what would be read; what nobody knows of her cannot be shown."""
    with office(request).reading() as db:
        known = found(persons.of(db, _her(request)))
    asked = [(one.value, SHOWN[one.value], known[one.value]) for one in Shown if known[one.value]]
    return {"person": known, "asked": asked, "ways": list(WAYS.items())}


def as_said(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        said: dict[str, list[str] | Day] = {"shown": consents.shown(db, _her(request))}
    return {**said, "on": today()} if "member" in request.path_params else said


routes = [
    Gesture(Mine, "rights/show_mine.html", show_mine, to("space"), choices, as_said).page(
        "/mon-espace/annuaire", "show_mine", signed_in
    ),
    Gesture(Hers, "membership/show_hers.html", show_hers, to_sheet, choices, as_said).page(
        "/membres/{member}/annuaire", "show_hers", secretariat
    ),
]

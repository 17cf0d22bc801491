"""Persons: how to reach them, whom they represent, which office they hold, and how they come in without e-mail."""

from typing import Any

from pydantic import BaseModel
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from governance.membership.office import GIVEN, LeaveOffice, TakeOffice
from governance.membership.person import ChangeContact, NameRepresentative, RegisterPerson
from governance.words import Clear, CollegeId, MemberId, Office, PersonId, Public, Said
from projections.membership import persons
from projections.membership.choice import Among
from web import entrances, organs
from web.counter import Gesture, Page, found, here, office, to
from web.edge.inputs import Email, FrenchDay, Name, Phone, Text
from web.forms import new_gesture
from web.members import clear, dated_today, today
from web.pages import render
from web.visitor import secretariat
from web.whom import Whom
from web.words.common import OFFICES


class Contact(BaseModel):
    email: Email | None = None
    phone: Phone | None = None
    address: Text | None = None


def change(form: Contact, request: Request, gesture: str) -> ChangeContact:
    person = request.path_params["member"]
    return ChangeContact(
        person=PersonId(person),
        email=clear(person, Said.EMAIL, form.email),
        phone=clear(person, Said.PHONE, form.phone),
        address=clear(person, Said.ADDRESS, form.address),
    )


def person(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"person": found(persons.of(db, request.path_params["member"]))}


def reached(request: Request) -> dict[str, Any]:
    known = person(request)["person"]
    return {name: known[name] for name in ("email", "phone", "address")}


class Representative(BaseModel):
    person: Name
    on: FrenchDay
    until: FrenchDay | None = None
    deliberation: Name | None = None


def represent(form: Representative, request: Request, gesture: str) -> NameRepresentative:
    return NameRepresentative(
        member=MemberId(request.path_params["member"]),
        person=PersonId(form.person),
        on=form.on,
        deliberation=Public(form.deliberation or ""),
        until=form.until,
    )


def candidates(request: Request) -> dict[str, Any]:
    return {**person(request), "people": Whom(request, Among.PERSON)}


class Newcomer(BaseModel):
    name: Name
    email: Email | None = None


def register(form: Newcomer, request: Request, gesture: str) -> RegisterPerson:
    who = PersonId(gesture)
    return RegisterPerson(who, Clear(who, Said.NAME, form.name), clear(gesture, Said.EMAIL, form.email))


class Mandate(BaseModel):
    person: Name
    office: Office
    on: FrenchDay
    until: FrenchDay | None = None
    college: Name | None = None
    provisional: bool = False


def take(form: Mandate, request: Request, gesture: str) -> TakeOffice:
    seat = CollegeId(form.college) if form.college else None
    return TakeOffice(PersonId(form.person), form.office, form.on, form.until, seat, form.provisional)


def to_give(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        seats = organs.seats(db, today())
    given = [(one.value, OFFICES[one.value]) for one in Office if one in GIVEN]
    return {"people": Whom(request, Among.PERSON), "given": given, "seats": seats}


def at_first(request: Request) -> dict[str, Any]:
    """Whoever comes from a vacant seat names somebody provisionally."""
    vacant = "provisoire" in request.query_params
    return {**dated_today(request), **({"office": Office.BOARD.value, "provisional": "true"} if vacant else {})}


class End(BaseModel):
    on: FrenchDay


def leave(form: End, request: Request, gesture: str) -> LeaveOffice:
    return LeaveOffice(PersonId(request.path_params["member"]), _office(request), form.on)


def _office(request: Request) -> Office:
    named = request.path_params["office"]
    held: Office = found(next((one for one in Office if one.value == named), None))
    return held


def holder(request: Request) -> dict[str, Any]:
    return {**person(request), "office": _office(request).value, "offices": OFFICES}


def ask_code(request: Request) -> Response:
    return render(request, "membership/code.html", {**person(request), "code": None, "gesture": new_gesture()})


def print_code(request: Request, given: FormData) -> Response:
    """A code shown once, to be printed and handed over: the table keeps its digest only."""
    known = person(request)
    with office(request).reading() as db:
        code = entrances.code(db, PersonId(known["person"]["id"]))
    return render(request, "membership/code.html", {**known, "code": code, "gesture": ""})


to_sheet = to("member", member=here("member"))

routes = [
    Gesture(Newcomer, "membership/register.html", register, to("take_office")).page(
        "/personnes/nouvelle", "register_person", secretariat
    ),
    Gesture(Contact, "membership/contact.html", change, to_sheet, person, reached).page(
        "/membres/{member}/coordonnees", "contact", secretariat
    ),
    Gesture(Representative, "membership/represent.html", represent, to_sheet, candidates, dated_today).page(
        "/membres/{member}/representant", "represent", secretariat
    ),
    Page("/membres/{member}/code", "print_code", secretariat, ask_code, print_code),
    Gesture(Mandate, "membership/take_office.html", take, to("mandates"), to_give, at_first).page(
        "/mandats/nouveau", "take_office", secretariat
    ),
    Gesture(End, "membership/leave_office.html", leave, to("mandates"), holder, dated_today).page(
        "/mandats/{member}/{office}/fin", "leave_office", secretariat
    ),
]

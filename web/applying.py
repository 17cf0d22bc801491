"""Applying for membership: a person, or an organisation with who speaks for it."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.membership.apply import ApplyAsOrganisation, ApplyAsPerson
from governance.membership.facts import ActorKind
from governance.words import CategoryId, Clear, CollegeId, MemberId, PersonId, Public, Said
from web.counter import Gesture, new, office, to
from web.edge.inputs import Email, FrenchDay, Name, Phone, Siren, Text
from web.members import clear, dated_today, places, today
from web.visitor import secretariat
from web.words.membership import CATEGORY_OF_ACTOR


class Place(BaseModel):
    category: Name
    college: Name | None = None
    on: FrenchDay


class Person(Place):
    name: Name
    email: Email | None = None
    phone: Phone | None = None
    address: Text | None = None


class Organisation(Place):
    name: Name
    kind: ActorKind
    public_body: bool = False
    siren: Siren | None = None
    seat: Text | None = None
    representative_name: Name
    representative_email: Email | None = None
    deliberation: Text | None = None


def shown_places(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"places": places(db, today()), "actors": CATEGORY_OF_ACTOR}


def apply_as_person(form: Person, request: Request, gesture: str) -> ApplyAsPerson:
    return ApplyAsPerson(
        person=PersonId(gesture),
        name=Clear(PersonId(gesture), Said.NAME, form.name),
        category=CategoryId(form.category),
        college=CollegeId(form.college) if form.college else None,
        on=form.on,
        email=clear(gesture, Said.EMAIL, form.email),
        phone=clear(gesture, Said.PHONE, form.phone),
        address=clear(gesture, Said.ADDRESS, form.address),
    )


def apply_as_organisation(form: Organisation, request: Request, gesture: str) -> ApplyAsOrganisation:
    representative = f"{gesture}.representative"
    return ApplyAsOrganisation(
        member=MemberId(gesture),
        name=Public(form.name),
        kind=form.kind,
        public_body=form.public_body,
        siren=Public(form.siren or ""),
        seat=Public(form.seat or ""),
        representative=PersonId(representative),
        representative_name=Clear(PersonId(representative), Said.NAME, form.representative_name),
        representative_email=clear(representative, Said.EMAIL, form.representative_email),
        deliberation=Public(form.deliberation or ""),
        category=CategoryId(form.category),
        college=CollegeId(form.college) if form.college else None,
        on=form.on,
    )


routes = [
    Gesture(
        Person, "membership/apply_person.html", apply_as_person, to("member", member=new), shown_places, dated_today
    ).page("/membres/candidatures/personne", "apply_person", secretariat),
    Gesture(
        Organisation,
        "membership/apply_organisation.html",
        apply_as_organisation,
        to("member", member=new),
        shown_places,
        dated_today,
    ).page("/membres/candidatures/organisation", "apply_organisation", secretariat),
]

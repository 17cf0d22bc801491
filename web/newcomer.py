"""« Nouvel associé »: one page for an application, the shares and what is paid of them; one print for all of it. And
the application of somebody whom the cooperative knows already.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BaseModel, Field
from starlette.requests import Request

from governance.capital.pay import Pay
from governance.capital.subscribe import Subscribe
from governance.command import Command, Refused
from governance.membership.apply import ApplyAgain
from governance.membership.consent import AgreeToNotice
from governance.membership.person_facts import Purpose, Way
from governance.words import CategoryId, CollegeId, Day, MemberId, PersonId, Said, SubscriptionId
from projections.statutes import versions
from web.applying import Organisation, Person, Place, apply_as_organisation, apply_as_person
from web.counter import Gesture, new, office, to
from web.edge.inputs import Amount, Count, Name, Text
from web.members import clear, dated_today, member, places, sheet, to_sheet, today
from web.visitor import board, secretariat
from web.words.membership import CATEGORY_OF_ACTOR


class Shares(BaseModel):
    """Nothing of it where the statutes have no capital."""

    shares: Annotated[Count, Field(ge=1, le=1_000_000)] | None = None
    amount: Amount | None = None
    reference: Name | None = None


class NewPerson(Person, Shares):
    """`by_email`: ticked on the application that she signed."""

    address: Text
    by_email: bool = False


class NewOrganisation(Organisation, Shares):
    seat: Text
    by_email: bool = False


def welcome_person(form: NewPerson, request: Request, gesture: str) -> Sequence[Command]:
    person = apply_as_person(form, request, gesture)
    return [person, *_shares(form, request, gesture), *_agreement(form, person.person)]


def welcome_organisation(form: NewOrganisation, request: Request, gesture: str) -> Sequence[Command]:
    body = apply_as_organisation(form, request, gesture)
    return [body, *_shares(form, request, gesture), *_agreement(form, body.representative)]


def _agreement(form: NewPerson | NewOrganisation, who: PersonId) -> list[Command]:
    return [AgreeToNotice(who, Way.FORM, Purpose.MEETINGS, form.on)] if form.by_email else []


def apply_again(form: Place, request: Request, gesture: str) -> ApplyAgain:
    college = CollegeId(form.college) if form.college else None
    return ApplyAgain(member(request), CategoryId(form.category), college, form.on)


def _shares(form: NewPerson | NewOrganisation, request: Request, gesture: str) -> list[Command]:
    capital, least = _asked(request, form.category, form.on)
    if capital is None:
        return []
    if not form.shares or form.shares < least["value"]:
        raise Refused("too-few-shares", least=least["value"], article=least["article"])
    taken, member = SubscriptionId(gesture), MemberId(gesture)
    commands: list[Command] = [Subscribe(taken, member, form.shares, form.on)]
    if form.amount:
        _check_paid(form.shares * capital["nominal"]["value"], form.amount, capital["paid_at_once"])
        commands.append(Pay(taken, member, form.amount, form.on, clear(member, Said.REASON, form.reference)))
    return commands


def _asked(request: Request, category: str, on: Day) -> tuple[dict[str, Any] | None, dict[str, Any]]:
    """What the statutes of a day say of the capital, and how many shares that category takes at least."""
    with office(request).reading() as db:
        version = versions.in_force(db, on)
    statutes = version["statutes"] if version else {"categories": []}
    least = {one["id"]: {"value": one["min_shares"], "article": one["article"]} for one in statutes["categories"]}
    return statutes.get("capital"), least.get(category, {"value": 1, "article": ""})


def _check_paid(owed: int, amount: int, at_once: dict[str, Any]) -> None:
    """Refused here as the rule will refuse it, before anything is recorded."""
    if amount > owed:
        raise Refused("more-than-owed", owed=owed)
    if amount < Fraction(at_once["value"]) * owed:
        raise Refused("first-payment-too-small", part=Fraction(at_once["value"]), article=at_once["article"])


def shown(request: Request) -> dict[str, Any]:
    """The places of the statutes, and for each category the shares it takes at least."""
    with office(request).reading() as db:
        version, known = versions.in_force(db, today()), places(db, today())
    statutes = version["statutes"] if version else {"categories": []}
    capital = statutes.get("capital")
    return {
        "places": known,
        "actors": CATEGORY_OF_ACTOR,
        "nominal": capital["nominal"]["value"] if capital else None,
        "at_once": Fraction(capital["paid_at_once"]["value"]) if capital else None,
        "least": ", ".join(f"{one['name']} {one['min_shares']}" for one in statutes["categories"]),
    }


routes = [
    Gesture(NewPerson, "membership/newcomer.html", welcome_person, to("member", member=new), shown, dated_today).page(
        "/membres/nouveau", "newcomer", secretariat
    ),
    Gesture(
        NewOrganisation,
        "membership/new_organisation.html",
        welcome_organisation,
        to("member", member=new),
        shown,
        dated_today,
    ).page("/membres/nouveau/organisation", "new_organisation", secretariat),
    Gesture(Place, "membership/apply_again.html", apply_again, to_sheet, sheet, dated_today).page(
        "/membres/{member}/candidature", "apply_again", board
    ),
]

"""Who receives the newsletter: said at her own page, to the secretariat, or in one press from a letter (RFC 8058)."""

from hmac import compare_digest
from typing import Any, Literal

from pydantic import BaseModel
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from governance.membership.person_facts import Way
from governance.network.want_news import DeclineMyNews, DeclineNews, WantMyNews, WantNews
from governance.record.vault import Vault
from governance.words import PersonId
from projections.membership import persons
from projections.network import news
from web.counter import Gesture, NoField, Page, found, office, to, visitor
from web.forms import new_gesture
from web.members import today
from web.pages import render
from web.people import person, to_sheet
from web.visitor import everybody, secretariat, signed_in
from web.words.membership import WAYS


def turn(form: NoField, request: Request, gesture: str) -> WantMyNews | DeclineMyNews:
    """She receives it from now on, or does not any more."""
    me = visitor(request).person
    return DeclineMyNews(me, today()) if mine(request)["wanted"] else WantMyNews(me, Way.PAGE, today())


def mine(request: Request) -> dict[str, Any]:
    me = visitor(request).person
    with office(request).reading() as db:
        return {"wanted": news.wanted(db, me), "email": found(persons.of(db, me))["email"]}


class Wish(BaseModel):
    answer: Way | Literal["declined"]


def note(form: Wish, request: Request, gesture: str) -> WantNews | DeclineNews:
    who = PersonId(request.path_params["member"])
    return WantNews(who, form.answer, today()) if isinstance(form.answer, Way) else DeclineNews(who, today())


def of_person(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        wanted = news.wanted(db, PersonId(request.path_params["member"]))
    return {**person(request), "ways": list(WAYS.items()), "wanted": wanted}


def way_out(vault: Vault, coop: str, person: str) -> str:
    """Where she leaves without signing in, in one press: an address that nobody makes up."""
    return f"lettre/retrait/{person}/{vault.pledge(f'newsletter/{coop}/{person}')}"


def leaving(request: Request) -> PersonId:
    """Who leaves by this address; a 404 for one that we did not give."""
    asked = request.path_params
    ours = way_out(office(request).vault, asked["coop"], asked["person"]).rpartition("/")[2]
    found(compare_digest(ours.encode(), asked["key"].encode()) or None)
    return PersonId(asked["person"])


def ask(request: Request) -> Response:
    with office(request).reading() as db:
        wanted = news.wanted(db, leaving(request))
    return render(request, "news/leave.html", {"wanted": wanted})


def leave(request: Request, given: FormData) -> Response:
    """As a mail program does it: a body that says so, no cookie, nothing to follow (RFC 8058 §3.1)."""
    who = leaving(request)
    office(request).execute(DeclineMyNews(who, today()), who, new_gesture())
    return render(request, "news/leave.html", {"wanted": False})


routes = [
    Gesture(NoField, "news/mine.html", turn, to("space"), mine).page("/mon-espace/lettre", "my_news", signed_in),
    Gesture(Wish, "news/person.html", note, to_sheet, of_person).page(
        "/membres/{member}/lettre", "her_news", secretariat
    ),
    Page("/lettre/retrait/{person}/{key}", "leave_news", everybody, ask, leave),
]

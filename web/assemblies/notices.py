"""The notices of a meeting, sorted by the law of the form and the word of each: by e-mail, by letter, registered."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.dispatch import NoteReturn, Post, PostNotices, PostRegistered, by_post
from governance.assembly.notices import HandOverNotice
from governance.statutes.facts import Organ
from governance.words import PersonId
from projections.assembly import notices
from web.assemblies import rules
from web.assemblies.address import of, pressed, the_meeting
from web.counter import Gesture, Page, office
from web.edge.inputs import FrenchDay, Name
from web.forms import new_gesture
from web.members import today
from web.pages import address, render
from web.visitor import secretariat

Row = dict[str, Any]
ON_PAPER = ("none", "paper", "refused")
"""The states of a notice that no e-mail will bring."""


def post_of(db: Connection[DictRow], meeting: Row) -> Post:
    """How the letters of a meeting go, by the statutes of its roll."""
    told = rules.of_meeting(db, meeting)
    return by_post(told.form, Organ(meeting["organ"])) if told else Post.LETTER


def on_paper(db: Connection[DictRow], request: Request) -> list[DictRow]:
    """Those to whom a letter is still to be posted."""
    return [one for one in notices.of(db, of(request), today()) if one["state"] in ON_PAPER]


def show(request: Request) -> Response:
    with office(request).reading() as db:
        meeting, told = the_meeting(db, request), notices.of(db, of(request), today())
        known = {
            "meeting": meeting,
            "on_paper": [one for one in told if one["state"] in ON_PAPER],
            "gone": [one for one in told if one["state"] not in ON_PAPER],
            "registered": post_of(db, meeting) is Post.REGISTERED,
            "proofs": notices.proofs(db, of(request)),
        }
    return render(request, "assembly/notices.html", {**known, "new_gesture": new_gesture})


def hand_over(request: Request) -> HandOverNotice:
    return HandOverNotice(of(request), PersonId(request.path_params["person"]), today())


def note_return(request: Request) -> NoteReturn:
    return NoteReturn(of(request), PersonId(request.path_params["person"]))


def post_letters(request: Request) -> PostNotices:
    with office(request).reading() as db:
        persons = tuple(PersonId(one["person"]) for one in on_paper(db, request))
    return PostNotices(of(request), persons, today())


def back(request: Request) -> str:
    return address(request, "notices", assembly=of(request))


class Tracking(BaseModel):
    person: str
    number: Name
    on: FrenchDay


def track(form: Tracking, request: Request, gesture: str) -> PostRegistered:
    return PostRegistered(of(request), PersonId(form.person), form.number, form.on)


def to_track(request: Request) -> dict[str, Any]:
    """Who waits for a number, in the order of the letters as they were printed."""
    with office(request).reading() as db:
        told = notices.of(db, of(request), today())
        meeting = the_meeting(db, request)
    waiting = [one for one in told if one["state"] in ON_PAPER]
    return {"meeting": meeting, "waiting": waiting, "names": {one["person"]: one["name"] for one in told}}


def next_one(request: Request) -> dict[str, Any]:
    waiting = to_track(request)["waiting"]
    return {"person": waiting[0]["person"] if waiting else "", "on": today()}


def chain(request: Request, gesture: str) -> str:
    return address(request, "track_letters", assembly=of(request))


routes = [
    Page("/assemblees/{assembly}/convocations", "notices", secretariat, show),
    Page("/assemblees/{assembly}/convocations/postees", "post_letters", secretariat, post=pressed(post_letters, back)),
    Gesture(Tracking, "assembly/track.html", track, chain, to_track, next_one).page(
        "/assemblees/{assembly}/convocations/recommandees", "track_letters", secretariat
    ),
    Page(
        "/assemblees/{assembly}/convocations/{person}/remise",
        "hand_over",
        secretariat,
        post=pressed(hand_over, back),
    ),
    Page(
        "/assemblees/{assembly}/convocations/{person}/retour",
        "note_return",
        secretariat,
        post=pressed(note_return, back),
    ),
]

"""What somebody also is, at the counter: other categories, organisations that she does not represent."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.membership.tie import Affiliate, NoteQuality
from governance.words import CategoryId, MemberId, PersonId
from projections.membership.choice import Among
from web.counter import Gesture, office
from web.edge.inputs import FrenchDay, Name
from web.members import dated_today, places, today
from web.people import person, to_sheet
from web.visitor import secretariat
from web.whom import Whom


class Tie(BaseModel):
    target: Name
    on: FrenchDay
    until: FrenchDay | None = None


def note_quality(form: Tie, request: Request, gesture: str) -> NoteQuality:
    return NoteQuality(_who(request), CategoryId(form.target), form.on, form.until)


def affiliate(form: Tie, request: Request, gesture: str) -> Affiliate:
    return Affiliate(_who(request), MemberId(form.target), form.on, form.until)


def _who(request: Request) -> PersonId:
    return PersonId(request.path_params["member"])


def categories(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {**person(request), "targets": list(places(db, today())["categories"].items())}


def organisations(request: Request) -> dict[str, Any]:
    return {**person(request), "targets": Whom(request, Among.ORGANISATION)}


def as_said(request: Request) -> dict[str, Any]:
    """`?lien=salaries&depuis=2026-01-01`: the tie whose end is to be written."""
    asked = request.query_params
    return {**dated_today(request), "target": asked.get("lien", ""), **_since(asked.get("depuis", ""))}


def _since(day: str) -> dict[str, Any]:
    year, month, number = day.split("-") if day.count("-") == 2 else ("", "", "")
    return {"on": f"{number}/{month}/{year}", "until": today()} if year else {}


routes = [
    Gesture(Tie, "membership/quality.html", note_quality, to_sheet, categories, as_said).page(
        "/membres/{member}/qualite", "note_quality", secretariat
    ),
    Gesture(Tie, "membership/affiliation.html", affiliate, to_sheet, organisations, as_said).page(
        "/membres/{member}/rattachement", "affiliate", secretariat
    ),
]

"""Placing notes from one's phone: one idea a note, on a board, within one's budget; and taking one back."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.network.prioritise import PlaceNote, TakeBackMyNote, TakeBackPaper
from governance.network.priority_facts import BoardId, Colour, NoteId
from governance.words import Public
from web.counter import Gesture, NoField, found, here, to, visitor
from web.edge.inputs import Name
from web.i18n import gettext as _
from web.i18n import ngettext
from web.prioritisations.reading import known, meanings, of
from web.visitor import signed_in


class Note(BaseModel):
    board: Name
    colour: Colour
    text: Name


def place(form: Note, request: Request, gesture: str) -> PlaceNote:
    said = (BoardId(form.board), form.colour, Public(form.text))
    return PlaceNote(NoteId(gesture), of(request), *said, visitor(request).person)


def budget(request: Request) -> dict[str, Any]:
    """Her notes, and how many she has left of each colour."""
    shown = known(request)
    mine = [note for note in shown["notes"] if note["person"] == visitor(request).person]
    left = {
        colour: max(0, horizon["each"] - sum(note["colour"] == colour.value for note in mine))
        for colour, horizon in shown["one"]["horizons"].items()
    }
    colours = [(colour.value, meant, _left(left[colour])) for colour, meant in meanings(shown["one"]).items()]
    return {**shown, "mine": mine, "left": sum(left.values()), "colours": colours}


def _left(notes: int) -> str:
    return ngettext("il vous en reste %(num)s", "il vous en reste %(num)s", notes) if notes else _("il n’en reste pas")


def the_note(request: Request) -> dict[str, Any]:
    shown = known(request)
    wanted = (note for note in shown["notes"] if note["id"] == request.path_params["note"])
    return {**shown, "note": found(next(wanted, None))}


def take_back(form: NoField, request: Request, gesture: str) -> TakeBackMyNote:
    act = TakeBackMyNote if the_note(request)["note"]["person"] else TakeBackPaper
    return act(NoteId(request.path_params["note"]), of(request))


again = to("place_note", prioritisation=here("prioritisation"))
routes = [
    Gesture(Note, "priorities/place.html", place, again, budget).page(
        "/hierarchisations/{prioritisation}/placer", "place_note", signed_in
    ),
    Gesture(NoField, "priorities/take_back.html", take_back, again, the_note).page(
        "/hierarchisations/{prioritisation}/notes/{note}/retrait", "take_note_back", signed_in
    ),
]

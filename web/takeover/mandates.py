"""Mandates of a spreadsheet, each with its true start: read, matched with people known here, confirmed in one page."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, model_validator
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.membership.office import GIVEN, TakeOffice
from governance.words import Office, PersonId
from projections.membership import persons
from projections.names import plain
from web.counter import FORM_BYTES, Gesture, Page, office, to
from web.edge.inputs import FrenchDay, Name
from web.edge.spreadsheet import Line, Unreadable, read_spreadsheet
from web.forms import Form, blank, read
from web.i18n import gettext as _
from web.pages import render
from web.takeover import readings
from web.takeover.rows import MOST, complete, french, proposed, subjects
from web.visitor import secretariat
from web.words.common import OFFICES

HEAVIEST = 2 * 2**20
_HEADINGS = {
    "name": "nom|nom et prenom|nom prenom|personne|titulaire|mandataire|administrateur|membre",
    "first_name": "prenom",
    "organ": "organe|instance|conseil|conseil ou bureau",
    "office": "fonction|mandat|poste|role|qualite",
    "on": "debut|depuis|debut de mandat|debut du mandat|date de debut|nomme le|nommee le|elu le|elue le|du",
    "until": "fin|fin de mandat|fin du mandat|date de fin|jusqu au|terme|echeance|au",
}
_OFFICES = (  # the surest first: whoever presides over the board does not only sit on it
    (Office.CHAIR, re.compile(r"(?<!vice )\b(president|presidente|pdg|gerant|gerante)\b")),
    (Office.AUDITOR, re.compile(r"\b(reviseur|reviseuse|revision)\b")),
    (Office.BOARD, re.compile(r"\b(administrat\w+|conseil\w*|ca|tresori\w+|bureau|directoire|vice)\b")),
    (Office.SECRETARY, re.compile(r"\b(secretaire|secretariat)\b")),
)


class Sheet(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    file: UploadFile


class Mandates(BaseModel):
    """One row a mandate, by its number; a row without a person is left out. `read`: what stands in the spreadsheet."""

    read: dict[str, str] = {}
    person: dict[str, Name] = {}
    office: dict[str, Office] = {}
    on: dict[str, FrenchDay] = {}
    until: dict[str, FrenchDay] = {}

    @model_validator(mode="after")
    def whole_rows(self) -> "Mandates":
        complete(_("Mandat"), {_("Fonction"): self.office, _("À partir du"): self.on}, list(self.person))
        return self


def index(request: Request) -> Response:
    return _shown(request, blank(Sheet), None, 200)


def bring(request: Request, given: FormData) -> Response:
    """Nothing is kept of the file: what was understood goes back to the page, which is confirmed as it stands."""
    form = read(Sheet, given)
    if form.value is None:
        return _shown(request, form, None, 422)
    try:
        rows = understood(form.value.file.file.read(), _known(request))
    except Unreadable as why:
        return _shown(request, form.refused("file", str(why)), None, 422)
    return _shown(request, blank(Sheet), proposed(Mandates, rows), 200)


def _shown(request: Request, form: Form[Sheet], rows: Form[Mandates] | None, status: int) -> Response:
    return render(request, "takeover/mandates.html", {"form": rows or form, "bring": form, **_around(request)}, status)


def _around(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        people = [(one["id"], one["name"]) for one in persons.natural(db)]
    given = [(one.value, OFFICES[one.value]) for one in Office if one in GIVEN]
    return {"people": people, "given": given, "subjects": subjects}


def _known(request: Request) -> Mapping[str, str]:
    """People by their name, its words in any order; of two of a name, nobody."""
    found: dict[str, str] = {}
    with office(request).reading() as db:
        for one in persons.natural(db):
            key = _any_order(one["name"])
            found[key] = "" if key in found else one["id"]
    return found


def _any_order(name: str) -> str:
    return " ".join(sorted(plain(readings.uncivil(name)).split()))


def understood(content: bytes, people: Mapping[str, str]) -> list[dict[str, str]]:
    """A row for each line that is somebody's: who, which office, from when, until when, as far as it tells."""
    sheet = max(read_spreadsheet(content), key=lambda one: len(_columns(_heading(one.lines))))
    heading = _heading(sheet.lines)
    columns = _columns(heading)
    if not {"name", "on"} <= columns.keys():
        raise Unreadable(_("Il faut au moins deux colonnes nommées : « Nom » et « Début »."))
    lines = [line for line in sheet if line.number > heading.number and _cell(line, columns, "name")]
    if len(lines) > MOST:
        raise Unreadable(_("%(most)s mandats au plus à la fois : coupez le fichier.", most=MOST))
    return [_row(line, columns, people) for line in lines]


def _heading(lines: Sequence[Line]) -> Line:
    return max(lines[:30], key=lambda line: len(_columns(line)))


def _columns(line: Line) -> dict[str, int]:
    named = {words: field for field, all_words in _HEADINGS.items() for words in all_words.split("|")}
    return {named[plain(cell)]: n for n, cell in reversed(list(enumerate(line.cells))) if plain(cell) in named}


def _cell(line: Line, columns: Mapping[str, int], field: str) -> str:
    column = columns.get(field, len(line.cells))
    return line.cells[column] if column < len(line.cells) else ""


def _row(line: Line, columns: Mapping[str, int], people: Mapping[str, str]) -> dict[str, str]:
    said = {field: _cell(line, columns, field) for field in _HEADINGS}
    name = f"{said['first_name']} {said['name']}".strip()
    words = plain(f"{said['office']} {said['organ']}")
    told = ", ".join(filter(None, (name, said["office"], said["organ"])))
    return {
        "read": _("ligne %(line)s : %(told)s", line=line.number, told=told),
        "person": people.get(_any_order(name), ""),
        "office": next((one.value for one, sought in _OFFICES if sought.search(words)), ""),
        "on": french(readings.day(said["on"])),
        "until": french(readings.day(said["until"])),
    }


def take(form: Mandates, request: Request, gesture: str) -> list[TakeOffice]:
    return [
        TakeOffice(PersonId(person), form.office[row], form.on[row], form.until.get(row))
        for row, person in form.person.items()
    ]


agreed = Gesture(Mandates, "takeover/mandates.html", take, to("mandates"), _around)
routes = [
    Page("/reprise/mandats", "past_mandates", secretariat, index, bring, HEAVIEST + FORM_BYTES),
    Page("/reprise/mandats/accord", "take_mandates", secretariat, post=agreed.carry_out),
]

"""Bringing a list into a catalogue: each line of a spreadsheet is a card, or says why it is not. Brought again once it
was corrected, the same list adds only the lines that were not there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from pydantic import BaseModel, ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Refused
from governance.network.card_facts import CardId
from governance.network.catalogue import Catalogue, StateName, Words
from governance.network.keep_card import WriteCard
from governance.words import Day, MemberId, Public
from projections.membership import roster
from projections.names import plain
from projections.paging import AsOf, Sought
from web.cards.keeping import FIELD, model, values
from web.cards.speaking import options, states, the_catalogue, words
from web.counter import Page, office, visitor
from web.edge.inputs import Name, PartialDay
from web.edge.spreadsheet import Line, Unreadable, read_spreadsheet
from web.forms import Form, blank, read, sentence
from web.i18n import gettext as _
from web.members import today
from web.pages import render
from web.visitor import board
from web.words import said

HEAVIEST = 5 * 2**20
LONGEST = 1_000
"""Lines: each is a gesture of its own, and somebody waits for the page."""
OWNER = Words(Public("De qui"), Public("Whose"))
TAKEN = {
    "state": Words(Public("État"), Public("State")),
    "on": Words(Public("Depuis"), Public("Since")),
    "organisation": Words(Public("Structure non membre"), Public("Organisation, no member")),
    "card": Words(Public("Identifiant"), Public("Identifier")),
}
"""What the files of a register say besides: so they come back as they left, and once."""


class Brought(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    source: Name
    on: PartialDay
    file: UploadFile


@dataclass(frozen=True)
class Reading:
    """What every line is read with. `lists`: of a field, its values by the plain words that name them."""

    catalogue: Catalogue
    source: Public
    on: Day
    lists: Mapping[str, Mapping[str, str]]


@dataclass
class Outcome:
    """How many cards were written, how many were there already, and the lines that are none, each with why."""

    written: int = 0
    there: int = 0
    wrong: list[tuple[int, str]] = field(default_factory=list)


def index(request: Request) -> Response:
    return _show(request, blank(Brought, on=today()), 200)


def bring(request: Request, given: FormData) -> Response:
    form = read(Brought, given)
    if form.value is None:
        return _show(request, form, 422)
    try:
        heading, lines = _lines(form.value.file.file.read(HEAVIEST), the_catalogue(request))
    except Unreadable as why:
        return _show(request, form.refused("file", str(why)), 422)
    reading, outcome = _reading(request, form.value), Outcome()
    for line in lines:
        cells = {name: line.cells[at] for name, at in heading.items() if at < len(line.cells)}
        _carry_out(request, reading, f"{form.gesture}.{line.number}", line.number, cells, outcome)
    return _show(request, form, 200 if not outcome.wrong else 422, outcome)


def _lines(content: bytes, catalogue: Catalogue) -> tuple[Mapping[str, int], tuple[Line, ...]]:
    """Which column is which field, and the lines under the titles. Raises Unreadable."""
    first, *lines = read_spreadsheet(content)[0].lines
    if len(lines) > LONGEST:
        raise Unreadable(_("Ce fichier a plus de %(most)s lignes : coupez-le en plusieurs.", most=LONGEST))
    names = dict(_titles(catalogue))
    heading = {names[plain(cell)]: at for at, cell in enumerate(first.cells) if plain(cell) in names}
    if "title" not in heading:
        wanted = ", ".join(dict.fromkeys(words(one) for one in _columns(catalogue).values()))
        raise Unreadable(_("La première ligne doit porter les titres des colonnes, parmi : %(wanted)s.", wanted=wanted))
    return heading, tuple(lines)


def _columns(catalogue: Catalogue) -> dict[str, Words]:
    """What a column is called, by the field of the form that it fills."""
    fields = {FIELD + one.name: one.label for one in catalogue.fields}
    return {"title": catalogue.first, "owner": OWNER, **fields, **TAKEN}


def _titles(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Each title that a column may bear, in either language, with the field that it fills."""
    for name, title in _columns(catalogue).items():
        yield plain(title.fr), name
        yield plain(title.en), name


def _reading(request: Request, brought: Brought) -> Reading:
    catalogue = the_catalogue(request)
    lists = {FIELD + one.name: options(catalogue, one.name) for one in catalogue.fields if one.options}
    lists |= {"owner": _members(request), "state": states(catalogue)}
    alike = {name: {plain(said): value for value, said in offered.items()} for name, offered in lists.items()}
    return Reading(catalogue, Public(brought.source), brought.on, alike)


def _members(request: Request) -> dict[str, str]:
    with office(request).reading() as db:
        return {row["id"]: row["name"] or row["id"] for row in roster.whole(db, Sought(AsOf(today())))}


def _carry_out(
    request: Request, reading: Reading, gesture: str, line: int, cells: Mapping[str, str], outcome: Outcome
) -> None:
    try:
        done = office(request).execute(_card(reading, cells), visitor(request).person, gesture)
    except ValidationError as wrong:
        labels = {name: words(one) for name, one in _columns(reading.catalogue).items()}
        faults = [f"{labels.get(str(one['loc'][0]), '')} — {sentence(one)}" for one in wrong.errors(include_url=False)]
        outcome.wrong.append((line, " ".join(faults)))
    except Refused as refusal:
        if refusal.reason == "already-reported":
            outcome.there += 1
        else:
            outcome.wrong.append((line, said(refusal).whole))
    else:
        outcome.written += bool(done.entries)
        outcome.there += not done.entries


def _card(reading: Reading, cells: Mapping[str, str]) -> WriteCard:
    """The card of a line: what a form would have said. It is the one that it names, else the same card wherever the
    same words stand."""
    catalogue = reading.catalogue
    known = {name: typed.strip() for name, typed in cells.items() if typed.strip()}
    chosen = _chosen(reading, known)
    form = model(catalogue.name).model_validate({"on": str(reading.on), **chosen})
    held = values(catalogue, form)
    text = repr((catalogue.name, reading.source, form.title, form.owner, [(one.field, one.said) for one in held]))
    owner = MemberId(form.owner) if form.owner else None
    card = CardId(chosen.get("card", "")[:64] or sha256(text.encode()).hexdigest()[:32])
    state = StateName(chosen["state"]) if "state" in chosen else None
    said = (Public(form.title), held, form.on, owner, reading.source, state, Public(form.organisation or ""))
    return WriteCard(catalogue, card, *said)


def _chosen(reading: Reading, typed: dict[str, str]) -> dict[str, str]:
    """Words of a list as the list names them: an option, a member. Refused where no member is called so."""
    named = {name: reading.lists[name].get(plain(said)) for name, said in typed.items() if name in reading.lists}
    if "organisation" in typed:
        typed = {name: said for name, said in typed.items() if name != "owner"}
        named.pop("owner", None)
    if "owner" in named and named["owner"] is None:
        raise Refused("no-such-owner", name=typed["owner"])
    return {**typed, **{name: value for name, value in named.items() if value is not None}}


def _show(request: Request, form: Form[Brought], status: int, outcome: Outcome | None = None) -> Response:
    catalogue = the_catalogue(request)
    columns = [words(one) for one in _columns(catalogue).values()]
    known = {"form": form, "catalogue": catalogue, "said": words, "columns": columns, "outcome": outcome}
    return render(request, "cards/bring.html", known, status)


routes = [Page("/reseau/fiches/{catalogue}/reprise", "bring_cards", board, index, bring, HEAVIEST)]

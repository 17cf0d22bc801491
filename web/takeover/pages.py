"""The pages of a register that is taken over: bring its file, say what its columns are, see each line's fate, agree."""

from collections.abc import Mapping
from dataclasses import replace

from pydantic import BaseModel
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from governance.words import Public
from projections.names import plain
from web.counter import Page, found, office, visitor
from web.edge.inputs import Amount, Count, FrenchDay, Name
from web.edge.spreadsheet import Sheet, Unreadable
from web.forms import Form, blank, new_gesture, read
from web.members import places, today, whole
from web.pages import address, render
from web.takeover import drafts
from web.takeover.columns import FIELDS
from web.takeover.lines import Layout
from web.takeover.meanings import PLACES, with_meanings, words_of
from web.takeover.reckoning import sums
from web.takeover.rehearsal import Fate, Rehearsal, Source
from web.visitor import secretariat

ROWS = 200
HEAVIEST = 20 * 2**20
"""Bytes: a register of 60 000 members is a tenth of it."""


class Brought(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    source: Name
    ends: FrenchDay
    last_number: Count | None = None
    highest: Amount | None = None
    file: UploadFile


def index(request: Request) -> Response:
    return _index(request, blank(Brought), 200)


def _index(request: Request, form: Form[Brought], status: int) -> Response:
    with office(request).reading() as db:
        known = {"drafts": drafts.every(db), "statutes": places(db, today())["categories"]}
    return render(request, "takeover/index.html", {"form": form, **known}, status)


def bring(request: Request, given: FormData) -> Response:
    form, at = read(Brought, given), office(request)
    if form.value is None:
        return _index(request, form, 422)
    told = form.value
    source = Source(
        *(visitor(request).person, Public(told.source), form.gesture, told.ends), told.last_number, told.highest
    )
    try:
        with at.reading() as db:
            drafts.bring(db, at.vault, source, told.file.file.read(), places(db, today()))
    except Unreadable as why:
        return _index(request, form.refused("file", str(why)), 422)
    return RedirectResponse(address(request, "takeover", draft=form.gesture), 303)


class Correspondence(BaseModel):
    """Which column is which field, what all lines have where there is none, what the words of a column mean."""

    column: dict[str, str] = {}
    always: dict[str, str] = {}
    category: dict[str, str] = {}
    college: dict[str, str] = {}


def show(request: Request) -> Response:
    draft, sheet = _draft(request)
    if draft.state != "draft" or sheet is None:
        return render(request, "takeover/progress.html", {"draft": draft})
    rehearsal = Rehearsal(office(request), sheet, draft.layout, draft.source)
    after = whole(request.query_params.get("apres", "")) or 0
    only = request.query_params.get("sort", "")
    shown = [line for line in rehearsal.lines if line.line > after and (not only or line.fate.value == only)]
    known = {
        "draft": draft,
        "gesture": new_gesture(),
        "fields": FIELDS,
        "headings": next((line.cells for line in sheet if line.number == draft.layout.heading), ()),
        "words": {name: words_of(sheet, draft.layout, name) for name in PLACES},
        "fates": {fate: sum(line.fate is fate for line in rehearsal.lines) for fate in Fate},
        "lines": shown[:ROWS],
        "more": shown[ROWS - 1].line if len(shown) > ROWS else None,
        "only": only,
        "sums": sums(rehearsal),
    }
    with office(request).reading() as db:
        known["places"] = places(db, today())
    return render(request, "takeover/show.html", known)


def correct(request: Request, given: FormData) -> Response:
    """The correspondence as it was set on the page; the lines are rehearsed again under it."""
    draft, sheet = _draft(request)
    form = read(Correspondence, given)
    if form.value and sheet:
        layout = _layout(draft.layout, form.value)
        with office(request).reading() as db:
            drafts.read_so(db, draft.id, with_meanings(layout, sheet, places(db, today())))
    return RedirectResponse(address(request, "takeover", draft=draft.id), 303)


def _layout(before: Layout, said: Correspondence) -> Layout:
    chosen = {name: whole(column) for name, column in said.column.items() if name in FIELDS}
    return Layout(
        before.sheet,
        before.heading,
        {name: column for name, column in chosen.items() if column is not None},
        {name: words for name, words in said.always.items() if name in FIELDS and words},
        {"category": _meant(said.category), "college": _meant(said.college)},
    )


def _meant(said: Mapping[str, str]) -> dict[str, str]:
    return {plain(words): place for words, place in said.items() if place}


def confirm(request: Request, given: FormData) -> Response:
    """The lines that the rules take now, and no other, in the name of who agrees."""
    draft, sheet = _draft(request)
    if draft.state == "draft" and sheet:
        taken = Rehearsal(office(request), sheet, draft.layout, draft.source).taken
        with office(request).reading() as db:
            if taken:
                drafts.confirm(db, draft, [line.line for line in taken], draft.source.by)
    return RedirectResponse(address(request, "takeover", draft=draft.id), 303)


def give_up(request: Request, given: FormData) -> Response:
    with office(request).reading() as db:
        drafts.give_up(db, request.path_params["draft"])
    return RedirectResponse(address(request, "takeovers"), 303)


def _draft(request: Request) -> tuple[drafts.Draft, Sheet | None]:
    """A draft, as the visitor would take it over; its sheet as long as it is one."""
    at = office(request)
    with at.reading() as db:
        draft = found(drafts.of(db, request.path_params["draft"]))
        mine = replace(draft, source=replace(draft.source, by=visitor(request).person))
        return mine, drafts.sheet(db, at.vault, draft) if draft.state == "draft" else None


routes = [
    Page("/reprise", "takeovers", secretariat, index, bring, HEAVIEST),
    Page("/reprise/{draft}", "takeover", secretariat, show, correct),
    Page("/reprise/{draft}/accord", "confirm_takeover", secretariat, post=confirm),
    Page("/reprise/{draft}/abandon", "give_up_takeover", secretariat, post=give_up),
]

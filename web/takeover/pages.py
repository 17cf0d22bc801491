"""The pages of a register that is taken over: bring its file, say what its columns are, see each line's fate, agree."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from governance.command import Refused
from governance.words import Public
from projections.names import plain
from web.counter import Page, found, office, visitor
from web.edge.inputs import Amount, Count, FrenchDay, Name
from web.edge.spreadsheet import Unreadable
from web.forms import Form, blank, new_gesture, read
from web.i18n import gettext as _
from web.members import places, today, whole
from web.office import Office
from web.pages import address, render
from web.takeover import drafts, kept
from web.takeover.acts import Source
from web.takeover.columns import FIELDS
from web.takeover.known import stands
from web.takeover.lines import GONE, Layout
from web.takeover.meanings import PLACES, guessed, with_meanings
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
    except Refused:
        form.gesture = new_gesture()  # sent once more, it is another register
        why_not = _(
            "Ce formulaire a déjà apporté un autre fichier, qui reste. Pour apporter aussi celui-ci, renvoyez-le."
        )
        return _index(request, form.refused("file", why_not), 409)
    return RedirectResponse(address(request, "takeover", draft=form.gesture), 303)


class Correspondence(BaseModel):
    """Which column is which field, what all lines have where there is none, what the words of a column mean."""

    column: dict[str, str] = {}
    always: dict[str, str] = {}
    category: dict[str, str] = {}
    college: dict[str, str] = {}
    twice: Literal["other", "more"] | None = None


def show(request: Request) -> Response:
    at, draft = office(request), _draft(request)
    if draft.state != "draft" or not _is_read(at, draft):
        return render(request, "takeover/progress.html", {"draft": draft})
    after = whole(request.query_params.get("apres", "")) or 0
    only = request.query_params.get("sort", "")
    with at.reading() as db:
        draft = found(drafts.of(db, draft.id))
        above = kept.outlook(db, at.vault, draft.id)
        lines = kept.lines(db, at.vault, draft.id, only, after, ROWS + 1)
        there = places(db, today())
        busy = bool(drafts.every(db, "confirmed"))
    known = {
        "draft": draft,
        "gesture": new_gesture(),
        "fields": FIELDS,
        "outlook": above,
        "places": there,
        "guessed": [one for name, of in PLACES.items() for one in guessed(above.words[name], there[of])],
        "lines": lines[:ROWS],
        "more": lines[ROWS - 1].line if len(lines) > ROWS else None,
        "only": only,
        "changed": "change" in request.query_params,
        "busy": busy,
        "gone": GONE,
    }
    return render(request, "takeover/show.html", known)


def _is_read(at: Office, draft: drafts.Draft) -> bool:
    """Whether the page can be shown: what few lines there are is rehearsed at once, the rest by the worker."""
    with at.reading() as db:
        if kept.is_fresh(db, draft):
            return True
        if draft.lines > kept.AT_ONCE:
            if draft.seen:
                drafts.read_so(db, draft.id, draft.layout)
            return False
    kept.rehearse(at, draft)
    return True


def correct(request: Request, given: FormData) -> Response:
    """The correspondence as it was set on the page; the lines are rehearsed again under it."""
    at, draft = office(request), _draft(request)
    form = read(Correspondence, given)
    with at.reading() as db:
        sheet = drafts.sheet(db, at.vault, draft) if draft.state == "draft" else None
        if form.value and sheet:
            layout = with_meanings(_layout(draft.layout, form.value), sheet, places(db, today()))
            drafts.read_so(db, draft.id, layout)
    return RedirectResponse(address(request, "takeover", draft=draft.id), 303)


def _layout(before: Layout, said: Correspondence) -> Layout:
    chosen = {name: whole(column) for name, column in said.column.items() if name in FIELDS}
    return Layout(
        before.sheet,
        before.heading,
        {name: column for name, column in chosen.items() if column is not None},
        {name: words for name, words in said.always.items() if name in FIELDS and words},
        {"category": _meant(said.category), "college": _meant(said.college)},
        said.twice or "",
    )


def _meant(said: Mapping[str, str]) -> dict[str, str]:
    return {plain(words): place for words, place in said.items() if place}


def confirm(request: Request, given: FormData) -> Response:
    """The lines that the page showed as taken, and no other, in the name of who agrees; if it would show them now."""
    draft, seen = _draft(request), str(given.get("seen", ""))
    with office(request).reading() as db:
        now = stands(db, draft.source.ends)
        agreed = drafts.confirm(db, draft.id, seen, now, visitor(request).person) or draft.state != "draft"
    return RedirectResponse(address(request, "takeover", draft=draft.id) + ("" if agreed else "?change"), 303)


def give_up(request: Request, given: FormData) -> Response:
    with office(request).reading() as db:
        drafts.give_up(db, request.path_params["draft"])
    return RedirectResponse(address(request, "takeovers"), 303)


def _draft(request: Request) -> drafts.Draft:
    with office(request).reading() as db:
        draft: drafts.Draft = found(drafts.of(db, request.path_params["draft"]))
    return draft


routes = [
    Page("/reprise", "takeovers", secretariat, index, bring, HEAVIEST),
    Page("/reprise/{draft}", "takeover", secretariat, show, correct),
    Page("/reprise/{draft}/accord", "confirm_takeover", secretariat, post=confirm),
    Page("/reprise/{draft}/abandon", "give_up_takeover", secretariat, post=give_up),
]

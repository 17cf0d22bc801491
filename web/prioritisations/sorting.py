"""Sorting the notes of a prioritisation: categories, the figures that a report prints, the ideas that are retained."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.counting.priorities import Standing
from governance.network.priority_facts import BoardId, Called, Measure, NoteId, Quoted, Remark, Retained
from governance.network.sort_notes import GroupNotes, QuoteFigures, RetainIdeas
from governance.words import Public
from web.counter import Gesture
from web.edge.inputs import Count, FrenchDay, Name, Text
from web.i18n import gettext as _
from web.members import dated_today
from web.prioritisations.reading import COLOURS, known, known_board, of, to_prioritisation
from web.visitor import board


class Group(BaseModel):
    category: Name
    notes: list[str]


def groupable(request: Request) -> dict[str, Any]:
    shown = known_board(request)
    by_category = sorted(shown["notes"], key=lambda note: str(note["category"]))
    notes = [(note["id"], note["text"], note["category"] or _("sans catégorie")) for note in by_category]
    return {**shown, "offered_notes": notes}


def group(form: Group, request: Request, gesture: str) -> GroupNotes:
    where = BoardId(request.path_params["board"])
    return GroupNotes(of(request), where, Public(form.category), tuple(map(NoteId, form.notes)))


class Printed(BaseModel):
    """`figure`: what is printed, by what it counts; `silent`: a count that is left empty is not printed at all.
    `called`, `number`: the name and the number of the board elsewhere in the source, at `where`."""

    source: Name
    figure: dict[str, Count] = {}
    silent: bool = False
    called: Name | None = None
    number: Count | None = None
    where: Name | None = None
    remark: Text | None = None


def asked(where: Standing) -> Iterator[tuple[str, str, Quoted]]:
    """Every figure that a report may print of a board: how a form names it, what it counts, and the figure."""
    whole = Quoted(Measure.COUNT, where.board, None)
    yield "total", _("Total de l’axe"), whole
    for colour in where.colours:
        said = str(COLOURS[colour])
        yield colour.value, _("Post-it de couleur %(colour)s", colour=said), replace(whole, colour=colour)
        share = replace(whole, measure=Measure.SHARE, colour=colour)
        yield f"part-{colour.value}", _("Part de la couleur %(colour)s, en pour cent", colour=said), share
    yield "rank", _("Rang"), replace(whole, measure=Measure.RANK)
    for category in where.categories:
        name = sha256(category.encode()).hexdigest()[:8]
        yield name, _("Catégorie « %(name)s »", name=category), replace(whole, category=Public(category))


def may_be_printed(request: Request) -> dict[str, Any]:
    shown = known_board(request)
    return {**shown, "asked": [(f"figure.{name}", said) for name, said, _figure in asked(shown["standing"])]}


def quote(form: Printed, request: Request, gesture: str) -> QuoteFigures:
    shown = known_board(request)
    figures = [
        replace(figure, printed=form.figure.get(name))
        for name, _said, figure in asked(shown["standing"])
        if name in form.figure or (form.silent and figure.measure is Measure.COUNT)
    ]
    remarks = (Remark(Public(shown["name"]), Public(form.remark)),) if form.remark else ()
    name, where = Public(form.called or shown["name"]), Public(form.where or form.source)
    called = (Called(shown["board"], where, name, form.number),) if form.called or form.number else ()
    return QuoteFigures(of(request), Public(form.source), tuple(figures), remarks, called)


class Choosing(BaseModel):
    """The idea of each board, under its identifier."""

    committee: Name
    idea: dict[str, Name] = {}
    on: FrenchDay
    next: Text | None = None


def choosable(request: Request) -> dict[str, Any]:
    shown = known(request)
    ideas = {
        where: [(note["id"], note["text"]) for note in shown["notes"] if note["board"] == where]
        for where in shown["one"]["boards"]
    }
    return {**shown, "ideas": ideas}


def retain(form: Choosing, request: Request, gesture: str) -> RetainIdeas:
    ideas = tuple(Retained(BoardId(where), NoteId(note)) for where, note in form.idea.items())
    return RetainIdeas(of(request), Public(form.committee), ideas, form.on, Public(form.next or ""))


routes = [
    Gesture(Group, "priorities/group.html", group, to_prioritisation, groupable).page(
        "/hierarchisations/{prioritisation}/axes/{board}/categories", "group_notes", board
    ),
    Gesture(Printed, "priorities/quote.html", quote, to_prioritisation, may_be_printed).page(
        "/hierarchisations/{prioritisation}/axes/{board}/imprimes", "quote_figures", board
    ),
    Gesture(Choosing, "priorities/retain.html", retain, to_prioritisation, choosable, dated_today).page(
        "/hierarchisations/{prioritisation}/retenue", "retain_ideas", board
    ),
]

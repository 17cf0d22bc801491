"""Public hearings: a document put to everybody in its version, what was remarked, what came of it."""

from collections.abc import Sequence
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Command
from governance.network.card_facts import CardId
from governance.network.catalogue import Catalogue, CatalogueName, FieldName, StateName, Value
from governance.network.hear import CloseHearing, OpenHearing
from governance.network.hearing_facts import HearingId
from governance.network.keep_card import CorrectCard, MoveCard
from governance.words import Day, Public
from projections.network import cards, hearings
from projections.paging import AsOf, Sought
from web.counter import Gesture, Page, found, here, new, office, to
from web.edge.catalogue_file import shipped
from web.edge.inputs import FrenchDay, Name, PartialDay, Text
from web.i18n import gettext as _
from web.members import dated_today, today
from web.pages import render
from web.visitor import board, everybody, members_and_officers

DOCUMENTS, REMARKS = CatalogueName("documents"), CatalogueName("observations")
VERSION, VALIDATION, VALID = FieldName("version"), FieldName("validation"), StateName("valide")


def the_hearing(db: Connection[DictRow], request: Request) -> DictRow:
    row: DictRow = found(hearings.of(db, HearingId(request.path_params["hearing"])))
    return row


def index(request: Request) -> Response:
    with office(request).reading() as db:
        rows = hearings.every(db)
    return render(request, "hearings/index.html", {"rows": rows, "writes": board(request.state.who)})


def show(request: Request) -> Response:
    """To anybody: the text as it was put to all, what is kept of what was remarked, what came of it."""
    with office(request).reading() as db:
        row = the_hearing(db, request)
        said = hearings.remarks(db, row["title"])
    over = bool(row["closed"]) or (row["until"] is not None and Day(row["until"]).surely_before(today()))
    known = {"one": row, "remarks": said, "over": over, "writes": board(request.state.who)}
    return render(request, "hearings/show.html", known)


class Opening(BaseModel):
    title: Name
    document: Name
    day: PartialDay | None = None
    until: FrenchDay | None = None
    place: Name | None = None
    on: PartialDay


def open_(form: Opening, request: Request, gesture: str) -> OpenHearing:
    """In the version that the document's card says now."""
    with office(request).reading() as db:
        card = cards.of(db, DOCUMENTS, CardId(form.document), AsOf(today()))
    return OpenHearing(
        hearing=HearingId(request.path_params.get("hearing", gesture)),
        title=Public(form.title),
        document=CardId(form.document),
        on=form.on,
        version=Public(card["said"].get(VERSION, "") if card else ""),
        day=form.day,
        until=form.until,
        place=Public(form.place or ""),
    )


def documents(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        rows = list(cards.book(shipped()[DOCUMENTS]).whole(db, Sought(AsOf(today()), order="title")))
    return {"documents": [(row["id"], _called(row)) for row in rows]}


def _called(row: DictRow) -> str:
    version = row["said"].get(VERSION)
    return _("%(title)s, version %(version)s", title=row["title"], version=version) if version else str(row["title"])


def as_opened(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        row = the_hearing(db, request)
    same = {name: row[name] for name in ("title", "document", "place")}
    days = {name: row[name] and Day(row[name]) for name in ("day", "until")}
    return {**same, **days, "on": Day(row["happened"])}


class Closing(BaseModel):
    result: Text
    validated: Name | None = None
    on: FrenchDay


def close(form: Closing, request: Request, gesture: str) -> Sequence[Command]:
    """What came of it; the document says its new version and by what it was validated, and is so from then on."""
    with office(request).reading() as db:
        row = the_hearing(db, request)
        card = cards.of(db, CatalogueName(row["catalogue"]), CardId(row["document"]), AsOf(today()))
    closed = CloseHearing(HearingId(row["id"]), Public(form.result), form.on, Public(form.validated or ""))
    if not (form.validated and card):
        return [closed]
    return [closed, *_validated(shipped()[CatalogueName(row["catalogue"])], card, row["title"], form)]


def _validated(catalogue: Catalogue, card: DictRow, by: str, form: Closing) -> list[Command]:
    said = {**card["said"], VERSION: form.validated, VALIDATION: by}
    values = tuple(Value(one.name, Public(said[one.name])) for one in catalogue.fields if said.get(one.name))
    name = CardId(card["id"])
    corrected = CorrectCard(catalogue, name, Public(card["title"]), values, form.on, Public(by))
    moves = VALID in catalogue.state(card["state"]).leads
    return [corrected, *([MoveCard(catalogue, name, VALID, form.on, Public(by))] if moves else [])]


def closing(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"one": the_hearing(db, request)}


back = to("hearing", hearing=here("hearing"))
routes = [
    Page("/reseau/concertations", "hearings", members_and_officers, index),
    Gesture(Opening, "hearings/open.html", open_, to("hearing", hearing=new), documents, dated_today).page(
        "/reseau/concertations/nouvelle", "open_hearing", board
    ),
    Gesture(Opening, "hearings/open.html", open_, back, lambda r: {**documents(r), **closing(r)}, as_opened).page(
        "/reseau/concertations/{hearing}/correction", "change_hearing", board
    ),
    Gesture(Closing, "hearings/close.html", close, back, closing, dated_today).page(
        "/reseau/concertations/{hearing}/resultat", "close_hearing", board
    ),
    Page("/concertations/{hearing}", "hearing", everybody, show),
]

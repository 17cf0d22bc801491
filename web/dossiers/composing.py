"""A dossier being composed: its period, its pieces, what is said of each criterion; kept as a draft, then sealed."""

from datetime import datetime
from typing import Any, NamedTuple

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from governance.command import Refused
from governance.evidence.composing import check_composed, unexplained
from governance.evidence.facts import Composition, PieceAttached, PieceId
from governance.evidence.seal import SealDossier
from governance.evidence.template import LabelId, Template
from governance.words import DossierId
from projections.evidence import disclosures, dossiers
from web import sealing
from web.counter import Gesture, Page, found, new, office, to
from web.dossiers.drafts import Composing, chosen, save
from web.dossiers.labels import label_of
from web.dossiers.pieces import PREPARING
from web.forms import Form, blank, read
from web.members import today
from web.packing import sha256
from web.pages import address, render
from web.standing import Standing, standing_of
from web.visitor import secretariat
from web.words import said
from web.words.evidence import COVERAGE, FIELDS

KEEP, ATTACH = "keep", "attach"


class Draft(NamedTuple):
    """What is being composed, when it was `saved` if it was, every piece of its label by name, and those left out
    that still want a reason."""

    standing: Standing
    composition: Composition
    saved: datetime | None
    attached: dict[PieceId, PieceAttached]
    wanting: frozenset[PieceId]


def draft(db: Connection[DictRow], label: LabelId) -> Draft:
    composition, saved = chosen(db, label)
    standing: Standing = found(standing_of(db, label, today(), composition))
    template = standing.coverage.template
    attached = {piece.piece: piece for _position, piece in dossiers.pieces(db, [one.id for one in template.evidence])}
    shown = [piece for _position, piece in standing.attached]
    wanting = unexplained(template, shown, standing.composition.left_out, attached)
    return Draft(standing, composition, saved, attached, frozenset(one.piece for one in wanting))


def compose(request: Request) -> Response:
    with office(request).reading() as db:
        composition, _saved = chosen(db, label_of(request))
    return _show(request, _form(composition), 200)


def _form(of: Composition) -> Form[Composing]:
    reasons = {f"reasons.{one.piece}": one.reason for one in of.left_out}
    comments = {f"comments.{one.criterion}": one.words for one in of.comments}
    out = [one.piece for one in of.left_out]
    return blank(Composing, since=of.since, until=of.until, out=out, **reasons, **comments)


def _show(request: Request, form: Form[Composing], status: int) -> Response:
    with office(request).reading() as db:
        known = draft(db, label_of(request))
    return render(request, "evidence/compose.html", {"form": form, "states": COVERAGE, **known._asdict()}, status)


def keep(request: Request, given: FormData) -> Response:
    """What is typed is kept if it means something; the button pressed says where one goes on."""
    form, label = read(Composing, given), label_of(request)
    with office(request).reading() as db:
        template = found(dossiers.template(db, label))
        if form.value is None or not _may_be(form, form.value.meant, template):
            return _show(request, form, 422)
        save(db, label, form.value)
        wanting = draft(db, label).wanting
    return RedirectResponse(_onward(request, given.get("then") or (KEEP if wanting else "")), 303)


def _may_be(form: Form[Composing], meant: Composition, template: Template) -> bool:
    try:
        check_composed(meant, template, today())
    except Refused as refusal:
        form.refused("until" if meant.until else "since", said(refusal)[0])
    return not form.errors


def _onward(request: Request, then: object) -> str:
    names = {KEEP: "compose_dossier", ATTACH: "attach_piece"}
    there = address(request, names.get(str(then), "seal_dossier"), label=label_of(request))
    return f"{there}?{PREPARING}=1" if then == ATTACH else there


class Sealing(BaseModel):
    """`seen`: the mark of what the page showed before the button was pressed."""

    seen: str = ""


def to_seal(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        composition, _at = chosen(db, label_of(request))
        standing = found(standing_of(db, label_of(request), today(), composition))
        named = disclosures.chosen(db, label_of(request))
    return {"standing": standing, "states": COVERAGE, "named": named, "fields": FIELDS, "seen": _mark(standing, named)}


def _mark(standing: Standing, named: list[DictRow]) -> str:
    """The same as long as nobody chose otherwise: the draft, the pieces shown, and what is said of whom."""
    pieces = [piece.piece for _position, piece in standing.attached]
    persons = [(one["person"], one["fields"]) for one in named]
    return sha256(repr((standing.composition, pieces, persons)).encode())


def seal(form: Sealing, request: Request, gesture: str) -> SealDossier:
    """Of what was seen and nothing else; sent again once it is sealed, it leads to the dossier as the first time."""
    label, dossier, known = label_of(request), DossierId(gesture), to_seal(request)
    with office(request).reading() as db:
        done = dossiers.of(db, dossier)
    if form.seen != known["seen"] and not done:
        raise Refused("preparation-changed")
    return sealing.seal(office(request), request.state.coop, label, today(), dossier, known["standing"].composition)


routes = [
    Page("/dossiers/labels/{label}/preparation", "compose_dossier", secretariat, compose, keep),
    Gesture(Sealing, "evidence/seal.html", seal, to("dossier", dossier=new), to_seal).page(
        "/dossiers/labels/{label}/scellement", "seal_dossier", secretariat
    ),
]

"""Labels pursued: those that we ship and one's own; what proves each criterion, what is missing, who can supply it."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Refused
from governance.evidence.attach import HEAVIEST
from governance.evidence.pursue import PursueLabel
from governance.evidence.template import LabelId
from projections.evidence import dossiers
from projections.figures import MEASURES
from web.counter import FORM_BYTES, Gesture, Page, found, office, to
from web.edge.inputs import Name, PartialDay, Text
from web.edge.label_file import read_label, shipped
from web.edge.lines import Unreadable
from web.members import today
from web.pages import render
from web.standing import standing_of
from web.visitor import members_and_officers, secretariat
from web.words.evidence import COVERAGE, MEDIA

UPLOAD = 2 * HEAVIEST + FORM_BYTES
"""Bytes: a file a little too heavy is refused in its form, with all that was typed; beyond, the request itself is."""


def label_of(request: Request) -> LabelId:
    """The label that the address names."""
    return LabelId(request.path_params["label"])


def index(request: Request) -> Response:
    on = today()
    with office(request).reading() as db:
        sealed = dossiers.sealed(db)
        standings = [standing_of(db, LabelId(row["id"]), on) for row in dossiers.labels(db)]
    return render(request, "evidence/index.html", {"standings": standings, "sealed": sealed, "states": COVERAGE})


def show(request: Request) -> Response:
    with office(request).reading() as db:
        standing = found(standing_of(db, label_of(request), today()))
    return render(request, "evidence/label.html", {"standing": standing, "states": COVERAGE, "media": MEDIA})


class Pursuit(BaseModel):
    label: Name
    on: PartialDay


def pursue(form: Pursuit, request: Request, gesture: str) -> PursueLabel:
    for one in shipped():
        if one.template.label == form.label:
            return PursueLabel(one.template, form.on, one.digest)
    raise Refused("unknown-label", label=form.label)


def on_offer(request: Request) -> dict[str, Any]:
    offered = [one.template for one in shipped()]
    return {"labels": [(one.label, one.name, one.edition) for one in offered]}


class OwnTemplate(BaseModel):
    text: Text
    on: PartialDay


def pursue_own(form: OwnTemplate, request: Request, gesture: str) -> PursueLabel:
    try:
        own = read_label(form.text.replace("\r\n", "\n").encode())
    except Unreadable as why:
        told = str(why.problem.sentence).removesuffix(".")
        raise Refused("label-unreadable", line=why.problem.line, why=told) from None
    asked = {one.figure for evidence in own.template.evidence for one in evidence.requirements if one.figure}
    if unknown := sorted(asked - MEASURES.keys()):
        raise Refused("unknown-figure", name=unknown[0])
    return PursueLabel(own.template, form.on, own.digest)


def to_write(request: Request) -> dict[str, Any]:
    return {**on_offer(request), "measures": [(name, one.definition) for name, one in MEASURES.items()]}


def begun_from(request: Request) -> dict[str, Any]:
    """One of those that we ship, to write one's own from."""
    wanted = request.query_params.get("modele", "")
    known = next((one.text for one in shipped() if one.template.label == wanted), "")
    return {"on": today(), "text": known}


routes = [
    Page("/dossiers", "dossiers", members_and_officers, index),
    Gesture(Pursuit, "evidence/pursue.html", pursue, to("dossiers"), on_offer, lambda request: {"on": today()}).page(
        "/dossiers/labels", "pursue_label", secretariat
    ),
    Gesture(OwnTemplate, "evidence/own.html", pursue_own, to("dossiers"), to_write, begun_from).page(
        "/dossiers/modele", "pursue_own_label", secretariat, UPLOAD
    ),
    Page("/dossiers/labels/{label}", "label", members_and_officers, show),
]

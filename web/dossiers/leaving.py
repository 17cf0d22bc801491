"""Dossiers that leave: published at an address, handed to an organisation, withdrawn from where they were."""

from enum import Enum
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.command import Command
from governance.evidence.given_facts import HandingId, Means, PublicationId
from governance.evidence.hand import HandDossier
from governance.evidence.publish import EndPublication, PublishDossier
from governance.words import DossierId, Public
from projections.evidence import dossiers, givings
from web.counter import Gesture, NoField, found, here, office, to
from web.edge.inputs import FrenchDay, Name
from web.members import today
from web.pages import address
from web.visitor import secretariat
from web.words.evidence import MEANS


class Where(Enum):
    SECRET = "secret"
    LISTED = "listed"


class Publishing(BaseModel):
    where: Where
    until: FrenchDay | None = None


class Handing(BaseModel):
    recipient: Name
    means: Means
    on: FrenchDay


def dossier_of(request: Request) -> DossierId:
    """The dossier that the address names."""
    return DossierId(request.path_params["dossier"])


def sealed(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"dossier": found(dossiers.of(db, dossier_of(request))), "means": MEANS}


def publish(form: Publishing, request: Request, gesture: str) -> Command:
    return PublishDossier(PublicationId(gesture), dossier_of(request), form.where is Where.LISTED, form.until)


def published(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        row = found(givings.publication(db, request.path_params["publication"]))
        return {"publication": row, "dossier": found(dossiers.of(db, DossierId(row["dossier"])))}


def end(form: NoField, request: Request, gesture: str) -> Command:
    return EndPublication(PublicationId(request.path_params["publication"]))


def to_its_dossier(request: Request, gesture: str) -> str:
    return address(request, "dossier", dossier=published(request)["dossier"]["id"])


def hand(form: Handing, request: Request, gesture: str) -> Command:
    return HandDossier(HandingId(gesture), dossier_of(request), Public(form.recipient), form.means, form.on)


routes = [
    Gesture(
        Publishing,
        "evidence/publish.html",
        publish,
        to("dossier", dossier=here("dossier")),
        sealed,
        lambda request: {"where": Where.SECRET},
    ).page("/dossiers/{dossier}/publication", "publish_dossier", secretariat),
    Gesture(NoField, "evidence/end_publication.html", end, to_its_dossier, published).page(
        "/dossiers/publications/{publication}/retrait", "end_publication", secretariat
    ),
    Gesture(
        Handing,
        "evidence/hand.html",
        hand,
        to("dossier", dossier=here("dossier")),
        sealed,
        lambda request: {"on": today()},
    ).page("/dossiers/{dossier}/remise", "hand_dossier", secretariat),
]

"""Witnesses: who signs the heads of this record from outside, and whose heads are signed here."""

from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Refused
from governance.evidence.witness import AcceptLog, DismissWitness, DropLog, NameWitness, PostHeads
from governance.evidence.witness_facts import LogId, LogKey, WitnessId
from governance.record.note import NotAKey, Verifier
from governance.record.sealer import last
from governance.words import PersonId, Public
from projections.evidence import witnesses
from projections.membership.choice import Among
from web import witness_desk
from web.counter import Gesture, NoField, Page, found, office, to
from web.edge.inputs import Name, Typed
from web.i18n import gettext as _
from web.pages import render
from web.visitor import everybody, secretariat
from web.whom import Whom
from web.witness_desk import cosigner

LONGEST = 300


def _key(typed: str, cosigns: bool) -> str:
    try:
        if len(typed) <= LONGEST and Verifier(typed).cosigns == cosigns:
            return typed.strip()
    except NotAKey:
        pass
    raise ValueError(_("Ce n’est pas cette clé : recopiez-la entière, de son nom jusqu’au dernier signe."))


def witness_key(typed: str) -> str:
    """A key that signs the heads of others (C2SP tlog-cosignature, Ed25519)."""
    return _key(typed, cosigns=True)


def log_key(typed: str) -> str:
    """A key that signs the heads of a record (C2SP signed-note, Ed25519)."""
    return _key(typed, cosigns=False)


def prefix(typed: str) -> str:
    """What an interface is served under, without its last slash."""
    try:
        parts = urlsplit(typed.strip())
        more = parts.query or parts.fragment or parts.username or parts.port == 0
        bare = parts.scheme in ("https", "http") and parts.hostname and not more
    except ValueError:  # no such port, half an IPv6 address
        bare = False
    if not bare or len(typed) > LONGEST:
        raise ValueError(_("Écrivez l’adresse de sa page « Témoins », par exemple https://exemple.fr/coop/temoins."))
    return typed.strip().rstrip("/")


class Witness(BaseModel):
    name: Name
    address: Annotated[str, AfterValidator(prefix), Typed("url", maxlength=LONGEST)]
    key: Annotated[str, AfterValidator(witness_key), Typed(maxlength=LONGEST)]


class Log(BaseModel):
    name: Name
    key: Annotated[str, AfterValidator(log_key), Typed(maxlength=LONGEST)]


def show(request: Request) -> Response:
    house = str(request.base_url)
    with office(request).reading() as db:
        told = {
            "head": last(db),
            "watching": [{**one, "near": one["address"].startswith(house)} for one in witnesses.watching(db)],
            "watched": witnesses.watched(db),
            "posted": witnesses.posted(db),
        }
    ours = {"address": str(request.url.replace(query="")), "key": cosigner(request).key}
    return render(request, "evidence/witnesses.html", {**told, "ours": ours})


def name_witness(form: Witness, request: Request, gesture: str) -> NameWitness:
    if not form.address.startswith(("https://", str(request.base_url))):
        raise Refused("witness-in-clear")
    return NameWitness(WitnessId(gesture), Public(form.name), LogKey(form.key), Public(form.address))


def accept_log(form: Log, request: Request, gesture: str) -> AcceptLog:
    return AcceptLog(LogId(gesture), Public(form.name), LogKey(form.key))


def dismiss(form: NoField, request: Request, gesture: str) -> DismissWitness:
    return DismissWitness(WitnessId(request.path_params["witness"]))


def drop(form: NoField, request: Request, gesture: str) -> DropLog:
    return DropLog(LogId(request.path_params["log"]))


class Posting(BaseModel):
    members: bool = False
    keeper: Name | None = None


def post_heads(form: Posting, request: Request, gesture: str) -> PostHeads:
    return PostHeads(form.members, PersonId(form.keeper) if form.keeper else None)


def _posted(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        now = witnesses.posted(db)
    return {"members": "true" if now["members"] else "", "keeper": now["keeper"] or ""} if now else {}


def _named(request: Request) -> dict[str, Any]:
    """Whom the form is about."""
    wanted = request.path_params
    with office(request).reading() as db:
        rows = witnesses.watching(db) if "witness" in wanted else witnesses.watched(db)
    one = next((row for row in rows if row["id"] in wanted.values()), None)
    return {"name": found(one)["name"], "ours": "witness" in wanted}


back = to("witnesses")
routes = [
    Page("/temoins", "witnesses", everybody, show),
    *witness_desk.routes,
    Gesture(Witness, "evidence/name_witness.html", name_witness, back).page(
        "/temoins/ajout", "name_witness", secretariat
    ),
    Gesture(Log, "evidence/accept_log.html", accept_log, back).page("/temoins/journaux", "accept_log", secretariat),
    Gesture(
        Posting, "evidence/post_heads.html", post_heads, back, lambda at: {"people": Whom(at, Among.REACHABLE)}, _posted
    ).page("/temoins/courriel", "post_heads", secretariat),
    Gesture(NoField, "evidence/end_witness.html", dismiss, back, _named).page(
        "/temoins/{witness}/retrait", "dismiss_witness", secretariat
    ),
    Gesture(NoField, "evidence/end_witness.html", drop, back, _named).page(
        "/temoins/journaux/{log}/retrait", "drop_log", secretariat
    ),
]

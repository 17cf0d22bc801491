"""The advisers of a cooperative: invited to read for a time, each visit told, sent away in one press."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.membership.adviser import InviteAdviser, RevokeAdviser
from governance.membership.adviser_facts import InvitationId, Scope
from governance.words import Clear, PersonId, Public, Said
from projections.membership import advisers
from web.counter import Gesture, NoField, Page, found, office, to
from web.edge.inputs import Email, FrenchDay, Name
from web.members import clear, today
from web.pages import render
from web.visitor import members_and_officers, secretariat
from web.words.advisers import READS, SCOPES, SEEN


class Invitation(BaseModel):
    organisation: Name
    name: Name
    email: Email
    scope: Scope
    until: FrenchDay


def invite(form: Invitation, request: Request, gesture: str) -> InviteAdviser:
    """Whoever was invited before at this mailbox is the same person: nothing is said of her a second time."""
    with office(request).reading() as db:
        who = advisers.named(db, form.email) or PersonId(gesture)
    invited = InviteAdviser(InvitationId(gesture), who, Public(form.organisation), form.scope, form.until)
    if who != gesture:
        return invited
    return InviteAdviser(
        **vars(invited) | {"name": Clear(who, Said.NAME, form.name), "email": clear(who, Said.EMAIL, form.email)}
    )


def revoke(form: NoField, request: Request, gesture: str) -> RevokeAdviser:
    row = invited(request)["adviser"]
    return RevokeAdviser(InvitationId(row["invitation"]), PersonId(row["person"]))


def invited(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"adviser": found(advisers.one(db, request.path_params["invitation"])), "scopes": SCOPES}


def index(request: Request) -> Response:
    with office(request).reading() as db:
        known = {"advisers": advisers.every(db, today()), "visits": advisers.visits(db)}
    return render(request, "membership/advisers.html", {**known, "scopes": SCOPES, "seen": SEEN})


def asked(request: Request) -> dict[str, Any]:
    return {"scopes": [(scope, words, READS[scope]) for scope, words in SCOPES.items()]}


routes = [
    Page("/conseillers", "advisers", members_and_officers, index),
    Gesture(Invitation, "membership/invite_adviser.html", invite, to("advisers"), asked).page(
        "/conseillers/invitation", "invite_adviser", secretariat
    ),
    Gesture(NoField, "membership/revoke_adviser.html", revoke, to("advisers"), invited).page(
        "/conseillers/{invitation}/fin", "revoke_adviser", secretariat
    ),
]

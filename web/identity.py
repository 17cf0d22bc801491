"""Who is who at the counter: other names, two sheets about one person, what is known of an organisation."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.membership.alias import GiveAlias
from governance.membership.facts import ActorKind
from governance.membership.organisation import CorrectOrganisation
from governance.rights.merge import MergePersons
from governance.words import Clear, MemberId, PersonId, Public, Said
from projections.membership.choice import Among
from web.counter import Gesture
from web.edge.inputs import FrenchDay, Name, Rna, Siren, Siret, Text
from web.members import dated_today
from web.people import person, to_sheet
from web.visitor import secretariat
from web.whom import Whom
from web.words.membership import CATEGORY_OF_ACTOR


class Alias(BaseModel):
    name: Name


def give_alias(form: Alias, request: Request, gesture: str) -> GiveAlias:
    who = PersonId(request.path_params["member"])
    return GiveAlias(who, Clear(who, Said.NAME, form.name))


class Duplicate(BaseModel):
    kept: Name


def merge(form: Duplicate, request: Request, gesture: str) -> MergePersons:
    return MergePersons(PersonId(form.kept), PersonId(request.path_params["member"]))


def others(request: Request) -> dict[str, Any]:
    """The sheets that may be about the same: of her kind, in the order of names."""
    known = person(request)
    this = known["person"]
    kind = Among.ORGANISATION if this["legal"] else Among.PERSON
    return {**known, "others": Whom(request, kind, but=this["id"])}


class Organisation(BaseModel):
    name: Name
    kind: ActorKind
    public_body: bool = False
    siren: Siren | None = None
    siret: Siret | None = None
    rna: Rna | None = None
    seat: Text | None = None
    on: FrenchDay


def correct(form: Organisation, request: Request, gesture: str) -> CorrectOrganisation:
    return CorrectOrganisation(
        member=MemberId(request.path_params["member"]),
        name=Public(form.name),
        kind=form.kind,
        public_body=form.public_body,
        siren=Public(form.siren or ""),
        siret=Public(form.siret or ""),
        rna=Public(form.rna or ""),
        seat=Public(form.seat or ""),
        on=form.on,
    )


def organisation(request: Request) -> dict[str, Any]:
    return {**person(request), "actors": CATEGORY_OF_ACTOR}


def as_known(request: Request) -> dict[str, Any]:
    known = person(request)["person"]
    public = {"public_body": "true"} if known["public_body"] else {}
    said = {name: known[name] for name in ("name", "kind", "siren", "siret", "rna")}
    return {**said, "seat": known["address"], **public, **dated_today(request)}


routes = [
    Gesture(Alias, "membership/alias.html", give_alias, to_sheet, person).page(
        "/membres/{member}/autre-nom", "give_alias", secretariat
    ),
    Gesture(Duplicate, "membership/merge.html", merge, to_sheet, others).page(
        "/membres/{member}/doublon", "merge", secretariat
    ),
    Gesture(Organisation, "membership/organisation.html", correct, to_sheet, organisation, as_known).page(
        "/membres/{member}/organisation", "correct_organisation", secretariat
    ),
]

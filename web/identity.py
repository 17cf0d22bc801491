"""Who is who at the counter: other names, and two sheets that are about one person."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.membership.alias import GiveAlias
from governance.rights.merge import MergePersons
from governance.words import Clear, PersonId, Said
from projections.membership import persons
from web.counter import Gesture, office
from web.edge.inputs import Name
from web.people import person, to_sheet
from web.visitor import secretariat


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
    with office(request).reading() as db:
        alike = [one for one in persons.named(db) if one["legal"] == this["legal"] and one["id"] != this["id"]]
    return {**known, "others": [(one["id"], one["name"]) for one in alike]}


routes = [
    Gesture(Alias, "membership/alias.html", give_alias, to_sheet, person).page(
        "/membres/{member}/autre-nom", "give_alias", secretariat
    ),
    Gesture(Duplicate, "membership/merge.html", merge, to_sheet, others).page(
        "/membres/{member}/doublon", "merge", secretariat
    ),
]

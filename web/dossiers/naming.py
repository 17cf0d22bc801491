"""Whom the next dossiers of a label name: chosen one by one, taken back."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.evidence.disclose import ChooseDisclosure
from governance.evidence.disclosure_facts import Ground
from governance.membership.person_facts import Shown
from governance.words import PersonId, Public
from projections.evidence import disclosures, dossiers
from projections.membership.choice import Among
from web.counter import Gesture, NoField, found, here, office, to
from web.dossiers.labels import label_of
from web.edge.inputs import Name
from web.visitor import secretariat
from web.whom import Whom
from web.words.evidence import FIELDS, GROUNDS


class Choice(BaseModel):
    person: Name
    fields: list[Shown]
    purpose: Name
    ground: Ground
    basis: Name


def choose(form: Choice, request: Request, gesture: str) -> ChooseDisclosure:
    person, purpose, basis = PersonId(form.person), Public(form.purpose), Public(form.basis)
    return ChooseDisclosure(label_of(request), person, tuple(form.fields), purpose, form.ground, basis)


def take_back(form: NoField, request: Request, gesture: str) -> ChooseDisclosure:
    """With what was said when she was chosen."""
    one = _one(request)["one"]
    purpose, ground, basis = Public(one["purpose"]), Ground(one["ground"]), Public(one["basis"])
    return ChooseDisclosure(label_of(request), PersonId(one["person"]), (), purpose, ground, basis)


def _chosen(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        template = found(dossiers.template(db, label_of(request)))
        named = disclosures.chosen(db, template.label)
    return {"label": template, "named": named, "fields": FIELDS, "grounds": GROUNDS}


def to_choose(request: Request) -> dict[str, Any]:
    return {**_chosen(request), "people": Whom(request, Among.PERSON)}


def _one(request: Request) -> dict[str, Any]:
    known = _chosen(request)
    one = next((row for row in known["named"] if row["person"] == request.path_params["person"]), None)
    return {**known, "one": found(one)}


BACK = to("disclose", label=here("label"))
routes = [
    Gesture(Choice, "evidence/disclose.html", choose, BACK, to_choose).page(
        "/dossiers/labels/{label}/personnes", "disclose", secretariat
    ),
    Gesture(NoField, "evidence/take_back.html", take_back, BACK, _one).page(
        "/dossiers/labels/{label}/personnes/{person}/retrait", "take_back_disclosure", secretariat
    ),
]

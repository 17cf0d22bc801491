"""What every paper says: name, legal form, seat and registration of the cooperative, and the words of its funders."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.statutes.facts import Form
from governance.statutes.open import DescribeCooperative, MentionFunders
from governance.words import Public
from projections.statutes import versions
from web.counter import Gesture, office, to
from web.documents.contents.values import FORMS
from web.edge.inputs import FrenchDay, Name, Text
from web.members import today
from web.visitor import secretariat


class Description(BaseModel):
    name: Name
    form: Form
    seat: Name
    registration: Name | None = None
    funders: Text | None = None
    on: FrenchDay


def describe(form: Description, request: Request, gesture: str) -> list[DescribeCooperative | MentionFunders]:
    said = (Public(form.name), form.form, Public(form.seat), Public(form.registration or ""))
    return [DescribeCooperative(*said, form.on), MentionFunders(Public(form.funders or ""), form.on)]


def known(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"on": today(), **(versions.cooperative(db) or {})}


def forms(request: Request) -> dict[str, Any]:
    return {"forms": [(form.value, said) for form, said in FORMS.items()]}


routes = [
    Gesture(Description, "statutes/cooperative.html", describe, to("statutes"), forms, known).page(
        "/statuts/cooperative", "describe_cooperative", secretariat
    )
]

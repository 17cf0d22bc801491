"""The register of agreements at the counter: recorded, ruled on by the assembly, read as of any day, taken away."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.decision.agreement import RecordAgreement, RuleOnAgreement
from governance.decision.facts import AgreementId
from governance.words import DecisionId, MemberId, Public
from projections.decision import agreements, decisions
from projections.membership import persons
from web.counter import Gesture, Page, found, office, to, visitor
from web.edge.inputs import Amount, Name, PartialDay, Text
from web.i18n import day
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.listing import exported, shown
from web.members import as_of, as_read
from web.pages import address, render
from web.tables import Column, Row, Shape, Table
from web.visitor import members_and_officers, secretariat


@contextmanager
def table(request: Request) -> Iterator[Table]:
    when, title = as_of(request), _("Conventions réglementées")
    with office(request).reading() as db:
        rows = [told(row) for row in agreements.page(db, when)]
    yield Table("conventions", title, columns(request), rows, _("au %(day)s", day=day(when.day)))


def columns(request: Request) -> tuple[Column, ...]:
    """What waits for the assembly leads the secretariat to where its ruling is recorded."""

    def ruling(row: Row) -> str:
        waits = secretariat(visitor(request)) and row["approved"] is None
        return address(request, "rule_on_agreement", agreement=row["id"]) if waits else ""

    return (
        Column("name", lazy("Avec"), width=3),
        Column("object", lazy("Objet"), width=5),
        Column("happened", lazy("Conclue le"), Shape.DAY, under=True),
        Column("amount", lazy("Montant"), Shape.MONEY, under=True),
        Column("board", lazy("Conseil"), width=3),
        Column("assembly", lazy("Assemblée"), width=3, under=True, link=ruling),
    )


def told(row: Row) -> Row:
    board = (
        _("autorisée, décision n° %(number)s", number=row["authorised_number"])
        if row["authorised"]
        else _("sans autorisation préalable (C. com. art. L225-42)")
    )
    return {**row, "name": row["name"] or _("(nom effacé)"), "board": board, "assembly": _ruling(row)}


def _ruling(row: Row) -> str:
    if row["approved"] is None:
        return _("à soumettre")
    number = row["ruled_number"]
    if row["approved"]:
        return _("approuvée, décision n° %(number)s", number=number)
    return _("non approuvée, décision n° %(number)s", number=number)


def index(request: Request) -> Response:
    with table(request) as whole:
        return render(request, "decision/agreements.html", {**as_read(request), **shown(request, whole)})


class Agreement(BaseModel):
    party: Name
    object: Text
    amount: Amount | None = None
    on: PartialDay
    authorised: Name | None = None


def record(form: Agreement, request: Request, gesture: str) -> RecordAgreement:
    return RecordAgreement(
        agreement=AgreementId(gesture),
        party=MemberId(form.party),
        object=Public(form.object),
        amount=form.amount,
        on=form.on,
        authorised=DecisionId(form.authorised) if form.authorised else None,
    )


def to_record(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        parties = [(one["id"], one["name"]) for one in persons.named(db)]
        return {"parties": parties, "decisions": _of(decisions.of_organ(db, "board"))}


def _of(rows: list[Any]) -> list[tuple[str, str]]:
    return [(row["id"], _("n° %(number)s, %(title)s", number=row["number"], title=row["title"])) for row in rows]


class Ruling(BaseModel):
    decision: Name


def rule(form: Ruling, request: Request, gesture: str) -> RuleOnAgreement:
    return RuleOnAgreement(AgreementId(request.path_params["agreement"]), DecisionId(form.decision))


def to_rule(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        one = found(agreements.of(db, request.path_params["agreement"]))
        return {"agreement": one, "decisions": _of(decisions.of_organ(db, "assembly"))}


routes = [
    Page("/conventions", "agreements", members_and_officers, index),
    exported("/conventions", "agreements", members_and_officers, table),
    Gesture(Agreement, "decision/agreement.html", record, to("agreements"), to_record).page(
        "/conventions/nouvelle", "record_agreement", secretariat
    ),
    Gesture(Ruling, "decision/rule.html", rule, to("agreements"), to_rule).page(
        "/conventions/{agreement}/assemblee", "rule_on_agreement", secretariat
    ),
]

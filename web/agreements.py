"""The register of agreements at the counter: recorded, ruled on by the assembly, read as of any day, taken away."""

from collections.abc import Iterable, Iterator
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request

from governance.decision.agreement import RecordAgreement, RuleOnAgreement, SubmitAgreement
from governance.words import AgreementId, DecisionId, MemberId, Public, ResolutionId
from projections.decision import agreements, decisions
from projections.membership import offices
from projections.membership.choice import Among
from projections.paging import Sought
from web.counter import Gesture, found, office, to, visitor
from web.edge.inputs import Amount, Name, PartialDay, Text
from web.i18n import gettext as _
from web.i18n import lazy_gettext as lazy
from web.members import today
from web.pages import address
from web.registers import Choice, Shelf
from web.tables import Column, Row, Shape
from web.visitor import members_and_officers, secretariat
from web.whom import Whom

RULINGS = {"waiting": lazy("à soumettre"), "approved": lazy("approuvée"), "refused": lazy("non approuvée")}


def columns(request: Request) -> tuple[Column, ...]:
    """What waits for the assembly leads the secretariat to where its ruling is recorded."""

    def ruling(row: Row) -> str:
        waits = secretariat(visitor(request)) and row["approved"] is None
        return address(request, "rule_on_agreement", agreement=row["id"]) if waits else ""

    return (
        Column("name", lazy("Avec"), width=3, sorted=True),
        Column("object", lazy("Objet"), width=5, sorted=True),
        Column("happened", lazy("Conclue le"), Shape.DAY, sorted=True, under=True),
        Column("amount", lazy("Montant"), Shape.MONEY, sorted=True, under=True),
        Column("board", lazy("Conseil"), width=3),
        Column("assembly", lazy("Assemblée"), width=3, sorted=True, under=True, link=ruling),
    )


def told(db: Connection[DictRow], asked: Sought, rows: Iterable[Row]) -> Iterator[Row]:
    return map(_told, rows)


def _told(row: Row) -> Row:
    board = (
        _("autorisée, décision n° %(number)s", number=row["authorised_number"])
        if row["authorised"]
        else _("sans autorisation préalable (C. com. art. L225-42)")
    )
    return {**row, "name": row["name"] or _("(nom effacé)"), "board": board, "assembly": _ruling(row)}


def _ruling(row: Row) -> str:
    if row["approved"] is None and row["resolution"]:
        return _("à l’ordre du jour : « %(title)s »", title=row["resolution"])
    if row["approved"] is None:
        return _("à soumettre")
    number = row["ruled_number"]
    if row["approved"]:
        return _("approuvée, décision n° %(number)s", number=number)
    return _("non approuvée, décision n° %(number)s", number=number)


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
        return {"parties": Whom(request, Among.EITHER), "decisions": _of(decisions.of_organ(db, "board"))}


def _of(rows: list[Any]) -> list[tuple[str, str]]:
    return [(row["id"], _("n° %(number)s, %(title)s", number=row["number"], title=row["title"])) for row in rows]


class Submission(BaseModel):
    resolution: Name
    others: list[Name] = []


def submit(form: Submission, request: Request, gesture: str) -> SubmitAgreement:
    others = tuple(MemberId(one) for one in form.others)
    return SubmitAgreement(AgreementId(request.path_params["agreement"]), ResolutionId(form.resolution), others)


def to_submit(request: Request) -> dict[str, Any]:
    """The resolutions that may still be voted, and those who run the cooperative."""
    with office(request).reading() as db:
        one = found(agreements.of(db, request.path_params["agreement"]))
        said = [(row["id"], f"{row['title']} ({row['meeting']})") for row in agreements.resolutions(db)]
        running = {row["person"]: row["name"] or _("(nom effacé)") for row in offices.holders(db, today())}
    running.pop(one["party"], None)
    return {"agreement": one, "resolutions": said, "running": list(running.items())}


class Ruling(BaseModel):
    decision: Name


def rule(form: Ruling, request: Request, gesture: str) -> RuleOnAgreement:
    return RuleOnAgreement(AgreementId(request.path_params["agreement"]), DecisionId(form.decision))


def to_rule(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        one = found(agreements.of(db, request.path_params["agreement"]))
        return {"agreement": one, "decisions": _of(decisions.of_organ(db, "assembly"))}


shelf = Shelf(
    path="/conventions",
    name="agreements",
    readers=members_and_officers,
    template="decision/agreements.html",
    book=agreements.REGISTER,
    file="conventions",
    title=lazy("Conventions réglementées"),
    columns=columns,
    told=told,
    usual="-happened",
    hint=lazy("Chercher un nom ou un objet"),
    choices=lambda request, db: (Choice("assemblee", lazy("Assemblée"), RULINGS),),
)
routes = [
    *shelf.pages,
    Gesture(Agreement, "decision/agreement.html", record, to("agreements"), to_record).page(
        "/conventions/nouvelle", "record_agreement", secretariat
    ),
    Gesture(Submission, "decision/submit.html", submit, to("agreements"), to_submit).page(
        "/conventions/{agreement}/resolution", "submit_agreement", secretariat
    ),
    Gesture(Ruling, "decision/rule.html", rule, to("agreements"), to_rule).page(
        "/conventions/{agreement}/assemblee", "rule_on_agreement", secretariat
    ),
]

"""The page of the révision coopérative, and its acts in their order: named, reported, open to members, discussed."""

from collections.abc import Mapping
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from governance.evidence.facts import Digest, Medium
from governance.evidence.follow_breach import FollowBreach, awaited
from governance.evidence.name_reviser import NameReviser
from governance.evidence.report_revision import DiscussReport, OpenReport, ReceiveReport
from governance.evidence.revision import Lacking, NextRevision
from governance.evidence.revision_facts import BreachFollowed, Reviser, RevisionId, Step
from governance.evidence.state_result import StateYearResult
from governance.words import AssemblyId, Cents, Day, DecisionId, PersonId, Public
from projections.evidence import revisions
from projections.membership.choice import Among
from web import files
from web.counter import Gesture, Page, found, office, to, visitor
from web.dossier import EXTENSIONS
from web.edge.inputs import Amount, FrenchDay, Name
from web.i18n import day
from web.members import dated_today, today
from web.pages import render
from web.revisions.due import due
from web.traces import decided
from web.upload import ACCEPTED, UPLOAD, kept
from web.visitor import Visitor, members_and_officers, secretariat
from web.whom import Whom
from web.words import cited
from web.words.revision import BARS, BECAUSE, STEPS, WEIGHTS

WORDS = {"because": BECAUSE, "weights": WEIGHTS, "bars": BARS, "steps": STEPS, "cited": cited}


def show(request: Request) -> Response:
    on, who = today(), visitor(request)
    with office(request).reading() as db:
        coming = due(db, on)
        every = [_whole(db, row, on) for row in revisions.every(db)]
        known = {"results": revisions.results(db), "assembly": revisions.next_assembly(db, on)}
    told = {"reads": [one for one in every if may_read(who, one)], "today": on, "next_act": next_act(coming, every)}
    return render(request, "revision/show.html", {"due": coming, "revisions": every, **known, **told, **WORDS})


def may_read(who: Visitor, revision: Mapping[str, Any]) -> bool:
    """What a report says: every member once it is open to them, those who have an office before."""
    return bool(revision["opened"] or who.offices)


def _whole(db: Connection[DictRow], row: DictRow, on: Day) -> dict[str, Any]:
    of = row["id"]
    steps = [one for one in revisions.breaches(db) if one["revision"] == of]
    points = [one for one in revisions.findings(db, on) if one["revision"] == of]
    return {
        **row,
        "findings": points,
        "open": [one for one in points if not one["closed"]],
        "discussed_at": [one for one in revisions.discussed(db) if one["revision"] == of],
        "breaches": steps,
        "awaited": awaited([_step(one) for one in steps], on),
    }


def _step(row: DictRow) -> BreachFollowed:
    until = Day(row["until"]) if row["until"] else None
    return BreachFollowed(RevisionId(row["revision"]), Step(row["step"]), Day(row["happened"]), until)


def next_act(coming: NextRevision | None, every: list[dict[str, Any]]) -> str:
    """The name of the page of what is to be done next, "" where there is nothing to do."""
    last = every[0] if every else None
    if last is None or last["discussed_at"]:
        return "name_reviser" if coming and coming.near(today()) else ""
    if not last["received"]:
        return "receive_report"
    return "discuss_report" if last["opened"] else "open_report"


def alert(db: Connection[DictRow], on: Day) -> tuple[NextRevision, Lacking] | None:
    """The révision that worries, and what it lacks: a réviseur a year before, his report once its day is past."""
    coming, every = due(db, on), revisions.every(db)
    named = bool(every) and not every[0]["received"]
    lacking = coming.lacking(on, named) if coming else None
    return (coming, lacking) if coming and lacking else None


class Naming(BaseModel):
    organisation: Name | None = None
    person: Name | None = None
    agreed: Name | None = None
    declared: FrenchDay | None = None
    deputy_organisation: Name | None = None
    deputy_person: Name | None = None
    deputy_agreed: Name | None = None
    deputy_declared: FrenchDay | None = None
    decision: Name | None = None
    on: FrenchDay


def name(form: Naming, request: Request, gesture: str) -> NameReviser:
    main = _reviser(form.organisation, form.person, form.agreed, form.declared)
    second = (form.deputy_organisation, form.deputy_person, form.deputy_agreed, form.deputy_declared)
    decision = DecisionId(form.decision) if form.decision else None
    return NameReviser(RevisionId(gesture), form.on, main, _reviser(*second) if any(second) else None, decision)


def _reviser(organisation: str | None, person: str | None, agreed: str | None, declared: Day | None) -> Reviser:
    who = PersonId(person) if person else None
    return Reviser(Public(organisation or ""), who, Public(agreed or ""), declared)


def naming(request: Request) -> dict[str, Any]:
    return {"people": Whom(request, Among.PERSON), "decisions": decided(request)}


def _revision(request: Request) -> RevisionId:
    return RevisionId(request.path_params["revision"])


def known(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        row = found(revisions.of(db, _revision(request)))
        held = [(one["id"], f"{one['title']}, {day(one['day'])}") for one in revisions.assemblies(db)]
    return {"revision": row, "assemblies": held, "accepted": ACCEPTED, **WORDS}


class Report(BaseModel):
    model_config = {"arbitrary_types_allowed": True}
    on: FrenchDay
    file: UploadFile


def receive(form: Report, request: Request, gesture: str) -> ReceiveReport:
    file = kept(request, form.file)
    return ReceiveReport(_revision(request), form.on, file.digest, file.size, file.medium)


class OneDay(BaseModel):
    on: FrenchDay


def open_(form: OneDay, request: Request, gesture: str) -> OpenReport:
    return OpenReport(_revision(request), form.on)


class Discussion(BaseModel):
    assembly: Name


def discuss(form: Discussion, request: Request, gesture: str) -> DiscussReport:
    return DiscussReport(_revision(request), AssemblyId(form.assembly))


class Breach(BaseModel):
    step: Step
    on: FrenchDay
    until: FrenchDay | None = None
    note: Name | None = None


def follow(form: Breach, request: Request, gesture: str) -> FollowBreach:
    return FollowBreach(_revision(request), form.step, form.on, form.until, Public(form.note or ""))


class Result(BaseModel):
    closing: FrenchDay
    amount: Amount
    loss: bool = False


def state(form: Result, request: Request, gesture: str) -> StateYearResult:
    return StateYearResult(form.closing, Cents(-form.amount) if form.loss else form.amount)


def paper(request: Request) -> Response:
    """The report. What came in as a file goes out as a file."""
    at = office(request)
    with at.reading() as db:
        row = found(revisions.paper(db, request.path_params["digest"]))
        found(may_read(visitor(request), row) or None)
        kept_file = files.take(db, at.vault, Digest(row["digest"]))
    name = f"revision-{row['received']}.{EXTENSIONS[Medium(row['media_type'])]}"
    return Response(
        kept_file.content,
        media_type=kept_file.media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


BACK = to("revision")
routes = [
    Page("/dossiers/revision", "revision", members_and_officers, show),
    Page("/dossiers/revision/rapports/{digest}", "revision_report", members_and_officers, paper),
    Gesture(Naming, "revision/name.html", name, BACK, naming).page(
        "/dossiers/revision/reviseur", "name_reviser", secretariat
    ),
    Gesture(Result, "revision/result.html", state, BACK).page(
        "/dossiers/revision/resultats", "state_result", secretariat
    ),
    Gesture(Report, "revision/report.html", receive, BACK, known, dated_today).page(
        "/dossiers/revision/{revision}/rapport", "receive_report", secretariat, UPLOAD
    ),
    Gesture(OneDay, "revision/open.html", open_, BACK, known, dated_today).page(
        "/dossiers/revision/{revision}/mise-a-disposition", "open_report", secretariat
    ),
    Gesture(Discussion, "revision/discuss.html", discuss, BACK, known).page(
        "/dossiers/revision/{revision}/assemblee", "discuss_report", secretariat
    ),
    Gesture(Breach, "revision/breach.html", follow, BACK, known, dated_today).page(
        "/dossiers/revision/{revision}/mise-en-demeure", "follow_breach", secretariat
    ),
]

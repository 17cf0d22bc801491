"""Leading a project at the counter: started, perhaps from what led to it; its stage, who takes part, opinions."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.command import Command
from governance.evidence.trace_facts import Kind
from governance.network.facts import GroupId
from governance.project.lead import EndPart, GiveOpinion, MoveProject, TakePartIn
from governance.project.life_facts import OpinionId, PartId, Stage, View
from governance.project.start import StartProject
from governance.words import DecisionId, PersonId, ProjectId, Public
from projections.membership.choice import Among
from projections.network import groups
from projections.project import lives
from web.counter import Gesture, found, here, new, office, to
from web.edge.inputs import Name, PartialDay, Text
from web.gatherings.known import Known
from web.members import dated_today
from web.projects.showing import project_id, shown
from web.traces import come_of, decided, origin
from web.visitor import board
from web.whom import Whom
from web.words.project import STAGES, VIEWS


class Start(BaseModel):
    title: Name
    purpose: Text
    on: PartialDay
    source: Name | None = None
    origin: Name | None = None


def start(form: Start, request: Request, gesture: str) -> Sequence[Command]:
    words = (Public(form.title), Public(form.purpose))
    started = StartProject(ProjectId(gesture), *words, form.on, Public(form.source or ""))
    return come_of(form.origin, started, Kind.PROJECT, gesture)


def born(request: Request) -> dict[str, Any]:
    """`?de=`: what it is born of, whose words it starts with."""
    row = origin(request)
    return {**dated_today(request), **({"origin": row["thing"], "purpose": row["title"]} if row else {})}


class Move(BaseModel):
    stage: Stage
    on: PartialDay
    decision: Name | None = None
    note: Name | None = None


def move(form: Move, request: Request, gesture: str) -> MoveProject:
    decision = DecisionId(form.decision) if form.decision else None
    return MoveProject(project_id(request), form.stage, form.on, decision, Public(form.note or ""))


class Part(BaseModel):
    role: Name
    organisation: Name | None = None
    person: Name | None = None
    on: PartialDay


def take_part(form: Part, request: Request, gesture: str) -> TakePartIn:
    """A person must be known already: she is chosen by her identifier."""
    who = Known.of(request).party(form.organisation or "", "", gesture)
    return TakePartIn(
        part=PartId(gesture),
        project=project_id(request),
        role=Public(form.role),
        on=form.on,
        organisation=who.organisation,
        member=who.member,
        person=PersonId(form.person) if form.person else None,
    )


def people(request: Request) -> dict[str, Any]:
    return {**shown(request), "people": Whom(request, Among.PERSON)}


class End(BaseModel):
    on: PartialDay


def part_id(request: Request) -> PartId:
    return PartId(request.path_params["part"])


def ending(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {**shown(request), "part": found(lives.part(db, part_id(request)))}


class Opinion(BaseModel):
    committee: Name
    view: View
    text: Text
    on: PartialDay


def give_opinion(form: Opinion, request: Request, gesture: str) -> GiveOpinion:
    said = (GroupId(form.committee), form.view, Public(form.text), form.on)
    return GiveOpinion(OpinionId(gesture), project_id(request), *said)


def committees(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        named = [(row["id"], row["name"]) for row in groups.every(db)]
    return {**shown(request), "committees": named, "views": list(VIEWS.items())}


to_project = to("project", project=here("project"))

routes = [
    Gesture(Start, "project/start.html", start, to("project", project=new), lambda r: {"origin": origin(r)}, born).page(
        "/projets/nouveau", "start_project", board
    ),
    Gesture(
        Move,
        "project/move.html",
        move,
        to_project,
        lambda r: {**shown(r), "decisions": decided(r), "stages": list(STAGES.items())},
        dated_today,
    ).page("/projets/{project}/etapes", "move_project", board),
    Gesture(Part, "project/part.html", take_part, to_project, people, dated_today).page(
        "/projets/{project}/equipe", "take_part", board
    ),
    Gesture(
        End, "project/end_part.html", lambda f, r, g: EndPart(part_id(r), f.on), to_project, ending, dated_today
    ).page("/projets/{project}/equipe/{part}", "end_part", board),
    Gesture(Opinion, "project/opinion.html", give_opinion, to_project, committees, dated_today).page(
        "/projets/{project}/avis", "give_opinion", board
    ),
]

"""The network: groups at work, meetings of actors, surveys with their base, needs, proposals."""

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import groupby
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.counting.share import counts
from governance.network.facts import GroupId, MeetingId, ProposalId, SurveyId
from governance.network.form_group import FormGroup
from governance.network.propose import Propose
from governance.network.report_meeting import ReportMeeting
from governance.network.report_survey import ReportSurvey, Share
from governance.words import Public
from projections.network import groups as working_groups
from projections.network import meetings as gatherings
from projections.network import reports
from web.counter import Gesture, Page, office, to, visitor
from web.edge.inputs import Count, Name, PartialDay, Text
from web.i18n import gettext as _
from web.listing import files
from web.members import today
from web.pages import address, render
from web.visitor import board, members_and_officers

PAGE = 20
_SHARE = re.compile(r"([0-9]{1,3})\s*(?:%\s*:?|:)\s*(\S.*)")


def index(request: Request) -> Response:
    before = request.query_params.get("date") or "~", request.query_params.get("avant", "")
    with office(request).reading() as db:
        meetings = gatherings.held(db, before, PAGE + 1)
        surveys = [_based(row) for row in reports.surveys(db)]
        known = {"groups": working_groups.every(db), "surveys": surveys, "proposals": reports.proposals(db)}
        coming = gatherings.to_come(db)
        visions = [(horizon, list(rows)) for horizon, rows in groupby(reports.visions(db), lambda row: row["horizon"])]
    shown = {
        "coming": coming,
        "meetings": meetings[:PAGE],
        "files": {name: files(request, address(request, name)) for name in ("form_group", "report_meeting")},
        "more": meetings[PAGE - 1] if len(meetings) > PAGE else None,
    }
    may_report = bool(visitor(request).offices & FormGroup.may)
    return render(request, "network/index.html", {**known, **shown, "visions": visions, "may_report": may_report})


def _based(survey: dict[str, Any]) -> dict[str, Any]:
    """With its rate of answers; each share beside the counts of respondents that it may stand for."""
    shares = [{**one, "counts": counts(one["percent"], survey["respondents"])} for one in survey["shares"]]
    return {**survey, "share": Fraction(survey["respondents"], survey["population"]), "shares": shares}


class Group(BaseModel):
    name: Name
    purpose: Text
    on: PartialDay


def form_group(form: Group, request: Request, gesture: str) -> FormGroup:
    return FormGroup(GroupId(gesture), Public(form.name), Public(form.purpose), form.on)


class Meeting(BaseModel):
    title: Name
    kind: Name | None = None
    number: Count | None = None
    on: PartialDay
    place: Name | None = None
    organisations: Text | None = None
    present: Count | None = None
    at_least: Count | None = None
    group: Name | None = None
    source: Name | None = None


def report_meeting(form: Meeting, request: Request, gesture: str) -> ReportMeeting:
    return ReportMeeting(
        meeting=MeetingId(gesture),
        title=Public(form.title),
        on=form.on,
        place=Public(form.place or ""),
        organisations=one_a_line(form.organisations),
        present=form.present,
        at_least=form.at_least,
        group=GroupId(form.group) if form.group else None,
        source=Public(form.source or ""),
        kind=Public(form.kind or ""),
        number=form.number,
    )


def share(line: str) -> Share:
    found = _SHARE.fullmatch(line)
    if found is None:
        raise ValueError(_("Commencez chaque résultat par sa part en pour cent, puis deux points et ce qu’elle dit."))
    return Share(Public(found[2]), int(found[1]))


def shares_a_line(typed: str) -> str:
    """A result a line, that can be read."""
    for line in one_a_line(typed):
        share(line)
    return typed


class Survey(BaseModel):
    title: Name
    on: PartialDay
    population: Count
    unit: Name
    respondents: Count
    conducted_by: Name | None = None
    needs: Text | None = None
    shares: Annotated[Text, AfterValidator(shares_a_line)] | None = None
    source: Name | None = None


def report_survey(form: Survey, request: Request, gesture: str) -> ReportSurvey:
    return ReportSurvey(
        survey=SurveyId(gesture),
        title=Public(form.title),
        on=form.on,
        population=form.population,
        respondents=form.respondents,
        unit=Public(form.unit),
        conducted_by=Public(form.conducted_by or ""),
        needs=one_a_line(form.needs),
        shares=tuple(map(share, one_a_line(form.shares))),
        source=Public(form.source or ""),
    )


class Proposal(BaseModel):
    text: Text
    proposed_by: Name
    on: PartialDay
    source: Name | None = None


def propose(form: Proposal, request: Request, gesture: str) -> Propose:
    words = (Public(form.text), Public(form.proposed_by))
    return Propose(ProposalId(gesture), *words, form.on, Public(form.source or ""))


def one_a_line(typed: str | None) -> tuple[Public, ...]:
    return tuple(Public(line.strip()) for line in (typed or "").splitlines() if line.strip())


def groups(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"groups": [(row["id"], row["name"]) for row in working_groups.every(db)]}


def dated_today(request: Request) -> dict[str, Any]:
    return {"on": today()}


def report(path: str, name: str, model: type[Any], command: Callable[..., Any], shown: Any = groups) -> Page:
    gesture = Gesture(model, f"network/{name}.html", command, to("network"), shown, dated_today)
    return gesture.page(f"/reseau/{path}", name, board)


routes = [
    Page("/reseau", "network", members_and_officers, index),
    report("groupes", "form_group", Group, form_group),
    report("reunions", "report_meeting", Meeting, report_meeting),
    report("enquetes", "report_survey", Survey, report_survey),
    report("propositions", "propose", Proposal, propose),
]

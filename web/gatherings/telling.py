"""What a meeting said, told: its page is its report, which is printed, edited, published and sent."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.evidence.facts import Digest
from governance.network.facts import MeetingId
from governance.network.tell_meeting import PublishReport, SendReport
from governance.words import PersonId
from projections.network import actions, meetings, rounds
from web import files
from web.counter import Gesture, Page, found, office, visitor
from web.documents import document
from web.documents.contents import Report
from web.documents.odt import KIND, odt
from web.edge.inputs import FrenchDay
from web.gatherings.known import meeting_id, shown, the_meeting, to_meeting
from web.gatherings.report import agenda_line, coming, count, doing, heading, on_both, report, stage, when
from web.gatherings.rounding import round_of
from web.gatherings.source import counted, held_against
from web.members import dated_today, today
from web.pages import render
from web.prioritisations.reading import ranked
from web.visitor import board, everybody, members_and_officers, secretariat


def told(db: Connection[DictRow], meeting: DictRow) -> dict[str, Any]:
    """All that the page and the papers say of a meeting."""
    identifier = MeetingId(meeting["id"])
    noted = meetings.told(db, identifier)
    return {
        "meeting": meeting,
        **noted,
        "carried": meetings.carried(db, meeting),
        "actions": actions.of_meeting(db, identifier),
        "awaited": actions.due_at(db, identifier),
        "counted": counted(noted["attendance"]),
        **held_against(noted),
        "ranked": ranked(db, identifier),
        "round": round_of(rounds.of(db, identifier)),
        "next": meetings.next_of(db, meeting) if meeting["working_group"] else None,
    }


def in_words(known: dict[str, Any], named: bool = True) -> dict[str, Any]:
    """What the page says beside: `named`, who is to do what as well."""
    meeting = known["meeting"]
    return {
        **known,
        "heading": heading(meeting),
        "when": when(meeting),
        "count": count(known),
        "agenda": [agenda_line(one) for one in meeting["agenda"]],
        "lines": [(row, doing(row, named)) for row in known["actions"]],
        "coming": coming(known["next"]) if known["next"] else "",
        "doubled": [on_both(*pair) for pair in known["twice"]],
    }


def show(request: Request) -> Response:
    who = visitor(request)
    with office(request).reading() as db:
        known = told(db, the_meeting(db, request))
    return render(
        request,
        "network/gathering.html",
        {**in_words(known), "writes": board(who), "decides": secretariat(who), "stage": stage},
    )


def public(request: Request) -> Response:
    """Once published, to anybody: organisations, no human being."""
    with office(request).reading() as db:
        row = the_meeting(db, request)
        found(row["published"])
        known = told(db, row)
    return render(request, "network/public_report.html", in_words(known, named=False))


def written(db: Connection[DictRow], coop: dict[str, Any], meeting: DictRow) -> Report:
    return report(coop, told(db, meeting), datetime.now(UTC))


def pdf(request: Request) -> Response:
    with office(request).reading() as db:
        row = the_meeting(db, request)
        content = written(db, request.state.coop, row)
    paper = document("compte-rendu", dict(content), datetime.now(UTC))
    return Response(paper, media_type="application/pdf", headers=_named("inline", "compte-rendu.pdf"))


def text(request: Request) -> Response:
    with office(request).reading() as db:
        content = written(db, request.state.coop, the_meeting(db, request))
    return Response(
        odt("compte-rendu", dict(content)), media_type=KIND, headers=_named("attachment", "compte-rendu.odt")
    )


def _named(how: str, name: str) -> Mapping[str, str]:
    return {"Content-Disposition": f'{how}; filename="{name}"'}


def paper(request: Request) -> Response:
    at = office(request)
    with at.reading() as db:
        listed = found(meetings.paper(db, meeting_id(request), request.path_params["digest"]))
        file = files.take(db, at.vault, Digest(listed["digest"]))
    return Response(file.content, media_type=file.media_type, headers=_named("attachment", "piece"))


class Publication(BaseModel):
    on: FrenchDay


def publish(form: Publication, request: Request, gesture: str) -> PublishReport:
    return PublishReport(meeting_id(request), form.on)


class Sending(BaseModel):
    people: list[str] = []


def send(form: Sending, request: Request, gesture: str) -> SendReport:
    return SendReport(meeting_id(request), tuple(map(PersonId, form.people)), today())


def reached(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        people = meetings.reached(db, meeting_id(request))
        return {"meeting": the_meeting(db, request), "people": [(one["id"], one["name"]) for one in people]}


def all_of_them(request: Request) -> dict[str, Any]:
    return {"people": [person for person, _ in reached(request)["people"]]}


routes = [
    Page("/reseau/reunions/{meeting}/compte-rendu.pdf", "report_paper", members_and_officers, pdf),
    Page("/reseau/reunions/{meeting}/compte-rendu.odt", "report_text", members_and_officers, text),
    Page("/reseau/reunions/{meeting}/pieces/{digest}", "gathering_paper", members_and_officers, paper),
    Gesture(Publication, "network/publish.html", publish, to_meeting, shown, dated_today).page(
        "/reseau/reunions/{meeting}/mise-en-ligne", "publish_report", board
    ),
    Gesture(Sending, "network/send_report.html", send, to_meeting, reached, all_of_them).page(
        "/reseau/reunions/{meeting}/envoi", "send_report", board
    ),
    Page("/reseau/reunions/{meeting}", "gathering", members_and_officers, show),
    Page("/comptes-rendus/{meeting}", "public_report", everybody, public),
]

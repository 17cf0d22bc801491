"""Who speaks for the network elsewhere: asked to, with what to say, and what they bring back."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.network.speak_for import GiveMandate, ReportMandate, ReportMyMandate
from governance.network.speaking_facts import MandateId
from governance.words import Day, PersonId, Public
from projections.membership.choice import Among
from projections.network import groups, mandates
from web.counter import Gesture, Page, found, here, new, office, to, visitor
from web.edge.inputs import FrenchDay, Name, PartialDay, Text
from web.gatherings.known import group_of
from web.members import dated_today, today
from web.network import one_a_line
from web.pages import render
from web.visitor import board, members_and_officers
from web.whom import Whom


def index(request: Request) -> Response:
    with office(request).reading() as db:
        rows = mandates.every(db)
    return render(request, "network/mandates.html", {"rows": rows, "writes": board(visitor(request))})


def the_mandate(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        row = found(mandates.of(db, MandateId(request.path_params["mandate"])))
    who = visitor(request)
    over = row["day"] is None or not today().surely_before(Day(row["day"]))
    reports = over and (board(who) or who.person in row["people"])
    return {"mandate": row, "writes": board(who), "reports": reports}


def show(request: Request) -> Response:
    return render(request, "network/mandate.html", the_mandate(request))


class Asked(BaseModel):
    event: Name
    people: list[str] = []
    organisations: Text | None = None
    group: Name | None = None
    day: PartialDay | None = None
    place: Name | None = None
    message: Text | None = None


def give(form: Asked, request: Request, gesture: str) -> GiveMandate:
    return GiveMandate(
        mandate=MandateId(request.path_params.get("mandate", gesture)),
        event=Public(form.event),
        people=tuple(map(PersonId, form.people)),
        on=today(),
        group=group_of(form.group),
        organisations=one_a_line(form.organisations),
        day=form.day,
        place=Public(form.place or ""),
        message=Public(form.message or ""),
    )


def asking(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        known = [(row["id"], row["name"]) for row in groups.every(db)]
    return {"people": Whom(request, Among.PERSON), "groups": known}


def as_given(request: Request) -> dict[str, Any]:
    row = the_mandate(request)["mandate"]
    same = {name: row[name] for name in ("event", "people", "place", "message")}
    lines = "\n".join(row["organisations"])
    return {**same, "organisations": lines, "group": row["working_group"], "day": row["day"] and Day(row["day"])}


class Report(BaseModel):
    words: Text
    on: FrenchDay


def report(form: Report, request: Request, gesture: str) -> ReportMandate:
    kind = ReportMandate if board(visitor(request)) else ReportMyMandate
    return kind(MandateId(request.path_params["mandate"]), Public(form.words), form.on)


to_mandate = to("mandate", mandate=here("mandate"))
routes = [
    Page("/reseau/mandats", "speaking_mandates", members_and_officers, index),
    Gesture(
        Asked,
        "network/give_mandate.html",
        give,
        to("mandate", mandate=new),
        asking,
        lambda request: {"group": request.query_params.get("groupe", "")},
    ).page("/reseau/mandats/nouveau", "give_mandate", board),
    Page("/reseau/mandats/{mandate}", "mandate", members_and_officers, show),
    Gesture(
        Asked, "network/give_mandate.html", give, to_mandate, lambda r: {**asking(r), **the_mandate(r)}, as_given
    ).page("/reseau/mandats/{mandate}/correction", "change_mandate", board),
    Gesture(Report, "network/report_mandate.html", report, to_mandate, the_mandate, dated_today).page(
        "/reseau/mandats/{mandate}/retour", "report_mandate", members_and_officers
    ),
]

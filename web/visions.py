"""Visions at the counter: where somebody wants to be at a horizon, by what means, by what steps; a page for each."""

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.evidence.trace_facts import Kind
from governance.network.facts import VisionId, VisionStep
from governance.network.state_vision import StateVision
from governance.words import Public
from projections.network import reports
from web.counter import Page, found, office
from web.edge.inputs import Name, PartialDay, Text, partial_day
from web.gatherings.known import Known
from web.network import one_a_line, report
from web.pages import render
from web.traces import trace
from web.visitor import members_and_officers


class Vision(BaseModel):
    text: Text
    horizon: PartialDay
    stated_by: Name
    means: Text | None = None
    steps: Text | None = None
    on: PartialDay
    source: Name | None = None


def state_vision(form: Vision, request: Request, gesture: str) -> StateVision:
    return StateVision(
        vision=VisionId(gesture),
        text=Public(form.text),
        horizon=form.horizon,
        on=form.on,
        stated_by=Public(form.stated_by),
        source=Public(form.source or ""),
        member=Known.of(request).party(form.stated_by, "", gesture).member,
        means=one_a_line(form.means),
        steps=tuple(map(_step, one_a_line(form.steps))),
    )


def _step(line: Public) -> VisionStep:
    """« 06/2028 : ouvrir la ressourcerie »; where no date is understood before the colon, the line is all words."""
    said, colon, text = line.partition(":")
    try:
        return (
            VisionStep(Public(text.strip()), partial_day(said.strip())) if colon and text.strip() else VisionStep(line)
        )
    except ValueError:
        return VisionStep(line)


def vision(request: Request) -> Response:
    with office(request).reading() as db:
        one = found(reports.vision(db, VisionId(request.path_params["vision"])))
        traced = trace(db, request, Kind.VISION, one["id"])
    return render(request, "network/vision.html", {"vision": one, "traced": traced})


routes = [
    report("visions", "state_vision", Vision, state_vision),
    Page("/reseau/visions/{vision}", "vision", members_and_officers, vision),
]

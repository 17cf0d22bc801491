"""Forms filled in before the meeting: typed from paper by the secretariat, or online by the voter."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.facts import Matter
from governance.vote.channels import secrecy
from governance.vote.forms import FillForm, FillMyForm, last_on_paper, last_online
from governance.words import Day, MemberId, ResolutionId, StatutesId
from projections.assembly import meetings, rolls
from projections.vote import boxes
from web.assemblies import rules
from web.assemblies.address import member, of, the_meeting, to_meeting
from web.assemblies.by_form import closed
from web.counter import Gesture, Page, found, here, office, to, visitor
from web.edge.inputs import FrenchDay
from web.members import today
from web.pages import render
from web.visitor import members_and_officers, secretariat
from web.votes.show import OFFERED, Choices
from web.whom import Listed
from web.words import cited
from web.words.vote import CHANNELS, CHOICES


class Paper(Choices):
    """By resolution, as it came in; one that is passed over is an abstention."""

    member: str
    on: FrenchDay


def fill(form: Paper, request: Request, gesture: str) -> FillForm:
    return FillForm(of(request), _version(request), MemberId(form.member), form.on, _said(form))


def fill_mine(form: Choices, request: Request, gesture: str) -> FillMyForm:
    return FillMyForm(of(request), _version(request), member(request), today(), _said(form))


def _said(form: Choices) -> tuple[tuple[ResolutionId, Any], ...]:
    return tuple((ResolutionId(resolution), choice) for resolution, choice in form.choice.items())


def _version(request: Request) -> StatutesId:
    with office(request).reading() as db:
        return StatutesId(the_meeting(db, request)["statutes"] or "none")


def shown(request: Request) -> dict[str, Any]:
    """The resolutions that a form may answer, those kept for a secret vote, and who may still send one."""
    with office(request).reading() as db:
        meeting = the_meeting(db, request)
        statutes = rules.of_meeting(db, meeting)
        agenda = meetings.agenda(db, of(request))
        lines = rolls.lines(db, of(request), limit=1000)
        sent = boxes.forms(db, of(request))
    secret = [one for one in agenda if statutes and secrecy(statutes, Matter(one["matter"]))]
    return {
        "meeting": meeting,
        "agenda": [one for one in agenda if one not in secret],
        "secret": secret,
        "sent": sent,
        "members": Listed([(one["member"], one["name"]) for one in lines if not (one["form"] or one["holder"])]),
        "last": statutes and last_on_paper(statutes, Day(meeting["day"])),
        "closed": closed(statutes, meeting),
        "ballot": [(word, CHOICES[word]) for word in OFFERED],
        "channels": CHANNELS,
        "cited": cited,
    }


def mine(request: Request) -> dict[str, Any]:
    """The reader's own line of the roll, and until when she may fill in her form."""
    known = shown(request)
    with office(request).reading() as db:
        lines = rolls.of_voter(db, of(request), visitor(request).person)
    line = found(next((one for one in lines if one["member"] == member(request)), None))
    return {**known, "line": line, "until": last_online(Day(known["meeting"]["day"]))}


def index(request: Request) -> Response:
    return render(request, "vote/forms.html", shown(request))


def received_today(request: Request) -> dict[str, Any]:
    return {"on": today()}


routes = [
    Page("/assemblees/{assembly}/formulaires", "vote_forms", secretariat, index),
    Gesture(
        Paper, "vote/fill_form.html", fill, to("vote_forms", assembly=here("assembly")), shown, received_today
    ).page("/assemblees/{assembly}/formulaires/nouveau", "fill_form", secretariat),
    Gesture(Choices, "vote/fill_my_form.html", fill_mine, to_meeting, mine).page(
        "/assemblees/{assembly}/mon-formulaire/{member}", "fill_my_form", members_and_officers
    ),
]

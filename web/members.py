"""Members: the register by collège, a member's sheet, and what makes somebody enter, move and leave."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from governance.command import Refused
from governance.membership.admit import Admit, Reject
from governance.membership.facts import Cause
from governance.membership.leave import Leave
from governance.membership.move import ChangeCollege
from governance.statutes.facts import LossCause, Organ
from governance.words import Clear, CollegeId, Day, MemberId, PersonId, Public, Said
from projections import agenda
from projections.capital import movements
from projections.dues import dues
from projections.membership import consents, lives, members, offices, persons, ties
from projections.membership.members import AsOf
from projections.network import meetings as gatherings
from projections.statutes import versions
from web.bygone import end_of
from web.bygone import today as today
from web.counter import Gesture, Page, found, here, office, to
from web.edge.inputs import FrenchDay, Name, Text, partial_day
from web.lives import timeline, under_way
from web.pages import address, render
from web.visitor import board, officers, secretariat
from web.words import cited
from web.words.membership import CATEGORY_OF_ACTOR, CAUSES, LOSSES, PURPOSES, WAYS
from web.words.statutes import STATUTES

PAGE = 100


def as_of(request: Request) -> AsOf:
    """`?le=2026-01-01`: the register of that day; `&su=2026-02-01`: as it was known at the end of that other day."""
    asked = request.query_params
    try:
        day = plausible(asked["le"]) if asked.get("le") else today()
        known = end_of(plausible(asked["su"])) if asked.get("su") else None
    except ValueError:
        return AsOf(today())
    return AsOf(day, known)


def as_read(request: Request) -> dict[str, Any]:
    """What the page of a register says of the day that it shows: `su` is what was asked, once understood."""
    when = as_of(request)
    return {"when": when, "today": today(), "su": request.query_params["su"] if when.known else ""}


def plausible(typed: str) -> Day:
    """A day that a calendar of people holds; a ValueError otherwise."""
    return partial_day(typed)


def whole(typed: str) -> int | None:
    """A key of a list as an address gives it, None where it is none."""
    return int(typed) if typed.isdecimal() and len(typed) < 19 else None


def places(db: Any, day: Day) -> dict[str, dict[str, str]]:
    """The names of the categories and collèges of the statutes in force on a day."""
    version = versions.in_force(db, day)
    if version is None:
        return {"categories": {}, "colleges": {}}
    statutes = version["statutes"]
    return {
        "categories": {one["id"]: one["name"] for one in statutes["categories"]},
        "colleges": {one["id"]: one["name"] for scheme in statutes["schemes"] for one in scheme["colleges"]},
    }


def show(request: Request) -> Response:
    member = request.path_params["member"]
    with office(request).reading() as db:
        person = found(persons.of(db, member))
        if person["merged"]:
            return RedirectResponse(address(request, "member", member=person["merged"]), 303)
        steps = lives.of_member(db, MemberId(member))
        known = {
            "person": person,
            "aliases": persons.aliases(db, PersonId(member)),
            "steps": timeline(steps, places(db, today())),
            "under_way": under_way(steps),
            "cited": cited,
            "subscriptions": movements.of_member(db, MemberId(member)),
            "application": members.application(db, MemberId(member)),
            "representatives": offices.representatives(db, MemberId(member)),
            "consents": consents.of(db, PersonId(member)),
            "ways": WAYS,
            "purposes": PURPOSES,
            "same_mailbox": persons.same_mailbox(db, member),
            "places": places(db, today()),
            "actors": CATEGORY_OF_ACTOR,
            "is_member": members.is_member(db, MemberId(member), AsOf(today())),
            "exclusion": lives.exclusion(db, MemberId(member)),
            "ties": ties.of(db, PersonId(member)),
            "affiliated": ties.affiliated(db, member),
            "iban": masked(person["iban"]),
            "owed": dues.of_member(db, MemberId(member), today()),
            "admission": _admission(db),
            "gatherings": gatherings.attended(db, person["name"], member) if person["legal"] else [],
        }
        note_reading(db, request)
    return render(request, "membership/show.html", known)


def masked(iban: str | None) -> str:
    """« FR76 … 189 »: enough to recognise one's own."""
    return f"{iban[:4]}\u00a0…\u00a0{iban[-3:]}" if iban else ""


def _admission(db: Any) -> dict[str, Any] | None:
    """Who admits, and the next meeting of that organ."""
    version = versions.in_force(db, today())
    named = version["statutes"].get("admission") if version else None
    if not named:
        return None
    meeting = agenda.next_of(db, Organ(named["value"]), today())
    return {"organ": STATUTES[named["value"]], "article": cited(named["article"]), "meeting": meeting}


def note_reading(db: Any, request: Request) -> None:
    """Who consulted a personal sheet (RGPD): kept twelve months, apart from the record."""
    page = f"membres/{request.path_params['member']}"
    db.execute("insert into public.reading (person, page) values (%s, %s)", [request.state.who.person, page])


def dated_today(request: Request) -> dict[str, Any]:
    return {"on": today()}


def clear(person: str, said: Said, words: str | None) -> Clear | None:
    return Clear(PersonId(person), said, words) if words else None


class OnDay(BaseModel):
    on: FrenchDay


class Rejection(OnDay):
    reason: Text | None = None


class Admission(OnDay):
    organ: Organ | None = None
    minutes: Name | None = None
    despite: Text | None = None


class Move(OnDay):
    college: Name


class Departure(OnDay):
    cause: Cause
    lost: LossCause | None = None


def sheet(request: Request) -> dict[str, Any]:
    """What the small forms about a member show besides themselves."""
    with office(request).reading() as db:
        person = found(persons.of(db, request.path_params["member"]))
        known = {"person": person, "places": _places(db, person), "ended": _ended(person)}
        return known | {"application": members.application(db, MemberId(person["id"]))}


def _places(db: Any, person: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Where she may be, the categories that she was said to be of before the others."""
    found, hers = places(db, today()), ties.qualities(db, PersonId(person["id"]), today())
    first = {one: f"{found['categories'][one]} ✓" for one in hers if one in found["categories"]}
    return {**found, "categories": first | {k: v for k, v in found["categories"].items() if k not in first}}


def _ended(person: dict[str, Any]) -> dict[str, Any]:
    """What ends a membership of itself: withdrawing and excluding have pages of their own."""
    own = Cause.DISSOLUTION if person["legal"] else Cause.DEATH
    return {cause.value: CAUSES[cause.value] for cause in (Cause.AUTOMATIC_LOSS, own)}


def leave(form: Departure, request: Request, gesture: str) -> Leave:
    if form.cause is Cause.AUTOMATIC_LOSS and form.lost is None:
        raise Refused("loss-cause-needed")
    return Leave(member(request), form.cause, form.on, form.lost if form.cause is Cause.AUTOMATIC_LOSS else None)


def leaving(request: Request) -> dict[str, Any]:
    """Beside the causes, the conditions that the statutes name, all of them where they name none."""
    with office(request).reading() as db:
        version = versions.in_force(db, today())
    loss = version["statutes"].get("loss") if version else None
    named = loss.get("auto_causes") if loss else None
    losses = [(one, LOSSES[one]) for one in (named["value"] if named else LOSSES)]
    return {**sheet(request), "losses": losses, "article": cited(named["article"]) if named else ""}


def member(request: Request) -> MemberId:
    return MemberId(request.path_params["member"])


def admit(form: Admission, request: Request, gesture: str) -> Admit:
    despite = clear(member(request), Said.REASON, form.despite)
    return Admit(member(request), form.on, form.organ, Public(form.minutes or ""), despite)


def admitting(request: Request) -> dict[str, Any]:
    """The organ that the statutes name, beside the application."""
    with office(request).reading() as db:
        version = versions.in_force(db, today())
    organs = {organ.value: STATUTES[organ.value] for organ in Organ}
    admission = version["statutes"].get("admission") if version else None
    return {**sheet(request), "organs": organs, "admission": admission, "cited": cited}


to_sheet = to("member", member=here("member"))

routes = [
    Page("/membres/{member}", "member", officers, show),
    Gesture(Admission, "membership/admit.html", admit, to_sheet, admitting, dated_today).page(
        "/membres/{member}/admission", "admit", board
    ),
    Gesture(
        Rejection,
        "membership/reject.html",
        lambda form, r, g: Reject(member(r), form.on, clear(member(r), Said.REASON, form.reason)),
        to_sheet,
        sheet,
        dated_today,
    ).page("/membres/{member}/rejet", "reject", board),
    Gesture(
        Move,
        "membership/move.html",
        lambda form, r, g: ChangeCollege(member(r), CollegeId(form.college), form.on),
        to_sheet,
        sheet,
        dated_today,
    ).page("/membres/{member}/college", "move", board),
    Gesture(
        Departure,
        "membership/leave.html",
        leave,
        to_sheet,
        leaving,
        dated_today,
    ).page("/membres/{member}/depart", "leave", secretariat),
]

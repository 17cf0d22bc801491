"""A working group: its names, its rhythm, its organisations, its meetings in the order of their days, a newcomer."""

from collections.abc import Iterator
from typing import Any

from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.network.facts import GroupId
from governance.network.lead_group import GivePack, NoteGroupMember, PaceGroup, RenameGroup
from governance.network.meeting_facts import Belonging
from governance.words import Day, DecisionId, PersonId, Public
from projections.membership.choice import Among
from projections.network import groups, mandates, meetings
from web.counter import Gesture, Page, found, here, office, to, visitor
from web.edge.inputs import Count, Name, PartialDay, Text
from web.gatherings.known import Known
from web.gatherings.report import counted
from web.i18n import gettext as _
from web.i18n import ngettext
from web.members import dated_today, today
from web.network import one_a_line
from web.pages import render
from web.visitor import board, members_and_officers
from web.whom import Whom
from web.words.network import BELONGINGS


def group_id(request: Request) -> GroupId:
    return GroupId(request.path_params["group"])


def the_group(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        return {"group": found(groups.of(db, group_id(request)))}


def whole(request: Request) -> dict[str, Any]:
    identifier = group_id(request)
    with office(request).reading() as db:
        group = found(groups.of(db, identifier))
        met = groups.meetings(db, identifier)
        known = {
            "names": groups.names(db, identifier),
            "members": groups.members(db, identifier),
            "attending": groups.attending(db, identifier),
            "points": meetings.open_of_group(db, identifier),
            "mandates": mandates.of_group(db, identifier),
        }
    return {"group": group, "meetings": met, **known, "drift": groups.drift(group, met, today())}


def show(request: Request) -> Response:
    told = {"writes": board(visitor(request)), "belongings": BELONGINGS, "today": today()}
    return render(request, "network/group.html", {**whole(request), **told})


def story(request: Request) -> Response:
    """For whoever was not there: what happened under which name, where, and who came to which meeting."""
    identifier = group_id(request)
    with office(request).reading() as db:
        group = found(groups.of(db, identifier))
        names = groups.names(db, identifier)
        met = [one for one in groups.meetings(db, identifier) if one["held"]]
        attending = groups.attending(db, identifier)
        places = groups.places(db, identifier)
    told = {"group": group, "entries": sorted([*_named(names), *map(_met, met)], key=lambda entry: entry[0])}
    return render(request, "network/group_story.html", {**told, "met": met, "attending": attending, "places": places})


def _named(names: list[DictRow]) -> Iterator[tuple[Day, str, str]]:
    for rank, one in enumerate(names):
        yield Day(one["since"]), _("Renommé") if rank else _("Formé"), one["name"]


def _met(one: DictRow) -> tuple[Day, str, str]:
    came = ngettext("%(num)s structure", "%(num)s structures", one["structures"]) if one["structures"] else ""
    return Day(one["held"]), one["title"], " · ".join(filter(None, (one["place"], came or counted(one))))


class NewName(BaseModel):
    name: Name
    on: PartialDay


class Rhythm(BaseModel):
    days: Count | None = None
    standing: Text | None = None
    on: PartialDay


class Membership(BaseModel):
    organisation: Name
    belonging: Belonging
    decision: Name | None = None
    on: PartialDay


class Newcomers(BaseModel):
    people: list[str] = []


def rename(form: NewName, request: Request, gesture: str) -> RenameGroup:
    return RenameGroup(group_id(request), Public(form.name), form.on)


def pace(form: Rhythm, request: Request, gesture: str) -> PaceGroup:
    return PaceGroup(group_id(request), form.days, form.on, one_a_line(form.standing))


def as_paced(request: Request) -> dict[str, Any]:
    group = the_group(request)["group"]
    return {"days": group["days"], "standing": "\n".join(group["standing"]), "on": today()}


def note_member(form: Membership, request: Request, gesture: str) -> NoteGroupMember:
    who = Known.of(request).party(form.organisation, "", gesture)
    return NoteGroupMember(
        group=group_id(request),
        organisation=who.organisation,
        belonging=form.belonging,
        on=form.on,
        member=who.member,
        decision=DecisionId(form.decision) if form.decision else None,
    )


def choosing(request: Request) -> dict[str, Any]:
    """The decisions that its meetings took, and the organisations that are known."""
    with office(request).reading() as db:
        decisions = [(row["id"], row["title"]) for row in groups.decisions(db, group_id(request))]
    known = {
        "organisations": Whom(request, Among.ORGANISATION).names(),
        "decisions": decisions,
        "belongings": list(BELONGINGS.items()),
    }
    return {**the_group(request), **known}


def give_pack(form: Newcomers, request: Request, gesture: str) -> GivePack:
    return GivePack(group_id(request), tuple(map(PersonId, form.people)), today())


def reachable(request: Request) -> dict[str, Any]:
    """Whoever has a mailbox."""
    return {**whole(request), "people": Whom(request, Among.REACHABLE)}


to_group = to("group", group=here("group"))
routes = [
    Page("/reseau/groupes/{group}", "group", members_and_officers, show),
    Page("/reseau/groupes/{group}/histoire", "group_story", members_and_officers, story),
    Gesture(NewName, "network/rename_group.html", rename, to_group, the_group, dated_today).page(
        "/reseau/groupes/{group}/nom", "rename_group", board
    ),
    Gesture(Rhythm, "network/pace_group.html", pace, to_group, the_group, as_paced).page(
        "/reseau/groupes/{group}/rythme", "pace_group", board
    ),
    Gesture(Membership, "network/group_member.html", note_member, to_group, choosing, dated_today).page(
        "/reseau/groupes/{group}/participants", "group_member", board
    ),
    Gesture(Newcomers, "network/give_pack.html", give_pack, to_group, reachable).page(
        "/reseau/groupes/{group}/accueil", "give_pack", board
    ),
]

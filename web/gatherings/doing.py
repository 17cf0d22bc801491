"""What is to be done: the board of actions, each one's page, who offers to, what became of it."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Command
from governance.evidence.trace_facts import Kind
from governance.network.act import (
    DoShare,
    FinishAction,
    FinishMyAction,
    GiveActionUp,
    OfferHelp,
    OfferMyHelp,
    SetAction,
    WithdrawHelp,
    WithdrawMyHelp,
)
from governance.network.action_facts import ActionId, Priority
from governance.words import Day, PersonId, Public, legal_day
from projections.membership.choice import Among
from projections.network import actions, meetings
from web.counter import Gesture, NoField, Page, found, here, new, office, to, visitor
from web.edge.inputs import FrenchDay, Name, PartialDay, Text
from web.gatherings.known import Known, choices, group_of, meeting_of
from web.gatherings.report import due, helpers
from web.i18n import day, ngettext
from web.i18n import gettext as _
from web.listing import files
from web.members import dated_today, today
from web.pages import render
from web.traces import come_of, origin, trace
from web.visitor import board, members_and_officers
from web.whom import Whom
from web.words.network import PRIORITIES


def action_id(request: Request) -> ActionId:
    return ActionId(request.path_params["action"])


def index(request: Request) -> Response:
    """What is to be done under each priority, then what is over; `?sans`: what nobody has offered to do."""
    alone = "sans" in request.query_params
    with office(request).reading() as db:
        rows = [row for row in actions.board(db) if not alone or not (row["helpers"] or row["everybody"])]
    told = [_told(row) for row in rows]
    columns = [(key, list(group)) for key, group in groupby(told, lambda row: _column(row))]
    known = {"columns": columns, "priorities": PRIORITIES, "alone": alone, "writes": board(visitor(request))}
    known["files"] = files(request)
    return render(request, "network/actions.html", known)


def _column(row: dict[str, Any]) -> str:
    return str(row["priority"]) if row["state"] == "open" else "over"


def _told(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "who": ", ".join(helpers(row)), "until": due(row)}


def whole(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        row = found(actions.of(db, action_id(request)))
        shares = actions.shares(db, row) if row["everybody"] else []
        reminded = actions.reminded(db, action_id(request))
        traced = trace(db, request, Kind.ACTION, row["id"])
    mine = visitor(request).person in [one["person"] for one in row["helpers"]]
    return {
        "action": _told(row),
        "shares": shares,
        "mine": mine,
        "reminder": reminder(row, reminded),
        "priorities": PRIORITIES,
        "traced": traced,
    }


def reminder(row: dict[str, Any], reminded: dict[str, Any]) -> str:
    """When those who do it are reminded, or were; nothing where nothing is awaited."""
    if reminded["last"]:
        left = day(legal_day(reminded["last"]))
        return ngettext(
            "le %(day)s, à %(num)s personne", "le %(day)s, à %(num)s personnes", reminded["people"], day=left
        )
    until = row["due"] or row["due_day"]
    if row["state"] != "open" or not (until or row["due_said"] or row["due_meeting"]):
        return ""
    if not (until and Day(until).full):
        return _("aucun tant que le jour n’est pas connu")
    if Day(until).surely_before(today()):
        return ""
    leaves = max(Day.of(Day(until).first - actions.REMINDED), today())
    return _("le %(day)s, par courriel à qui s’en charge", day=day(leaves))


def show(request: Request) -> Response:
    return render(request, "network/action.html", {**whole(request), "writes": board(visitor(request))})


class Doing(BaseModel):
    what: Text
    priority: Priority
    meeting: Name | None = None
    group: Name | None = None
    due: PartialDay | None = None
    due_said: Name | None = None
    due_meeting: Name | None = None
    everybody: bool = False
    source: Name | None = None
    origin: Name | None = None


def new_action(form: Doing, request: Request, gesture: str) -> Sequence[Command]:
    """Perhaps from what led to it."""
    return come_of(form.origin, set_action(form, request, gesture), Kind.ACTION, gesture)


def set_action(form: Doing, request: Request, gesture: str) -> SetAction:
    return SetAction(
        action=ActionId(request.path_params.get("action", gesture)),
        what=Public(form.what),
        on=today(),
        priority=form.priority,
        meeting=meeting_of(form.meeting),
        group=group_of(form.group),
        due=form.due,
        due_said=Public(form.due_said or ""),
        due_meeting=meeting_of(form.due_meeting),
        everybody=form.everybody,
        source=Public(form.source or ""),
    )


def asking(request: Request) -> dict[str, Any]:
    return {**choices(request), "priorities": list(PRIORITIES.items()), "origin": origin(request)}


def of_meeting(request: Request) -> dict[str, Any]:
    """`?reunion=`: the meeting that sets it, and its group; `?de=`: what it is born of, whose words it starts with."""
    asked = meeting_of(request.query_params.get("reunion"))
    with office(request).reading() as db:
        row = meetings.of(db, asked) if asked else None
    born = origin(request)
    words = {"origin": born["thing"], "what": born["title"]} if born else {}
    return {"priority": Priority.NONE, "meeting": asked, "group": row and row["working_group"], **words}


def as_set(request: Request) -> dict[str, Any]:
    row = whole(request)["action"]
    same = {name: row[name] for name in ("what", "priority", "meeting", "due", "due_said", "due_meeting")}
    return {**same, "group": row["working_group"], "everybody": "true" if row["everybody"] else ""}


class Help(BaseModel):
    organisation: Name | None = None
    person: Name | None = None
    condition: Name | None = None


def offer(form: Help, request: Request, gesture: str) -> OfferHelp:
    """A person must be known already: she is chosen by her identifier."""
    who = Known.of(request).party(form.organisation or "", "", gesture)
    said = (who.organisation, who.member, PersonId(form.person) if form.person else None, Public(form.condition or ""))
    return OfferHelp(action_id(request), today(), *said)


class MyHelp(BaseModel):
    condition: Name | None = None


def offer_mine(form: MyHelp, request: Request, gesture: str) -> OfferMyHelp:
    return OfferMyHelp(action_id(request), today(), Public(form.condition or ""))


class Helper(BaseModel):
    """One of those who do it, as `_called` says: it is the same whoever else withdraws meanwhile."""

    helper: str


def withdraw(form: Helper, request: Request, gesture: str) -> WithdrawHelp:
    who = found(next((one for one in whole(request)["action"]["helpers"] if _called(one) == form.helper), None))
    return WithdrawHelp(action_id(request), today(), who["organisation"], who["person"] or None)


def withdraw_mine(form: NoField, request: Request, gesture: str) -> WithdrawMyHelp:
    return WithdrawMyHelp(action_id(request), today())


def helped(request: Request) -> dict[str, Any]:
    """Those who do it, to choose one of them."""
    known = whole(request)
    listed = known["action"]["helpers"]
    names = [(_called(one), " – ".join(filter(None, (one["organisation"], one["name"])))) for one in listed]
    return {**known, "helpers": names}


def _called(helper: dict[str, Any]) -> str:
    return f"{helper['person'] or ''}/{helper['organisation']}"


def helping(request: Request) -> dict[str, Any]:
    organisations = Whom(request, Among.ORGANISATION).names()
    return {**whole(request), "people": Whom(request, Among.PERSON), "organisations": organisations}


class Ending(BaseModel):
    on: FrenchDay
    outcome: Name | None = None


class Reason(BaseModel):
    on: FrenchDay
    reason: Name


class Share(BaseModel):
    organisation: Name
    on: FrenchDay
    note: Name | None = None


def finish(form: Ending, request: Request, gesture: str) -> FinishAction:
    kind = FinishAction if board(visitor(request)) else FinishMyAction
    return kind(action_id(request), form.on, Public(form.outcome or ""))


def give_up(form: Reason, request: Request, gesture: str) -> GiveActionUp:
    return GiveActionUp(action_id(request), form.on, Public(form.reason))


def do_share(form: Share, request: Request, gesture: str) -> DoShare:
    return DoShare(action_id(request), Public(form.organisation), form.on, Public(form.note or ""))


def sharing(request: Request) -> dict[str, Any]:
    known = whole(request)
    return {**known, "left": [row["organisation"] for row in known["shares"] if not row["happened"]]}


to_action = to("action", action=here("action"))
routes = [
    Page("/reseau/actions", "actions", members_and_officers, index),
    Gesture(Doing, "network/set_action.html", new_action, to("action", action=new), asking, of_meeting).page(
        "/reseau/actions/nouvelle", "set_action", board
    ),
    Page("/reseau/actions/{action}", "action", members_and_officers, show),
    Gesture(Doing, "network/set_action.html", set_action, to_action, lambda r: {**asking(r), **whole(r)}, as_set).page(
        "/reseau/actions/{action}/correction", "change_action", board
    ),
    Gesture(Help, "network/offer_help.html", offer, to_action, helping).page(
        "/reseau/actions/{action}/aide", "offer_help", board
    ),
    Gesture(MyHelp, "network/my_help.html", offer_mine, to_action, whole).page(
        "/reseau/actions/{action}/moi", "my_help", members_and_officers
    ),
    Gesture(Helper, "network/withdraw_help.html", withdraw, to_action, helped).page(
        "/reseau/actions/{action}/aide/retrait", "withdraw_help", board
    ),
    Gesture(NoField, "network/withdraw_my_help.html", withdraw_mine, to_action, whole).page(
        "/reseau/actions/{action}/moi/retrait", "withdraw_my_help", members_and_officers
    ),
    Gesture(Share, "network/do_share.html", do_share, to_action, sharing, dated_today).page(
        "/reseau/actions/{action}/parts", "do_share", board
    ),
    Gesture(Ending, "network/finish_action.html", finish, to_action, whole, dated_today).page(
        "/reseau/actions/{action}/fin", "finish_action", members_and_officers
    ),
    Gesture(Reason, "network/give_action_up.html", give_up, to_action, whole, dated_today).page(
        "/reseau/actions/{action}/abandon", "give_action_up", board
    ),
]

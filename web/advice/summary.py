"""The page of an adviser: for each cooperative that lets her read, what falls due, what is wrong, and its own pages."""

from dataclasses import dataclass, field

from psycopg.rows import DictRow
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from governance.command import Refused
from governance.membership.adviser import VisitAsAdviser
from governance.membership.adviser_facts import InvitationId, Seen
from governance.words import PersonId
from projections.membership import advisers
from projections.statutes import versions
from web.advice.index import front, invited, mailbox
from web.advice.outlook import Outlook, outlook
from web.advice.signin import SILENT, offices, signed
from web.counter import Page, found
from web.door import Suspended
from web.forms import new_gesture
from web.i18n import gettext as _
from web.members import today
from web.office import Office
from web.pages import address, render
from web.signin import cookie_for
from web.visitor import everybody, open_session
from web.words import said
from web.words.advisers import SCOPES


@dataclass(frozen=True)
class Summary:
    """One cooperative, as its adviser sees it. `silent`: why nothing can be said of it."""

    slug: str
    name: str
    invitation: DictRow | None = None
    told: Outlook = field(default_factory=Outlook)
    silent: str = ""


def show(request: Request) -> Response:
    with front(offices(request).house) as db:
        box = signed(request, db)
        rows = invited(db, box) if box else []
    if box is None:
        return RedirectResponse(address(request, "advice_signin"), 303)
    shown = [one for row in rows if (one := _summary(request, row, box))]
    shown.sort(key=lambda one: not (one.silent or one.told.alerts))  # what is wrong comes first
    return render(request, "advice/summary.html", {"cooperatives": shown, "scopes": SCOPES, "today": today()})


def enter(request: Request, given: FormData) -> Response:
    """Into the pages of one: the link that she would receive there, without the letter."""
    with front(offices(request).house) as db:
        box = signed(request, db)
        rows = {row["slug"]: row for row in invited(db, box)} if box else {}
    row = found(rows.get(request.path_params["coop"]))
    at = offices(request).of(row["slug"])
    found(_visit(at, row, str(box), Seen.INSIDE))
    with at.reading() as db:
        cookie = open_session(db, PersonId(row["person"]))
    answer = RedirectResponse(address(request, "revision"), 303)
    answer.set_cookie(**cookie_for(request, row["slug"]), value=cookie)
    return answer


def _summary(request: Request, row: DictRow, box: str) -> Summary | None:
    """None where she was not invited, or is not any more."""
    try:
        at = offices(request).of(row["slug"])
        invitation = _visit(at, row, box, Seen.SUMMARY)
        if invitation is None:
            return None
        with at.reading() as db:
            return Summary(row["slug"], row["name"], invitation, outlook(db, today()))
    except Refused as refusal:  # its record went back
        return Summary(row["slug"], row["name"], silent=said(refusal).whole)
    except Suspended as closed:
        why = _("Qui l’héberge l’a fermée pour un temps. Rien n’est perdu : tout y sera, tel quel, à sa réouverture.")
        return Summary(row["slug"], row["name"], silent=f"{why} {closed.cooperative.reason}".rstrip())
    except SILENT:
        return Summary(row["slug"], row["name"], silent=_("Cette coopérative ne répond pas pour l’instant."))


def _visit(at: Office, row: DictRow, box: str, seen: Seen) -> DictRow | None:
    """The invitation under which she looks, once her visit is written: the record itself says whether she may. None
    where it does not, or where her mailbox is another by now."""
    person = PersonId(row["person"])
    with at.reading() as db:
        last, coop = advisers.last(db, person, today()), versions.cooperative(db)
    shown = bool(coop and coop["demonstration"])
    if not (last and last["email"]) or mailbox(at.vault.pledge, last["email"], shown) != box:
        return None
    visit = VisitAsAdviser(InvitationId(last["invitation"]), person, seen)
    try:
        at.record.execute(visit, person, new_gesture())
    except Refused as refusal:
        if refusal.reason == "adviser-not-invited":
            return None
        raise
    return last


routes = [
    Page("/conseil", "advice", everybody, show),
    Page("/conseil/lire/{coop}", "advice_enter", everybody, post=enter),
]

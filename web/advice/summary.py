"""The page of an adviser: for each cooperative that lets her read, what falls due, what is wrong, and its own pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import Connection
from psycopg.rows import DictRow
from psycopg_pool import PoolTimeout
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from governance.assembly.year_facts import Duty
from governance.command import Refused
from governance.evidence.revision import NextRevision
from governance.membership.adviser import VisitAsAdviser
from governance.membership.adviser_facts import InvitationId, Seen
from governance.record.record import Busy
from governance.statutes.facts import Organ
from governance.words import Day, PersonId
from projections import agenda
from projections.dues import dues
from projections.membership import advisers, invariants
from projections.statutes import versions
from web import home, organs, year
from web.advice.index import front, invited, mailbox
from web.advice.signin import offices, signed
from web.counter import Page, found
from web.forms import new_gesture
from web.i18n import gettext as _
from web.i18n import ngettext
from web.members import today
from web.office import Office
from web.pages import address, render
from web.revisions import pages as revisions
from web.revisions.due import due
from web.signin import cookie_for
from web.visitor import everybody, open_session
from web.words import said
from web.words.advisers import SCOPES

MOST = 5

SILENT = (HTTPException, psycopg.OperationalError, PoolTimeout, Busy)
"""What keeps one cooperative from answering, and must not hide the others."""


@dataclass(frozen=True)
class Deadline:
    what: str
    on: Day
    late: bool = False


@dataclass(frozen=True)
class Summary:
    """One cooperative, as its adviser sees it. No person is named. `silent`: why nothing can be said of it."""

    slug: str
    name: str
    invitation: DictRow | None = None
    deadlines: Sequence[Deadline] = ()
    alerts: Sequence[str] = ()
    revision: NextRevision | None = None
    silent: str = ""


def show(request: Request) -> Response:
    with front(offices(request).house) as db:
        box = signed(request, db)
        rows = invited(db, box) if box else []
    if box is None:
        return RedirectResponse(address(request, "advice_signin"), 303)
    shown = [one for row in rows if (one := _summary(request, row, box))]
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
    answer = RedirectResponse(address(request, "home"), 303)
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
            return Summary(row["slug"], row["name"], invitation, *_told(db, today()))
    except Refused as refusal:  # its record went back
        return Summary(row["slug"], row["name"], silent=said(refusal).whole)
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


def _told(db: Connection[DictRow], day: Day) -> tuple[list[Deadline], list[str], NextRevision | None]:
    return deadlines(db, day), alerts(db, day), due(db, day)


def deadlines(db: Connection[DictRow], day: Day) -> list[Deadline]:
    """The next ones, those that are late first."""
    duties = (line for line in year.coming(db, day) if line.due.duty is not Duty.REVIEW)  # told by itself
    coming = [Deadline(line.title, line.due.last, line.late) for line in duties]
    if meeting := agenda.next_of(db, Organ.ASSEMBLY, day):
        coming.append(Deadline(meeting["title"], Day(meeting["day"])))
    called = {row["year"]: Day(row["due"]) for row in dues.calls(db)}
    coming += [Deadline(_("Cotisations %(year)s", year=of), on) for of, on in called.items() if on >= day]
    terms = [Day(row["until"]) for row in home.renewals(db) if not row["over"]]
    if terms:
        words = ngettext("%(num)s mandat de représentant", "%(num)s mandats de représentants", len(terms))
        coming.append(Deadline(words, terms[0]))
    return sorted(coming, key=lambda one: one.on)[:MOST]


def alerts(db: Connection[DictRow], day: Day) -> list[str]:
    """What is wrong of the whole, in a few words each."""
    wrong = [home.alert(row)["what"] for row in invariants.broken(db)]
    if revisions.alert(db, day):
        wrong.append(_("Révision coopérative : aucun réviseur n’est nommé"))
    if (board := organs.board(db, day)) and board.vacant:
        wrong.append(_("Conseil d’administration : %(what)s", what=board.awaits))
    if unspoken := sum(row["over"] for row in home.renewals(db)):
        wrong.append(
            ngettext("%(num)s organisation sans représentant", "%(num)s organisations sans représentant", unspoken)
        )
    if _broken(db):
        wrong.append(_("Un registre est en retard sur le journal."))
    return wrong


def _broken(db: Connection[DictRow]) -> Any:
    return db.execute("select from public.register where broken is not null").fetchone()


routes = [
    Page("/conseil", "advice", everybody, show),
    Page("/conseil/lire/{coop}", "advice_enter", everybody, post=enter),
]

"""Home: what awaits me; and, for those who run the cooperative, what awaits the office."""

from datetime import timedelta
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.words import Day
from projections import agenda
from projections.assembly import minutes, narratives, notices, years
from projections.decision import follow_ups
from projections.membership import invariants, lives, members, offices, updates
from projections.network import actions
from projections.rights import requests
from projections.vote import deliberations, votes
from web import organs, year
from web.assemblies import preparation
from web.contributions import queue
from web.counter import Page, office, visitor
from web.members import today
from web.pages import render
from web.revisions.pages import alert as revision_alert
from web.visitor import Visitor, members_and_officers, secretariat, signed_in
from web.words import cited
from web.words.lives import BROKEN, TASKS
from web.words.rights import ASKED

SOON = timedelta(days=90)


def home(request: Request) -> Response:
    who = visitor(request)
    with office(request).reading() as db:
        mine = {
            "votes": votes.waiting_for(db, who.person),
            "deliberations": deliberations.waiting_for(db, who.person),
            "meetings": agenda.meetings_of(db, who.person),
            "follow_ups": follow_ups.mine(db, who.person),
            "actions": actions.mine(db, who.person),
            "sheet": updates.running(db) if updates.awaited(db, who.person, who.members) else None,
        }
        known = {**mine, "today": today(), "office": _of_the_office(db, who), "asked": ASKED}
    return render(request, "home/show.html", {**known, "seeks": members_and_officers(who)})


def _of_the_office(db: Connection[DictRow], who: Visitor) -> dict[str, Any] | None:
    """What nobody but the secretariat and the chair can do."""
    if not secretariat(who):
        return None
    return {
        "to_hold": agenda.to_hold(db, today()),
        "to_decide": agenda.to_decide(db),
        "to_conclude": deliberations.to_conclude(db),
        "minutes": _minutes(db),
        "reviews": follow_ups.to_review(db, today()),
        "letters": notices.refused(db),
        "applications": members.waiting(db),
        "to_convene": agenda.to_convene(db),
        "unready": preparation.overdue(db),
        "alerts": [alert(row) for row in invariants.broken(db)],
        "exclusions": lives.excluding(db),
        "withdrawals": lives.withdrawing(db),
        "requests": requests.waiting(db),
        "proposed": len(queue.waiting(db)),
        "renewals": renewals(db),
        "updates": updates.every(db)[:1],
        "board": organs.board(db, today()),
        "duties": year.coming(db, today()),
        "closing": years.closing(db),
        "revision": revision_alert(db, today()),
    }


def _minutes(db: Connection[DictRow]) -> list[dict[str, Any]]:
    """The minutes that wait: to be drawn up, signed, placed in the register on paper."""
    written = [{**row, "task": "draw-up"} for row in minutes.to_draw_up(db)]
    told = [{**row, "task": "approve"} for row in narratives.to_approve(db)]
    return told + written + [{**row, "task": "place" if row["signed"] else "sign"} for row in minutes.to_sign(db)]


def renewals(db: Connection[DictRow]) -> list[DictRow]:
    """The representatives whose term is over, or ends soon: after municipal elections, many on one day."""
    soon = str(Day.of(today().first + SOON))
    return [row for row in offices.ending(db, today()) if row["until"] <= soon]


def alert(row: DictRow) -> dict[str, str]:
    """What is broken of the whole, and what is to be done; what another version wrote is shown as it wrote it."""
    return {
        "what": str(BROKEN.get(row["invariant"], row["invariant"])),
        "task": str(TASKS.get(row["task"], row["task"])),
        "since": row["since"],
        "article": cited(row["article"]) if row["article"] else "",
    }


routes = [Page("/", "home", signed_in, home)]

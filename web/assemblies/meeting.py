"""The page of one assembly: for the secretariat what comes next, for a voter what she can do, for all what is known."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.assembly.facts import Matter
from governance.statutes.facts import Organ
from projections import moving
from projections.assembly import convening, meetings, rolls
from projections.vote import amendments, elections, votes
from web.assemblies import quorum, rules
from web.assemblies.address import begins, link, of, the_meeting
from web.assemblies.asking import undecided
from web.assemblies.by_form import may_still_fill
from web.assemblies.course import course
from web.counter import Page, office, visitor
from web.forms import new_gesture
from web.members import today
from web.pages import render
from web.visitor import members_and_officers, secretariat
from web.words import cited
from web.words.assembly import BACKINGS, IRREGULARITIES
from web.words.statutes import STATUTES


def show(request: Request) -> Response:
    with office(request).reading() as db:
        position, meeting = moving.shown(db), the_meeting(db, request)
        known = {
            "position": position,
            "meeting": meeting,
            "agenda": _agenda(db, meeting),
            "documents": {row["piece"]: row for row in convening.documents(db, of(request))},
            "irregularities": meetings.irregularities(db, of(request)),
            "course": course(request, db, meeting) if secretariat(visitor(request)) else [],
            "quorums": _quorums(db, meeting),
            "standing": _standing(db, meeting, request),
            "has_proxies": _has_proxies(db, meeting),
            "may_fill": may_still_fill(db, meeting),
        }
    return render(request, "assembly/show.html", {**known, **_said(request, meeting)})


def _said(request: Request, meeting: dict[str, Any]) -> dict[str, Any]:
    come = meeting["day"] <= str(today())
    return {
        "begins": begins(meeting),
        "awaited": come and meeting["state"] in ("convened", "open") and meeting["manner"] == "session",
        "words": STATUTES,
        "backings": BACKINGS,
        "irregular": IRREGULARITIES,
        "cited": cited,
        "new_gesture": new_gesture,
        "minutes": link(request, "minutes", assembly=meeting["id"]),
        "solidity": link(request, "solidity", assembly=meeting["id"]),
        "asks": meeting["organ"] == Organ.ASSEMBLY.value and meeting["state"] in ("planned", "convened"),
        "keeps": secretariat(visitor(request)),
    }


def _agenda(db: Connection[DictRow], meeting: dict[str, Any]) -> list[dict[str, Any]]:
    """Each resolution with its amendments, the votes and the rounds of election that were opened on it."""
    opened, rounds = votes.of_assembly(db, meeting["id"]), elections.of_assembly(db, meeting["id"])
    changed = amendments.of_assembly(db, meeting["id"])
    return [
        _asked(
            one,
            [vote for vote in opened if vote["resolution"] == one["id"]],
            [held for held in rounds if held["resolution"] == one["id"]],
            waits=one["kind"] in (meeting["put_off"] or ()),
        )
        | {"amendments": {each["id"]: each for each in changed if each["resolution"] == one["id"]}}
        for one in meetings.agenda(db, meeting["id"])
    ]


def _asked(one: DictRow, opened: list[DictRow], rounds: list[DictRow], waits: bool) -> dict[str, Any]:
    """What was held on a resolution, and what may still be, unless it `waits` for a second call."""
    undecided_yet = all(vote["count"] and undecided(vote) for vote in opened)
    apart = all(held["running"]["college"] for held in rounds)  # each collège has seats of its own
    elects = one["matter"] == Matter.PERSONS.value
    return {
        **one,
        "votes": opened,
        "elections": rounds,
        "to_vote": undecided_yet and not rounds and not waits,
        "to_elect": elects and not opened and apart and not waits,
    }


def _quorums(db: Connection[DictRow], meeting: dict[str, Any]) -> list[quorum.Live]:
    """As the sheet stands until the session opens; then as it was."""
    if meeting["state"] == "convened" and meeting["day"] <= str(today()):
        return quorum.live(db, meeting)
    return quorum.recorded(meeting)


def _standing(db: Connection[DictRow], meeting: dict[str, Any], request: Request) -> dict[str, Any]:
    """For whom the reader votes: her own mandates, and those that she carries; and the votes that wait for her."""
    person = visitor(request).person
    return {
        "mine": rolls.of_voter(db, meeting["id"], person),
        "carried": rolls.carried(db, meeting["id"], person),
        "voting": meeting["state"] in ("convened", "open"),
        "waiting": [vote for vote in votes.waiting_for(db, person) if vote["assembly"] == meeting["id"]],
    }


def _has_proxies(db: Connection[DictRow], meeting: dict[str, Any]) -> bool:
    """Whether anybody may give power here at all: where nobody has to come, each answers."""
    told = rules.of_meeting(db, meeting)
    return meeting["manner"] == "session" and told is not None and rules.proxies_allowed(told)


routes = [Page("/assemblees/{assembly}", "assembly", members_and_officers, show)]

"""The shared agenda: what members may come to and what must be done in time, in one list; two things on one day are
said to clash."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.words import Day
from projections.assembly import meetings
from projections.network import cards
from projections.network import meetings as network_meetings
from projections.paging import AsOf
from web.cards.speaking import words
from web.counter import Page, office
from web.edge.catalogue_file import shipped
from web.i18n import gettext as _
from web.members import today
from web.pages import address, render
from web.visitor import members_and_officers
from web.words.statutes import STATUTES


class Date(NamedTuple):
    """`day`: perhaps a month or a year only. `held`: one goes there, so that two on one day clash; else it is a last
    day. `what`: of what kind it is."""

    day: Day
    title: str
    what: str
    place: str
    href: str
    held: bool


def dates(request: Request, db: Connection[DictRow], since: Day) -> list[Date]:
    """Everything from that day on, the nearest first; what is vague stands before what is sure."""
    found = [*_assemblies(request, db), *announced(request, db)]
    return sorted(
        (date for date in found if not date.day.surely_before(since)), key=lambda date: (date.day, date.title)
    )


def _assemblies(request: Request, db: Connection[DictRow]) -> Iterator[Date]:
    for row in meetings.coming(db):
        there = address(request, "assembly", assembly=row["id"])
        yield Date(Day(row["day"]), row["title"], str(STATUTES[row["organ"]]), row["place"], there, held=True)


def announced(request: Request, db: Connection[DictRow]) -> Iterator[Date]:
    """What the network announces to all: its meetings, and what its cards say while they are current."""
    yield from _gatherings(request, db)
    yield from _cards(request, db)


def _gatherings(request: Request, db: Connection[DictRow]) -> Iterator[Date]:
    for row in network_meetings.to_come(db):
        if row["day"]:
            there = address(request, "gathering", meeting=row["id"])
            yield Date(Day(row["day"]), row["title"], row["kind"] or _("Réunion"), row["place"], there, row["firm"])


def _cards(request: Request, db: Connection[DictRow]) -> Iterator[Date]:
    """An event is held, the others have a last day."""
    known = shipped()
    dated = {str(one.name): str(one.until) for one in known.values() if one.until}
    for row in cards.dated(db, dated, AsOf(today())):
        catalogue = known[row["catalogue"]]
        if catalogue.state(row["state"]).leads:
            there = address(request, "card", catalogue=row["catalogue"], card=row["id"])
            place = row["said"].get("lieu", "")
            yield Date(Day(row["day"]), row["title"], words(catalogue.title), place, there, catalogue.held)


def clashing(listed: list[Date]) -> set[Day]:
    """The days on which one would have to be in two places."""
    held = Counter(date.day for date in listed if date.held and date.day.full)
    return {day for day, times in held.items() if times > 1}


def show(request: Request) -> Response:
    with office(request).reading() as db:
        listed = dates(request, db, today())
    known: dict[str, Any] = {"dates": listed, "clashing": clashing(listed)}
    return render(request, "home/agenda.html", known)


routes = [Page("/agenda", "agenda", members_and_officers, show)]

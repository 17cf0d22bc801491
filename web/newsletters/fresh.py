"""What is new since the last newsletter: decisions, dates, members, offers and needs, reports; each with its page."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import chain
from urllib.parse import quote

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request

from governance.network.news_facts import Item, Tells
from governance.words import Day, Public
from projections.network import news
from web.agenda import dates
from web.edge.catalogue_file import shipped
from web.i18n import day, ngettext
from web.members import today
from web.pages import address

FIRST = timedelta(days=92)  # how far back the first newsletter looks, and how far ahead each one


def fresh(request: Request, db: Connection[DictRow]) -> list[Item]:
    """Nothing that a newsletter already told; no human being is named, each text may be changed."""
    since = news.last_day(db) or Day.of(today().first - FIRST)
    found = chain(
        _decisions(request, db, since),
        _dates(request, db),
        _members(request, db, since),
        _cards(request, db, since),
        _reports(request, db, since),
    )
    told = news.told(db)
    return [item for item in found if item.path not in told]


def _item(request: Request, tells: Tells, text: str, there: str) -> Item:
    """`there`: the address of its page, of which the cooperative's own part is left out."""
    return Item(tells, Public(text), there.removeprefix(address(request, "home")))


def _decisions(request: Request, db: Connection[DictRow], since: Day) -> Iterator[Item]:
    for row in news.decisions(db, since):
        yield _item(request, Tells.DECISION, row["title"], address(request, "decision", decision=row["id"]))


def _dates(request: Request, db: Connection[DictRow]) -> Iterator[Item]:
    last = Day.of(today().first + FIRST)
    for date in dates(request, db, today()):
        if not last.surely_before(date.day):
            text = ", ".join(filter(None, (f"{day(date.day)}\u00a0: {date.title}", date.place)))
            yield _item(request, Tells.DATE, text, date.href)


def _members(request: Request, db: Connection[DictRow], since: Day) -> Iterator[Item]:
    there = address(request, "members")
    for row in news.arrivals(db, since):
        if row["name"]:
            yield _item(request, Tells.MEMBER, row["name"], f"{there}?q={quote(row['name'])}")
        else:
            text = ngettext("%(num)s personne", "%(num)s personnes", row["people"])
            yield _item(request, Tells.MEMBER, text, f"{there}?depuis={since}")


def _cards(request: Request, db: Connection[DictRow], since: Day) -> Iterator[Item]:
    """What asks, and what answers it."""
    needs = {name: one.answered_by for name, one in shipped().items() if one.answered_by}
    tells = {**dict.fromkeys(needs.values(), Tells.OFFER), **dict.fromkeys(needs, Tells.NEED)}
    for row in news.cards(db, [str(name) for name in tells], since):
        text = f"{row['title']} ({row['owner_name']})" if row["owner_name"] else row["title"]
        there = address(request, "card", catalogue=row["catalogue"], card=row["id"])
        yield _item(request, tells[row["catalogue"]], text, there)


def _reports(request: Request, db: Connection[DictRow], since: Day) -> Iterator[Item]:
    for row in news.reports(db, since):
        held = f"{row['title']} ({day(row['held'])})" if row["held"] else row["title"]
        yield _item(request, Tells.REPORT, held, address(request, "public_report", meeting=row["id"]))

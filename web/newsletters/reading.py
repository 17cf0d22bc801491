"""Reading newsletters: their list, each one as a page, and the letter that carries it."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.network.news_facts import Item, NewsletterId, Tells
from projections.network import news
from web.counter import Page, found, office, visitor
from web.pages import address, render
from web.visitor import everybody, members_and_officers, secretariat
from web.words.network import TELLS


def newsletter_id(request: Request) -> NewsletterId:
    return NewsletterId(request.path_params["newsletter"])


def the_newsletter(db: Connection[DictRow], request: Request) -> DictRow:
    row: DictRow = found(news.of(db, newsletter_id(request)))
    return row


def items(row: DictRow) -> list[Item]:
    return [Item(Tells(one["tells"]), one["text"], one["path"]) for one in row["items"]]


def shown(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        row = the_newsletter(db, request)
    return {"newsletter": row, "items": items(row), "tells": TELLS, "home": address(request, "home")}


def index(request: Request) -> Response:
    """Those that left; the others for those who write them."""
    who = visitor(request)
    with office(request).reading() as db:
        rows = [row for row in news.every(db) if row["sent"] or secretariat(who)]
        known = {"listed": rows, "readers": news.readers(db), "wanted": news.wanted(db, who.person)}
    return render(request, "news/index.html", {**known, "writes": secretariat(who)})


def show(request: Request) -> Response:
    """To anybody once it is published, to members once it has left, to those who write it before."""
    who, known = request.state.who, shown(request)
    row = known["newsletter"]
    found(row["published"] or (row["sent"] and members_and_officers(who)) or secretariat(who) or None)
    return render(request, "news/show.html", {**known, "writes": secretariat(who)})


routes = [
    Page("/reseau/lettres", "newsletters", members_and_officers, index),
    Page("/lettres/{newsletter}", "newsletter", everybody, show),
]

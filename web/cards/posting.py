"""What is asked and what is offered, on paper to be pinned in the room: an axis a page."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.network.catalogue import Catalogue, Tone
from projections.network import cards
from projections.paging import AsOf, Sought
from web.cards.speaking import options, the_catalogue, words
from web.counter import Page, found, office
from web.documents import document
from web.documents.contents import Pinned, PinnedLine, PinnedPage, legal
from web.edge.catalogue_file import shipped
from web.i18n import gettext as _
from web.members import today
from web.visitor import members_and_officers

MOST = 14  # lines of a column that a page holds, read from the wall


def pinned(request: Request) -> Response:
    """Those that still ask and those that may answer, where both agree on a choice."""
    asks = the_catalogue(request)
    answers = found(shipped().get(asks.answered_by) if asks.answered_by else None)
    with office(request).reading() as db:
        sides = [_live(db, one) for one in (asks, answers)]
    agreeing = found(asks.agreeing)
    axes = options(asks, agreeing)
    content: Pinned = {
        "cooperative": legal(request.state.coop),
        "title": _("%(asks)s et %(answers)s", asks=words(asks.title), answers=words(answers.title).lower()),
        "asks": words(asks.title),
        "answers": words(answers.title),
        "pages": [_page(axes[axis], *(_of(side, agreeing, axis) for side in sides)) for axis in axes],
    }
    headers = {"Content-Disposition": 'inline; filename="a-afficher.pdf"'}
    paper = document("a-afficher", dict(content), datetime.now(UTC))
    return Response(paper, media_type="application/pdf", headers=headers)


def _live(db: Connection[DictRow], catalogue: Catalogue) -> list[dict[str, Any]]:
    live = [one.name for one in catalogue.states if one.tone is Tone.OPEN]
    rows = cards.book(catalogue).whole(db, Sought(AsOf(today())))
    return [row for row in rows if row["state"] in live]


def _of(side: Iterable[dict[str, Any]], field: str, axis: str) -> list[PinnedLine]:
    mine = [row for row in side if row["said"].get(field) == axis]
    return [{"title": row["title"], "more": _more(row)} for row in mine]


def _more(row: dict[str, Any]) -> str:
    return " · ".join(filter(None, (row["owner_name"], row["said"].get("lieu"))))


def _page(axis: str, asked: list[PinnedLine], answering: list[PinnedLine]) -> PinnedPage:
    return {
        "axis": axis.capitalize(),
        "asked": asked[:MOST],
        "asked_more": max(0, len(asked) - MOST),
        "answering": answering[:MOST],
        "answering_more": max(0, len(answering) - MOST),
    }


routes = [Page("/reseau/fiches/{catalogue}/a-afficher.pdf", "pinned_cards", members_and_officers, pinned)]

"""Composing a newsletter: what is new is offered, the secretary keeps, words, orders; it leaves once."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from governance.network.news_facts import Item, NewsletterId
from governance.network.newsletter import ComposeNewsletter, PublishNewsletter, SendNewsletter
from governance.words import Public
from projections.network import news
from web.counter import Gesture, NoField, here, new, office, to
from web.edge.inputs import Count, Name, Text
from web.i18n import gettext as _
from web.i18n import month
from web.members import today
from web.newsletters.fresh import fresh
from web.newsletters.reading import items, newsletter_id, shown, the_newsletter
from web.visitor import secretariat
from web.words.network import TELLS


class Composing(BaseModel):
    """`kept`: the items that it tells, by their path; `ranks` and `texts`: in which order and in which words."""

    title: Name
    opening: Text | None = None
    kept: list[str] = []
    ranks: dict[str, Count] = {}
    texts: dict[str, Name] = {}
    closing: Text | None = None


def compose(form: Composing, request: Request, gesture: str) -> ComposeNewsletter:
    last = len(form.ranks)
    kept = [item for item in offered(request) if item.path in form.kept]
    ordered = sorted(kept, key=lambda item: form.ranks.get(item.path, last))
    return ComposeNewsletter(
        newsletter=NewsletterId(request.path_params.get("newsletter", gesture)),
        title=Public(form.title),
        items=tuple(Item(one.tells, Public(form.texts.get(one.path, one.text)), one.path) for one in ordered),
        on=today(),
        opening=Public(form.opening or ""),
        closing=Public(form.closing or ""),
    )


def offered(request: Request) -> list[Item]:
    """What it tells already, then what it might."""
    with office(request).reading() as db:
        known = items(the_newsletter(db, request)) if "newsletter" in request.path_params else []
        paths = {item.path for item in known}
        return [*known, *(item for item in fresh(request, db) if item.path not in paths)]


def asking(request: Request) -> dict[str, Any]:
    known = shown(request) if "newsletter" in request.path_params else {}
    return {**known, "pieces": offered(request), "tells": TELLS}


def as_found(request: Request) -> dict[str, Any]:
    """Everything that is new, in its order."""
    title = _("Nouvelles de %(month)s %(year)s", month=month(today().first.month), year=today().first.year)
    return {"title": title, **_lines(offered(request), len(offered(request)))}


def as_composed(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        row = the_newsletter(db, request)
    said = {name: row[name] for name in ("title", "opening", "closing")}
    return {**said, **_lines(offered(request), len(row["items"]))}


def _lines(found: list[Item], kept: int) -> dict[str, Any]:
    ranks = {f"ranks.{item.path}": rank for rank, item in enumerate(found, 1)}
    return {**ranks, **{f"texts.{item.path}": item.text for item in found}, "kept": [one.path for one in found[:kept]]}


def send(form: NoField, request: Request, gesture: str) -> SendNewsletter:
    return SendNewsletter(newsletter_id(request), today())


def sending(request: Request) -> dict[str, Any]:
    with office(request).reading() as db:
        readers = news.readers(db)
    return {**shown(request), "readers": readers}


def publish(form: NoField, request: Request, gesture: str) -> PublishNewsletter:
    return PublishNewsletter(newsletter_id(request), today())


to_newsletter = to("newsletter", newsletter=here("newsletter"))
routes = [
    Gesture(Composing, "news/compose.html", compose, to("newsletter", newsletter=new), asking, as_found).page(
        "/reseau/lettres/nouvelle", "compose_newsletter", secretariat
    ),
    Gesture(Composing, "news/compose.html", compose, to_newsletter, asking, as_composed).page(
        "/reseau/lettres/{newsletter}/correction", "change_newsletter", secretariat
    ),
    Gesture(NoField, "news/send.html", send, to_newsletter, sending).page(
        "/reseau/lettres/{newsletter}/envoi", "send_newsletter", secretariat
    ),
    Gesture(NoField, "news/publish.html", publish, to_newsletter, shown).page(
        "/reseau/lettres/{newsletter}/mise-en-ligne", "publish_newsletter", secretariat
    ),
]

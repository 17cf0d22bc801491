"""Courrier: in a demonstration, the letters that would have left, as their readers would see them."""

import email.policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.words import PersonId
from web.counter import Page, found, office
from web.office import Office
from web.pages import render
from web.visitor import everybody

MOST = 100  # letters in sight, the latest first


def index(request: Request) -> Response:
    at = _demonstration(request)
    with at.reading() as db:
        rows = db.execute(
            "select outbox.*, person.name from public.outbox join person on person.id = recipient"
            " where message is not null order by outbox.id desc limit %s",
            [MOST],
        ).fetchall()
        letters = [(row, letter) for row in rows if (letter := _opened(at, db, row))]
    return render(request, "mailbox/index.html", {"letters": letters})


def show(request: Request) -> Response:
    row, letter = _the_letter(request)
    body = found(letter.get_body(("plain",)))
    links = [word for word in body.get_content().split() if word.startswith(("http://", "https://"))]
    enclosed = [part.get_filename() or part.get_content_type() for part in _enclosed(letter)]
    known = {"row": row, "letter": letter, "body": body.get_content(), "links": links, "enclosed": enclosed}
    return render(request, "mailbox/show.html", known)


def enclosure(request: Request) -> Response:
    _row, letter = _the_letter(request)
    part = found(dict(enumerate(_enclosed(letter))).get(request.path_params["number"]))
    name = part.get_filename() or "invitation.ics"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(part.get_payload(decode=True), media_type=part.get_content_type(), headers=headers)


def _demonstration(request: Request) -> Office:
    """Elsewhere there is no such page: letters are their readers' business."""
    found((request.state.coop and request.state.coop["demonstration"]) or None)
    return office(request)


def _the_letter(request: Request) -> tuple[dict[str, Any], EmailMessage]:
    at = _demonstration(request)
    with at.reading() as db:
        row = found(
            db.execute(
                "select outbox.*, person.name from public.outbox join person on person.id = recipient"
                " where outbox.id = %s and message is not null",
                [request.path_params["letter"]],
            ).fetchone()
        )
        return row, found(_opened(at, db, row))


def _opened(at: Office, db: Connection[DictRow], row: dict[str, Any]) -> EmailMessage | None:
    """None once the reader's contact was erased."""
    content = at.vault.read_letter(db, PersonId(row["recipient"]), row["message"])
    return BytesParser(EmailMessage, policy=email.policy.default).parsebytes(content) if content else None


def _enclosed(letter: EmailMessage) -> list[EmailMessage]:
    """Its documents, and the invitation for a calendar."""
    kinds = ("application/pdf", "text/calendar")
    return [part for part in letter.walk() if part.get_content_type() in kinds and isinstance(part, EmailMessage)]


routes = [
    Page("/courrier", "mailbox", everybody, index),
    Page("/courrier/{letter:int}", "letter", everybody, show),
    Page("/courrier/{letter:int}/{number:int}", "enclosure", everybody, enclosure),
]

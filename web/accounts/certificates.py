"""Certificates of shares: one's own, everybody's in one file, or one mailing by e-mail and on paper."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from governance.capital.certify import SendCertificates
from governance.words import Day
from projections.capital import closing, mailings
from projections.membership.members import AsOf
from web.accounts.attestation import certificate, certificates
from web.counter import Gesture, Page, found, office, to, visitor
from web.edge.inputs import FrenchDay, full_day
from web.lives import signatory
from web.members import today
from web.pages import render
from web.visitor import secretariat, signed_in

PRINTED = ("refused", None)
"""The states of a letter that did not leave: its certificate goes on paper."""


def on(request: Request) -> Day:
    """`?au=31/12/2026`, today otherwise."""
    try:
        return full_day(request.query_params.get("au", ""))
    except ValueError:
        return today()


def one(request: Request) -> Response:
    """A member's own, for whoever keeps the registers."""
    member = request.path_params["member"]
    with office(request).reading() as db:
        _note_reading(db, request, f"membres/{member}/attestation")
        return printed(db, request, closing.held(db, AsOf(on(request)), member), on(request))


def mine(request: Request) -> Response:
    """Her own, of each member for whom she speaks, for whoever enters."""
    with office(request).reading() as db:
        rows = [row for who in visitor(request).members for row in closing.held(db, AsOf(on(request)), who)]
        return printed(db, request, rows, on(request))


def everybody(request: Request) -> Response:
    with office(request).reading() as db:
        _note_reading(db, request, "capital/attestations")
        return printed(db, request, closing.held(db, AsOf(on(request))), on(request))


def printed(db: Connection[DictRow], request: Request, rows: Iterable[DictRow], day: Day) -> Response:
    """Not there where nobody has shares on that day."""
    signs = signatory(db, day)
    letters = [certificate(row, day, signs) for row in found(list(rows) or None)]
    headers = {"Content-Disposition": 'inline; filename="attestations-de-parts.pdf"'}
    content = certificates(request.state.coop, letters, datetime.now(UTC))
    return Response(content, media_type="application/pdf", headers=headers)


def _note_reading(db: Connection[DictRow], request: Request, page: str) -> None:
    db.execute("insert into public.reading (person, page) values (%s, %s)", [visitor(request).person, page])


class Mailing(BaseModel):
    day: FrenchDay


def before(request: Request) -> dict[str, Any]:
    """How they would go today, and the mailings that went."""
    with office(request).reading() as db:
        rows = mailings.holders(db, AsOf(on(request)), today())
        by_email = sum(row["by_email"] for row in rows)
        return {"by_email": by_email, "on_paper": len(rows) - by_email, "sent": mailings.every(db)}


def _mailing(db: Connection[DictRow], request: Request) -> tuple[DictRow, list[DictRow]]:
    row = found(mailings.of(db, request.path_params["mailing"]))
    return row, mailings.sent(db, row)


def show(request: Request) -> Response:
    """Who got hers, how, and who is still to be given a page of paper."""
    with office(request).reading() as db:
        row, rows = _mailing(db, request)
    left = sum(one["state"] in PRINTED for one in rows)
    waits = any(one["by_email"] and one["state"] is None for one in rows)
    return render(request, "accounts/mailing.html", {"mailing": row, "rows": rows, "left": left, "waits": waits})


def on_paper(request: Request) -> Response:
    """Those that did not leave, to print and fold, in the order of names."""
    with office(request).reading() as db:
        row, rows = _mailing(db, request)
        paper = {one["member"] for one in rows if one["state"] in PRINTED}
        day = Day.of(row["day"])
        held = [one for one in closing.held(db, AsOf(day, row["written"])) if one["id"] in paper]
        _note_reading(db, request, "capital/attestations")
        return printed(db, request, held, day)


routes = [
    Page("/membres/{member}/attestation.pdf", "certificate", secretariat, one),
    Page("/mon-espace/attestation.pdf", "my_certificate", signed_in, mine),
    Page("/capital/attestations.pdf", "certificates", secretariat, everybody),
    Gesture(
        Mailing,
        "accounts/certificates.html",
        lambda form, r, g: SendCertificates(form.day),
        to("send_certificates"),
        before,
        lambda request: {"day": on(request)},
    ).page("/capital/attestations", "send_certificates", secretariat),
    Page("/capital/attestations/{mailing:int}", "mailing", secretariat, show),
    Page("/capital/attestations/{mailing:int}.pdf", "mailing_paper", secretariat, on_paper),
]

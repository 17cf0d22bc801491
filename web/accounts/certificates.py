"""Certificates of shares, to print and sign: a member's, or everybody's in one file, a page each."""

from datetime import UTC, datetime

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.words import Day
from projections.capital import closing
from projections.membership.members import AsOf
from web.counter import Page, found, office, visitor
from web.documents import document
from web.documents.contents import legal
from web.documents.contents.lives import Paper
from web.edge.inputs import full_day
from web.lives import signatory
from web.members import today
from web.visitor import secretariat


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
        rows = closing.held(db, AsOf(on(request)), member)
        _note_reading(db, request, f"membres/{member}/attestation")
        return printed(db, request, rows)


def everybody(request: Request) -> Response:
    with office(request).reading() as db:
        _note_reading(db, request, "capital/attestations")
        return printed(db, request, closing.held(db, AsOf(on(request))))


def printed(db: Connection[DictRow], request: Request, rows: list[DictRow]) -> Response:
    """Not there where nobody has shares on that day."""
    signs = signatory(db, on(request))
    letters = [_certificate(row, on(request), signs) for row in found(rows or None)]
    content: dict[str, object] = {"cooperative": legal(request.state.coop), "letters": letters}
    headers = {"Content-Disposition": 'inline; filename="attestations-de-parts.pdf"'}
    return Response(document("lettre", content, datetime.now(UTC)), media_type="application/pdf", headers=headers)


def _certificate(row: DictRow, day: Day, signs: str) -> Paper:
    """`position`: the last movement that the certificate rests on."""
    return {
        "kind": "SharesHeld",
        "to": {"name": row["name"] or "", "address": row["address"] or "", "college": ""},
        "day": str(day),
        "position": row["last"],
        "signatory": signs,
        "words": "",
        "shares": row["shares"],
        "lots": row["lots"],
        "amount": row["worth"],
        "owed": row["owed"],
    }


def _note_reading(db: Connection[DictRow], request: Request, page: str) -> None:
    db.execute("insert into public.reading (person, page) values (%s, %s)", [visitor(request).person, page])


routes = [
    Page("/membres/{member}/attestation.pdf", "certificate", secretariat, one),
    Page("/capital/attestations.pdf", "certificates", secretariat, everybody),
]

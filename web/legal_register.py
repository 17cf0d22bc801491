"""The register of members to print, sign and show: by collège, with domiciles, shares and what they are paid."""

from collections.abc import Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.command import Refused
from projections.capital import movements
from projections.membership import roster
from projections.paging import Sought
from web.counter import Page, office, visitor
from web.documents import document
from web.documents.contents import Member, MembersOfCollege, MembersRegister, legal
from web.head import head
from web.i18n import gettext as _
from web.members import as_of, places
from web.minutes.pages import PDF
from web.sheets import PRINTED
from web.visitor import officers

Row = Mapping[str, Any]


def paper(request: Request) -> Response:
    """It names everybody with her address: whoever prints it is noted."""
    asked, stands = Sought(as_of(request)), head(office(request))
    with office(request).reading() as db:
        colleges = by_college(db, asked)
        db.execute("insert into public.reading (person, page) values (%s, 'registre')", [visitor(request).person])
    content: MembersRegister = {
        "cooperative": legal(request.state.coop),
        "on": str(asked.as_of.day),
        "known": asked.as_of.known.isoformat(timespec="minutes") if asked.as_of.known else stands["at"],
        "colleges": colleges,
        "record": stands,
    }
    pdf = document("registre-des-membres", dict(content), datetime.fromisoformat(stands["at"]))
    return Response(pdf, media_type=PDF, headers={"Content-Disposition": 'inline; filename="registre.pdf"'})


def by_college(db: Connection[DictRow], asked: Sought) -> list[MembersOfCollege]:
    """The collèges of the statutes in their order, then those in none; refused beyond what one prints."""
    named = places(db, asked.as_of.day)
    rows = list(islice(roster.whole(db, asked), PRINTED + 1))
    if len(rows) > PRINTED:
        raise Refused("too-long-to-print", most=PRINTED)
    shares = {row["member"]: row for row in movements.HOLDERS.page(db, Sought(asked.as_of))}
    found: dict[str | None, list[Member]] = {college: [] for college in named["colleges"]}
    for number, row in enumerate(rows, start=1):
        lines = found.setdefault(row["college"], [])
        lines.append(_line(number, row, shares.get(row["id"]), named["categories"]))
    return [
        {"college": named["colleges"].get(college or "", _("Sans collège")), "weight": None, "members": members}
        for college, members in found.items()
    ]


def _line(number: int, row: Row, held: Row | None, categories: Mapping[str, str]) -> Member:
    return {
        "number": number,
        "name": row["name"] or _("(nom effacé)"),
        "representative": row["representative"] or "",
        "category": categories.get(row["category"], row["category"]),
        "address": row["address"] or "",
        "since": str(row["since"]),
        "until": "",
        "shares": held["shares"] if held else 0,
        "paid": held["worth"] - held["owed"] if held else 0,
    }


routes = [Page("/membres/registre.pdf", "legal_register", officers, paper)]

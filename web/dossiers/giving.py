"""Giving a file away: who took it is noted, and the browser is told to keep it and not to open it."""

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from governance.evidence.facts import Medium
from web import sealing, verify
from web.packing import unpacked


def note_reading(request: Request, db: Connection[DictRow], secret: str = "") -> None:
    """Who consulted a dossier or a piece (RGPD), nobody where nobody signed in: kept twelve months, apart from the
    record. What is `secret` in an address is not written down."""
    page = request.url.path.partition(request.path_params["coop"] + "/")[2]
    page = page.replace(f"/{secret}", "") if secret else page
    reader = getattr(request.state, "who", None)
    db.execute("insert into public.reading (person, page) values (%s, %s)", [reader.person if reader else "", page])


def give_zip(row: DictRow, sealed: bytes) -> Response:
    return download(sealed, f"dossier-{row['label']}-{row['happened']}.zip", sealing.ZIP)


def give_summary(row: DictRow, sealed: bytes) -> Response:
    pdf = unpacked(sealed)[verify.SUMMARY]
    return download(pdf, f"resume-{row['label']}-{row['happened']}.pdf", Medium.PDF.value)


def download(content: bytes, name: str, media_type: str) -> Response:
    """Never opened in the site's own page: what came in as a file goes out as a file."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)

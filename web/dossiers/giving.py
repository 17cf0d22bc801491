"""Giving a file away: who took it is noted, and the browser is told to keep it and not to open it."""

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from web.counter import visitor


def note_reading(request: Request, db: Connection[DictRow]) -> None:
    """Who consulted a dossier or a piece (RGPD): kept twelve months, apart from the record."""
    page = request.url.path.partition(request.path_params["coop"] + "/")[2]
    db.execute("insert into public.reading (person, page) values (%s, %s)", [visitor(request).person, page])


def download(content: bytes, name: str, media_type: str) -> Response:
    """Never opened in the site's own page: what came in as a file goes out as a file."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)

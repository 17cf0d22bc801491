"""A table at the counter: its page in order, searched and filtered, and the same as files."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Any, NamedTuple
from urllib.parse import quote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from web.bygone import visited
from web.counter import Page
from web.documents.contents import legal
from web.i18n import day
from web.i18n import gettext as _
from web.sheets import FORMATS
from web.tables import Column, Table
from web.visitor import Reader

HELD = 1 << 20  # bytes of a file kept in memory; what is longer waits on the disk while it is sent
PLACE, BACK = "apres", "avant"  # where a page of a long table begins, or ends: not part of what is asked


def exported(path: str, name: str, readers: Reader, table: Callable[[Request], AbstractContextManager[Table]]) -> Page:
    """`/membres.ods` beside `/membres`: the whole of what the page shows, filters and order kept.

    `table` holds what its rows are read from, open while they are written.
    """

    def give(request: Request) -> Response:
        ending = request.path_params["format"]
        if ending not in FORMATS:
            raise HTTPException(404)
        with table(request) as whole:
            file = written(request, whole, ending)
        headers = {"Content-Disposition": f'attachment; filename="{whole.name}.{ending}"'}
        return StreamingResponse(_pieces(file), media_type=FORMATS[ending].media_type, headers=headers)

    return Page(f"{path}.{{format}}", f"{name}_file", readers, give)


def written(request: Request, table: Table, ending: str) -> IO[bytes]:
    """The file, ready to be read from its beginning. Rows go through, one after the other."""
    file = SpooledTemporaryFile(HELD)  # noqa: SIM115  # closed once it is sent
    if then := visited(request):
        known = _("tel qu’on le connaissait le %(day)s", day=day(then))
        table = replace(table, said=", ".join(filter(None, (table.said, known))))
    FORMATS[ending].write(table, file, legal(request.state.coop), datetime.now(UTC))
    file.seek(0)
    return file


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(1 << 16):
            yield piece


def again(request: Request, **changed: str | None) -> str:
    """The question of this page with something changed, from its beginning: `?college=usagers&tri=nom`."""
    asked = {name: words for name, words in request.query_params.items() if name not in (PLACE, BACK)} | changed
    kept = {name: words for name, words in asked.items() if words}
    return f"?{urlencode(kept, quote_via=quote)}" if kept else "?"


def onward(request: Request, key: Sequence[str]) -> str:
    """The page that goes on after the row of this key."""
    return _from(request, PLACE, key)


def backward(request: Request, key: Sequence[str]) -> str:
    """The page that ends before the row of this key."""
    return _from(request, BACK, key)


def _from(request: Request, place: str, key: Sequence[str]) -> str:
    return f"{again(request)}&{urlencode([(place, words) for words in key], quote_via=quote)}"


def files(request: Request, at: str = "") -> list[tuple[str, str]]:
    """The same table as files, or the whole of the one that lies `at`: (address, words)."""
    asked = "" if at else again(request).rstrip("?")
    return [(f"{at or request.url.path}.{ending}{asked}", ending.upper()) for ending in FORMATS]


class Head(NamedTuple):
    """The head of a column: `sort` as ARIA says it, `href` asks for its order, for the reverse once it is there."""

    column: Column
    href: str
    sort: str


def shown(request: Request, table: Table, usual: str = "") -> dict[str, Any]:
    """What the page of a table knows: the table, its heads with those that stand under them, its files.

    `usual`: the order in which it comes when none is asked for.
    """
    stacks: list[tuple[Head, list[Head]]] = []
    for head in (_head(request, column, request.query_params.get("tri") or usual) for column in table.columns):
        if head.column.under:
            stacks[-1][1].append(head)
        else:
            stacks.append((head, []))
    return {"table": table, "heads": stacks, "files": files(request)}


def _head(request: Request, column: Column, order: str) -> Head:
    falling = f"-{column.key}"
    state = {column.key: "ascending", falling: "descending"}.get(order, "none")
    href = again(request, tri=falling if order == column.key else column.key) if column.sorted else ""
    return Head(column, href, state)

"""The record held to its word by anybody: its last signed head, a head read on a paper, the proof of an entry."""

import base64
import re
from dataclasses import dataclass

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from governance.record import tiles
from governance.record.sealer import Signed, last, placed, shelf
from projections.evidence import dossiers, witnesses
from web import stamps, verify
from web.counter import Page, found, office
from web.pages import render
from web.visitor import everybody, members_and_officers


@dataclass(frozen=True)
class Comparison:
    """A head read elsewhere, and the entries that it covered; `size` 0: this record never had that head."""

    root: str
    size: int
    position: int = 0
    proof: tuple[str, ...] = ()  # RFC 6962 §2.1.2, in hexadecimal: today's record began so


LONGEST, MOST = 20_000, 5  # characters that may be pasted, heads that are compared
_KEYS = "select key, max(size) as until from public.checkpoint group by key order by until desc offset 1"
"""Those that signed before the one of today, each with how many entries were under its last head."""


_NOTED = re.compile(r"palabre/[0-9a-f]{16}[\s>]+[0-9]+[\s>]+([A-Za-z0-9+/]{43}=)")
_PRINTED = re.compile(r"(?<![0-9a-f])(?:[0-9a-f][\s>]*){63}[0-9a-f](?![0-9a-f])")


def show(request: Request) -> Response:
    return _shown(request, request.query_params.get("tete", ""))


def compare(request: Request, given: FormData) -> Response:
    """What was pasted is too long for an address: a letter whole, a signed note."""
    return _shown(request, str(given.get("tete", ""))[:LONGEST])


def heads_in(text: str) -> list[str]:
    """The roots that stand in a text, in hexadecimal: in a note, or as they are printed, spaced or quoted."""
    noted = [base64.b64decode(root).hex() for root in _NOTED.findall(text)]
    return [*noted, *(re.sub(r"[\s>]", "", root) for root in _PRINTED.findall(text.lower()))]


def _shown(request: Request, typed: str) -> Response:
    with office(request).reading() as db:
        head = last(db)
        found_in = [_compared(db, head, root) for root in heads_in(typed)[:MOST]] if head else []
        compared = max(found_in, key=lambda one: one.size, default=None)
        dated, keys = stamps.newest(db), db.execute(_KEYS).fetchall()
        watching = witnesses.watching(db)
    told = {"head": head, "keys": keys, "asked": typed, "compared": compared, "dated": dated, "watching": watching}
    return render(request, "evidence/journal.html", told)


def _compared(db: Connection[DictRow], head: Signed, root: str) -> Comparison:
    """Among the heads that were signed, and those that were printed on a paper."""
    signed = "select size, position from public.checkpoint where root = %s"
    if row := db.execute(signed, [bytes.fromhex(root)]).fetchone():
        return _proved(db, head, root, row["size"], row["position"])
    for last_one in placed(db, dossiers.printed(db)):
        size = last_one.rank + 1
        if size <= head.size and tiles.head(shelf(db), size).hex() == root:
            return _proved(db, head, root, size, last_one.position)
    return Comparison(root, 0)


def _proved(db: Connection[DictRow], head: Signed, root: str, size: int, position: int) -> Comparison:
    proof = tiles.consistency(shelf(db), size, head.size)
    return Comparison(root, size, position, tuple(each.hex() for each in proof))


def note(request: Request) -> Response:
    """C2SP tlog-checkpoint."""
    with office(request).reading() as db:
        return PlainTextResponse(found(last(db)).note)


def dated(request: Request) -> Response:
    """The head that an authority outside dated (RFC 3161), as `openssl ts -verify` reads it: its note, its token or the
    certificates of the authority.
    """
    with office(request).reading() as db:
        stamp = found(stamps.newest(db))
    wanted = {verify.STAMPED: stamp.note.encode(), verify.STAMP: stamp.token, verify.AUTHORITY: stamp.chain.encode()}
    name = request.path_params["name"]
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(found(wanted.get(name)), media_type="application/octet-stream", headers=headers)


def proof(request: Request) -> Response:
    """That an entry is in the record: C2SP tlog-proof@v1, for whoever has the entry itself."""
    position = request.path_params["position"]
    with office(request).reading() as db:
        head = found(last(db))
        index = found(next((leaf.rank for leaf in placed(db, [position]) if leaf.rank < head.size), None))
        path = tiles.inclusion(shelf(db), index, head.size)
    lines = ["c2sp.org/tlog-proof@v1", f"index {index}", *(base64.b64encode(each).decode() for each in path)]
    headers = {"Content-Disposition": f'attachment; filename="ecriture-{position}.tlog-proof"'}
    return PlainTextResponse("\n".join(lines) + "\n\n" + head.note, headers=headers)


routes = [
    Page("/journal", "journal", everybody, show, compare),
    Page("/journal/tete.note", "journal_note", everybody, note),
    Page("/journal/date/{name}", "journal_dated", everybody, dated),
    Page("/journal/{position:int}.tlog-proof", "journal_proof", members_and_officers, proof),
]

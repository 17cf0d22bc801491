"""Watching the records of others: C2SP tlog-witness, for those that the cooperative accepted to watch."""

from base64 import b64decode
from datetime import UTC, datetime
from hashlib import sha256

from psycopg import Connection
from psycopg.rows import DictRow
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from governance.record.log import consistent
from governance.record.log import root as root_of
from governance.record.note import Checkpoint, Cosigner, NotAHead, Verifier
from governance.record.sealer import origin
from projections.evidence import witnesses
from web.counter import Page, found, office
from web.visitor import everybody

MOST = 16 * 1024  # bytes: a head, its signatures and 63 hashes
_HASHES = 63


class Said:
    """A request: « old », the proof, an empty line, the note. Raises ValueError or NotAHead."""

    def __init__(self, body: str) -> None:
        asked, _, self._note = body.partition("\n\n")
        word, *proof = asked.split("\n")
        self.old = int(word.removeprefix("old "))
        self.proof = [b64decode(line, validate=True) for line in proof]
        self.head = Checkpoint.read(self._note)
        if self._note.rpartition("\n\n")[0] + "\n" != self.head.text:
            raise ValueError
        if word != f"old {self.old}" or not 0 <= self.old <= self.head.size or len(proof) > _HASHES:
            raise ValueError

    def signed(self, key: str) -> str | None:
        """The head and its signature by that key, without what else stands under it; None if it did not sign."""
        try:
            line = Verifier(key).line(self._note)
        except NotAHead:
            return None
        return f"{self.head.text}\n{line}" if line else None

    @property
    def grows(self) -> bool:
        """Whether the head is that of an empty record, or may be one that grew."""
        return self.head.size > 0 or self.head.root == root_of(())


def cosigner(request: Request) -> Cosigner:
    """This cooperative as a witness. Its key is made when somebody first asks for it."""
    at, slug = office(request), request.path_params["coop"]
    with at.reading() as db:
        new = db.execute("select from public.witnessed limit 1").fetchone() is None
    key = request.app.state.offices.house.keys.witness(slug, new=new)
    return Cosigner(f"{origin(at.record)}/temoin", key)


async def add_checkpoint(request: Request) -> Response:
    return await run_in_threadpool(_answer, request, await request.body())


def _answer(request: Request, body: bytes) -> Response:
    try:
        said = Said(body.decode())
    except (ValueError, NotAHead):
        return Response(status_code=400)
    with office(request).reading() as db, db.transaction():
        log = witnesses.of_origin(db, said.head.origin)
        if log is None:
            return Response(status_code=404)
        note = said.signed(log["key"])
        if note is None:
            return Response(status_code=403)
        return _seen(db, log["id"], said, note, cosigner(request))


def _seen(db: Connection[DictRow], log: str, said: Said, note: str, signer: Cosigner) -> Response:
    """One request at a time about a record: what was signed of it never goes back."""
    db.execute("select pg_advisory_xact_lock(hashtext(%s))", [f"witnessed {log}"])
    seen = db.execute("select size, root from public.witnessed where log = %s", [log]).fetchone()
    size, root = (seen["size"], bytes(seen["root"])) if seen else (0, root_of(()))
    head = said.head
    if said.old != size:
        return Response(f"{size}\n", 409, media_type="text/x.tlog.size")
    if not said.grows or not consistent(size, root, head.size, head.root, said.proof):
        return Response(status_code=422)
    line = signer.cosign(head, int(datetime.now(UTC).timestamp()))
    db.execute(
        "insert into public.witnessed (log, size, root, note) values (%s, %s, %s, %s) on conflict (log) do update"
        " set size = excluded.size, root = excluded.root, note = excluded.note, at = clock_timestamp()",
        [log, head.size, head.root, note + line],
    )
    return PlainTextResponse(line)


def checkpoint(request: Request) -> Response:
    """The last head that we signed of a record, by the SHA-256 of its name."""
    with office(request).reading() as db:
        for log in witnesses.watched(db):
            if sha256(log["origin"].encode()).hexdigest() == request.path_params["origin"] and log["size"] is not None:
                [row] = db.execute("select note from public.witnessed where log = %s", [log["id"]])
                return PlainTextResponse(row["note"])
    return found(None)  # type: ignore[no-any-return]  # it always raises


routes = [
    Route(
        "/temoins/add-checkpoint",
        add_checkpoint,
        methods=["POST"],
        middleware=[Middleware(RequestBodyLimitMiddleware, max_body_size=MOST)],
    ),
    Page("/temoins/{origin}/checkpoint", "witnessed_checkpoint", everybody, checkpoint),
]

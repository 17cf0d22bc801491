"""The sealer: every entry gets its leaf, in order and once, and the head is signed with a key outside the database."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, LiteralString, NamedTuple

from psycopg import Connection
from psycopg.rows import DictRow

from governance.record import tiles
from governance.record.log import leaf
from governance.record.note import Checkpoint, Signer
from governance.record.record import Record

BATCH = 5_000  # entries under one signature, at most
_ONE_AT_A_TIME = 0x7365616C


class Signed(NamedTuple):
    """A head of the record: `size` entries, the last of them at `position`; the 32 bytes of its root; its note, and the
    key that signed it, as verifiers take it.
    """

    size: int
    position: int
    root: bytes
    at: datetime
    note: str
    key: str


class Leaf(NamedTuple):
    """An entry where it stands: `rank` among the leaves of the tree, from 0, `data` its canonical bytes."""

    position: int
    rank: int
    data: bytes


class Sealer:
    """One cooperative's. `key`: the 32 bytes of an Ed25519 key (RFC 8032)."""

    def __init__(self, record: Record, key: bytes) -> None:
        self._record = record
        self._key = key

    def seal(self, db: Connection[DictRow]) -> Signed | None:
        """The next head, written with the tiles under it in one transaction: a crash leaves all of it or nothing.
        None if everything is sealed, or if another sealer is at work.
        """
        with db.transaction():
            [row] = db.execute("select pg_try_advisory_xact_lock(%s) as ours", [_ONE_AT_A_TIME])
            return self._seal(db, last(db)) if row["ours"] else None

    def _seal(self, db: Connection[DictRow], before: Signed | None) -> Signed | None:
        size, position = (before.size, before.position) if before else (0, 0)
        fresh = self._record.written(position, BATCH)
        if not fresh:
            return None
        grow(db, size, [leaf(data) for _, data in fresh])
        size += len(fresh)
        head = Checkpoint(origin(self._record), size, tiles.head(shelf(db), size))
        signer = Signer(head.origin, self._key)
        [row] = db.execute(
            "insert into public.checkpoint (size, position, root, note, key) values (%s, %s, %s, %s, %s) returning *",
            [size, fresh[-1][0], head.root, signer.sign(head), signer.key],
        )
        return _signed(row)


def origin(record: Record) -> str:
    """What names this record wherever it is kept: its first entry, in which nothing changes."""
    [(_, first)] = record.written(0, 1)
    return f"palabre/{leaf(first).hex()[:16]}"


def grow(db: Connection[DictRow], size: int, leaves: Sequence[bytes]) -> None:
    """More leaves under a tree that had `size` of them."""
    for tile in tiles.grown(shelf(db), size, leaves):
        db.execute(
            "insert into public.tile (level, number, hashes) values (%s, %s, %s)"
            " on conflict (level, number) do update set hashes = excluded.hashes",
            tile,
        )


def last(db: Connection[DictRow]) -> Signed | None:
    """The newest head, None before the first. Its note bears what witnesses signed of it since."""
    return _newest(db, "true")


def cosigned(db: Connection[DictRow]) -> Signed | None:
    """The newest head that a witness signed too, None where none ever did."""
    return _newest(db, "size in (select size from public.cosignature)")


def _newest(db: Connection[DictRow], which: LiteralString) -> Signed | None:
    row = db.execute(f"""
        select size, position, root, at, key, note || coalesce(
            (select string_agg(line, '' order by by) from public.cosignature where cosignature.size = head.size), ''
        ) as note from public.checkpoint head where {which} order by size desc limit 1
    """).fetchone()
    return _signed(row) if row else None


def shelf(db: Connection[DictRow]) -> tiles.Shelf:
    """Tiles read as they are asked for, each once."""
    known: dict[tuple[int, int], bytes] = {}

    def hashes(level: int, number: int) -> bytes:
        if (level, number) not in known:
            [row] = db.execute("select hashes from public.tile where (level, number) = (%s, %s)", [level, number])
            known[level, number] = row["hashes"]
        return known[level, number]

    return hashes


def placed(db: Connection[DictRow], positions: Iterable[int]) -> list[Leaf]:
    """The entries at these positions, in order; those that are not there are left out. Each is counted from the last
    head signed before it: what it costs does not grow with the record.
    """
    sentence = """
        select id as position, data, coalesce(before.size, 0) + (
            select count(*) from public.record_events_tt_main as former
            where former.id > coalesce(before.position, 0) and former.id < main.id
        ) as rank
        from public.record_events_tt_main as main left join lateral (
            select size, position from public.checkpoint where position < main.id order by position desc limit 1
        ) as before on true
        where id = any(%s) order by id
    """
    return [Leaf(row["position"], row["rank"], row["data"]) for row in db.execute(sentence, [list(positions)])]


def continues(db: Connection[DictRow], head: Checkpoint) -> bool:
    """Whether what is sealed here began with that head. After a restore from a backup it may not."""
    newest = last(db)
    return newest is not None and newest.size >= head.size and tiles.head(shelf(db), head.size) == head.root


def _signed(row: dict[str, Any]) -> Signed:
    return Signed(row["size"], row["position"], bytes(row["root"]), row["at"], row["note"], row["key"])

"""A record carried elsewhere: each entry at its place, in its very bytes, so that heads and proofs hold there."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from psycopg import Connection
from psycopg.rows import DictRow

from governance.record import tiles
from governance.record.entry import filed
from governance.record.log import leaf
from governance.record.sealer import grow, last, shelf

BATCH = 5_000

T = TypeVar("T")


class NotItsHead(Exception):
    """A head was signed that these entries do not have. Its argument: of how many of them."""


def entries(db: Connection[DictRow]) -> Iterator[tuple[int, bytes]]:
    """Positions and canonical bytes, in order, read as they are asked for. Within a transaction."""
    with db.cursor("entries") as rows:
        rows.itersize = BATCH
        rows.execute("select id, data from public.record_events_tt_main order by id")
        for row in rows:
            yield row["id"], bytes(row["data"])


def pour(db: Connection[DictRow], given: Iterable[tuple[int, bytes]]) -> None:
    """As the owner, into an empty record. What entries are found by is derived from them."""
    for batch in batches(given, BATCH):
        found = [(position, data, *filed(data)) for position, data in batch]
        with db.cursor() as cursor:
            with cursor.copy("copy public.record_events_tt_main (id, data, type, tags) from stdin") as main:
                for row in found:
                    main.write_row(row)
            with cursor.copy("copy public.record_events_tt_tag (tag, main_id) from stdin") as tag:
                for position, _data, _kind, tags in found:
                    for one in dict.fromkeys(tags):
                        tag.write_row((one, position))


def seal_again(db: Connection[DictRow]) -> None:
    """The tree under the heads that were signed elsewhere, from the entries that came. Raises NotItsHead."""
    if (newest := last(db)) is None:
        return
    size = 0
    for batch in batches(entries(db), BATCH):
        leaves = [leaf(data) for _, data in batch][: newest.size - size]
        grow(db, size, leaves)
        size += len(leaves)
    here = shelf(db)
    for head in db.execute("select size, root from public.checkpoint order by size desc").fetchall():
        if head["size"] > size or tiles.head(here, head["size"]) != bytes(head["root"]):
            raise NotItsHead(head["size"])


def batches(given: Iterable[T], size: int) -> Iterator[list[T]]:
    """In their order, so many at a time."""
    waiting = iter(given)
    while batch := list(islice(waiting, size)):
        yield batch

"""Where entries are kept: PostgreSQL, or memory for the tests of rules. The library's recorders, told the time.

A boundary names one tag an item, so that reading it is a plain look-up. Appends are always conditional: without a
condition the library takes no lock, positions may appear out of order, and a follower would miss an entry for good.
Commands that wait together are written together: one lock, one flush of the disk, each judged after the one before.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, cast

import msgspec
import psycopg
from eventsourcing.dcb.api import (
    DCBAppendCondition,
    DCBEvent,
    DCBQuery,
    DCBQueryItem,
    DCBReadResponse,
    DCBSequencedEvent,
)
from eventsourcing.dcb.popo import InMemoryDCBRecorder, SimpleDCBReadResponse
from eventsourcing.dcb.postgres_tt import PostgresDCBRecorderTT
from eventsourcing.persistence import IntegrityError, PersistenceError, ProgrammingError
from eventsourcing.postgres import PostgresDatastore
from psycopg import Connection, Cursor
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import DictRow, TupleRow, tuple_row
from psycopg_pool import ConnectionPool

from governance.record.together import Together

MISDATED = "PA002"  # SQLSTATE of an entry that is not dated when it is written


class Seen(SimpleDCBReadResponse):
    """What was read, and the moment it was read: the database's clock dates what is decided from it."""

    def __init__(self, events: list[DCBSequencedEvent], head: int | None, now: datetime) -> None:
        super().__init__(iter(events), head)
        self.now = now


class PostgresRecorder(PostgresDCBRecorderTT):
    """The library's recorder on our tables and functions: a boundary is read in one sentence, appends are gathered.

    Raises psycopg's errors, and IntegrityError for an append whose condition failed.
    """

    def __init__(self, conninfo: str, connections: int = 6) -> None:
        try:
            super().__init__(_datastore(conninfo, connections), events_table_name="record_events")
        except PersistenceError as error:
            raise (error.__cause__ or error) from None  # the library's copy of it has lost the SQLSTATE
        self._reads = Together(self._read_together, patience=0.02)
        self._appends = Together(self._append_together, alone=_refused)

    @property
    def pool(self) -> ConnectionPool[Connection[DictRow]]:
        """The connections of this process to this cooperative, in autocommit: pages read with them too."""
        return self.datastore.pool

    def close(self) -> None:
        self.datastore.close()

    def read(self, query: DCBQuery | None = None, *, after: int | None = None, limit: int | None = None) -> Seen:
        tags = _tags(query) if query and query.items else None
        return self._reads.ask(_Look(tags, after or 0, limit))

    def since(self, position: int, limit: int) -> Sequence[tuple[int, bytes]]:
        """Positions and bytes of the entries that follow, in order: nothing that a follower would throw away."""
        sentence = "select id, data from public.record_events_tt_main where id > %s order by id limit %s"
        with self._cursor() as cursor:  # planned each time: a plan made for a hundred entries is wrong for a million
            return cursor.execute(sentence, [position, limit], prepare=False).fetchall()

    def append(self, events: Sequence[DCBEvent], condition: DCBAppendCondition | None = None) -> int:
        if condition is None or not condition.fail_if_events_match.items or not events:
            raise ProgrammingError("an append writes something, and looks something up first")
        position = self._appends.ask(
            {
                "looked_up": _tags(condition.fail_if_events_match),
                "after_id": condition.after,
                "new_events": [{"type": e.type, "data": e.data.decode(), "tags": e.tags} for e in events],
            }
        )
        if position is None:
            raise IntegrityError(condition)
        return position

    def _read_together(self, looks: "list[_Look]") -> "list[Seen]":
        sentence = "select * from public.record_read(%s::jsonb)"
        with self._cursor() as cursor:
            rows = cursor.execute(sentence, [msgspec.json.encode(looks).decode()], prepare=True).fetchall()
        now, head = rows[0][1:3]
        found: list[list[DCBSequencedEvent]] = [[] for _ in looks]
        for place, _, _, position, kind, data, tags in rows:
            if position is not None:
                found[place - 1].append(DCBSequencedEvent(DCBEvent(kind, data, tags), position))
        return [look.seen(events, head, now) for look, events in zip(looks, found, strict=True)]

    def _append_together(self, appends: list[dict[str, Any]]) -> list[int | None]:
        """The position of each, None for those that lost."""
        sentence = "select public.record_append(%s::jsonb)"
        with self._cursor() as cursor:
            rows = cursor.execute(sentence, [msgspec.json.encode(appends).decode()], prepare=True).fetchall()
        return [position for (position,) in rows]

    @contextmanager
    def _cursor(self) -> Iterator[Cursor[TupleRow]]:
        """Kept with its connection: to make one, with its converters, costs more than the look-up it is for."""
        db = self.pool.getconn()  # not `connection()`: in autocommit there is no transaction to look after
        try:
            kept = vars(db)
            if "record_cursor" not in kept:
                kept["record_cursor"] = db.cursor(row_factory=tuple_row, binary=True)
            yield kept["record_cursor"]
        finally:
            self.pool.putconn(db)


def _refused(error: BaseException) -> bool:
    """The database answered, and its answer is no."""
    return isinstance(error, psycopg.DatabaseError) and not isinstance(error, psycopg.OperationalError)


class _Look(msgspec.Struct):
    """A read that waits to be asked: the entries under these tags, or under any if there are none."""

    tags: list[str] | None
    after_id: int
    at_most: int | None

    def seen(self, events: list[DCBSequencedEvent], head: int | None, now: datetime) -> Seen:
        if self.at_most is not None:
            head = events[-1].position if events else None
        return Seen(events, head, now)


def looking_up(tags: Iterable[str]) -> DCBQuery:
    return DCBQuery([DCBQueryItem(tags=[tag]) for tag in tags])


def _tags(query: DCBQuery) -> list[str]:
    if any(item.types or len(item.tags) != 1 for item in query.items):
        raise ProgrammingError("a boundary names one tag an item")
    return [item.tags[0] for item in query.items]


def _datastore(conninfo: str, connections: int) -> PostgresDatastore:
    """The library's, opened from a connection string: it wants the parts one by one, and knows five of them."""
    said = {name: str(value) for name, value in conninfo_to_dict(conninfo).items() if value is not None}
    datastore = PostgresDatastore(
        dbname=said.pop("dbname", ""),
        host=said.pop("host", ""),
        port=said.pop("port", "5432"),
        user=said.pop("user", ""),
        password=said.pop("password", ""),
        pool_size=1,
        max_overflow=connections - 1,
        connect_timeout=3,
    )
    datastore.pool.kwargs = {**cast(dict[str, Any], datastore.pool.kwargs), **said}  # sslmode, options…
    return datastore


class MemoryRecorder(InMemoryDCBRecorder):
    """The library's own recorder in memory, with a clock of ours: for the tests of rules."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock

    def read(self, query: DCBQuery | None = None, *, after: int | None = None, limit: int | None = None) -> Seen:
        found: DCBReadResponse = super().read(query, after=after, limit=limit)
        events = list(found)
        return Seen(events, found.head, self._clock())

    def since(self, position: int, limit: int) -> Sequence[tuple[int, bytes]]:
        return [(found.position, found.event.data) for found in self.read(after=position, limit=limit)]

"""Where entries are kept: PostgreSQL, or memory for the tests of rules. The library's recorders, told the time.

A boundary names one tag an item, so that reading it is a plain look-up. Appends are always conditional: without a
condition the library takes no lock, positions may appear out of order, and a follower would miss an entry for good.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, cast

from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent, DCBQuery, DCBReadResponse, DCBSequencedEvent
from eventsourcing.dcb.popo import InMemoryDCBRecorder, SimpleDCBReadResponse
from eventsourcing.dcb.postgres_tt import PostgresDCBRecorderTT
from eventsourcing.persistence import IntegrityError, PersistenceError, ProgrammingError
from eventsourcing.postgres import PostgresDatastore
from psycopg import Connection
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import DictRow
from psycopg_pool import ConnectionPool

_READ = """
    select clock_timestamp() as now, (select max(id) from public.record_events_tt_main) as head, found.*
    from (select) as always left join lateral ({found}) as found on true
    order by found.id
"""
_FOUND_BY_TAGS = _READ.format(
    found="""
        select id, type, data, tags from public.record_events_tt_main where id in (
            select main_id from public.record_events_tt_tag where tag = any(%(tags)s) and main_id > %(after)s
        ) order by id limit %(limit)s::bigint
    """
)
_FOUND_AFTER = _READ.format(
    found="""
        select id, type, data, tags from public.record_events_tt_main
        where id > %(after)s order by id limit %(limit)s::bigint
    """
)


class Seen(SimpleDCBReadResponse):
    """What was read, and the moment it was read: the database's clock dates what is decided from it."""

    def __init__(self, events: list[DCBSequencedEvent], head: int | None, now: datetime) -> None:
        super().__init__(iter(events), head)
        self.now = now


class PostgresRecorder(PostgresDCBRecorderTT):
    """The library's recorder on our tables and our function; it reads a boundary in one plain sentence."""

    def __init__(self, conninfo: str, connections: int = 6) -> None:
        super().__init__(_datastore(conninfo, connections), events_table_name="record_events")

    @property
    def pool(self) -> ConnectionPool[Connection[DictRow]]:
        """The connections of this process to this cooperative, in autocommit: pages read with them too."""
        return self.datastore.pool

    def close(self) -> None:
        self.datastore.close()

    def read(self, query: DCBQuery | None = None, *, after: int | None = None, limit: int | None = None) -> Seen:
        asked: dict[str, Any] = {"after": after or 0, "limit": limit}
        sentence = _FOUND_AFTER
        if query and query.items:
            if any(item.types or len(item.tags) != 1 for item in query.items):
                raise ProgrammingError("a boundary names one tag an item")
            asked["tags"] = [item.tags[0] for item in query.items]
            sentence = _FOUND_BY_TAGS
        with self.pool.connection() as db:
            rows = db.execute(sentence, asked, prepare=True).fetchall()
        events = [
            DCBSequencedEvent(DCBEvent(row["type"], row["data"], row["tags"]), row["id"])
            for row in rows
            if row["id"] is not None
        ]
        return Seen(events, rows[0]["head"], rows[0]["now"])

    def append(self, events: Sequence[DCBEvent], condition: DCBAppendCondition | None = None) -> int:
        """Raises IntegrityError if the condition fails, psycopg's own errors for everything else."""
        if condition is None or not condition.fail_if_events_match.items:
            raise ProgrammingError("an append looks something up first")
        try:
            return super().append(events, condition)
        except PersistenceError as error:
            if isinstance(error, IntegrityError) or error.__cause__ is None:
                raise
            raise error.__cause__ from None  # the library's copy of it has lost the SQLSTATE


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
        lock_timeout=5,
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

"""The follower: one a cooperative. It reads the record once and writes every register, in one transaction with where
they stand. A register that breaks is late, says why, and loses nothing.
"""

import logging
from collections.abc import Callable, Collection, Sequence
from threading import Event

import psycopg
from psycopg import Connection
from psycopg.conninfo import make_conninfo
from psycopg.rows import DictRow, dict_row
from psycopg.sql import SQL, Identifier

from governance.record.entry import Raw
from governance.record.kinds import UnknownKind
from governance.record.record import Record
from governance.record.vault import Vault
from projections.register import Register

log = logging.getLogger(__name__)

LATER = "-c synchronous_commit=off"  # a register lost in a crash is caught up from the record: no flush to wait for
FOLLOWING = 0x70A1  # an advisory lock, held for a transaction: one writer of registers at a time
BUILDING = 0x70A2  # another: one builder at a time, while the others follow
REPLAYED = 2000  # entries at a time: each sentence is planned anew, and large batches pay for it
SILENCE = 1.0  # seconds after which we look, whether we were called or not

Progress = Callable[[str, int], object]


def quietly(name: str, position: int) -> None:
    """No progress to show."""


class Follower:
    def __init__(self, record: Record, vault: Vault, conninfo: str, registers: Sequence[Register]) -> None:
        """`registers`: all of this version; what other versions left is removed."""
        self._record = record
        self._vault = vault
        self._conninfo = make_conninfo(conninfo, options=LATER)
        self._registers = registers

    def run(self, stop: Event) -> None:
        """Follow until told to stop; a lost connection is taken up again. UnknownKind: a newer version wrote."""
        while not stop.is_set():
            try:
                with self._connect() as db:
                    self._follow(db, stop)
            except psycopg.Error as lost:
                log.warning("the follower lost the database: %s", lost)
                stop.wait(SILENCE)

    def catch_up(self, progress: Progress = quietly) -> None:
        """Bring every register to the end of the record, then return."""
        with self._connect() as db:
            self._renew(db, progress)
            while self._step(db):
                pass

    def rebuild(self, names: Collection[str], progress: Progress = quietly) -> None:
        """Build these registers again from the first entry, beside, and swap them in."""
        with self._connect() as db:
            for register in self._registers:
                if register.name in names:
                    self._build(db, register, progress)

    def _connect(self) -> Connection[DictRow]:
        """Nothing is prepared: a plan made for a register of ten rows is kept, and is wrong at ten thousand."""
        return psycopg.connect(self._conninfo, autocommit=True, row_factory=dict_row, prepare_threshold=None)

    def _follow(self, db: Connection[DictRow], stop: Event) -> None:
        db.execute("listen record_events_tt_main")
        with self._connect() as builder:  # while it builds one register, the others follow
            self._renew(builder, lambda name, position: self._step(db))
        while not stop.is_set():
            while self._step(db) and not stop.is_set():
                pass
            for _ in db.notifies(timeout=SILENCE, stop_after=1):
                pass

    def _step(self, db: Connection[DictRow]) -> int:
        """One batch for all the registers that stand; answers how many entries it held."""
        with db.transaction():
            db.execute("select pg_advisory_xact_lock(%s)", [FOLLOWING])
            places = self._places(db)
            entries = self._record.since(min(places.values())) if places else []
            if entries:
                db.execute("set local search_path = register, public")
                standing = [register for register in self._registers if register.name in places]
                done = [one.name for one in standing if self._apply(db, one, entries, places[one.name])]
                advance = "update public.register set position = greatest(position, %s) where name = any(%s)"
                db.execute(advance, [entries[-1].position, done])
        return len(entries)

    def _places(self, db: Connection[DictRow]) -> dict[str, int]:
        """Where our registers stand; not those that are broken, or that another version wrote."""
        rows = db.execute("select name, position, fingerprint from public.register where broken is null")
        ours = {register.name: register.fingerprint for register in self._registers}
        return {row["name"]: row["position"] for row in rows if ours.get(row["name"]) == row["fingerprint"]}

    def _apply(self, db: Connection[DictRow], register: Register, entries: Sequence[Raw], place: int) -> bool:
        fresh = [entry for entry in entries if entry.position > place and register.knows(entry)]
        try:
            if fresh:
                with db.transaction():  # a savepoint: the others go on without it
                    register.apply(db, fresh, self._vault)
            return True
        except psycopg.OperationalError:
            raise
        except Exception as error:  # the record is safe: this register alone is late, and says why
            self._break(db, register, error)
            return False

    def _break(self, db: Connection[DictRow], register: Register, error: Exception) -> None:
        log.error("the register %s is late", register.name, exc_info=error)
        db.execute(
            "insert into public.register values (%(name)s, 0, '', '{}', %(why)s)"
            " on conflict (name) do update set broken = %(why)s",
            {"name": register.name, "why": f"{type(error).__name__}: {error}"},
        )

    def _renew(self, db: Connection[DictRow], progress: Progress) -> None:
        """Build what is new, was rewritten, or broke: a repaired register takes its place again."""
        self._retire(db)
        places = self._places(db)
        for register in self._registers:
            if register.name not in places:
                self._build(db, register, progress, again=False)

    def _retire(self, db: Connection[DictRow]) -> None:
        """Remove the registers that this version does not have."""
        ours = [register.name for register in self._registers]
        with db.transaction():
            db.execute("select pg_advisory_xact_lock(%s)", [FOLLOWING])
            gone = db.execute("delete from public.register where name <> all(%s) returning tables", [ours])
            self._drop(db, [table for row in gone for table in row["tables"]])

    def _build(self, db: Connection[DictRow], register: Register, progress: Progress, again: bool = True) -> None:
        try:
            with db.transaction():
                db.execute("select pg_advisory_xact_lock(%s)", [BUILDING])
                if again or register.name not in self._places(db):  # another process may just have built it
                    self._build_beside(db, register, progress)
        except (psycopg.OperationalError, UnknownKind):
            raise
        except Exception as error:
            self._break(db, register, error)

    def _build_beside(self, db: Connection[DictRow], register: Register, progress: Progress) -> None:
        """Readers and the follower go on with the old tables; only the last entries and the swap make them wait."""
        db.execute("set local search_path = beside, public")
        db.execute(register.schema)
        position = self._replay(db, register, 0, progress)
        db.execute("select pg_advisory_xact_lock(%s)", [FOLLOWING])
        position = self._replay(db, register, position, quietly)  # who follows waits for us now
        self._swap(db, register, position)

    def _replay(self, db: Connection[DictRow], register: Register, position: int, progress: Progress) -> int:
        while entries := self._record.since(position, REPLAYED):
            register.apply(db, filter(register.knows, entries), self._vault)
            position = entries[-1].position
            progress(register.name, position)
        return position

    def _swap(self, db: Connection[DictRow], register: Register, position: int) -> None:
        db.execute("set local lock_timeout = '5s'")  # a reader who stays holds us up, not everybody behind us
        made = "select relname from pg_class where relnamespace = 'beside'::regnamespace and relkind = 'r'"
        tables = sorted(row["relname"] for row in db.execute(made))
        was = db.execute("select tables from public.register where name = %s", [register.name]).fetchone()
        self._drop(db, was["tables"] if was else [])
        for table in tables:
            db.execute(SQL("analyze beside.{}").format(Identifier(table)))
            db.execute(SQL("alter table beside.{} set schema register").format(Identifier(table)))
        db.execute(
            "insert into public.register values (%(name)s, %(position)s, %(print)s, %(tables)s) on conflict (name)"
            " do update set position = %(position)s, fingerprint = %(print)s, tables = %(tables)s, broken = null",
            {"name": register.name, "position": position, "print": register.fingerprint, "tables": tables},
        )

    def _drop(self, db: Connection[DictRow], tables: Sequence[str]) -> None:
        for table in tables:
            db.execute(SQL("drop table if exists register.{}").format(Identifier(table)))

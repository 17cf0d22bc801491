"""The follower: one a cooperative. It reads the record once and writes every register, in one transaction with where
they stand. A register that breaks is late, says why, and loses nothing.
"""

import logging
from collections.abc import Callable, Collection, Sequence
from threading import Event

import psycopg
from psycopg import Connection
from psycopg.rows import DictRow, dict_row
from psycopg.sql import SQL, Identifier

from governance.record.entry import Raw
from governance.record.record import Record
from governance.record.vault import Vault
from projections.register import Register

log = logging.getLogger(__name__)

FOLLOWING, BUILDING = (
    0x70A1,
    0x70A2,
)  # advisory locks, held for a transaction: one writer of registers at a time
SILENCE = 1.0  # seconds after which we look, whether we were called or not

Progress = Callable[[str, int], None]


def quietly(name: str, position: int) -> None:
    """No progress to show."""


class Follower:
    def __init__(self, record: Record, vault: Vault, conninfo: str, registers: Sequence[Register]) -> None:
        self._record = record
        self._vault = vault
        self._conninfo = conninfo
        self._registers = registers

    def run(self, stop: Event) -> None:
        """Follow until told to stop; a lost connection is taken up again."""
        while not stop.is_set():
            try:
                with self._connect() as db:
                    self._follow(db, stop)
            except psycopg.OperationalError as lost:
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
        return psycopg.connect(self._conninfo, autocommit=True, row_factory=dict_row)

    def _follow(self, db: Connection[DictRow], stop: Event) -> None:
        db.execute("listen record_events_tt_main")
        self._renew(db, quietly)
        while not stop.is_set():
            while self._step(db) and not stop.is_set():
                pass
            for _ in db.notifies(timeout=SILENCE, stop_after=1):
                pass

    def _renew(self, db: Connection[DictRow], progress: Progress) -> None:
        """Build what is new, was rewritten, or broke: a repaired register takes its place again."""
        standing = {row["name"]: row for row in db.execute("select * from public.register")}
        for register in self._registers:
            known = standing.get(register.name)
            if known is None or known["fingerprint"] != register.fingerprint or known["broken"]:
                self._build(db, register, progress)

    def _step(self, db: Connection[DictRow]) -> int:
        """One batch for all the registers that stand; answers how many entries it held."""
        with db.transaction():
            db.execute("select pg_advisory_xact_lock(%s)", [FOLLOWING])
            places = self._places(db)
            entries = self._record.since(min(places.values())) if places else []
            for register in self._registers:
                if entries and register.name in places:
                    fresh = [entry for entry in entries if entry.position > places[register.name]]
                    self._apply(db, register, fresh)
        return len(entries)

    def _places(self, db: Connection[DictRow]) -> dict[str, int]:
        ours = [register.name for register in self._registers]
        sound = "select name, position from public.register where broken is null and name = any(%s)"
        return {row["name"]: row["position"] for row in db.execute(sound, [ours])}

    def _apply(self, db: Connection[DictRow], register: Register, entries: Sequence[Raw]) -> None:
        try:
            with db.transaction():  # a savepoint: the others go on without it
                db.execute("set local search_path = register, public")
                register.apply(db, entries, self._vault)
                if entries:
                    place = "update public.register set position = %s where name = %s"
                    db.execute(place, [entries[-1].position, register.name])
        except psycopg.OperationalError:
            raise
        except Exception as error:  # the record is safe: this register alone is late, and says why
            log.exception("the register %s is late", register.name)
            self._break(db, register, error)

    def _break(self, db: Connection[DictRow], register: Register, error: Exception) -> None:
        db.execute(
            "insert into public.register values (%(name)s, 0, '', %(why)s)"
            " on conflict (name) do update set broken = %(why)s",
            {"name": register.name, "why": f"{type(error).__name__}: {error}"},
        )

    def _build(self, db: Connection[DictRow], register: Register, progress: Progress) -> None:
        try:
            with db.transaction():
                self._build_beside(db, register, progress)
        except psycopg.OperationalError:
            raise
        except Exception as error:
            log.exception("the register %s cannot be built", register.name)
            self._break(db, register, error)

    def _build_beside(self, db: Connection[DictRow], register: Register, progress: Progress) -> None:
        """Readers and the follower go on with the old tables; only the last entries and the swap make them wait."""
        db.execute("select pg_advisory_xact_lock(%s)", [BUILDING])
        db.execute("set local search_path = beside, public")
        db.execute(register.schema)
        position = self._replay(db, register, 0, progress)
        db.execute("select pg_advisory_xact_lock(%s)", [FOLLOWING])
        position = self._replay(db, register, position, progress)
        for row in db.execute(
            "select relname from pg_class where relnamespace = 'beside'::regnamespace and relkind = 'r'"
        ):
            table = Identifier(row["relname"])
            db.execute(SQL("drop table if exists register.{}").format(table))
            db.execute(SQL("alter table beside.{} set schema register").format(table))
        db.execute(
            "insert into public.register values (%(name)s, %(position)s, %(fingerprint)s, null) on conflict (name)"
            " do update set position = %(position)s, fingerprint = %(fingerprint)s, broken = null",
            {"name": register.name, "position": position, "fingerprint": register.fingerprint},
        )

    def _replay(self, db: Connection[DictRow], register: Register, position: int, progress: Progress) -> int:
        while entries := self._record.since(position):
            register.apply(db, entries, self._vault)
            position = entries[-1].position
            progress(register.name, position)
        return position

"""The office behind the counter of one cooperative: the one door for commands, and the registers that pages read."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event, Thread

from psycopg import Connection
from psycopg.conninfo import make_conninfo
from psycopg.errors import UndefinedTable
from psycopg.rows import DictRow
from psycopg.sql import SQL, Identifier

from governance.command import Command
from governance.record.head import Head
from governance.record.record import Busy, Receipt, Record
from governance.record.recorder import PostgresRecorder
from governance.record.vault import Vault
from governance.words import PersonId
from projections.follower import Follower
from projections.past import Recalled
from projections.registers import REGISTERS
from web.pades import Certificate

PATIENCE = 1.0  # seconds that a visitor waits for the registers before she is told that they are coming
CONNECTIONS = 6  # a process and a cooperative


class Late(Exception):
    """What was asked is recorded; the registers will show it in a moment."""


class Office:
    patience = PATIENCE
    certificate: Callable[[], Certificate | None] = staticmethod(lambda: None)
    """What its PDFs are sealed with, where the installation keeps such a thing."""

    def __init__(self, conninfo: str, master_key: bytes) -> None:
        """`conninfo`: as the role that serves pages, or as the worker."""
        self._registers = "register"
        self._recorder = PostgresRecorder(
            make_conninfo(conninfo, options="-c search_path=register,public"), CONNECTIONS
        )
        self.vault = Vault(self._recorder.pool, master_key)
        self.record = Record(self._recorder, self.vault)
        self.head = Head(self.record)

    def as_known(self, past: Recalled) -> "Office":
        """The same counter over the registers of a past day: nothing is written there."""
        then = copy(self)
        then._registers = past.schema
        then.record = self.record.as_known(past.position)
        then.head = Head(then.record)
        return then

    def execute(self, command: Command, by: PersonId, gesture: str, at: datetime | None = None) -> Receipt:
        """Record what the command decides. Pages are up to it when this returns; `Late` says that they are not yet."""
        receipt = self.record.execute(command, by, gesture, at)
        self.wait(receipt.position)
        return receipt

    def wait(self, position: int) -> None:
        """Until every register that is not broken stands at this position."""
        there = "select count(*) as registers from public.register where position >= %s or broken is not null"
        deadline = time.monotonic() + self.patience
        while True:
            with self.reading() as db:
                [row] = db.execute(there, [position])
            if row["registers"] >= len(REGISTERS):
                return
            if time.monotonic() > deadline:
                raise Late
            time.sleep(0.003)

    @contextmanager
    def reading(self) -> Iterator[Connection[DictRow]]:
        """A connection to read registers with, each sentence on its own."""
        with self._recorder.pool.connection() as db:
            if self._registers == "register":
                yield db
            else:
                with _elsewhere(db, self._registers):
                    yield db

    def close(self) -> None:
        self._recorder.close()


@contextmanager
def _elsewhere(db: Connection[DictRow], registers: str) -> Iterator[None]:
    """For the time of a page, the tables named are those of other registers."""
    turned = SQL("set search_path = {}, public")
    db.execute(turned.format(Identifier(registers)))
    try:
        yield
    except UndefinedTable as swept:
        raise Busy("that day was swept meanwhile") from swept  # asked again, it is built again
    finally:
        db.execute(turned.format(Identifier("register")))


@dataclass
class Following:
    """The follower of one cooperative, in a thread of this process."""

    conninfo: str  # as the worker
    master_key: bytes
    _stop: Event = field(default_factory=Event)

    def __enter__(self) -> "Following":
        self._office = Office(self.conninfo, self.master_key)
        self.follower = Follower(self._office.record, self._office.vault, self.conninfo, REGISTERS)
        self._thread = Thread(target=self.follower.run, args=[self._stop], name="follower", daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        with self._office.reading() as db:
            db.execute("notify record_events_tt_main")  # it may be asleep, listening
        self._thread.join(timeout=5)
        self._office.close()

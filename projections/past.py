"""The registers as they were known on a past day, for who asks: the record is read again up to an entry, into one of a
few places beside the registers of today. Nothing is shown of a place before all of it stands.

Words come from the vault as it is now: who was forgotten since has no name there. A past that was built before somebody
was forgotten is not shown any more from the very entry that says so.
"""

import logging
from collections.abc import Sequence
from hashlib import sha256
from typing import LiteralString, NamedTuple

import psycopg
from psycopg import Connection
from psycopg.conninfo import make_conninfo
from psycopg.rows import DictRow, dict_row
from psycopg.sql import SQL, Identifier

from governance.record.record import Record
from governance.record.vault import Vault
from projections.follower import LATER, REPLAYED
from projections.register import Register

log = logging.getLogger(__name__)

PLACES = 5  # as many schemas as migrations made
RECALLING = 0x70A3  # an advisory lock: one builder of the past at a time
_FORGOTTEN: LiteralString = """
    visited < clock_timestamp() - case when place is null and broken is null
        then interval '2 minutes' else interval '1 day' end
"""
"""Not visited any more; or asked for, and whoever asked is gone."""

_CROWDED: LiteralString = """
    place is null and broken is null and position not in (
        select position from public.past where place is null and broken is null
        order by asked desc, position desc limit %(places)s
    )
"""
"""Asked for before as many others as there are places: whoever waits on its page asks again."""

_OUTDATED: LiteralString = """
    fingerprint <> '' and (fingerprint <> %(print)s or exists (
        select from public.record_events_tt_tag where main_id > head and (
            tag >= 'ContactErased/' and tag < 'ContactErased0' or tag >= 'IdentityErased/' and tag < 'IdentityErased0'
        )
    ))
"""


class Recalled(NamedTuple):
    """How far the past at a position is: `schema` once it stands, else the entry `reached`, or what broke it."""

    position: int
    schema: str
    reached: int
    broken: bool


def fingerprint(registers: Sequence[Register]) -> str:
    return sha256("".join(register.fingerprint for register in registers).encode()).hexdigest()


def schema(place: int) -> str:
    return f"past_{place}"


def ask(db: Connection[DictRow], position: int, edition: str) -> Recalled:
    """The past at a position of the record, asked for if it does not stand; `edition`: the fingerprint wanted."""
    sentence = f"""
        select *, visited < clock_timestamp() - interval '10 seconds' as untold from public.past
        where position = %(position)s and not ({_OUTDATED})
    """
    asked = {"position": position, "print": edition}
    row = db.execute(sentence, asked).fetchone()
    if row is None:
        db.execute("insert into public.past (position) values (%(position)s) on conflict do nothing", asked)
        return Recalled(position, "", 0, False)
    if row["untold"]:
        db.execute("update public.past set visited = clock_timestamp() where position = %(position)s", asked)
    return Recalled(position, schema(row["place"]) if row["place"] else "", row["reached"], row["broken"] is not None)


class Historian:
    """Builds what is asked for, and sweeps what nobody visits."""

    def __init__(self, record: Record, vault: Vault, conninfo: str, registers: Sequence[Register]) -> None:
        """`conninfo`: as the worker."""
        self._record = record
        self._vault = vault
        self._conninfo = make_conninfo(conninfo, options=LATER)
        self._registers = registers
        self._print = fingerprint(registers)

    def turn(self) -> None:
        """All that is asked for now, the last asked first; nothing where another worker is at it."""
        with self._connect() as db:
            [alone] = db.execute("select pg_try_advisory_lock(%s) as yes", [RECALLING])
            if not alone["yes"]:
                return
            self._sweep(db, f"{_OUTDATED} or {_FORGOTTEN}")
            while asked := self._begun(db):
                try:
                    self._recall(db, asked)
                except psycopg.OperationalError:
                    raise
                except Exception as error:  # told on its page; a repaired version builds it again
                    log.error("the past at %s is not to be had", asked, exc_info=error)
                    broken = "update public.past set broken = %s where position = %s"
                    db.execute(broken, [f"{type(error).__name__}: {error}", asked])

    def _connect(self) -> Connection[DictRow]:
        return psycopg.connect(self._conninfo, autocommit=True, row_factory=dict_row, prepare_threshold=None)

    def _begun(self, db: Connection[DictRow]) -> int:
        """The position asked for last, 0 for none. From now on it is outdated by whoever is forgotten.

        Somebody who asks for many days keeps nobody waiting behind them all.
        """
        self._sweep(db, _CROWDED)
        sentence = """
            update public.past set reached = 0, fingerprint = %s,
                head = coalesce((select position from public.register where name = 'persons'), 0)
            where position = (
                select position from public.past where place is null and broken is null
                order by asked desc, position desc limit 1
            ) returning position
        """
        row = db.execute(sentence, [self._print]).fetchone()
        return int(row["position"]) if row else 0

    def _sweep(self, db: Connection[DictRow], which: LiteralString) -> None:
        """Rows and their tables go together; who reads them still is waited for."""
        with db.transaction():
            sentence = f"delete from public.past where {which} returning place"
            for row in db.execute(sentence, {"print": self._print, "places": PLACES}).fetchall():
                if row["place"]:
                    _empty(db, row["place"])

    def _recall(self, db: Connection[DictRow], until: int) -> None:
        place = self._free(db)
        with db.transaction(), self._connect() as aside:
            _empty(db, place)
            db.execute(SQL("set local search_path = {}, public").format(Identifier(schema(place))))
            self._build(db, until, aside)
            for table in _tables(db, place):
                db.execute(SQL("analyze {}").format(table))
            db.execute("update public.past set place = %s where position = %s", [place, until])

    def _free(self, db: Connection[DictRow]) -> int:
        """A place where nothing stands; where all are taken, the past that was visited longest ago leaves its own."""
        standing = "select place from public.past where place is not null order by visited"
        taken = [int(row["place"]) for row in db.execute(standing)]
        if len(taken) == PLACES:
            self._sweep(db, f"place = ({standing} limit 1)")
            return taken[0]
        return next(place for place in range(1, PLACES + 1) if place not in taken)

    def _build(self, db: Connection[DictRow], until: int, aside: Connection[DictRow]) -> None:
        """Entries are read once for all registers; how far that is can be read meanwhile, written `aside`."""
        known, position = self._record.as_known(until), 0
        for register in self._registers:
            db.execute(register.schema)
        while entries := known.since(position, REPLAYED):
            for register in self._registers:
                register.apply(db, filter(register.knows, entries), self._vault)
            position = entries[-1].position
            aside.execute("update public.past set reached = %s where position = %s", [position, until])


def _tables(db: Connection[DictRow], place: int) -> list[Identifier]:
    made = "select relname from pg_class where relnamespace = %s::regnamespace and relkind = 'r'"
    return [Identifier(schema(place), row["relname"]) for row in db.execute(made, [schema(place)]).fetchall()]


def _empty(db: Connection[DictRow], place: int) -> None:
    for table in _tables(db, place):
        db.execute(SQL("drop table {}").format(table))

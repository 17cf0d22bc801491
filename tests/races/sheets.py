"""A register that shows every mistake of its follower: a row for each entry, that nothing keeps from being twice."""

import sys
from dataclasses import replace
from threading import Event

import psycopg

from governance.assembly.presence_facts import AttendanceSigned
from governance.record.record import Record
from governance.record.recorder import PostgresRecorder
from governance.record.vault import Vault
from projections.follower import Follower
from projections.register import Register
from tests.conftest import Database
from tests.office import KEY

sheets = Register(
    name="sheets",
    schema="create table sheet (position bigint not null, member text not null)",
    sentences={AttendanceSigned: "insert into sheet select position, member from {facts}"},
)
slow_sheets = replace(
    sheets, sentences={AttendanceSigned: "insert into sheet select position, member from {facts}, pg_sleep(0.02)"}
)
WHERE = "select position, broken from public.register where name = 'sheets'"


def follower(conninfo: str, register: Register = sheets) -> Follower:
    """As the worker. It keeps its recorder for itself until it is thrown away."""
    recorder = PostgresRecorder(conninfo, connections=2)
    vault = Vault(recorder.pool, KEY)
    return Follower(Record(recorder, vault), vault, conninfo, [register])


def stands(database: Database) -> tuple[int, list[int]]:
    """Where the register says that it stands, and the positions of its rows, at one moment."""
    with psycopg.connect(database.conninfo("owner")) as db:
        db.execute("set transaction isolation level repeatable read")
        [(position, broken)] = db.execute(WHERE).fetchall() or [(0, None)]
        assert broken is None
        rows = db.execute("select position from register.sheet order by position").fetchall() if position else []
    return position, [row[0] for row in rows]


if __name__ == "__main__":  # a process that follows until it is killed
    print("following", flush=True)
    follower(sys.argv[1], slow_sheets).run(Event())

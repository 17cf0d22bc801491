"""The register of witnesses: who watches this record, whose record is watched here, which heads were lost."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.evidence.facts import RecordResumed
from governance.evidence.witness_facts import LogAccepted, LogDropped, WitnessDismissed, WitnessNamed
from projections.register import Register

witnesses = Register(
    name="witnesses",
    schema="""
        create table witness (
            id       text primary key,
            name     text not null,
            key      text not null,
            address  text not null,
            ended    timestamptz,
            position bigint not null
        );
        create table log (
            id       text primary key,
            name     text not null,
            key      text not null,
            origin   text not null,
            ended    timestamptz,
            position bigint not null
        );
        create table resumption (
            position bigint primary key,
            size     bigint not null             -- of the head that was lost
        );
    """,
    sentences={
        WitnessNamed: "insert into witness select witness, name, key, address, null, position from {facts}",
        WitnessDismissed: "update witness set ended = fact.at from {facts} where id = witness",
        LogAccepted: "insert into log select log, name, key, split_part(key, '+', 1), null, position from {facts}",
        LogDropped: "update log set ended = fact.at from {facts} where id = log",
        RecordResumed: "insert into resumption select position, size from {facts}",
    },
)


def watching(db: Connection[DictRow]) -> list[DictRow]:
    """Our witnesses, with the last head that each signed (`size`, `at`) and how it went since: `answer`, and `ahead`,
    a head that it signed and that is not in this record.
    """
    sentence = """
        select witness.*, signed.size, signed.at, asked.answer, asked.ahead, asked.forked
        from witness left join lateral (
            select size, at from public.cosignature where by = witness.key order by size desc limit 1
        ) as signed on true
        left join public.asked_witness as asked on asked.witness = witness.id
        where ended is null order by witness.position
    """
    return db.execute(sentence).fetchall()


def to_ask(db: Connection[DictRow], size: int) -> list[DictRow]:
    """Those that did not sign the head of this size yet, and whose turn it is; `size`: the last that each signed."""
    sentence = """
        select witness.*, signed.size from witness left join lateral (
            select max(size) as size from public.cosignature where by = witness.key
        ) as signed on true
        left join public.asked_witness as asked on asked.witness = witness.id
        where ended is null and coalesce(signed.size, 0) < %s
            and coalesce(asked.next_try, '-infinity') <= clock_timestamp()
        order by witness.position
    """
    return db.execute(sentence, [size]).fetchall()


def watched(db: Connection[DictRow]) -> list[DictRow]:
    """The records that we watch, with the last head that we signed of each."""
    sentence = """
        select log.*, seen.size, seen.at from log left join public.witnessed as seen on seen.log = log.id
        where ended is null order by log.position
    """
    return db.execute(sentence).fetchall()


def of_origin(db: Connection[DictRow], origin: str) -> DictRow | None:
    """The record that we watch under this name."""
    return db.execute("select * from log where origin = %s and ended is null", [origin]).fetchone()


def given_up(db: Connection[DictRow]) -> int:
    """How large the largest head was that was said to be lost; 0 if none was."""
    [row] = db.execute("select coalesce(max(size), 0) as size from resumption").fetchall()
    return int(row["size"])

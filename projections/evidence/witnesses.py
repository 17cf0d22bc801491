"""The register of witnesses: who watches this record, whose record is watched here, which heads were lost, and who
receives them by e-mail.
"""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.evidence.facts import RecordResumed
from governance.evidence.witness_facts import HeadsPosted, LogAccepted, LogDropped, WitnessDismissed, WitnessNamed
from governance.words import Day
from projections.membership.consents import SPOKEN, reaching
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
        create table heads_posted (
            position bigint primary key,
            members  boolean not null,
            keeper   text
        );
    """,
    sentences={
        WitnessNamed: "insert into witness select witness, name, key, address, null, position from {facts}",
        WitnessDismissed: "update witness set ended = fact.at from {facts} where id = witness",
        LogAccepted: "insert into log select log, name, key, split_part(key, '+', 1), null, position from {facts}",
        LogDropped: "update log set ended = fact.at from {facts} where id = log",
        HeadsPosted: "insert into heads_posted select position, members, keeper from {facts}",
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


def posted(db: Connection[DictRow]) -> DictRow | None:
    """Who receives heads by e-mail: `members` or not, and the name of whoever keeps those of minutes."""
    return db.execute("""
        select heads_posted.*, person.name from heads_posted left join person on person.id = keeper
        order by heads_posted.position desc limit 1
    """).fetchone()


def due(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """The letters that should leave: to each member, or whoever speaks for her, who got none of any kind for three
    months; and to the keeper, once the minutes are under a signed head.
    """
    sentence = f"""
        with wanted as (select * from heads_posted order by position desc limit 1),
            head as (select position from public.checkpoint order by size desc limit 1)
        select distinct 'head' as purpose, person.id as recipient, '' as subject, head.position
        from wanted, head, {SPOKEN}
        where wanted.members and email is not null
            and standing.valid @> %(day)s::date and standing.known @> %(known)s::timestamptz
            and not exists (
                select from public.outbox where recipient = person.id and (
                    state = 'due' or asked > clock_timestamp() - interval '3 months'
                    and (state = 'sent' or purpose = 'head')
                )
            )
        union all
        select 'head-minutes', keeper, minutes.assembly, minutes.position
        from wanted, head, minutes
        where keeper is not null and minutes.position > wanted.position and minutes.position <= head.position
    """
    return db.execute(sentence, reaching(day)).fetchall()

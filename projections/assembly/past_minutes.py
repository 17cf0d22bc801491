"""The register of minutes older than the record: which organ, which day, and the scan that was kept."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.minutes_facts import PastMinutesKept
from projections.register import Register

past_minutes = Register(
    name="past_minutes",
    schema="""
        create table past_minutes (
            digest     text primary key,
            organ      text not null,
            title      text not null,
            held       text not null,
            size       bigint not null,
            media_type text not null,
            position   bigint not null
        );
    """,
    sentences={
        PastMinutesKept: """
            insert into past_minutes select digest, organ, title, "on", size, media_type, position from {facts}
            on conflict (digest) do nothing
        """,
    },
)


def every(db: Connection[DictRow]) -> list[DictRow]:
    """The latest meeting first."""
    return db.execute("select * from past_minutes order by held desc, position").fetchall()


def of(db: Connection[DictRow], digest: str) -> DictRow | None:
    return db.execute("select * from past_minutes where digest = %s", [digest]).fetchone()

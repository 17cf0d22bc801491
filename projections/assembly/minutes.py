"""The register of minutes: every edition that was drawn up, told by its digest."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.minutes_facts import MinutesDrawnUp
from governance.words import AssemblyId
from projections.register import Register

minutes = Register(
    name="minutes",
    schema="""
        create table minutes (
            position bigint primary key,
            assembly text not null,
            digest   text not null,
            stood_at bigint not null,          -- where the record stood when they were written
            at       timestamptz not null
        );
        create index minutes_assembly on minutes (assembly);
    """,
    sentences={
        MinutesDrawnUp: """
            insert into minutes
            select position, assembly, digest, stood_at, at from {facts}
        """,
    },
)


def of_assembly(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """Every edition, the last first."""
    return db.execute("select * from minutes where assembly = %s order by position desc", [assembly]).fetchall()

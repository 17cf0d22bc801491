"""The register of minutes: every edition that was drawn up, the sheets of paper that hold it, its signed copies."""

from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.minutes_facts import MinutesDrawnUp, SheetsUsed, SignedMinutesKept
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
        create table minutes_sheets (
            edition   text primary key,
            organ     text not null,
            volume    bigint not null,
            first     bigint not null,
            last      bigint not null,
            authority text not null,
            gap       text not null,
            position  bigint not null
        );
        create table signed_minutes (
            digest     text primary key,
            assembly   text not null,
            edition    text not null,
            signed_on  text not null,
            signing    text not null,          -- scan, signed, altered
            size       bigint not null,
            media_type text not null,
            at         timestamptz not null,
            position   bigint not null
        );
        create index signed_minutes_assembly on signed_minutes (assembly);
    """,
    sentences={
        MinutesDrawnUp: """
            insert into minutes
            select position, assembly, digest, stood_at, at from {facts}
        """,
        SheetsUsed: """
            insert into minutes_sheets
            select distinct on (edition) edition, organ, volume, first, last, authority, gap, position
            from {facts} order by edition, position desc
            on conflict (edition) do update set volume = excluded.volume, first = excluded.first, last = excluded.last,
                authority = excluded.authority, gap = excluded.gap, position = excluded.position
        """,
        SignedMinutesKept: """
            insert into signed_minutes
            select digest, assembly, edition, "on", signing, size, media_type, at, position from {facts}
            on conflict (digest) do nothing
        """,
    },
)


_EDITIONS: LiteralString = """
    select minutes.*, sheets.volume, sheets.first, sheets.last, sheets.authority, sheets.gap
    from minutes left join minutes_sheets as sheets on sheets.edition = minutes.digest
"""


def of_assembly(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """Every edition, the last first, with its sheets and its signed copies, the last first too."""
    editions = db.execute(f"{_EDITIONS} where assembly = %s order by minutes.position desc", [assembly]).fetchall()
    copies = db.execute(
        "select * from signed_minutes where assembly = %s order by position desc", [assembly]
    ).fetchall()
    return [one | {"copies": [copy for copy in copies if copy["edition"] == one["digest"]]} for one in editions]


def edition(db: Connection[DictRow], assembly: AssemblyId, digest: str) -> DictRow | None:
    return db.execute(f"{_EDITIONS} where assembly = %s and digest = %s", [assembly, digest]).fetchone()


def copy(db: Connection[DictRow], assembly: AssemblyId, digest: str) -> DictRow | None:
    sentence = "select * from signed_minutes where assembly = %s and digest = %s"
    return db.execute(sentence, [assembly, digest]).fetchone()


def last_sheet(db: Connection[DictRow], organ: str) -> DictRow | None:
    """Where an organ's register on paper stands."""
    sentence = "select * from minutes_sheets as sheets where organ = %s order by volume desc, last desc limit 1"
    return db.execute(sentence, [organ]).fetchone()


def to_draw_up(db: Connection[DictRow]) -> list[DictRow]:
    """The meetings that are over and have no minutes, the latest first."""
    sentence = """
        select assembly.id, assembly.title, assembly.day from assembly
        where state in ('closed', 'adjourned') and not exists (select from minutes where minutes.assembly = assembly.id)
        order by day desc
    """
    return db.execute(sentence).fetchall()


def to_sign(db: Connection[DictRow]) -> list[DictRow]:
    """The last editions of which no signed copy is kept, or whose sheets nobody told; the latest meeting first."""
    sentence = """
        select * from (
            select assembly.id, assembly.title, assembly.day,
                exists (select from signed_minutes as copy where copy.edition = last.digest) as signed,
                exists (select from minutes_sheets as sheets where sheets.edition = last.digest) or exists (
                    select from signed_minutes as copy where copy.edition = last.digest and copy.signing = 'signed'
                ) as placed
            from (select distinct on (assembly) * from minutes order by assembly, position desc) as last
            join assembly on assembly.id = last.assembly
        ) as one where not (signed and placed) order by day desc
    """
    return db.execute(sentence).fetchall()

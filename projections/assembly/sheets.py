"""The register of attendance sheets: the scans that officers signed, and the incidents of a live link."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.sheet_facts import SheetKept, TechnicalIncidentNoted
from governance.words import AssemblyId
from projections.register import Register

sheets = Register(
    name="sheets",
    schema="""
        create table signed_sheet (
            assembly   text not null,
            digest     text not null,
            size       bigint not null,
            media_type text not null,
            kept       timestamptz not null,
            position   bigint not null,
            primary key (assembly, digest)
        );
        create table incident (
            assembly text not null,
            what     text not null,
            effect   text not null,
            cut_off  bigint not null,
            moment   timestamptz not null,
            position bigint primary key
        );
        create index incident_assembly on incident (assembly, moment);
    """,
    sentences={
        SheetKept: """
            insert into signed_sheet select assembly, digest, size, media_type, at, position from {facts}
            on conflict do nothing
        """,
        TechnicalIncidentNoted: """
            insert into incident
            select assembly, what, effect, cut_off, coalesce(happened_at, at), position from {facts}
        """,
    },
)


def signed(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """The scans of the signed sheet of a meeting, the last first."""
    sentence = "select * from signed_sheet where assembly = %s order by position desc"
    return db.execute(sentence, [assembly]).fetchall()


def incidents(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """In the order of their hours."""
    return db.execute("select * from incident where assembly = %s order by moment, position", [assembly]).fetchall()

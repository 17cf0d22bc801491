"""The register of what surrounds a notice: documents laid, pieces set aside, points that members asked for."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.convening_facts import DocumentLaid, PieceSetAside, PointAnswered, PointRequested
from governance.words import AssemblyId
from projections.register import Register

convening = Register(
    name="convening",
    schema="""
        create table document (
            position   bigint primary key,
            assembly   text not null,
            piece      text not null,
            title      text not null,
            digest     text not null,
            size       bigint not null,
            media_type text not null,
            day        text not null
        );
        create index document_of on document (assembly, piece, position);
        create table piece_aside (
            position bigint primary key,
            assembly text not null,
            piece    text not null,
            reason   text not null
        );
        create index piece_aside_of on piece_aside (assembly);
        create table point (
            id       text primary key,
            assembly text not null,
            members  jsonb not null,
            title    text not null,
            text     text not null,
            kind     text not null,
            day      text not null,
            held     text not null,
            needed   text,
            base     text not null,
            article  text not null,
            until    text,
            accepted boolean,
            reason   text,
            answered text
        );
        create index point_of on point (assembly);
    """,
    sentences={
        DocumentLaid: """
            insert into document select position, assembly, piece, title, digest, size, media_type, "on" from {facts}
        """,
        PieceSetAside: """
            insert into piece_aside select position, assembly, piece, reason from {facts}
        """,
        PointRequested: """
            insert into point
            select distinct on (point)
                point, assembly, members, title, text, kind, "on", held, needed, base, article, until
            from {facts} order by point, position desc
            on conflict (id) do update set members = excluded.members, day = excluded.day, held = excluded.held,
                needed = excluded.needed, base = excluded.base, article = excluded.article, until = excluded.until
        """,
        PointAnswered: """
            update point set accepted = fact.accepted, reason = fact.reason, answered = fact."on"
            from {facts} where id = fact.point
        """,
    },
)


def documents(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """As they were laid; the last of a piece prevails."""
    return db.execute("select * from document where assembly = %s order by position", [assembly]).fetchall()


def aside(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    return db.execute("select * from piece_aside where assembly = %s order by position", [assembly]).fetchall()


def points(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """What members asked for, with their names, in the order of days."""
    sentence = """
        select point.*, (
            select jsonb_agg(person.name order by person.sort_key) from person where point.members ? person.id
        ) as names
        from point where assembly = %s order by day, id
    """
    return db.execute(sentence, [assembly]).fetchall()


def point(db: Connection[DictRow], asked: str) -> DictRow | None:
    return db.execute("select * from point where id = %s", [asked]).fetchone()


def agreements(db: Connection[DictRow]) -> bool:
    """Whether any agreement awaits the word of an assembly."""
    sentence = """
        select exists (
            select from agreement where not exists (
                select from agreement_ruling where agreement_ruling.agreement = agreement.id
            )
        ) as awaits
    """
    [row] = db.execute(sentence).fetchall()
    return bool(row["awaits"])

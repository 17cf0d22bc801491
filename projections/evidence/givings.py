"""The register of dossiers that left: where each is published, who received which."""

from datetime import date

from psycopg import Connection
from psycopg.rows import DictRow

from governance.evidence.given_facts import DossierHanded, DossierPublished, PublicationEnded
from governance.words import Day, DossierId
from projections.register import Register

givings = Register(
    name="givings",
    schema="""
        create table publication (
            id       text primary key,
            dossier  text not null,
            listed   boolean not null,
            happened text not null,
            until    text,
            ended    text,
            position bigint not null
        );
        create index publication_dossier on publication (dossier, position);
        create table handing (
            id        text primary key,
            dossier   text not null,
            recipient text not null,
            means     text not null,
            happened  text not null,
            digest    text not null,
            by        text not null,
            position  bigint not null
        );
        create index handing_dossier on handing (dossier, position);
    """,
    sentences={
        DossierPublished: """
            insert into publication
            select publication, dossier, listed, "on", until, null, position from {facts}
        """,
        PublicationEnded: """
            update publication set ended = "on" from {facts} where id = fact.publication
        """,
        DossierHanded: """
            insert into handing select handing, dossier, recipient, means, "on", digest, by, position from {facts}
        """,
    },
)


def publications(db: Connection[DictRow], dossier: DossierId) -> list[DictRow]:
    """Where a dossier is or was published, with how often a stranger read it or took it in the last twelve months, and
    when last."""
    sentence = """
        select publication.*, count(reading.at) filter (where page !~ '/(fichier|resume)$') as read,
            count(reading.at) filter (where page ~ '/fichier$') as taken, max(reading.at) as last
        from publication left join public.reading
            on starts_with(page, 'preuves/' || publication.id) and reading.person = ''
        where dossier = %s group by publication.id order by position desc
    """
    return db.execute(sentence, [dossier]).fetchall()


def publication(db: Connection[DictRow], name: str) -> DictRow | None:
    return db.execute("select * from publication where id = %s", [name]).fetchone()


def stands(row: DictRow, today: Day) -> bool:
    """Whether its address still leads to the dossier."""
    return not row["ended"] and not (row["until"] and Day(row["until"]).surely_before(today))


def listed(db: Connection[DictRow], today: date) -> list[DictRow]:
    """The dossiers to which the public page leads, the last first."""
    sentence = """
        select publication.id, dossier.happened as sealed, label.template ->> 'name' as name
        from publication join dossier on dossier.id = publication.dossier join label on label.id = dossier.label
        where listed and ended is null and coalesce(until::date >= %s, true) order by publication.position desc
    """
    return db.execute(sentence, [today]).fetchall()


def handings(db: Connection[DictRow], dossier: DossierId) -> list[DictRow]:
    """Who received a dossier, the last first."""
    return db.execute("select * from handing where dossier = %s order by position desc", [dossier]).fetchall()

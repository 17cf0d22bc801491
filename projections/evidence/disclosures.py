"""The register of persons whom dossiers name: what was chosen for a label, what went out."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.evidence.disclosure_facts import DisclosureChosen, FieldsDisclosed
from governance.evidence.template import LabelId
from governance.words import DossierId
from projections.register import Register

disclosures = Register(
    name="disclosures",
    schema="""
        create table disclosure (
            label   text not null,
            person  text not null,
            fields  jsonb not null,          -- names of Shown; none: she is not named any more
            purpose text not null,
            ground  text not null,
            basis   text not null,
            primary key (label, person)
        );
        create table disclosed (
            dossier text not null,
            person  text not null,
            fields  jsonb not null,
            purpose text not null,
            ground  text not null,
            basis   text not null,
            primary key (dossier, person)
        );
        create index disclosed_person on disclosed (person);
    """,
    sentences={
        DisclosureChosen: """
            insert into disclosure
            select distinct on (label, person) label, person, fields, purpose, ground, basis from {facts}
            order by label, person, position desc
            on conflict (label, person) do update
            set fields = excluded.fields, purpose = excluded.purpose, ground = excluded.ground, basis = excluded.basis
        """,
        FieldsDisclosed: "insert into disclosed select dossier, person, fields, purpose, ground, basis from {facts}",
    },
)


def chosen(db: Connection[DictRow], label: LabelId) -> list[DictRow]:
    """Whom the next dossier of a label names, in the order of names; a name is null once it is forgotten."""
    sentence = """
        select disclosure.*, person.name from disclosure join person on person.id = disclosure.person
        where label = %s and fields <> '[]' order by sort_key, person.id
    """
    return db.execute(sentence, [label]).fetchall()


def named(db: Connection[DictRow], dossier: DossierId) -> list[DictRow]:
    """Whom a dossier named, in the same order."""
    sentence = """
        select disclosed.*, person.name from disclosed join person on person.id = disclosed.person
        where dossier = %s order by sort_key, person.id
    """
    return db.execute(sentence, [dossier]).fetchall()


def forgotten(db: Connection[DictRow], dossier: DossierId) -> bool:
    """Whether it names somebody whose words were destroyed since."""
    return any(row["name"] is None for row in named(db, dossier))

"""The register of what somebody also is: of another category, of an organisation that she does not represent."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.membership.person_facts import Affiliated, QualityHeld
from governance.words import Day, PersonId
from projections.register import Register

ties = Register(
    name="ties",
    apart=("person",),
    schema="""
        create table tie (
            person   text not null,
            what     text not null,    -- quality: a category; affiliation: an organisation
            target   text not null,
            since    text not null,
            until    text,
            primary key (person, what, target, since)
        );
        create index tie_target on tie (target);
    """,
    sentences={
        QualityHeld: """
            insert into tie
            select distinct on (person, category, "on") person, 'quality', category, "on", until from {facts}
            order by person, category, "on", position desc
            on conflict (person, what, target, since) do update set until = excluded.until
        """,
        Affiliated: """
            insert into tie
            select distinct on (person, organisation, "on") person, 'affiliation', organisation, "on", until
            from {facts} order by person, organisation, "on", position desc
            on conflict (person, what, target, since) do update set until = excluded.until
        """,
    },
)


def of(db: Connection[DictRow], person: PersonId) -> list[DictRow]:
    """What somebody was said to be besides, the last first; `name`: of the organisation."""
    sentence = """
        select tie.*, organisation.name from tie left join person organisation on organisation.id = target
        where person = %s order by since desc, what, organisation.sort_key, target
    """
    return db.execute(sentence, [person]).fetchall()


def qualities(db: Connection[DictRow], person: PersonId, day: Day) -> list[str]:
    """The categories to which she also belongs on a day."""
    sentence = """
        select distinct target from tie where person = %(person)s and what = 'quality' and since <= %(day)s
            and (until is null or until >= %(day)s) order by target
    """
    return [row["target"] for row in db.execute(sentence, {"person": person, "day": str(day)})]


def belonging(db: Connection[DictRow], member: str, day: Day) -> list[DictRow]:
    """The organisations through which a member acts on a day: itself if it is one, those to which she belongs."""
    sentence = """
        select id, name from person where legal and merged is null and (id = %(member)s or id in (
            select target from tie where person = %(member)s and what = 'affiliation' and since <= %(day)s
                and (until is null or until >= %(day)s)
        )) order by sort_key, id
    """
    return db.execute(sentence, {"member": member, "day": str(day)}).fetchall()


def affiliated(db: Connection[DictRow], organisation: str) -> list[DictRow]:
    """Who was said to belong to an organisation, in the order of names."""
    sentence = """
        select tie.*, person.name from tie join person on person.id = tie.person
        where what = 'affiliation' and target = %s order by sort_key, since
    """
    return db.execute(sentence, [organisation]).fetchall()

"""The register of agreements to electronic notice: given, changed, withdrawn, each on its day."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.membership.person_facts import NoticeAgreed, NoticeWithdrawn
from governance.words import Day, PersonId
from projections.membership.members import AsOf
from projections.register import Register

consents = Register(
    name="consents",
    apart=("person",),
    schema="""
        create table consent (
            position bigint primary key,
            person   text not null,
            since    text not null,
            way      text,             -- null: withdrawn
            purpose  text
        );
        create index consent_person on consent (person, since, position);
    """,
    sentences={
        NoticeAgreed: 'insert into consent select position, person, "on", way, purpose from {facts}',
        NoticeWithdrawn: 'insert into consent select position, person, "on", null, null from {facts}',
    },
)


def of(db: Connection[DictRow], person: PersonId) -> list[DictRow]:
    """What a person agreed to and withdrew, the last first; `way` is None where she withdrew."""
    sentence = "select * from consent where person = %s order by since desc, position desc"
    return db.execute(sentence, [person]).fetchall()


def lacking(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """Those who speak for a member of that day and have a mailbox, but did not agree to be convened there."""
    sentence = """
        select distinct person.sort_key, person.id, person.name
        from member_standing as standing
        left join lateral (
            select person, until from representative
            where member = standing.member and since <= %(day)s::date::text order by since desc, position desc limit 1
        ) as last on true
        join person on person.id = case
            when last.person is null or last.until < %(day)s::date::text then standing.member else last.person
        end
        where standing.valid @> %(day)s::date and standing.known @> %(known)s::timestamptz and email is not null
            and (
                select way from consent
                where consent.person = person.id and since <= %(day)s::date::text
                order by since desc, consent.position desc limit 1
            ) is null
        order by person.sort_key, person.id
    """
    return db.execute(sentence, AsOf(day).asked).fetchall()

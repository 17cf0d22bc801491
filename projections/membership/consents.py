"""The register of what persons agree to, electronic notice and what anybody may read: given, changed, withdrawn."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.membership.consent import DEMANDED
from governance.membership.person_facts import ContactShown, NoticeAgreed, NoticeWithdrawn
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
        create table contact_shown (
            position bigint primary key,
            person   text not null,
            since    text not null,
            way      text not null,
            shown    jsonb not null    -- name, email, phone, address; nothing: withdrawn
        );
        create index contact_shown_person on contact_shown (person, since, position);
    """,
    sentences={
        NoticeAgreed: 'insert into consent select position, person, "on", way, purpose from {facts}',
        NoticeWithdrawn: 'insert into consent select position, person, "on", null, null from {facts}',
        ContactShown: 'insert into contact_shown select position, person, "on", way, shown from {facts}',
    },
)


def of(db: Connection[DictRow], person: PersonId) -> list[DictRow]:
    """What a person agreed to and withdrew, the last first; `way` is None where she withdrew."""
    sentence = "select * from consent where person = %s order by since desc, position desc"
    return db.execute(sentence, [person]).fetchall()


def word(db: Connection[DictRow], person: PersonId, day: Day) -> bool | None:
    """Whether she takes electronic notice on a day; None if she was never asked."""
    said = [row for row in of(db, person) if row["since"] <= str(day)]
    return bool(said[0]["way"]) if said else None


def shown(db: Connection[DictRow], person: PersonId) -> list[str]:
    """What she consents today to have read by anybody."""
    sentence = """
        select shown from contact_shown where person = %s order by since desc, position desc limit 1
    """
    row = db.execute(sentence, [person]).fetchone()
    return list(row["shown"]) if row else []


OPEN = """
    select * from (
        select id,
        case when shown ? 'name' then name end as name, case when shown ? 'email' then email end as email,
        case when shown ? 'phone' then phone end as phone, case when shown ? 'address' then address end as address
    from person join (
        select distinct on (person) person, shown from contact_shown order by person, since desc, position desc
    ) as said on said.person = person.id
        where merged is null
    ) as shown where coalesce(name, email, phone, address) is not null
"""
"""Of each person, what anybody may read today: whatever past day is asked for, what was taken back is not there, and
what was erased is null."""


SPOKEN = """
    member_standing as standing
    left join lateral (
        select person, until from representative
        where member = standing.member and since <= %(day)s::date::text order by since desc, position desc limit 1
    ) as last on true
    join person on person.id = case
        when last.person is null or last.until < %(day)s::date::text then standing.member else last.person
    end
"""
"""Each `standing`, and the `person` who speaks for that member on `day`."""

BY_EMAIL = """
    (person.email is not null and coalesce(
        (
            select way is not null from consent where consent.person = person.id and since <= %(day)s::date::text
            order by since desc, consent.position desc limit 1
        ),
        not coalesce((
            select statutes ->> 'form' = any(%(demanding)s) from statutes
            where in_force_from <= %(day)s::date::text order by in_force_from desc, position desc limit 1
        ), false)
    ))
"""
"""Whether an assembly's letters reach `person` by e-mail: what she said last; if she was never asked, where the law of
the form does not want her agreement."""


def reaching(day: Day) -> dict[str, Any]:
    """What SPOKEN and BY_EMAIL want to know."""
    return AsOf(day).asked | {"demanding": [form.value for form in DEMANDED]}


def lacking(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """Those who speak for a member of that day and have a mailbox, where no notice may reach them."""
    sentence = f"""
        select distinct person.sort_key, person.id, person.name from {SPOKEN}
        where standing.valid @> %(day)s::date and standing.known @> %(known)s::timestamptz
            and email is not null and not {BY_EMAIL}
        order by person.sort_key, person.id
    """
    return db.execute(sentence, reaching(day)).fetchall()

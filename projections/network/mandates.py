"""The register of who speaks for the network elsewhere: at which event, and what came back."""

from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.network.facts import GroupId
from governance.network.speaking_facts import MandateGiven, MandateId, MandateReported
from governance.words import PersonId
from projections.register import Register

mandates = Register(
    name="speaking",
    schema="""
        create table speaking (
            id            text primary key,
            event         text not null,
            people        jsonb not null,
            happened      text not null,
            working_group text,
            organisations jsonb not null,
            day           text,
            place         text not null,
            message       text not null,
            report        text not null default '',
            reported      text,
            position      bigint not null
        );
    """,
    sentences={
        MandateGiven: """
            insert into speaking (
                id, event, people, happened, working_group, organisations, day, place, message, position
            )
            select distinct on (mandate)
                mandate, event, people, "on", "group", organisations, day, place, message,
                min(position) over (partition by mandate)
            from {facts} order by mandate, position desc
            on conflict (id) do update set event = excluded.event, people = excluded.people,
                happened = excluded.happened, working_group = excluded.working_group,
                organisations = excluded.organisations, day = excluded.day, place = excluded.place,
                message = excluded.message
        """,
        MandateReported: """
            update speaking set report = last.words, reported = last."on"
            from (select distinct on (mandate) * from {facts} order by mandate, position desc) as last
            where id = mandate
        """,
    },
)

_WHOLE: LiteralString = """
    select speaking.*, working_group.name as group_name, coalesce((
        select jsonb_agg(person.name order by person.sort_key) from person where person.name is not null
            and person.id in (select jsonb_array_elements_text(people))
    ), '[]') as names
    from speaking left join working_group on working_group.id = speaking.working_group
"""


def every(db: Connection[DictRow]) -> list[DictRow]:
    """The next event first among those whose report is awaited, then those reported, the last first."""
    return db.execute(f"{_WHOLE} order by reported desc nulls first, day nulls last, position").fetchall()


def of(db: Connection[DictRow], mandate: MandateId) -> DictRow | None:
    return db.execute(f"{_WHOLE} where speaking.id = %s", [mandate]).fetchone()


def of_group(db: Connection[DictRow], group: GroupId) -> list[DictRow]:
    sentence = f"{_WHOLE} where speaking.working_group = %s order by day nulls last, position"
    return db.execute(sentence, [group]).fetchall()


def mine(db: Connection[DictRow], person: PersonId) -> list[DictRow]:
    """Those that somebody holds and has not reported."""
    sentence = f"{_WHOLE} where reported is null and people ? %s order by day nulls last, position"
    return db.execute(sentence, [person]).fetchall()

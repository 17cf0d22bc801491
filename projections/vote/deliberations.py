"""The register of deliberations: what was asked of whom, in which round it is, how it ended; and their facts, in order.

Those of one are few: its page reads them whole, as whoever counts it again does.
"""

import json

from psycopg import Connection
from psycopg.rows import DictRow

from governance.record import kinds
from governance.vote.deliberation_facts import (
    Answered,
    DeliberationClosed,
    DeliberationOpened,
    ObjectionLifted,
    RoundOpened,
)
from governance.words import Day, DeliberationId, Fact, PersonId
from projections.membership.members import AsOf
from projections.register import Register

deliberations = Register(
    name="deliberations",
    schema="""
        create table deliberation (
            id        text primary key,
            method    text not null,
            title     text not null,
            circle    jsonb not null,
            closes    timestamptz,
            opened_at timestamptz not null,
            round     bigint not null,       -- of consent; 0 while marks or names are given
            closed_at timestamptz,
            adopted   boolean
        );
        create index deliberation_opened on deliberation (opened_at);
        create table deliberated (
            position     bigint primary key,
            deliberation text not null,
            kind         text not null,
            fact         jsonb not null
        );
        create index deliberated_of on deliberated (deliberation);
    """,
    sentences={
        DeliberationOpened: """
            with kept as (
                insert into deliberated
                select position, deliberation, 'DeliberationOpened', jsonb_strip_nulls(to_jsonb(fact)) from {facts}
            )
            insert into deliberation (id, method, title, circle, closes, opened_at, round)
            select deliberation, method, title, circle, closes, at, (method = 'consent')::integer from {facts}
        """,
        Answered: """
            insert into deliberated
            select position, deliberation, 'Answered', jsonb_strip_nulls(to_jsonb(fact)) from {facts}
        """,
        ObjectionLifted: """
            insert into deliberated
            select position, deliberation, 'ObjectionLifted', jsonb_strip_nulls(to_jsonb(fact)) from {facts}
        """,
        RoundOpened: """
            with kept as (
                insert into deliberated
                select position, deliberation, 'RoundOpened', jsonb_strip_nulls(to_jsonb(fact)) from {facts}
            )
            update deliberation set round = last.round
            from (select deliberation as of, max(round) as round from {facts} group by deliberation) as last
            where id = last.of
        """,
        DeliberationClosed: """
            with kept as (
                insert into deliberated
                select position, deliberation, 'DeliberationClosed', jsonb_strip_nulls(to_jsonb(fact)) from {facts}
            )
            update deliberation set closed_at = fact.at, adopted = fact.adopted from {facts} where id = deliberation
        """,
    },
)


def of(db: Connection[DictRow], deliberation: DeliberationId) -> DictRow | None:
    return db.execute("select * from deliberation where id = %s", [deliberation]).fetchone()


def every(db: Connection[DictRow], limit: int = 200) -> list[DictRow]:
    """Those that go on first, then the latest."""
    sentence = "select * from deliberation order by closed_at is not null, opened_at desc, id limit %s"
    return db.execute(sentence, [limit]).fetchall()


def facts(db: Connection[DictRow], deliberation: DeliberationId) -> list[Fact]:
    """What the record says of one, in its order."""
    rows = db.execute("select kind, fact from deliberated where deliberation = %s order by position", [deliberation])
    return [kinds.read(row["kind"], json.dumps(row["fact"]).encode()) for row in rows]


def reasons(db: Connection[DictRow], deliberation: DeliberationId) -> list[DictRow]:
    """Who said why, in which round, and of whom; null where the words were erased."""
    sentence = """
        select fact ->> 'person' as person, (fact -> 'round')::integer as round, fact ->> 'named' as named,
            (fact -> 'objects')::boolean as objects, reason.words
        from deliberated left join reason using (position)
        where deliberation = %s and kind = 'Answered' and fact ? 'reason' order by position
    """
    return db.execute(sentence, [deliberation]).fetchall()


def waiting_for(db: Connection[DictRow], person: PersonId) -> list[DictRow]:
    """Those open in which a person has not answered, in this round."""
    sentence = """
        select deliberation.* from deliberation
        where closed_at is null and circle ? %(person)s and (closes is null or closes > clock_timestamp())
            and not exists (
                select from deliberated
                where deliberated.deliberation = deliberation.id and kind = 'Answered'
                    and fact ->> 'person' = %(person)s and (fact -> 'round')::integer = deliberation.round
            )
        order by opened_at, id
    """
    return db.execute(sentence, {"person": person}).fetchall()


def to_conclude(db: Connection[DictRow]) -> list[DictRow]:
    """Those whose hour has come, or where everybody has answered in this round."""
    sentence = """
        select deliberation.* from deliberation
        where closed_at is null and (closes <= clock_timestamp() or jsonb_array_length(circle) <= (
            select count(distinct fact ->> 'person') from deliberated
            where deliberated.deliberation = deliberation.id and kind = 'Answered'
                and (fact -> 'round')::integer = deliberation.round
        ))
        order by opened_at, id
    """
    return db.execute(sentence).fetchall()


def people(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """Who may be of a circle on a day: who is a member or speaks for one (`member`), and who runs the cooperative
    (`board`)."""
    sentence = """
        with speaker as (
            select distinct on (member) member, person, until from representative
            where since <= %(day)s::date::text order by member, since desc, position desc
        ), standing as (
            select member as id from member_standing where valid @> %(day)s::date and known @> %(known)s::timestamptz
        ), held as (
            select distinct person as id from office
            where office in ('board', 'chair', 'secretary') and since <= %(day)s::date::text
                and (until is null or until >= %(day)s::date::text) and known @> %(known)s::timestamptz
        )
        select person.id, name, person.id in (select id from held) as board,
            person.id in (
                select coalesce(speaker.person, standing.id) from standing
                left join speaker on speaker.member = standing.id
                    and (until is null or until >= %(day)s::date::text)
            ) as member
        from person where not legal and merged is null order by sort_key, id
    """
    rows = db.execute(sentence, AsOf(day).asked).fetchall()
    return [row for row in rows if row["board"] or row["member"]]

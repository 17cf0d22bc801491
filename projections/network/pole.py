"""The register of the pole: every organisation that belongs to it once, by the cooperative, by itself or by both."""

from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.network.pole_facts import PoleJoined, PoleLeft
from projections.paging import AsOf, Book
from projections.register import Register

pole = Register(
    name="pole",
    schema="""
        create table pole_period (
            member   text not null,
            since    text not null,
            decision text,
            source   text not null,
            written  timestamptz not null,
            until    text,
            reason   text not null default '',
            ended    timestamptz,              -- when its end was written
            position bigint primary key
        );
        create index pole_period_member on pole_period (member);
    """,
    sentences={
        PoleJoined: """
            insert into pole_period (member, since, decision, source, written, position)
            select member, "on", decision, source, at, position from {facts}
        """,
        PoleLeft: """
            update pole_period set until = fact."on", reason = fact.reason, ended = fact.at from {facts}
            where pole_period.member = fact.member and until is null
        """,
    },
)

CIRCLE: LiteralString = """
    select coalesce(person.merged, person.id) as id, min(since) as since, min(member_since) as member_since
    from (
        select subject as member, null as since, lower(valid)::text as member_since from member_period
        where trait = 'member' and value is not null and valid @> %(day)s::date and known @> %(known)s::timestamptz
        union all
        select member, since, null from pole_period
        where since <= %(day)s::date::text and written <= %(known)s::timestamptz
            and (until is null or until > %(day)s::date::text or ended > %(known)s::timestamptz)
    ) as belonging join person on person.id = member and legal group by 1
"""
"""Its organisations on a day, as known at a moment: `since` for who joined the pole, `member_since` for who is a member
of the cooperative; an identifier that was closed counts with the one that took its place."""

REGISTER = Book(
    source=f"""
        select circle.*, person.name, person.sort_key, person.heard, person.address as place,
            case when member_since is null then 'non' else 'oui' end as inside
        from ({CIRCLE}) as circle join person on person.id = circle.id
    """,
    orders={"name": ("sort_key", "id"), "since": ("coalesce(since, member_since)", "sort_key", "id")},
    filters={"cercle": "inside"},
)


def counts(db: Connection[DictRow], as_of: AsOf) -> tuple[int, int]:
    """How many organisations belong to it on that day, and how many of them are members of the cooperative."""
    sentence = f"""
        select count(*) as organisations, count(member_since) as inside
        from ({CIRCLE}) as circle join person on person.id = circle.id
    """
    [row] = db.execute(sentence, as_of.asked).fetchall()
    return int(row["organisations"]), int(row["inside"])

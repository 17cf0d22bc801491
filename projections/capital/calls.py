"""The register of calls of capital and of the formal notices that follow them."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.capital.facts import CapitalCalled, FormalNoticeSent, RecoveryGivenUp
from governance.words import MemberId
from projections.register import Register

calls = Register(
    name="calls",
    schema="""
        create table call (
            call         text primary key,
            part         text not null,
            due          date not null,
            happened     date not null,
            decision     text not null,
            subscription text,
            position     bigint not null
        );
        create table letter (
            position     bigint primary key,
            member       text not null,
            subscription text not null,
            amount       bigint not null,
            happened     date not null,
            reference    text not null,
            given_up     date
        );
        create index letter_member on letter (member);
    """,
    sentences={
        CapitalCalled: """
            insert into call select call, part, due::date, "on"::date, decision, subscription, position from {facts}
        """,
        FormalNoticeSent: """
            insert into letter (position, member, subscription, amount, happened, reference)
            select position, member, subscription, amount, "on"::date, reference from {facts}
        """,
        RecoveryGivenUp: """
            update letter set given_up = fact."on"::date from {facts}
            where letter.member = fact.member and letter.subscription = fact.subscription and letter.given_up is null
        """,
    },
)


def all_calls(db: Connection[DictRow]) -> list[DictRow]:
    return db.execute("select * from call order by happened, position").fetchall()


def unpaid(db: Connection[DictRow], limit: int = 200) -> list[DictRow]:
    """The subscriptions on which something is still promised, the oldest first, with the last letter about each."""
    sentence = """
        select owing.*, least(owing.owing, account.owing)::bigint as owed, person.name,
            letter.happened as notified, letter.amount as demanded
        from (
            select subscription, member, min(coalesce(since, happened)) as since, bool_or(kind = 'taken_over') as taken,
                sum(shares)::bigint as shares, max(nominal) as nominal, sum(worth)::bigint as promised,
                sum(owed)::bigint as owing
            from entry where subscription <> '' and member in (select member from holding where owed > 0)
            group by subscription, member having sum(owed) > 0
        ) as owing
        join (select member, owed as owing from holding) as account using (member)
        join person on person.id = owing.member
        left join lateral (
            select * from letter where letter.subscription = owing.subscription order by position desc limit 1
        ) as letter on true
        where account.owing > 0 order by since, sort_key limit %s
    """
    return db.execute(sentence, [limit]).fetchall()


def letters(db: Connection[DictRow], member: MemberId) -> list[DictRow]:
    return db.execute("select * from letter where member = %s order by position", [member]).fetchall()

"""The register of movements of shares: numbered, append-only, in cents (C.com R228-8 and R228-9).

Every movement is kept with the day it happened and the moment it was written, so that the capital of a past day, as it
was known then, is a sum over a `where`.
"""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.capital.facts import SharesPaid, SharesSubscribed
from governance.words import MemberId
from projections.membership.members import AsOf
from projections.register import Register

movements = Register(
    name="movements",
    schema="""
        create table movement (
            number       bigint generated always as identity primary key,
            kind         text not null,
            member       text not null,
            subscription text not null,
            shares       bigint not null,
            subscribed   bigint not null,
            paid         bigint not null,
            reference    text not null,
            happened     date not null,
            written      timestamptz not null,
            position     bigint not null
        );
        create index movement_member on movement (member);
        create index movement_subscription on movement (subscription);
    """,
    sentences={
        SharesSubscribed: """
            insert into movement
                (kind, member, subscription, shares, subscribed, paid, reference, happened, written, position)
            select 'subscribed', member, subscription, shares, shares * nominal, 0, '', "on"::date, at, position
            from {facts} order by position
        """,
        SharesPaid: """
            insert into movement
                (kind, member, subscription, shares, subscribed, paid, reference, happened, written, position)
            select 'paid', member, subscription, 0, 0, amount, reference, "on"::date, at, position
            from {facts} order by position
        """,
    },
)

_UNTIL = "happened <= %(day)s::date and written <= %(known)s::timestamptz"


def register(db: Connection[DictRow], as_of: AsOf, after: int = 0, limit: int = 100) -> list[DictRow]:
    """Movements in their order, with the name of the holder."""
    sentence = f"""
        select movement.*, person.name from movement join person on person.id = movement.member
        where {_UNTIL} and number > %(after)s order by number limit %(limit)s
    """
    return db.execute(sentence, as_of.asked | {"after": after, "limit": limit}).fetchall()


def totals(db: Connection[DictRow], as_of: AsOf) -> DictRow:
    """Shares, and cents subscribed and paid, of the whole cooperative."""
    sentence = f"""
        select coalesce(sum(shares), 0)::bigint as shares, coalesce(sum(subscribed), 0)::bigint as subscribed,
            coalesce(sum(paid), 0)::bigint as paid
        from movement where {_UNTIL}
    """
    [row] = db.execute(sentence, as_of.asked)
    return row


def of_member(db: Connection[DictRow], member: MemberId) -> list[DictRow]:
    """Each subscription of a member: shares, cents promised, cents paid."""
    sentence = """
        select subscription, min(happened) as since, sum(shares)::bigint as shares,
            sum(subscribed)::bigint as subscribed, sum(paid)::bigint as paid
        from movement where member = %s group by subscription order by min(number)
    """
    return db.execute(sentence, [member]).fetchall()

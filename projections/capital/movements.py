"""The register of movements of shares, and every holder's account: append-only, in cents (C.com R228-8 and R228-9).

A movement's number is its rank in the record, after the last number of the register on paper: it is counted, never
given, so that it can never be given again. Every line is kept with the day it happened and the moment it was written,
so that the capital of a past day, as it was known then, is a sum over a `where`.
"""

from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.capital.facts import (
    RegisterContinued,
    SharesCancelled,
    SharesExchanged,
    SharesPaid,
    SharesSubscribed,
    SharesTakenOver,
    SharesTransferred,
)
from governance.words import MemberId
from projections.membership.members import AsOf
from projections.paging import Book
from projections.register import Register

_RANK = "(select coalesce(max(rank), 0) from movement) + row_number() over (order by position)"
_MOVEMENT = "insert into movement (position, rank, kind, giver, receiver, shares, nominal, happened, written)"
_ENTRY = "insert into entry (position, member, kind, subscription, shares, nominal, owed, reference, happened, written)"

movements = Register(
    name="movements",
    schema="""
        create table movement (
            position bigint primary key,
            rank     bigint not null unique,
            kind     text not null,
            giver    text,
            receiver text,
            shares   bigint not null,
            nominal  bigint not null,
            happened date not null,
            written  timestamptz not null,
            gone     bigint,               -- in an exchange, the shares that go, and what each was worth
            old      bigint
        );
        create table entry (               -- one line a holder: shares gained or lost, cents promised or discharged
            position     bigint not null,
            member       text not null,
            kind         text not null,
            subscription text not null,
            shares       bigint not null,
            nominal      bigint not null,
            worth        bigint not null generated always as (shares * nominal) stored,
            owed         bigint not null,
            reference    text not null,
            happened     date not null,
            written      timestamptz not null,
            since        date                  -- of a balance: the day of the first share
        );
        create index entry_member on entry (member, happened, position);
        create index entry_subscription on entry (subscription) where subscription <> '';
        create index entry_day on entry (happened, position) where worth <> 0;
        create table paper (
            last_number bigint not null,
            highest     bigint not null,
            ended       date not null,
            source      text not null
        );
    """,
    sentences={
        RegisterContinued: """
            insert into paper select last_number, highest, "on"::date, source from {facts}
        """,
        SharesTakenOver: f"""
            {_ENTRY.replace("written", "written, since")}
            select position, member, 'taken_over', subscription, shares, nominal, shares * nominal - paid, '',
                "on"::date, at, since::date from {{facts}}
        """,
        SharesSubscribed: f"""
            with moved as (
                {_MOVEMENT}
                select position, {_RANK}, 'subscribed', null, member, shares, nominal, "on"::date, at from {{facts}}
            )
            {_ENTRY}
            select position, member, 'subscribed', subscription, shares, nominal, shares * nominal, '',
                "on"::date, at from {{facts}}
        """,
        SharesPaid: f"""
            {_ENTRY}
            select position, member, 'paid', subscription, 0, 0, -amount, reference, "on"::date, at from {{facts}}
        """,
        SharesTransferred: f"""
            with moved as (
                {_MOVEMENT}
                select position, {_RANK}, 'transferred', giver, receiver, shares, nominal, "on"::date, at
                from {{facts}}
            )
            {_ENTRY}
            select position, holder, side, '', sign * shares, nominal, 0, decision, "on"::date, at
            from {{facts}},
                lateral (values (giver, 'given', -1), (receiver, 'received', 1)) as each (holder, side, sign)
        """,
        SharesExchanged: f"""
            with moved as (
                {_MOVEMENT.replace("written", "written, gone, old")}
                select position, {_RANK}, 'exchanged', member, member, "into", worth, "on"::date, at, shares, nominal
                from {{facts}}
            )
            {_ENTRY}
            select position, member, 'exchanged', '', each.shares, each.nominal, 0, '', "on"::date, at
            from {{facts}},
                lateral (values (-fact.shares, fact.nominal), ("into", fact.worth)) as each (shares, nominal)
        """,
        SharesCancelled: f"""
            with moved as (
                {_MOVEMENT}
                select position, {_RANK}, 'cancelled', member, null, shares, nominal, "on"::date, at from {{facts}}
            )
            {_ENTRY}
            select position, member, 'cancelled', '', -shares, nominal, -unpaid, '', "on"::date, at from {{facts}}
        """,
    },
)

_UNTIL: LiteralString = "happened <= %(day)s::date and written <= %(known)s::timestamptz"
_NUMBER: LiteralString = "rank + coalesce((select max(last_number) from paper), 0)"


def paper(db: Connection[DictRow]) -> DictRow | None:
    """The register that this one continues."""
    return db.execute("select * from paper").fetchone()


_NAMED: LiteralString = "(select person.id from person where {heard})"

REGISTER = Book(  # movements in their order, with the names of who gave and who received
    source=f"""
        select movement.*, {_NUMBER} as number, movement.shares * movement.nominal as amount,
            giving.name as giver_name, receiving.name as receiver_name,
            coalesce(receiving.sort_key, giving.sort_key, '') as sort_key
        from movement
        left join person as giving on giving.id = movement.giver
        left join person as receiving on receiving.id = movement.receiver
        where {_UNTIL}
    """,
    orders={
        "number": ("position",),
        "happened": ("happened", "position"),
        "receiver_name": ("sort_key", "position"),
        "nature": ("kind", "position"),
        "shares": ("shares", "position"),
        "amount": ("amount", "position"),
    },
    filters={"nature": "kind"},
    answers=f"(receiver in {_NAMED} or giver in {_NAMED})",
)

HOLDERS = Book(  # who has shares on a day: how many, what they are worth, what is not paid
    source=f"""
        select person.id, person.name, person.sort_key, person.public_body, held.*
        from person
        join lateral (
            select member, sum(shares)::bigint as shares, sum(worth)::bigint as worth, sum(owed)::bigint as owed
            from entry where entry.member = person.id and {_UNTIL} group by member having sum(shares) > 0
        ) as held on true
    """,
    orders={
        "name": ("sort_key", "id"),
        "shares": ("shares", "sort_key", "id"),
        "worth": ("worth", "sort_key", "id"),
        "owed": ("owed", "sort_key", "id"),
    },
    filters={"collectivite": "public_body::text"},
    answers=f"id in {_NAMED}",
)


def totals(db: Connection[DictRow], as_of: AsOf) -> DictRow:
    """Shares, cents subscribed and paid, and what public bodies have of it, of the whole cooperative."""
    days: LiteralString = f"entry where {_UNTIL}" if as_of.known else "capital_day where happened <= %(day)s::date"
    sentence = f"""
        select coalesce(sum(shares), 0)::bigint as shares, coalesce(sum(worth), 0)::bigint as subscribed,
            coalesce(sum(worth - owed), 0)::bigint as paid, (
                select coalesce(sum(worth), 0)::bigint from entry
                where member in (select id from person where public_body) and {_UNTIL}
            ) as public
        from {days}
    """
    [row] = db.execute(sentence, as_of.asked)
    return row


_KEPT_HEIGHTS: LiteralString = """
    select happened, (evening - worth + peak)::bigint as highest, evening::bigint
    from (select *, sum(worth) over (order by happened) as evening from capital_day) as each
    where peak is not null and happened <= %(day)s::date order by happened
"""


def heights(db: Connection[DictRow], as_of: AsOf) -> list[DictRow]:
    """The capital day by day: the highest that it was, and what it was in the evening. As it is known now, from what
    was kept of each day; as it was known before, movement by movement."""
    if as_of.known is None:
        return db.execute(_KEPT_HEIGHTS, as_of.asked).fetchall()
    sentence = f"""
        select happened, max(height)::bigint as highest,
            (array_agg(height order by position desc))[1]::bigint as evening
        from (
            select happened, position, sum(worth) over (order by happened, position) as height
            from entry where worth <> 0 and kind <> 'exchanged' and {_UNTIL}
        ) as moved
        group by happened order by happened
    """
    return db.execute(sentence, as_of.asked).fetchall()


def account(db: Connection[DictRow], member: MemberId, as_of: AsOf) -> DictRow:
    """What one holder has on a day."""
    sentence = f"""
        select coalesce(sum(shares), 0)::bigint as shares, coalesce(sum(worth), 0)::bigint as worth,
            coalesce(sum(owed), 0)::bigint as owed
        from entry where member = %(member)s and {_UNTIL}
    """
    [row] = db.execute(sentence, as_of.asked | {"member": member})
    return row


def lots(db: Connection[DictRow], member: MemberId) -> list[DictRow]:
    """The shares of one holder by nominal value, as known now."""
    sentence = """
        select nominal, sum(shares)::bigint as shares from entry where member = %s and nominal > 0
        group by nominal having sum(shares) > 0 order by nominal
    """
    return db.execute(sentence, [member]).fetchall()


def ledger(db: Connection[DictRow], member: MemberId, as_of: AsOf) -> list[DictRow]:
    """Every line of one account in the order of days, with the number of its movement and what she then has."""
    sentence = f"""
        select entry.*, {_NUMBER} as number, coalesce(nullif(reference, ''), words, '') as said,
            sum(entry.shares) over course as then_shares, sum(worth) over course as then_worth
        from entry left join movement using (position) left join reason using (position)
        where member = %(member)s and {_UNTIL.replace("happened", "entry.happened").replace("written", "entry.written")}
        window course as (order by entry.happened, position, entry.shares)
        order by entry.happened, position, entry.shares
    """
    return db.execute(sentence, as_of.asked | {"member": member}).fetchall()


def of_member(db: Connection[DictRow], member: MemberId) -> list[DictRow]:
    """Each subscription of a member: shares, cents promised, cents paid. What was set off on cancelled shares counts
    as paid."""
    sentence = """
        select subscription, min(happened) as since, sum(shares)::bigint as shares, sum(worth)::bigint as subscribed,
            (sum(worth) - least(sum(owed), (select sum(owed) from entry where member = %(member)s)))::bigint as paid
        from entry where member = %(member)s and subscription <> '' group by subscription order by min(position)
    """
    return db.execute(sentence, {"member": member}).fetchall()

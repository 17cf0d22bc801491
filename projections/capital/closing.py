"""The capital over a year, as its accounts need it: what it was, what moved, what is unpaid, what leavers are owed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.words import Day
from projections.membership.members import AsOf


@dataclass(frozen=True)
class Year:
    """From the day after `since` to the closing day of `as_of`, that day included."""

    since: Day
    as_of: AsOf

    @property
    def asked(self) -> dict[str, Any]:
        return {"since": self.since.last, **self.as_of.asked}

    @property
    def days(self) -> int:
        return (self.as_of.day.last - self.since.last).days


_UNTIL = "{0}happened <= %(day)s::date and {0}written <= %(known)s::timestamptz"
_DEBTS = f"""
    select cancellation.position, member, happened, (greatest(0, case
            when value.closing is null then shares * nominal - unpaid
            else div(shares * nominal * (value.whole - value.lost), value.whole) - unpaid
        end) - coalesce((
            select sum(amount) from loss_claim
            where loss_claim.cancellation = cancellation.cancellation and {_UNTIL.format("loss_claim.")}
        ), 0) - coalesce((
            select sum(amount) from reimbursement as paid
            where paid.cancellation = cancellation.cancellation and {_UNTIL.format("paid.")}
        ), 0))::bigint as debt, value.closing is null as unvalued
    from cancellation left join lateral (
        select * from valuation
        where closing >= cancellation.happened and written <= %(known)s::timestamptz order by closing limit 1
    ) as value on true
    where {_UNTIL.format("cancellation.")}
"""
"""What is owed for shares cancelled by then, at the value of their year; while it is not known, at the nominal one."""

_HELD = f"""
    select person.id, person.name, person.sort_key, coalesce(shares, 0) as shares, coalesce(opening, 0) as opening,
        coalesce(gained, 0) as gained, coalesce(lost, 0) as lost, coalesce(worth, 0) as worth,
        coalesce(owed, 0) as owed, coalesce(debt, 0) as debt, coalesce(weight, 0) as weight
    from (
        select member, sum(shares)::bigint as shares, sum(worth)::bigint as worth, sum(owed)::bigint as owed,
            sum((worth - owed) * (%(day)s::date - greatest(happened, %(since)s::date)))::bigint as weight,
            sum(worth) filter (where happened <= %(since)s)::bigint as opening,
            sum(worth) filter (where happened > %(since)s and worth > 0 and kind <> 'exchanged')::bigint as gained,
            -sum(worth) filter (where happened > %(since)s and worth < 0 and kind <> 'exchanged')::bigint as lost
        from entry where {_UNTIL.format("")} group by member
    ) as held
    full join (select member, sum(debt)::bigint as debt from ({_DEBTS}) as each group by member) as debts using (member)
    join person on person.id = member
    where shares <> 0 or opening <> 0 or gained <> 0 or debt <> 0
"""


def holders(
    db: Connection[DictRow], year: Year, after: tuple[str, str] = ("", ""), limit: int | None = None
) -> Iterator[DictRow]:
    """Whoever had, has or is owed something: shares at the closing day; in cents the capital at the beginning, what
    came, what went, the capital at the end, what of it is not paid, what is owed for cancelled shares. `weight`: what
    was paid, a cent counting once for each day of the year that follows its payment."""
    sentence = f"""
        select * from ({_HELD}) as each where (sort_key, id) > (%(after_name)s, %(after_id)s)
        order by sort_key, id limit %(limit)s
    """
    asked = year.asked | {"after_name": after[0], "after_id": after[1], "limit": limit}
    yield from db.execute(sentence, asked)


def totals(db: Connection[DictRow], year: Year) -> DictRow:
    """The sums of all holders, and how many of them have shares; `weight`: of those who have paid shares at the end."""
    sums = ", ".join(
        f"coalesce(sum({name}), 0)::bigint as {name}"
        for name in ("shares", "opening", "gained", "lost", "worth", "owed", "debt")
    )
    sentence = f"""
        select {sums}, count(*) filter (where shares > 0) as holders,
            coalesce(sum(weight) filter (where worth > owed), 0)::bigint as weight
        from ({_HELD}) as each
    """
    [row] = db.execute(sentence, year.asked)
    return row


def kinds(db: Connection[DictRow], year: Year) -> list[DictRow]:
    """What moved in the year, by kind: how many, what it did to the capital and to what is unpaid."""
    sentence = f"""
        select kind, count(*) as number, sum(worth)::bigint as worth, sum(owed)::bigint as owed from entry
        where happened > %(since)s and kind not in ('given', 'received', 'exchanged') and {_UNTIL.format("")}
        group by kind order by min(position)
    """
    return db.execute(sentence, year.asked).fetchall()


def reimbursed(db: Connection[DictRow], year: Year) -> DictRow:
    """What was paid back in the year: how many payments, cents."""
    sentence = f"""
        select count(*) as number, coalesce(sum(amount), 0)::bigint as amount from reimbursement
        where happened > %(since)s and {_UNTIL.format("")}
    """
    [row] = db.execute(sentence, year.asked)
    return row


def unvalued(db: Connection[DictRow], year: Year) -> int:
    """The cancellations of which the value is not settled yet."""
    [row] = db.execute(f"select count(*) as number from ({_DEBTS}) as each where unvalued and debt > 0", year.asked)
    return int(row["number"])


def journal(db: Connection[DictRow], year: Year) -> Iterator[DictRow]:
    """Every line of the year in the order of days: what it does to the capital, to what is unpaid, to debts."""
    sentence = f"""
        {_LINES} where line.happened > %(since)s and {_UNTIL.format("line.")} order by happened, position, shares
    """
    yield from db.execute(sentence, year.asked)


def apart(db: Connection[DictRow], year: Year, limit: int) -> list[DictRow]:
    """The lines before the year, and those after it, as known: the nearest to it first."""
    sentence = f"""
        {_LINES} where line.written <= %(known)s::timestamptz
            and (line.happened <= %(since)s or line.happened > %(day)s)
        order by abs(line.happened - %(day)s::date), position limit %(limit)s
    """
    return db.execute(sentence, year.asked | {"limit": limit}).fetchall()


_LINES = """
    select line.*, person.name, coalesce(nullif(line.reference, ''), reason.words, '') as said,
        rank + coalesce((select max(last_number) from paper), 0) as number
    from (
        select position, member, kind, shares, worth, owed, 0::bigint as debt, reference, happened, written
        from entry where kind not in ('exchanged', 'cancelled')
        union all
        select entry.position, entry.member, entry.kind, entry.shares, worth, owed,
            cancellation.shares * cancellation.nominal - unpaid, '', entry.happened, entry.written
        from entry join cancellation using (position) where entry.kind = 'cancelled'
        union all
        select position, member, case when amount > 0 then 'reimbursed' else 'returned' end, 0, 0, 0, -amount,
            reference, happened, written
        from reimbursement
        union all
        select position, member, 'lessened', 0, 0, 0, -amount, '', happened, written from loss_claim
    ) as line
    join person on person.id = line.member left join movement using (position) left join reason using (position)
"""


def promises(db: Connection[DictRow], year: Year) -> list[DictRow]:
    """The subscriptions of which something is unpaid on the closing day; `account`: what their holder owes in all."""
    sentence = f"""
        select owing.*, person.name, account.owing as account
        from (
            select subscription, member, bool_or(kind = 'taken_over') as taken, max(nominal) as nominal,
                sum(shares)::bigint as shares, min(happened) as happened, min(since) as since,
                sum(owed)::bigint as owing
            from entry where subscription <> '' and {_UNTIL.format("")}
            group by subscription, member having sum(owed) > 0
        ) as owing
        join (select member, sum(owed)::bigint as owing from entry where {_UNTIL.format("")} group by member) as account
            using (member)
        join person on person.id = owing.member
        where account.owing > 0 order by happened, subscription
    """
    return db.execute(sentence, year.asked).fetchall()


def calls(db: Connection[DictRow], year: Year) -> list[DictRow]:
    """The calls of capital made by the closing day."""
    return db.execute("select * from call where happened <= %(day)s order by position", year.asked).fetchall()


def still_holding(db: Connection[DictRow], year: Year) -> list[DictRow]:
    """Who has left by the closing day and whose shares are not cancelled yet: they are still in the capital."""
    sentence = f"""
        select gone.member, person.name, gone.happened, sum(worth)::bigint as worth, sum(owed)::bigint as owed
        from (
            select distinct on (member) member, gone, happened from stands where {_UNTIL.format("")}
            order by member, happened desc, position desc
        ) as gone
        join entry on entry.member = gone.member and {_UNTIL.format("entry.")}
        join person on person.id = gone.member
        where gone.gone group by gone.member, person.name, gone.happened, person.sort_key having sum(worth) > 0
        order by gone.happened, person.sort_key
    """
    return db.execute(sentence, year.asked).fetchall()


def held(db: Connection[DictRow], as_of: AsOf, member: str | None = None) -> list[DictRow]:
    """Who has shares on a day, or one of them: so many of each nominal value, what they make, what is not paid."""
    sentence = f"""
        select person.id, person.name, person.address, held.*, (
                select sum(owed) from entry where entry.member = held.member and {_UNTIL.format("")}
            )::bigint as owed
        from (
            select member, jsonb_agg(jsonb_build_array(shares, nominal) order by nominal) as lots,
                sum(shares)::bigint as shares, sum(shares * nominal)::bigint as worth, max(last) as last
            from (
                select member, nominal, sum(shares)::bigint as shares, max(position) as last from entry
                where nominal > 0 and (%(member)s::text is null or member = %(member)s) and {_UNTIL.format("")}
                group by member, nominal having sum(shares) > 0
            ) as lot
            group by member
        ) as held
        join person on person.id = held.member order by sort_key, id
    """
    return db.execute(sentence, as_of.asked | {"member": member}).fetchall()


def payments(db: Connection[DictRow], since: Day, until: Day) -> list[DictRow]:
    """What was paid on shares between two days, with who paid."""
    sentence = """
        select happened, -owed as amount, coalesce(nullif(reference, ''), words, '') as reference, person.name
        from entry join person on person.id = member left join reason using (position)
        where entry.kind = 'paid' and happened between %s and %s order by entry.position
    """
    return db.execute(sentence, [since.first, until.last]).fetchall()

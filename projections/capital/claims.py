"""The register of claims: who waits for shares to be cancelled, what was cancelled, what it is worth, what was paid."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.capital.facts import (
    CapitalIrregular,
    LossClaimed,
    LossFound,
    ReimbursementAsked,
    ReimbursementReturned,
    ReimbursementScheduled,
    SharesCancelled,
    SharesReimbursed,
    ShareValued,
)
from governance.membership.facts import AdmissionRedated, MemberAdmitted, MemberLeft
from governance.words import MemberId
from projections.register import Register

_STANDS = """
    insert into stands select position, member, {left}, "on"::date, at from {{facts}}
"""

claims = Register(
    name="claims",
    schema="""
        create table stands (              -- who came and who left, each time
            position bigint primary key,
            member   text not null,
            gone     boolean not null,
            happened date not null,
            written  timestamptz not null
        );
        create index stands_gone on stands (member, happened, position);
        create index stands_left on stands (happened) where gone;
        create table asked (
            claim    text primary key,
            member   text not null,
            shares   bigint not null,
            happened date not null,
            position bigint not null,
            written  timestamptz not null
        );
        create table cancellation (
            cancellation text primary key,
            claim    text not null,
            member   text not null,
            shares   bigint not null,
            nominal  bigint not null,
            unpaid   bigint not null,
            happened date not null,
            position bigint not null,
            written  timestamptz not null
        );
        create index cancellation_member on cancellation (member);
        create table reimbursement (
            position     bigint primary key,
            cancellation text not null,
            member       text not null,
            amount       bigint not null,
            reference    text not null,
            early        text not null,
            happened     date not null,
            written      timestamptz not null
        );                                 -- what came back is an amount below zero
        create index reimbursement_cancellation on reimbursement (cancellation);
        create table valuation (
            closing    date primary key,
            loss       bigint not null,
            capital    bigint not null,
            reserves   bigint not null,
            to_capital text not null,
            lost       numeric not null,   -- the part of a share that is lost: lost / whole, exactly
            whole      numeric not null,
            article    text not null,
            approved   date not null,
            written    timestamptz not null
        );
        create table schedule (
            cancellation text primary key,     -- the last schedule
            times        bigint not null,
            first        date not null,
            months       bigint not null,
            decided      date not null,
            decision     text not null
        );
        create table later_loss (
            position bigint primary key,
            closing  date not null,
            loss     bigint not null,
            lost     numeric not null,
            whole    numeric not null,
            article  text not null,
            found    date not null
        );
        create table loss_claim (
            position     bigint primary key,
            cancellation text not null,
            member       text not null,
            closing      date not null,
            rate         text not null,
            amount       bigint not null,
            back         bigint not null,
            happened     date not null,
            written      timestamptz not null
        );
        create index loss_claim_cancellation on loss_claim (cancellation);
        create table capital_irregularity (
            position bigint primary key,
            member   text not null,
            happened date not null,
            rule     text not null,
            article  text not null,
            reason   text not null,
            effect   bigint
        );
    """,
    sentences={
        MemberAdmitted: _STANDS.format(left="false"),
        AdmissionRedated: """
            update stands set happened = told.true_day
            from (
                select distinct on (member) member, first_value("was"::date) over turned as was, "on"::date as true_day
                from {facts} window turned as (partition by member order by position)
                order by member, position desc
            ) as told
            where stands.member = told.member and not stands.gone and stands.happened = told.was
        """,
        MemberLeft: _STANDS.format(left="true"),
        ReimbursementAsked: """
            insert into asked select claim, member, shares, "on"::date, position, at from {facts}
        """,
        SharesCancelled: """
            insert into cancellation
            select cancellation, claim, member, shares, nominal, unpaid, "on"::date, position, at from {facts}
        """,
        SharesReimbursed: """
            insert into reimbursement
            select position, cancellation, member, amount, reference, early, "on"::date, at from {facts}
        """,
        ReimbursementReturned: """
            insert into reimbursement
            select position, cancellation, member, -amount, '', '', "on"::date, at from {facts}
        """,
        ReimbursementScheduled: """
            insert into schedule
            select distinct on (cancellation) cancellation, times, first::date, months, "on"::date, decision
            from {facts} order by cancellation, position desc
            on conflict (cancellation) do update set times = excluded.times, first = excluded.first,
                months = excluded.months, decided = excluded.decided, decision = excluded.decision
        """,
        LossFound: """
            insert into later_loss
            select position, closing::date, loss, split_part(rate, '/', 1)::numeric,
                coalesce(nullif(split_part(rate, '/', 2), ''), '1')::numeric, article, "on"::date
            from {facts}
        """,
        LossClaimed: """
            insert into loss_claim
            select position, cancellation, member, closing::date, rate, amount, back, "on"::date, at from {facts}
        """,
        ShareValued: """
            insert into valuation
            select closing::date, loss, capital, reserves, to_capital, split_part(rate, '/', 1)::numeric,
                coalesce(nullif(split_part(rate, '/', 2), ''), '1')::numeric, article, "on"::date, at
            from {facts}
        """,
        CapitalIrregular: """
            insert into capital_irregularity
            select position, member, "on"::date, rule, article, reason, largest_effect from {facts}
        """,
    },
)

_CANCELLED = """
    select cancellation.*, person.name, value.closing, value.lost, value.whole, value.article, began.day as since,
        schedule.times, schedule.first, schedule.months, schedule.decided, schedule.decision,
        lessened.amount as lessened,
        case when value.closing is not null then greatest(
            div(cancellation.shares * nominal * (value.whole - value.lost), value.whole) - unpaid, 0
        )::bigint - lessened.amount end as due,
        coalesce((
            select sum(amount) from reimbursement where reimbursement.cancellation = cancellation.cancellation
        ), 0)::bigint as paid
    from cancellation join person on person.id = cancellation.member
    left join schedule using (cancellation)
    left join lateral (
        select * from valuation where closing >= cancellation.happened order by closing limit 1
    ) as value on true
    left join lateral (
        select max(happened) as day from (
            select happened from stands
            where gone and member = cancellation.claim and stands.happened <= cancellation.happened
            union all select happened from asked where asked.claim = cancellation.claim
        ) as start
    ) as began on true
    left join lateral (
        select coalesce(sum(amount), 0)::bigint as amount from loss_claim
        where loss_claim.cancellation = cancellation.cancellation
    ) as lessened on true
"""
"""`due` is null as long as the value of the year is not known; it is less what later losses took, `lessened`. `since`
is the day from which the delay runs; `paid` is less what came back."""


def owed(db: Connection[DictRow], after: int = 0, limit: int = 100) -> list[DictRow]:
    """What the cooperative still owes for shares that are cancelled, the oldest first."""
    sentence = f"""
        select * from (
            {_CANCELLED} where cancellation.position > %s and shares * nominal - unpaid > coalesce((
                select sum(amount) from reimbursement where reimbursement.cancellation = cancellation.cancellation
            ), 0)
        ) as each
        where due is null or due > paid order by position limit %s
    """
    return db.execute(sentence, [after, limit]).fetchall()


def claimed_back(db: Connection[DictRow]) -> list[DictRow]:
    """What leavers were paid and give back, because of losses that were found later."""
    sentence = f"""
        select * from ({_CANCELLED}) as each
        where paid > due and cancellation in (select cancellation from loss_claim) order by position
    """
    return db.execute(sentence).fetchall()


def lessened(db: Connection[DictRow], cancellation: str) -> list[DictRow]:
    """The later losses that were taken off one reimbursement, each with the year that bears it."""
    return db.execute("select * from loss_claim where cancellation = %s order by position", [cancellation]).fetchall()


def later_losses(db: Connection[DictRow]) -> list[DictRow]:
    """The losses found after the accounts were approved: what of them leavers bear."""
    sentence = """
        select found.*, (
            select coalesce(sum(amount), 0)::bigint from loss_claim
            where loss_claim.position > found.position and (next is null or loss_claim.position < next)
        ) as claimed
        from (select later_loss.*, lead(position) over (order by position) as next from later_loss) as found
        order by found desc, position desc
    """
    return db.execute(sentence).fetchall()


def of_cancellation(db: Connection[DictRow], cancellation: str) -> DictRow | None:
    return db.execute(f"{_CANCELLED} where cancellation.cancellation = %s", [cancellation]).fetchone()


def of_member(db: Connection[DictRow], member: MemberId) -> list[DictRow]:
    """The cancellations of one holder, in their order."""
    return db.execute(f"{_CANCELLED} where cancellation.member = %s order by position", [member]).fetchall()


def payments(db: Connection[DictRow], cancellation: str) -> list[DictRow]:
    sentence = """
        select paid.*, coalesce(nullif(reference, ''), words, '') as said from reimbursement as paid
        left join reason using (position) where cancellation = %s order by happened, position
    """
    return db.execute(sentence, [cancellation]).fetchall()


def valuations(db: Connection[DictRow]) -> list[DictRow]:
    """The years whose share is valued, the last first."""
    return db.execute("select * from valuation order by closing desc").fetchall()


def irregularities(db: Connection[DictRow], limit: int = 100) -> list[DictRow]:
    """What was done against a rule, the last first; `said`: why, as the vault allows."""
    sentence = """
        select irregular.*, person.name, coalesce(nullif(reason, ''), words, '') as said
        from capital_irregularity as irregular
        join person on person.id = irregular.member left join reason using (position)
        order by happened desc, position desc limit %s
    """
    return db.execute(sentence, [limit]).fetchall()

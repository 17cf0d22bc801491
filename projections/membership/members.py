"""The register of members: who, in which category and collège, from when; on a past day, and as known on another.

One row a trait and a period (`member`, `category`, `college`), with the days when it held and the time when that was
known. Names come from the register of persons, as the vault allows today.
"""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.membership.facts import (
    AdmissionRedated,
    ApplicationRejected,
    ApplicationWithdrawn,
    CategoryChanged,
    CollegeChanged,
    MemberAdmitted,
    MemberLeft,
    MembershipApplied,
)
from governance.words import MemberId
from projections.paging import AsOf as AsOf
from projections.register import Register

members = Register(
    name="members",
    apart=("member",),
    schema="""
        create table member_period (
            subject text not null,
            trait   text not null,
            value   text,
            valid   daterange not null,
            known   tstzrange not null
        );
        create index member_period_subject on member_period (subject, trait);
        create table application (
            member   text primary key,
            category text not null,
            college  text,
            since    text not null,
            state    text not null
        );
        create table member_standing (    -- the three traits side by side: what a page filters and sorts
            member   text not null,
            category text not null,
            college  text,
            since    date not null,
            valid    daterange not null,
            known    tstzrange not null
        );
        create index member_standing_member on member_standing (member);
        create index member_standing_since on member_standing (since, member);
        create index member_standing_college on member_standing (coalesce(college, ''));
        create table member_flow (        -- how many came and went: the members of a day are what these days add up to
            day      date not null,
            learnt   date not null,       -- the day when it was written
            college  text not null,       -- '' for none
            category text not null,
            gained   bigint not null,
            primary key (day, learnt, college, category)
        );
        create index member_flow_spent on member_flow (day) where gained = 0;
    """,
    then=(
        """
        with gone as (
            delete from member_standing where member = any(%(touched)s) returning *
        ), fresh as (
        insert into member_standing
        select who.subject, category.value, college.value, lower(who.valid),
            who.valid * category.valid * college.valid, who.known * category.known * college.known
        from unnest(%(touched)s::text[]) as one (id)
        cross join lateral (
            select * from member_period where subject = one.id and trait = 'member' and value is not null offset 0
        ) as who
        cross join lateral (
            select * from member_period where subject = one.id and trait = 'category'
                and valid && who.valid and known && who.known offset 0
        ) as category
        cross join lateral (
            select * from member_period where subject = one.id and trait = 'college'
                and valid && who.valid * category.valid and known && who.known * category.known offset 0
        ) as college
        returning *
        ), changed as (
            select *, -1 as sign from gone union all select *, 1 from fresh
        )
        insert into member_flow
        select corner.day, (corner.learnt at time zone 'Europe/Paris')::date, coalesce(college, ''), category,
            sum(sign * corner.gained)
        from changed cross join lateral (
            values (lower(valid), lower(known), 1), (upper(valid), lower(known), -1),
                (lower(valid), upper(known), -1), (upper(valid), upper(known), 1)
        ) as corner (day, learnt, gained)
        where not isempty(valid) and not isempty(known) and corner.day is not null and corner.learnt is not null
        group by 1, 2, 3, 4 having sum(sign * corner.gained) <> 0
        on conflict (day, learnt, college, category) do update set gained = member_flow.gained + excluded.gained
        """,
        "delete from member_flow where gained = 0",
    ),
    sentences={
        MembershipApplied: """
            insert into application select distinct on (member) member, category, college, "on", 'waiting' from {facts}
            order by member, position desc
            on conflict (member) do update
            set category = excluded.category, college = excluded.college, since = excluded.since, state = 'waiting'
        """,
        MemberAdmitted: """
            with admitted as (
                select member, category, college, "on"::date as day, at, position from {facts}
            ), answered as (
                update application set state = 'admitted' from admitted where application.member = admitted.member
            )
            select public.keep_periods('member_period', array_agg(
                row(member, trait, value, day, at)::public.trait_change order by position
            ))
            from admitted, lateral (
                values ('member', 'yes'), ('category', category), ('college', college)
            ) as each (trait, value)
        """,
        ApplicationRejected: """
            update application set state = 'rejected' from {facts} where application.member = fact.member
        """,
        ApplicationWithdrawn: """
            update application set state = 'withdrawn' from {facts} where application.member = fact.member
        """,
        AdmissionRedated: """
            select public.keep_periods('member_period', array_agg(
                row(member, trait, value, day, at)::public.trait_change order by position, place
            ))
            from (select member, "was"::date as was, "on"::date as true_day, at, position from {facts}) as told,
            lateral (
                select 1, 'member', null, was where was < true_day
                union all select 2, 'member', 'yes', true_day
                union all select 3, period.trait, period.value, true_day from member_period as period
                where subject = told.member and period.trait <> 'member' and upper_inf(known) and valid @> was
                    and true_day < was
            ) as each (place, trait, value, day)
        """,
        CollegeChanged: """
            select public.keep_periods('member_period', array_agg(
                row(member, 'college', college, "on", at)::public.trait_change order by position
            ))
            from {facts}
        """,
        CategoryChanged: """
            select public.keep_periods('member_period', array_agg(
                row(member, 'category', category, "on", at)::public.trait_change order by position
            ))
            from {facts}
        """,
        MemberLeft: """
            select public.keep_periods('member_period', array_agg(
                row(member, 'member', null, "on", at)::public.trait_change order by position
            ))
            from {facts}
        """,
    },
)


def is_member(db: Connection[DictRow], member: MemberId, as_of: AsOf) -> bool:
    sentence = """
        select from member_standing
        where member = %(member)s and valid @> %(day)s::date and known @> %(known)s::timestamptz
    """
    return db.execute(sentence, as_of.asked | {"member": member}).fetchone() is not None


def history(db: Connection[DictRow], member: MemberId) -> list[DictRow]:
    """Every period of a member, as known now, in the order of days."""
    sentence = """
        select trait, value, lower(valid) as since, upper(valid) as until from member_period
        where subject = %s and upper_inf(known)
        order by lower(valid), trait <> 'member', trait
    """
    return db.execute(sentence, [member]).fetchall()


def application(db: Connection[DictRow], member: MemberId) -> DictRow | None:
    """The last application of somebody, and what became of it."""
    return db.execute("select * from application where member = %s", [member]).fetchone()


def waiting(db: Connection[DictRow]) -> list[DictRow]:
    """The applications that wait for an answer, oldest first."""
    sentence = """
        select application.*, person.name, person.legal from application join person on person.id = application.member
        where state = 'waiting' order by since, sort_key
    """
    return db.execute(sentence).fetchall()

"""The register of members: who, in which category and collège, from when; on a past day, and as known on another.

One row a trait and a period (`member`, `category`, `college`), with the days when it held and the time when that was
known. Names come from the register of persons, as the vault allows today.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.membership.facts import (
    ApplicationRejected,
    CollegeChanged,
    MemberAdmitted,
    MemberLeft,
    MembershipApplied,
)
from governance.words import CollegeId, Day, MemberId
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
    """,
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
        CollegeChanged: """
            select public.keep_periods('member_period', array_agg(
                row(member, 'college', college, "on", at)::public.trait_change order by position
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


@dataclass(frozen=True)
class AsOf:
    """The register on a day, as it was known at a moment (None: as it is known now)."""

    day: Day
    known: datetime | None = None

    @property
    def asked(self) -> dict[str, Any]:
        return {"day": self.day.last, "known": self.known or datetime.max}


_STANDING = """
    select subject as id, lower(valid) as since from member_period
    where trait = 'member' and value is not null and valid @> %(day)s::date and known @> %(known)s::timestamptz
"""
_TRAIT = """
    left join member_period {trait} on {trait}.subject = standing.id and {trait}.trait = '{trait}'
        and {trait}.valid @> %(day)s::date and {trait}.known @> %(known)s::timestamptz
"""
_OF_PERSON = """
    select value, lower(valid) as since from member_period
    where subject = person.id and trait = '{trait}' and valid @> %(day)s::date and known @> %(known)s::timestamptz
    offset 0
"""  # the offset keeps it a look-up for each person in turn: a page costs its rows, however many members there are


def page(
    db: Connection[DictRow],
    as_of: AsOf,
    after: tuple[str, str] = ("", ""),
    limit: int = 100,
    college: CollegeId | None = None,
) -> list[DictRow]:
    """The members of a day in the order of names, a page of them after a key (sort_key, id)."""
    sentence = f"""
        select person.id, standing.since, person.name, person.sort_key, person.legal, person.kind,
            category.value as category, college.value as college
        from person
        cross join lateral ({_OF_PERSON.format(trait="member")}) as standing
        left join lateral ({_OF_PERSON.format(trait="category")}) as category on true
        left join lateral ({_OF_PERSON.format(trait="college")}) as college on true
        where (sort_key, id) > (%(after_name)s, %(after_id)s) and standing.value is not null
            and (%(college)s::text is null or college.value = %(college)s)
        order by sort_key, id limit %(limit)s
    """
    asked = as_of.asked | {"after_name": after[0], "after_id": after[1], "limit": limit, "college": college}
    return db.execute(sentence, asked).fetchall()


def is_member(db: Connection[DictRow], member: MemberId, as_of: AsOf) -> bool:
    return db.execute(f"{_STANDING} and subject = %(member)s", as_of.asked | {"member": member}).fetchone() is not None


def by_college(db: Connection[DictRow], as_of: AsOf) -> dict[str | None, int]:
    """How many members each collège has on a day; None for those in no collège."""
    sentence = f"""
        select college.value as college, count(*) as members
        from ({_STANDING}) as standing {_TRAIT.format(trait="college")} group by 1 order by 1
    """
    return {row["college"]: row["members"] for row in db.execute(sentence, as_of.asked)}


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

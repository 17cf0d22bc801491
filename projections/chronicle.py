"""The story of a cooperative, from all its registers: what happened, on which day, in its order."""

from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.words import Day

MOST = 500
"""Rows that one page shows."""
GREAT = ["statutes", "assembly", "project", "reached", "group", "label", "dossier"]
"""What whoever arrives must know; the rest of a year is told in numbers."""

# A day may be a month or a year only: it comes first in it. What was put off says so with the reason given.
_HAPPENED: LiteralString = """
    plan as (
        select distinct on (milestone) milestone, title from milestone_plan order by milestone, position desc
    ), lasting as (
        select subject, lower(valid) as since, upper(valid) as until from member_period
        where trait = 'member' and value is not null and upper_inf(known)
    ), happening as (
        select in_force_from as happened, 'statutes' as what, version as id, version as title, '' as more, position
            from statutes
        union all select day, 'assembly', id, title, '', planned from assembly
            where organ = 'assembly' and state in ('open', 'adjourned', 'closed')
        union all select decision.happened, 'decision', decision.id, words.title, number::text, decision.position
            from decision join lateral (
                select title from decision_words where decision = decision.id order by position desc limit 1
            ) as words on true where adopted
        union all select since, 'project', id, title, '', position from project
        union all select happened, 'reached', milestone, title, '', position
            from milestone_reached join plan using (milestone)
        union all select since, 'postponed', milestone, title, reason, position
            from milestone_move join plan using (milestone)
        union all select held, 'gathering', id, title, '', position from gathering
            where held is not null and within is null
        union all select since, 'group', id, name, '', position from working_group
        union all select since, 'label', id, template ->> 'name', '', position from label
        union all select happened, 'dossier', dossier.id, template ->> 'name', '', dossier.position
            from dossier join label on label.id = dossier.label
        union all select to_char(since, 'YYYY-MM'), 'joined', '', '', count(*)::text, 0 from lasting
            where not exists (select from lasting as former where former.subject = lasting.subject
                and former.until = lasting.since) group by 1
        union all select to_char(until, 'YYYY-MM'), 'left', '', '', count(*)::text, 0 from lasting
            where until is not null and not exists (select from lasting as later where later.subject = lasting.subject
                and later.since = lasting.until) group by 1
    )
"""


def story(db: Connection[DictRow]) -> list[DictRow]:
    """The great moments, the first first."""
    sentence = f"""
        with {_HAPPENED} select * from happening where what = any(%s)
        order by rpad(happened, 10, '-01'), position limit %s
    """
    return db.execute(sentence, [GREAT, MOST]).fetchall()


def years(db: Connection[DictRow]) -> list[DictRow]:
    """Of each year, how much of what happened: members in and out, decisions, meetings, what was put off."""
    sentence = f"""
        with {_HAPPENED} select left(happened, 4) as year,
            coalesce(sum(more::bigint) filter (where what = 'joined'), 0)::bigint as joined,
            coalesce(sum(more::bigint) filter (where what = 'left'), 0)::bigint as gone,
            count(*) filter (where what = 'decision') as decisions,
            count(*) filter (where what = 'gathering') as gatherings,
            count(*) filter (where what = 'postponed') as postponed
        from happening group by 1 order by 1
    """
    return db.execute(sentence).fetchall()


def between(db: Connection[DictRow], first: Day, last: Day) -> list[DictRow]:
    """Everything from one day to another, both included; no more than MOST of it."""
    sentence = f"""
        with {_HAPPENED} select * from happening
        where rpad(happened, 10, '-01')::date between %s::date and %s::date
        order by rpad(happened, 10, '-01'), position limit %s
    """
    return db.execute(sentence, [str(first.first), str(last.last), MOST]).fetchall()


def learnt(db: Connection[DictRow], first: Day, last: Day) -> list[DictRow]:
    """What was written from one day to another, both included, of an earlier time; no more than MOST of it."""
    sentence = f"""
        with {_HAPPENED} select happening.* from happening
        where happened < left(%(first)s, length(happened)) and exists (
            select from public.record_events_tt_main where id = position
                and ((convert_from(data, 'UTF8')::jsonb ->> 'at')::timestamptz at time zone 'Europe/Paris')::date
                    between %(first)s::date and %(last)s::date
        )
        order by rpad(happened, 10, '-01'), position limit %(most)s
    """
    return db.execute(sentence, {"first": str(first.first), "last": str(last.last), "most": MOST}).fetchall()

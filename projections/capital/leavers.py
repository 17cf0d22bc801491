"""Those who go: who waits for the value of her shares, and who still answers for the debts of when she left."""

from datetime import date

from psycopg import Connection
from psycopg.rows import DictRow

from projections.membership.members import AsOf

_UNTIL = "{0}happened <= %(day)s::date and {0}written <= %(known)s::timestamptz"


def holders_who_wait(db: Connection[DictRow], as_of: AsOf) -> list[DictRow]:
    """Those who left with shares, and those who asked some back: what they have by value, and what they still ask."""
    sentence = f"""
        with gone as (
            select distinct on (member) member, gone, happened, position from stands
            where {_UNTIL.format("")} and member in (
                select left_once.member from stands as left_once join holding using (member)
                where left_once.gone and (holding.shares > 0 or %(past)s)
            )
            order by member, happened desc, position desc
        ), asking as (
            select asked.*, asked.shares - coalesce((
                select sum(served.shares) from cancellation as served
                where served.claim = asked.claim and {_UNTIL.format("served.")}
            ), 0)::bigint as wanted
            from asked where {_UNTIL.format("asked.")}
        ), concerned as (select member from gone where gone.gone union select member from asking where wanted > 0)
        select person.id as member, person.name,
            gone.happened as since, gone.position, coalesce(gone.gone, false) as gone,
            (
                select jsonb_object_agg(nominal, shares) from (
                    select nominal, sum(shares)::bigint as shares from entry
                    where entry.member = concerned.member and nominal > 0 and {_UNTIL.format("entry.")}
                    group by nominal having sum(shares) > 0
                ) as lot
            ) as lots,
            (
                select coalesce(jsonb_agg(jsonb_build_array(claim, happened, asking.position, wanted)
                    order by asking.position), '[]') from asking where asking.member = concerned.member and wanted > 0
            ) as asked
        from concerned join person on person.id = concerned.member left join gone on gone.member = concerned.member
    """
    asked = as_of.asked | {"past": as_of.known is not None or _moved_since(db, as_of)}
    return [row for row in db.execute(sentence, asked) if row["lots"]]


def _moved_since(db: Connection[DictRow], as_of: AsOf) -> bool:
    """Whether what is held now is no more what was held on that day."""
    sentence = "select exists (select from capital_day where happened > %(day)s::date) as moved"
    [row] = db.execute(sentence, as_of.asked)
    return bool(row["moved"])


def bound(db: Connection[DictRow], day: date, limit: int = 100) -> list[DictRow]:
    """The leavers who had shares and still answer for the debts of when they left: five years (C.com L231-6)."""
    sentence = """
        select person.id, person.name, gone.happened as since, (gone.happened + interval '5 years')::date as until
        from stands as gone join person on person.id = gone.member
        where gone.gone and gone.happened between %(day)s::date - interval '5 years' and %(day)s
            and exists (select from entry where entry.member = gone.member and shares > 0)
            and not exists (
                select from stands as since where since.member = gone.member and since.happened <= %(day)s
                    and (since.happened, since.position) > (gone.happened, gone.position)
            )
        order by gone.happened, person.sort_key limit %(limit)s
    """
    return db.execute(sentence, {"day": day, "limit": limit}).fetchall()

"""Who missed how many ordinary assemblies in a row: read from the registers of meetings and of rolls."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.words import AssemblyId, PersonId

_HELD = """
    held as (
        select id, day from assembly
        where organ = 'assembly' and manner = 'session' and state in ('open', 'closed') and day < %(before)s
            and exists (select from resolution where resolution.assembly = assembly.id and kind = 'ordinary')
    ), attended as (
        select mandate.member, held.id, held.day,
            mandate.signed is not null or carrier.signed is not null or mandate.open_proxy or mandate.form as there
        from held join mandate on mandate.assembly = held.id and mandate.votes
        left join mandate as carrier on carrier.assembly = held.id and carrier.member = mandate.holder
    ), streak as (
        select member, count(*) as missed, min(day) as first_day
        from attended
        where not there and not exists (
            select from attended as since
            where since.member = attended.member and since.there and (since.day, since.id) > (attended.day, attended.id)
        )
        group by member
    )
"""


def absent(
    db: Connection[DictRow], before: str, least: int, notice: AssemblyId | None = None, limit: int = 500
) -> list[DictRow]:
    """The members of today who missed at least so many in a row, up to the last one held before a day (`YYYY-MM-DD`).

    `warned`: whether a notice told her: that of `notice`, or of the last of them.
    """
    sentence = f"""
        with {_HELD}, last as (select id from held order by day desc, id desc limit 1)
        select streak.*, person.name, exists (
            select from step where step.member = streak.member and kind = 'AbsenceWarned'
                and said->>'assembly' = coalesce(%(notice)s, (select id from last))
        ) as warned
        from streak join person on person.id = streak.member
        join member_period on subject = streak.member and trait = 'member' and value is not null
            and upper_inf(known) and upper_inf(valid)
        where missed >= %(least)s order by person.sort_key, streak.member limit %(limit)s
    """
    return db.execute(sentence, {"before": before, "least": least, "notice": notice, "limit": limit}).fetchall()


def to_warn(db: Connection[DictRow]) -> list[DictRow]:
    """The ordinary assemblies whose notices have not left yet: they may still carry a warning."""
    sentence = """
        select id, day from assembly where organ = 'assembly' and state = 'convened'
            and exists (select from resolution where resolution.assembly = assembly.id and kind = 'ordinary')
            and not exists (select from public.outbox where purpose = 'notice' and subject = assembly.id)
    """
    return db.execute(sentence).fetchall()


def warning(db: Connection[DictRow], assembly: AssemblyId, person: PersonId) -> list[DictRow]:
    """What the notice of an assembly must warn a person of: herself, or those for whom she votes."""
    sentence = """
        select step.said, person.name from step join person on person.id = step.member
        join mandate on mandate.assembly = %(assembly)s and mandate.member = step.member
        where step.kind = 'AbsenceWarned' and step.said->>'assembly' = %(assembly)s and mandate.voter = %(person)s
        order by person.sort_key
    """
    return db.execute(sentence, {"assembly": assembly, "person": person}).fetchall()


def assemblies_since(db: Connection[DictRow], day: str, before: str) -> tuple[AssemblyId, ...]:
    """Every general assembly planned from a day on and before another, held or not, in the order of days."""
    sentence = "select id from assembly where organ = 'assembly' and day >= %s and day < %s order by day, id"
    return tuple(AssemblyId(row["id"]) for row in db.execute(sentence, [day, before]))

"""Whose data come to their term: one row a person, with the day from which nothing keeps them any more."""

from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.words import Day

AHEAD = "3 months"  # what comes due meanwhile is shown too
_GONE = """
    select subject as person, max(upper(valid)) as ended from member_period
    where trait = 'member' and value is not null and upper_inf(known) and not isempty(valid)
    group by subject having bool_and(not upper_inf(valid))
"""
_IN_OFFICE = """
    select person, case when bool_and(until is not null) then max(until)::date end as ended from office
    where upper_inf(known) group by person
"""
CONTACTS: LiteralString = f"""
    select person.id, person.name, gone.ended from ({_GONE}) as gone join person on person.id = gone.person
    left join ({_IN_OFFICE}) as held on held.person = gone.person
    where coalesce(email, phone, iban) is not null and (held.person is null or held.ended < %(today)s)
"""
"""Those who left and whom one can still reach."""
IDENTITIES: LiteralString = f"""
    select person.id, person.name, greatest(gone.ended, held.ended) as ended
    from ({_GONE}) as gone full join ({_IN_OFFICE}) as held using (person) join person on person.id = person
    where person.name is not null and not person.legal and (held.person is null or held.ended is not null)
        and (gone.person is not null or not exists (
            select from member_period where subject = held.person and trait = 'member' and value is not null
                and upper_inf(known)
        ))
"""
"""Those who left, or left their office, and whose name is still known."""
CANDIDATES: LiteralString = """
    select person.id, person.name, max(step.day)::date as ended from step
    join application on application.member = step.member and state in ('rejected', 'withdrawn')
    join person on person.id = step.member
    where step.kind in ('ApplicationRejected', 'ApplicationWithdrawn') and not person.legal and person.name is not null
        and not exists (
            select from member_period where subject = step.member and trait = 'member' and value is not null
        )
    group by person.id, person.name
"""
"""Those whose application came to nothing."""


def due(db: Connection[DictRow], whose: LiteralString, term: str, today: Day) -> list[DictRow]:
    """`whose`: one of the above; `term` as PostgreSQL reads an interval. The earliest first."""
    sentence = f"""
        select id, name, ended, (ended + %(term)s::interval)::date as until from ({whose}) as one
        where ended + %(term)s::interval < %(today)s::date + %(ahead)s::interval order by until, id
    """
    return db.execute(sentence, {"term": term, "today": str(today), "ahead": AHEAD}).fetchall()

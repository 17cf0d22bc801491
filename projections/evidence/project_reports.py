"""The register of what is told of each year of the cooperative project; and its tables, from the other registers."""

from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.capital.delays import years_after
from governance.evidence.project_facts import ProjectParagraphWritten
from governance.words import Day
from projections.register import Register

project_reports = Register(
    name="project_reports",
    schema="""
        create table project_paragraph (
            closing  text not null,
            section  text not null,
            words    text not null,            -- '' where they were taken away
            happened text not null,
            position bigint not null,
            primary key (closing, section)
        );
    """,
    sentences={
        ProjectParagraphWritten: """
            insert into project_paragraph
            select distinct on (closing, section) closing, section, words, "on", position from {facts}
            order by closing, section, position desc
            on conflict (closing, section) do update
            set words = excluded.words, happened = excluded.happened, position = excluded.position
        """,
    },
)


def paragraphs(db: Connection[DictRow], closing: Day) -> dict[str, str]:
    """What is told of that year, by section."""
    rows = db.execute("select section, words from project_paragraph where closing = %s", [str(closing)]).fetchall()
    return {row["section"]: row["words"] for row in rows}


_FLOW: LiteralString = """
    with standing as (
        select part, lower(valid) as since, upper(valid) as until, valid from (
            select coalesce({trait}, '') as part, unnest(range_agg(valid)) as valid   -- whatever else changed meanwhile
            from member_standing where upper_inf(known) group by member, part
        ) as stay
    )
    select part as id, count(*) filter (where valid @> %(since)s::date) as before,
        count(*) filter (where since > %(since)s::date and since <= %(day)s::date) as came,
        count(*) filter (where until > %(since)s::date and until <= %(day)s::date) as gone,
        count(*) filter (where valid @> %(day)s::date) as after
    from standing where valid && daterange(%(since)s::date, %(day)s::date, '[]') group by part order by part
"""


def by_category(db: Connection[DictRow], closing: Day) -> list[DictRow]:
    """Members of each category at both ends of the year, who came into it and who left it, from another one or not."""
    return db.execute(_FLOW.format(trait="category"), _year(closing)).fetchall()


def by_college(db: Connection[DictRow], closing: Day) -> list[DictRow]:
    return db.execute(_FLOW.format(trait="college"), _year(closing)).fetchall()


def turnout(db: Connection[DictRow], closing: Day) -> list[DictRow]:
    """Of each assembly of the year: how many of each category were on its roll, and how many took part."""
    sentence = """
        select assembly.id, assembly.title, assembly.day, category, count(*) as entitled,
            count(*) filter (where signed is not null or form or holder is not null) as came
        from mandate join assembly on assembly.id = mandate.assembly
        where votes and organ = 'assembly' and state in ('open', 'closed')
            and day > %(since)s and day <= %(day)s
        group by assembly.id, category order by assembly.day, assembly.id, category
    """
    return db.execute(sentence, _year(closing)).fetchall()


def decided(db: Connection[DictRow], closing: Day) -> list[DictRow]:
    """What was adopted in the year, in its order."""
    sentence = """
        select number, words.title, decision.happened from decision
        join decision_words as words on words.decision = decision.id and upper_inf(words.known)
        where adopted and rpad(decision.happened, 10, '-01')::date > %(since)s::date and decision.happened <= %(day)s
        order by number
    """
    return db.execute(sentence, _year(closing)).fetchall()


def produced(db: Connection[DictRow], closing: Day) -> list[str]:
    """The milestones that were reached, by their titles."""
    sentence = """
        with plan as (
            select distinct on (milestone) milestone, title from milestone_plan order by milestone, position desc
        )
        select title from milestone_reached join plan using (milestone)
        where rpad(happened, 10, '-01')::date > %(since)s::date and happened <= %(day)s order by happened, title
    """
    return [row["title"] for row in db.execute(sentence, _year(closing)).fetchall()]


def _year(closing: Day) -> dict[str, str]:
    return {"day": str(closing), "since": str(years_after(closing, -1))}

"""The register of the life of projects: stages, who takes part, budget, indicators and measures, opinions."""

from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.project.life_facts import (
    AmountNoted,
    BudgetLineSet,
    EntryStruck,
    IndicatorSet,
    LineId,
    MeasureTaken,
    OpinionGiven,
    PartEnded,
    PartId,
    PartTaken,
    ProjectMoved,
)
from governance.words import ProjectId
from projections.register import Register

project_lives = Register(
    name="project_lives",
    schema="""
        create table project_stage (
            project  text not null,
            stage    text not null,
            happened text not null,
            decision text,
            note     text not null,
            position bigint primary key
        );
        create index project_stage_project on project_stage (project);
        create table project_part (
            id           text primary key,
            project      text not null,
            role         text not null,
            since        text not null,
            organisation text not null,
            member       text,
            person       text,
            until        text,
            position     bigint not null
        );
        create index project_part_project on project_part (project);
        create table budget_line (
            id       text primary key,
            project  text not null,
            side     text not null,            -- expense, income
            label    text not null,
            foreseen bigint not null,          -- cents
            happened text not null,
            source   text not null,
            position bigint not null
        );
        create index budget_line_project on budget_line (project);
        create table budget_amount (
            id       text primary key,
            line     text not null,
            amount   bigint not null,          -- cents
            happened text not null,
            source   text not null,
            struck   text,
            position bigint not null
        );
        create index budget_amount_line on budget_amount (line);
        create table indicator (
            id       text primary key,
            project  text not null,
            name     text not null,
            unit     text not null,
            method   text not null,
            target   text,                     -- exact: 25/2
            position bigint not null
        );
        create index indicator_project on indicator (project);
        create table measure (
            id        text primary key,
            indicator text not null,
            value     text not null,           -- exact: 25/2
            happened  text not null,
            method    text not null,
            number    bigint,
            source    text not null,
            struck    text,
            position  bigint not null
        );
        create index measure_indicator on measure (indicator);
        create table opinion (
            id        text primary key,
            project   text not null,
            committee text not null,
            view      text not null,
            text      text not null,
            happened  text not null,
            position  bigint not null
        );
        create index opinion_project on opinion (project);
    """,
    sentences={
        ProjectMoved: """
            insert into project_stage select project, stage, "on", decision, note, position from {facts}
        """,
        PartTaken: """
            insert into project_part
            select part, project, role, "on", organisation, member, person, null, position from {facts}
        """,
        PartEnded: 'update project_part set until = fact."on" from {facts} where id = fact.part',
        BudgetLineSet: """
            insert into budget_line
            select distinct on (line) line, project, side, label, foreseen, "on", source,
                min(position) over (partition by line)
            from {facts} order by line, fact.position desc
            on conflict (id) do update set label = excluded.label, foreseen = excluded.foreseen,
                happened = excluded.happened, source = excluded.source
        """,
        AmountNoted: """
            insert into budget_amount select entry, line, amount, "on", source, null, position from {facts}
        """,
        IndicatorSet: """
            insert into indicator
            select distinct on (indicator) indicator, project, name, unit, method, target,
                min(position) over (partition by indicator)
            from {facts} order by indicator, fact.position desc
            on conflict (id) do update set name = excluded.name, unit = excluded.unit,
                method = excluded.method, target = excluded.target
        """,
        MeasureTaken: """
            insert into measure
            select entry, indicator, value, "on", method, number, source, null, position from {facts}
        """,
        EntryStruck: """
            with amount as (
                update budget_amount set struck = fact.reason from {facts} where id = fact.entry
            )
            update measure set struck = fact.reason from {facts} where id = fact.entry
        """,
        OpinionGiven: """
            insert into opinion select opinion, project, committee, view, text, "on", position from {facts}
        """,
    },
)


def stages(db: Connection[DictRow], project: ProjectId) -> list[DictRow]:
    """Those that it entered, by their days, with the decision that says so."""
    sentence = """
        select project_stage.*, decision.number from project_stage
        left join decision on decision.id = project_stage.decision
        where project = %s order by happened, project_stage.position
    """
    return db.execute(sentence, [project]).fetchall()


def standing(db: Connection[DictRow]) -> dict[str, str]:
    """The stage in which each project is."""
    sentence = """
        select distinct on (project) project, stage from project_stage order by project, happened desc, position desc
    """
    return {row["project"]: row["stage"] for row in db.execute(sentence)}


_PART: LiteralString = """
    select project_part.*, person.name from project_part left join person on person.id = project_part.person
"""


def parts(db: Connection[DictRow], project: ProjectId) -> list[DictRow]:
    """Who takes part, then who took part."""
    sentence = _PART + "where project = %s order by until is not null, project_part.position"
    return db.execute(sentence, [project]).fetchall()


def part(db: Connection[DictRow], part: PartId) -> DictRow | None:
    return db.execute(_PART + "where project_part.id = %s", [part]).fetchone()


_LINE: LiteralString = """
    select budget_line.*, coalesce((
        select sum(amount) from budget_amount where line = budget_line.id and struck is null
    ), 0)::bigint as real
    from budget_line
"""


def budget(db: Connection[DictRow], project: ProjectId) -> list[DictRow]:
    """Each line with what is foreseen and what is `real`: expenses, then income."""
    return db.execute(_LINE + "where project = %s order by side, position", [project]).fetchall()


def line(db: Connection[DictRow], line: LineId) -> DictRow | None:
    return db.execute(_LINE + "where id = %s", [line]).fetchone()


def amounts(db: Connection[DictRow], line: LineId) -> list[DictRow]:
    """Of a line, by their days; those that were struck among them."""
    sentence = "select * from budget_amount where line = %s order by happened, position"
    return db.execute(sentence, [line]).fetchall()


def indicators(db: Connection[DictRow], project: ProjectId) -> list[DictRow]:
    return db.execute("select * from indicator where project = %s order by position", [project]).fetchall()


def indicator(db: Connection[DictRow], indicator: str) -> DictRow | None:
    return db.execute("select * from indicator where id = %s", [indicator]).fetchone()


def measures(db: Connection[DictRow], project: ProjectId) -> list[DictRow]:
    """Of every indicator of a project, by their days."""
    sentence = """
        select measure.* from measure join indicator on indicator.id = measure.indicator
        where project = %s order by happened, measure.position
    """
    return db.execute(sentence, [project]).fetchall()


def entry(db: Connection[DictRow], entry: str) -> DictRow | None:
    """An amount or a measure, and the project that it is of; `value` as it was written, in cents for an amount."""
    sentence = """
        select entry.id, amount::text as value, 'amount' as what, entry.happened, struck, label as name, project, line
        from budget_amount as entry join budget_line on budget_line.id = line where entry.id = %(entry)s
        union all
        select entry.id, value, 'measure', entry.happened, struck, name, project, indicator.id
        from measure as entry join indicator on indicator.id = entry.indicator where entry.id = %(entry)s
    """
    return db.execute(sentence, {"entry": entry}).fetchone()


def opinions(db: Connection[DictRow], project: ProjectId) -> list[DictRow]:
    sentence = """
        select opinion.*, working_group.name as committee_name from opinion
        join working_group on working_group.id = committee where project = %s order by happened, opinion.position
    """
    return db.execute(sentence, [project]).fetchall()

"""The register of the roadmap: projects, every plan of each milestone, its dates moved, when it was reached; as of any
day. What may be a month or a year only is sorted by its first possible day; what has no date comes last.
"""

from collections.abc import Sequence

from psycopg import Connection
from psycopg.rows import DictRow

from governance.project.facts import (
    MilestonePlanned,
    MilestonePostponed,
    MilestoneReached,
    ProjectStarted,
)
from governance.words import Day, MilestoneId, ProjectId
from projections.register import Register

milestones = Register(
    name="milestones",
    schema="""
        create table project (
            id       text primary key,
            title    text not null,
            purpose  text not null,
            since    text not null,
            source   text not null,
            position bigint not null
        );
        create table milestone_plan (
            milestone  text not null,
            project    text not null,
            title      text not null,
            since      text not null,
            due        text,
            after      jsonb not null,
            after_any  jsonb not null,
            conditions jsonb not null,
            source     text not null,
            position   bigint primary key
        );
        create index milestone_plan_milestone on milestone_plan (milestone);
        create index milestone_plan_project on milestone_plan (project);
        create table milestone_move (
            milestone text not null,
            due       text,
            reason    text not null,
            since     text not null,
            position  bigint primary key
        );
        create index milestone_move_milestone on milestone_move (milestone);
        create table milestone_reached (
            milestone  text primary key,
            happened   text not null,
            proof      text not null,
            checked    jsonb not null,
            waited_for jsonb not null,
            despite    text not null,
            position   bigint not null
        );
    """,
    sentences={
        ProjectStarted: """
            insert into project select project, title, purpose, "on", source, position from {facts}
        """,
        MilestonePlanned: """
            insert into milestone_plan
            select milestone, project, title, "on", due, after, after_any, conditions, source, position from {facts}
        """,
        MilestonePostponed: """
            insert into milestone_move select milestone, due, reason, "on", position from {facts}
        """,
        MilestoneReached: """
            insert into milestone_reached
            select milestone, "on", proof, checked, waited_for, despite, position from {facts}
        """,
    },
)

_SAID = """
    select milestone, since, due, position, 'planned' as what, title as words from milestone_plan
    union all select milestone, since, due, position, 'postponed', reason from milestone_move
"""
_STANDING = f"""
    with said as ({_SAID}), plan as (
        select distinct on (milestone) *, min(position) over (partition by milestone) as first
        from milestone_plan where since <= %(day)s order by milestone, position desc
    )
    select plan.milestone as id, plan.project, plan.title, plan.after, plan.after_any, plan.conditions, plan.source,
        project.title as project_title, last.due, case last.what when 'postponed' then last.before end as before,
        reached.happened as reached, reached.proof, reached.checked, reached.waited_for, reached.despite,
        case when reached.milestone is null then last.what else 'reached' end as state
    from plan join project on project.id = plan.project
    cross join lateral (
        select what, due, lag(due) over (order by position) as before from said
        where milestone = plan.milestone and since <= %(day)s order by position desc limit 1
    ) as last
    left join milestone_reached as reached
        on reached.milestone = plan.milestone and reached.happened <= %(day)s
"""


def roadmap(db: Connection[DictRow], day: Day, project: ProjectId | None = None) -> list[DictRow]:
    """The milestones planned by a day as they stood on it, of one project or of all, by their days."""
    sentence = f"""
        {_STANDING} where %(project)s::text is null or plan.project = %(project)s
        order by project.position, coalesce(reached.happened, last.due, '9999'), plan.first
    """
    return db.execute(sentence, {"day": str(day), "project": project}).fetchall()


def of(db: Connection[DictRow], milestone: MilestoneId, day: Day) -> DictRow | None:
    return db.execute(f"{_STANDING} where plan.milestone = %(id)s", {"day": str(day), "id": milestone}).fetchone()


def history(db: Connection[DictRow], milestones: Sequence[MilestoneId]) -> list[DictRow]:
    """What was planned, then moved and why, with the date before; in the order in which it was written."""
    sentence = f"""
        select *, lag(due) over (partition by milestone order by position) as before from ({_SAID}) as said
        where milestone = any(%s) order by position
    """
    return db.execute(sentence, [list(milestones)]).fetchall()


def decisions(db: Connection[DictRow], milestones: Sequence[MilestoneId]) -> list[DictRow]:
    """The decisions that bear on these milestones, as they are written now."""
    sentence = """
        select substr(effect, 11) as milestone, decision.id, number, words.title, adopted, happened from trace
        join decision on cause = 'decision.' || decision.id
        join decision_words as words on words.decision = decision.id and upper_inf(words.known)
        where effect = any(%s) order by number
    """
    return db.execute(sentence, [_things(milestones)]).fetchall()


def pieces(db: Connection[DictRow], milestones: Sequence[MilestoneId]) -> list[DictRow]:
    """The evidence that bears on these milestones."""
    sentence = """
        select substr(cause, 11) as milestone, piece.* from trace join piece on effect = 'piece.' || piece.id
        where cause = any(%s) order by piece.position
    """
    return db.execute(sentence, [_things(milestones)]).fetchall()


def _things(milestones: Sequence[MilestoneId]) -> list[str]:
    return [f"milestone.{one}" for one in milestones]


def projects(db: Connection[DictRow]) -> list[DictRow]:
    """Every project, with how many milestones it has and how many are reached."""
    sentence = """
        select project.*, count(distinct plan.milestone) as planned, count(distinct reached.milestone) as reached
        from project left join milestone_plan as plan on plan.project = project.id
        left join milestone_reached as reached on reached.milestone = plan.milestone
        group by project.id order by project.position
    """
    return db.execute(sentence).fetchall()


def project(db: Connection[DictRow], project: ProjectId) -> DictRow | None:
    return db.execute("select * from project where id = %s", [project]).fetchone()

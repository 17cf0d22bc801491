"""The register of the roadmap: projects, every plan of each milestone, its dates moved, when it was reached; as of any
day. What may be a month or a year only is sorted by its first possible day; what has no date comes last.
"""

from collections.abc import Sequence

from psycopg import Connection
from psycopg.rows import DictRow

from governance.project.facts import (
    DecisionLinked,
    EvidenceLinked,
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
        create table milestone_decision (
            milestone text not null,
            decision  text not null,
            position  bigint not null,
            primary key (milestone, decision)
        );
        create table milestone_piece (
            milestone text not null,
            piece     text not null,
            position  bigint not null,
            primary key (milestone, piece)
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
            with decided as (
                insert into milestone_decision
                select milestone, decision, position from {facts} where decision is not null on conflict do nothing
            )
            insert into milestone_reached
            select milestone, "on", proof, checked, waited_for, despite, position from {facts}
        """,
        DecisionLinked: """
            insert into milestone_decision select milestone, decision, position from {facts} on conflict do nothing
        """,
        EvidenceLinked: """
            insert into milestone_piece select milestone, piece, position from {facts}
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
        select milestone_decision.milestone, decision.id, number, words.title, adopted, happened from milestone_decision
        join decision on decision.id = milestone_decision.decision
        join decision_words as words on words.decision = decision.id and upper_inf(words.known)
        where milestone_decision.milestone = any(%s) order by number
    """
    return db.execute(sentence, [list(milestones)]).fetchall()


def pieces(db: Connection[DictRow], milestones: Sequence[MilestoneId]) -> list[DictRow]:
    """The evidence that bears on these milestones."""
    sentence = """
        select milestone_piece.milestone, piece.* from milestone_piece join piece on piece.id = milestone_piece.piece
        where milestone_piece.milestone = any(%s) order by piece.position
    """
    return db.execute(sentence, [list(milestones)]).fetchall()


def pieces_to_link(db: Connection[DictRow], milestone: MilestoneId) -> list[DictRow]:
    """The evidence that is attached and does not bear on it yet."""
    sentence = """
        select * from piece where id not in (select piece from milestone_piece where milestone = %s) order by position
    """
    return db.execute(sentence, [milestone]).fetchall()


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

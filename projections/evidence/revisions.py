"""The register of the révision coopérative: réviseurs named, reports, what they ask for and how far it is, losses."""

from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.evidence.revision_facts import (
    BreachFollowed,
    FindingAnswered,
    FindingClosed,
    FindingRaised,
    FindingReopened,
    ReportDiscussed,
    ReportOpened,
    ReviserNamed,
    RevisionReported,
    YearResultStated,
)
from governance.words import Cents, Day
from projections.register import Register


def _last(kind: LiteralString, chosen: LiteralString) -> LiteralString:
    """The columns of a révision that the last fact of this kind fills."""
    return f"""
        update revision set {chosen}
        from (select distinct on (revision) * from {{facts}} order by revision, position desc) as {kind}
        where revision.id = {kind}.revision
    """


def _step(step: LiteralString, words: LiteralString) -> LiteralString:
    return f"""insert into finding_step select finding, '{step}', "on", {words}, position from {{facts}}"""


revisions = Register(
    name="revisions",
    schema="""
        create table revision (
            id         text primary key,
            happened   text not null,          -- the réviseur was named
            main       jsonb not null,
            deputy     jsonb,
            decision   text,
            received   text,                   -- the report
            digest     text,
            size       bigint,
            media_type text,
            reported   bigint,                 -- position of the entry that says so
            opened     text,                   -- to every member
            position   bigint not null
        );
        create table revision_discussed (
            revision text not null,
            assembly text not null,
            happened text not null,
            position bigint not null,
            primary key (revision, assembly)
        );
        create table finding (
            id       text primary key,
            revision text not null,
            weight   text not null,
            text     text not null,
            happened text not null,
            position bigint not null
        );
        create index finding_revision on finding (revision, position);
        create table finding_step (
            finding  text not null,
            step     text not null,            -- answered, closed, reopened
            happened text not null,
            words    jsonb not null,
            position bigint not null
        );
        create index finding_step_of on finding_step (finding, position);
        create table breach_step (
            revision text not null,
            step     text not null,
            happened text not null,
            until    text,
            note     text not null,
            position bigint primary key
        );
        create table year_result (
            closing  text primary key,
            result   bigint not null,          -- cents, a loss below zero
            position bigint not null
        );
    """,
    sentences={
        ReviserNamed: """
            insert into revision (id, happened, main, deputy, decision, position)
            select distinct on (revision) revision, "on", main, deputy, decision, position from {facts}
            order by revision, position desc
            on conflict (id) do update set happened = excluded.happened, main = excluded.main,
                deputy = excluded.deputy, decision = excluded.decision
        """,
        RevisionReported: _last(
            "report",
            """received = report."on", digest = report.digest, size = report.size, media_type = report.media_type,
            reported = report.position""",
        ),
        ReportOpened: _last("told", 'opened = told."on"'),
        ReportDiscussed: """
            insert into revision_discussed select revision, assembly, "on", position from {facts} on conflict do nothing
        """,
        FindingRaised: 'insert into finding select finding, revision, weight, text, "on", position from {facts}',
        FindingAnswered: _step("answered", "jsonb_build_object('measures', measures, 'owner', owner, 'due', due)"),
        FindingClosed: _step("closed", "jsonb_build_object('evidence', evidence)"),
        FindingReopened: _step("reopened", "jsonb_build_object('reason', reason)"),
        BreachFollowed: 'insert into breach_step select revision, step, "on", until, note, position from {facts}',
        YearResultStated: """
            insert into year_result select distinct on (closing) closing, result, position from {facts}
            order by closing, position desc
            on conflict (closing) do update set result = excluded.result, position = excluded.position
        """,
    },
)


def every(db: Connection[DictRow]) -> list[DictRow]:
    """The last named first. `person_name`, `deputy_name`: of the human beings among the réviseurs, as the vault
    allows."""
    sentence = """
        select revision.*, one.name as person_name, other.name as deputy_name, decision.number
        from revision left join person as one on one.id = main ->> 'person'
        left join person as other on other.id = deputy ->> 'person'
        left join decision on decision.id = revision.decision
        order by revision.happened desc, revision.position desc
    """
    return db.execute(sentence).fetchall()


def of(db: Connection[DictRow], revision: str) -> DictRow | None:
    return db.execute("select * from revision where id = %s", [revision]).fetchone()


def paper(db: Connection[DictRow], digest: str) -> DictRow | None:
    return db.execute("select * from revision where digest = %s limit 1", [digest]).fetchone()


def last_opened(db: Connection[DictRow]) -> Day | None:
    """When members could read the last report; while it is not said, when it came."""
    row = db.execute("select max(coalesce(opened, received)) as day from revision").fetchone()
    return Day(row["day"]) if row and row["day"] else None


def results(db: Connection[DictRow]) -> dict[Day, Cents]:
    """Of each financial year that is known, by its last day: as stated, else what an assembly appropriated."""
    sentence = """
        select closing::text, result, 0 as told from appropriation
        union all select closing, result, 1 from year_result order by closing, told
    """
    told = db.execute(sentence).fetchall()
    return {Day(row["closing"]): Cents(row["result"]) for row in told}


_FINDINGS: LiteralString = """
    select finding.*, answer.words as answer, answer.happened as answered, coalesce(state.step, '') as state,
        state.words as told, state.happened as since, coalesce(state.step = 'closed', false) as closed,
        coalesce(state.step, '') <> 'closed' and coalesce(answer.words ->> 'due', '~') < %(day)s as late
    from finding
    left join lateral (
        select * from finding_step where finding = finding.id and step = 'answered' order by position desc limit 1
    ) as answer on true
    left join lateral (
        select * from finding_step where finding = finding.id and step <> 'answered' order by position desc limit 1
    ) as state on true
"""


def findings(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """Every point of every report: the breaches first, then as they were written; `late` on that day."""
    sentence = f"{_FINDINGS} order by array_position(array['breach', 'reservation'], weight), position"
    return db.execute(sentence, {"day": str(day)}).fetchall()


def finding(db: Connection[DictRow], identifier: str, day: Day) -> DictRow | None:
    return db.execute(f"{_FINDINGS} where finding.id = %(id)s", {"day": str(day), "id": identifier}).fetchone()


def discussed(db: Connection[DictRow]) -> list[DictRow]:
    """At which assemblies each report was discussed, the first first."""
    sentence = """
        select revision_discussed.*, title from revision_discussed left join assembly on assembly.id = assembly
        order by revision_discussed.happened, revision_discussed.position
    """
    return db.execute(sentence).fetchall()


def breaches(db: Connection[DictRow]) -> list[DictRow]:
    return db.execute("select * from breach_step order by position").fetchall()


def assemblies(db: Connection[DictRow]) -> list[DictRow]:
    """Where a report may have been discussed: held, the last first."""
    sentence = """
        select id, title, day from assembly where organ = 'assembly' and state in ('open', 'adjourned', 'closed')
        order by day desc limit 50
    """
    return db.execute(sentence).fetchall()


def next_assembly(db: Connection[DictRow], day: Day) -> DictRow | None:
    """The first that is to come: what is open of the last report is read there."""
    sentence = """
        select id, title, day from assembly where organ = 'assembly' and state in ('planned', 'convened') and day >= %s
        order by day limit 1
    """
    return db.execute(sentence, [str(day)]).fetchone()

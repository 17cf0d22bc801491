"""The register of reports: surveys with their needs, visions, proposals."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.network.facts import (
    NeedStated,
    ProposalMade,
    ShareReported,
    SurveyReported,
    VisionId,
    VisionStated,
)
from projections.register import Register

reports = Register(
    name="reports",
    schema="""
        create table survey (
            id           text primary key,
            title        text not null,
            happened     text not null,
            population   bigint not null,
            respondents  bigint not null,
            unit         text not null,
            conducted_by text not null,
            source       text not null,
            position     bigint not null
        );
        create table need (
            id       text primary key,
            survey   text not null,
            text     text not null,
            position bigint not null
        );
        create index need_survey on need (survey);
        create table survey_share (
            survey   text not null,
            text     text not null,
            percent  bigint not null,        -- of those who answered
            position bigint primary key
        );
        create index survey_share_survey on survey_share (survey);
        create table vision (
            id        text primary key,
            text      text not null,
            horizon   text not null,
            happened  text not null,
            stated_by text not null,
            source    text not null,
            member    text,
            means     jsonb not null,
            steps     jsonb not null,          -- text, due
            position  bigint not null
        );
        create table proposal (
            id          text primary key,
            text        text not null,
            proposed_by text not null,
            happened    text not null,
            source      text not null,
            position    bigint not null
        );
    """,
    sentences={
        SurveyReported: """
            insert into survey
            select survey, title, "on", population, respondents, unit, conducted_by, source, position from {facts}
        """,
        NeedStated: """
            insert into need select need, survey, text, position from {facts}
        """,
        ShareReported: "insert into survey_share select survey, text, percent, position from {facts}",
        VisionStated: """
            insert into vision
            select vision, text, horizon, "on", stated_by, source, member, coalesce(means, '[]'),
                coalesce(steps, '[]'), position
            from {facts}
        """,
        ProposalMade: """
            insert into proposal select proposal, text, proposed_by, "on", source, position from {facts}
        """,
    },
)


def surveys(db: Connection[DictRow]) -> list[DictRow]:
    """The surveys with the needs and the shares that each brought out, as its report does; the latest survey first."""
    sentence = """
        select survey.*, array(
            select text from need where need.survey = survey.id order by position, id
        ) as needs, array(
            select jsonb_build_object('text', text, 'percent', percent)
            from survey_share where survey_share.survey = survey.id order by position
        ) as shares
        from survey order by happened desc, position desc
    """
    return db.execute(sentence).fetchall()


def visions(db: Connection[DictRow]) -> list[DictRow]:
    """The visions by horizon, the nearest first."""
    return db.execute("select * from vision order by horizon, position").fetchall()


def vision(db: Connection[DictRow], vision: VisionId) -> DictRow | None:
    return db.execute("select * from vision where id = %s", [vision]).fetchone()


def proposals(db: Connection[DictRow]) -> list[DictRow]:
    """What was proposed, the latest first. None of it is a decision."""
    return db.execute("select * from proposal order by happened desc, position desc").fetchall()

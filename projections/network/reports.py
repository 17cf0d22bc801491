"""The register of reports: groups at work, meetings of actors, surveys with their needs, visions, proposals."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.network.facts import (
    GroupFormed,
    MeetingReported,
    NeedStated,
    ProposalMade,
    SurveyReported,
    VisionStated,
)
from projections.register import Register

reports = Register(
    name="reports",
    schema="""
        create table working_group (
            id       text primary key,
            name     text not null,
            purpose  text not null,
            since    text not null,
            position bigint not null
        );
        create table actors_meeting (
            id            text primary key,
            title         text not null,
            happened      text not null,
            place         text not null,
            organisations jsonb not null,
            present       bigint,            -- counted
            at_least      bigint,            -- or said by the report
            working_group text,
            source        text not null,
            position      bigint not null
        );
        create index actors_meeting_happened on actors_meeting (happened, id);
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
        create table vision (
            id        text primary key,
            text      text not null,
            horizon   text not null,
            happened  text not null,
            stated_by text not null,
            source    text not null,
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
        GroupFormed: """
            insert into working_group select "group", name, purpose, "on", position from {facts}
        """,
        MeetingReported: """
            insert into actors_meeting
            select meeting, title, "on", place, organisations, present, at_least, "group", source, position from {facts}
        """,
        SurveyReported: """
            insert into survey
            select survey, title, "on", population, respondents, unit, conducted_by, source, position from {facts}
        """,
        NeedStated: """
            insert into need select need, survey, text, position from {facts}
        """,
        VisionStated: """
            insert into vision select vision, text, horizon, "on", stated_by, source, position from {facts}
        """,
        ProposalMade: """
            insert into proposal select proposal, text, proposed_by, "on", source, position from {facts}
        """,
    },
)


def groups(db: Connection[DictRow]) -> list[DictRow]:
    """The working groups with how often each has met, the oldest first."""
    sentence = """
        select working_group.*, count(actors_meeting.id) as meetings
        from working_group left join actors_meeting on actors_meeting.working_group = working_group.id
        group by working_group.id order by since, working_group.position
    """
    return db.execute(sentence).fetchall()


def meetings(db: Connection[DictRow], before: tuple[str, str] = ("~", ""), limit: int = 20) -> list[DictRow]:
    """The meetings of actors with the group that met, the latest first, after a key (happened, id)."""
    sentence = """
        select actors_meeting.*, working_group.name as group_name
        from actors_meeting left join working_group on working_group.id = actors_meeting.working_group
        where (happened, actors_meeting.id) < (%s, %s) order by happened desc, actors_meeting.id desc limit %s
    """
    return db.execute(sentence, [*before, limit]).fetchall()


def surveys(db: Connection[DictRow]) -> list[DictRow]:
    """The surveys with the needs that each brought out, in the order of its report; the latest survey first."""
    sentence = """
        select survey.*, array(
            select text from need where need.survey = survey.id order by position, id
        ) as needs
        from survey order by happened desc, position desc
    """
    return db.execute(sentence).fetchall()


def visions(db: Connection[DictRow]) -> list[DictRow]:
    """The visions by horizon, the nearest first."""
    return db.execute("select * from vision order by horizon, position").fetchall()


def proposals(db: Connection[DictRow]) -> list[DictRow]:
    """What was proposed, the latest first. None of it is a decision."""
    return db.execute("select * from proposal order by happened desc, position desc").fetchall()

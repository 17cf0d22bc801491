"""The register of what is to be done in the network: who offered to, until when, and what became of it."""

from datetime import timedelta
from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.network.action_facts import (
    ActionDone,
    ActionGivenUp,
    ActionId,
    ActionSet,
    HelpOffered,
    HelpWithdrawn,
    ShareDone,
)
from governance.network.facts import MeetingId
from governance.words import Day, PersonId
from projections.register import Register

REMINDED = timedelta(days=7)  # before its day

actions = Register(
    name="actions",
    schema="""
        create table action (
            id            text primary key,
            what          text not null,
            priority      text not null,     -- first, later, none
            meeting       text,
            working_group text,
            due           text,
            due_said      text not null,
            due_meeting   text,
            everybody     boolean not null,
            source        text not null default '',
            state         text not null default 'open',   -- open, done, given-up
            ended         text,
            note          text not null default '',
            position      bigint not null
        );
        create index action_meeting on action (meeting);
        create table action_help (
            action       text not null,
            organisation text not null,
            person       text not null,      -- empty: the organisation alone
            condition    text not null,
            position     bigint not null,
            primary key (action, organisation, person)
        );
        create index action_help_person on action_help (person);
        create table action_due (            -- until when, each time that it was said
            position    bigint primary key,
            action      text not null,
            due         text,
            due_meeting text
        );
        create index action_due_action on action_due (action);
        create table action_share (
            action       text not null,
            organisation text not null,
            happened     text not null,
            note         text not null,
            primary key (action, organisation)
        );
    """,
    sentences={
        ActionSet: """
            with said as (
                insert into action_due select position, action, due, due_meeting from {facts}
            )
            insert into action (
                id, what, priority, meeting, working_group, due, due_said, due_meeting, everybody, source, position
            )
            select distinct on (action) action, what, priority, meeting, "group", due, due_said, due_meeting,
                everybody, coalesce(source, ''), min(position) over (partition by action)
            from {facts} order by action, position desc
            on conflict (id) do update set what = excluded.what, priority = excluded.priority,
                meeting = excluded.meeting, working_group = excluded.working_group, due = excluded.due,
                due_said = excluded.due_said, due_meeting = excluded.due_meeting, everybody = excluded.everybody,
                source = excluded.source
        """,
        HelpOffered: """
            insert into action_help select distinct on (action, organisation, coalesce(person, ''))
                action, organisation, coalesce(person, ''), condition, position
            from {facts} order by action, organisation, coalesce(person, ''), position desc
            on conflict (action, organisation, person) do update set condition = excluded.condition
        """,
        HelpWithdrawn: """
            delete from action_help using {facts} where action_help.action = fact.action
                and action_help.organisation = fact.organisation and action_help.person = coalesce(fact.person, '')
        """,
        ShareDone: 'insert into action_share select action, organisation, "on", note from {facts}',
        ActionDone: """
            update action set state = 'done', ended = fact."on", note = outcome from {facts} where id = fact.action
        """,
        ActionGivenUp: """
            update action set state = 'given-up', ended = fact."on", note = fact.reason from {facts}
            where id = fact.action
        """,
    },
)

_WHOLE: LiteralString = """
    select action.*, meeting.title as met, at_meeting.title as due_at, at_meeting.day as due_day,
        working_group.name as group_name, coalesce((
            select jsonb_agg(jsonb_build_object(
                'organisation', organisation, 'person', action_help.person, 'name', person.name, 'condition', condition
            ) order by action_help.position) from action_help left join person on person.id = action_help.person
            where action_help.action = action.id
        ), '[]') as helpers,
        (select count(*) from action_share where action_share.action = action.id) as shares
    from action left join gathering meeting on meeting.id = action.meeting
        left join gathering at_meeting on at_meeting.id = action.due_meeting
        left join working_group on working_group.id = action.working_group
"""
_ORDER: LiteralString = """
    order by state <> 'open', array_position(array['first', 'none', 'later'], priority),
        coalesce(action.due, at_meeting.day) nulls last, action.position
"""


def board(db: Connection[DictRow]) -> list[DictRow]:
    """All of them, what is to be done first: by priority, by day, in the order in which they were set."""
    return db.execute(_WHOLE + _ORDER).fetchall()


def of(db: Connection[DictRow], action: ActionId) -> DictRow | None:
    return db.execute(_WHOLE + "where action.id = %s", [action]).fetchone()


def of_meeting(db: Connection[DictRow], meeting: MeetingId) -> list[DictRow]:
    """Those that it set, in the order in which they were."""
    return db.execute(_WHOLE + "where action.meeting = %s order by action.position", [meeting]).fetchall()


def due_at(db: Connection[DictRow], meeting: MeetingId) -> list[DictRow]:
    """Those that are to be done for it."""
    sentence = _WHOLE + "where action.due_meeting = %s and state = 'open' order by action.position"
    return db.execute(sentence, [meeting]).fetchall()


def mine(db: Connection[DictRow], person: PersonId) -> list[DictRow]:
    """What somebody offered to do and is not over."""
    sentence = (
        _WHOLE + "where state = 'open' and exists (select from action_help where action = action.id and person = %s)"
    )
    return db.execute(sentence + _ORDER, [person]).fetchall()


def shares(db: Connection[DictRow], action: DictRow) -> list[DictRow]:
    """Each organisation that has a part in what everybody does, and since when it is done: those of the group; where
    none is noted, those that came to its meetings, or to the one that set it; and whoever did it besides."""
    sentence = """
        with of_group as (
            select organisation from group_member
            where working_group = %(working_group)s and belonging = 'member'
        ), asked as (
            table of_group
            union select organisation from attendance join gathering on gathering.id = attendance.meeting
            where not exists (table of_group) and presence = 'present' and organisation <> ''
                and (working_group = %(working_group)s or gathering.id = %(meeting)s)
            union select organisation from action_share where action = %(id)s
        )
        select asked.organisation, happened, note from asked
        left join action_share on action_share.organisation = asked.organisation and action = %(id)s
        order by asked.organisation
    """
    return db.execute(sentence, action).fetchall()


def due(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """The reminders that should leave: to each human being who does it, a week before its day or that of its meeting,
    again only if that day is changed. Where no very day is known, none."""
    sentence = """
        select 'action' as purpose, help.person as recipient, action.id as subject, (
            select min(position) from action_due as same where same.action = action.id and position > coalesce((
                select max(position) from action_due as other where other.action = action.id
                    and (other.due, other.due_meeting) is distinct from (action.due, action.due_meeting)
            ), 0)
        ) as position
        from action join action_help as help on help.action = action.id
        join person on person.id = help.person and email is not null
        left join gathering as at_meeting on at_meeting.id = action.due_meeting and cancelled is null
        where state = 'open' and length(coalesce(action.due, at_meeting.day)) = 10
            and coalesce(action.due, at_meeting.day) between %(day)s and %(soon)s
    """
    return db.execute(sentence, {"day": str(day), "soon": str(Day.of(day.first + REMINDED))}).fetchall()


def reminded(db: Connection[DictRow], action: ActionId) -> DictRow:
    """The reminders that left: to how many, and when the last one did; `last` is null where none did."""
    sentence = """
        select count(distinct recipient) as people, max(asked) as last from public.outbox
        where purpose = 'action' and subject = %s and state = 'sent'
    """
    row = db.execute(sentence, [action]).fetchone()
    assert row is not None  # an aggregate has a row
    return row

"""The register of round tables: what each of those present put forward."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.network.facts import MeetingId
from governance.network.round_facts import StatementMade
from projections.register import Register

rounds = Register(
    name="rounds",
    schema="""
        create table statement (
            attendance text primary key,
            meeting    text not null,
            priorities jsonb not null,
            position   bigint not null
        );
    """,
    sentences={
        StatementMade: """
            insert into statement
            select distinct on (attendance) attendance, meeting, priorities,
                min(position) over (partition by attendance)
            from {facts} order by attendance, position desc
            on conflict (attendance) do update set priorities = excluded.priorities
        """,
    },
)


def of(db: Connection[DictRow], meeting: MeetingId) -> list[DictRow]:
    """Those who came, animators apart, in the order of the sheet; `priorities` is null for who did not speak."""
    sentence = """
        select attendance.*, person.name, statement.priorities from attendance
        left join person on person.id = attendance.person
        left join statement on statement.attendance = attendance.id
        where attendance.meeting = %s and presence = 'present' and not animates
        order by attendance.position, attendance.id
    """
    return db.execute(sentence, [meeting]).fetchall()

"""The register of working groups: under which names, at what rhythm, of which organisations."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.network.facts import GroupFormed, GroupId
from governance.network.meeting_facts import GroupMemberNoted, GroupPaced, GroupRenamed, PackGiven
from governance.words import Day
from projections.register import Register

groups = Register(
    name="groups",
    schema="""
        create table working_group (
            id       text primary key,
            name     text not null,
            purpose  text not null,
            since    text not null,
            days     bigint,                 -- between two meetings, on the average
            standing jsonb not null default '[]',
            position bigint not null
        );
        create table group_name (
            working_group text not null,
            name          text not null,
            since         text not null,
            position      bigint primary key
        );
        create index group_name_group on group_name (working_group);
        create table group_member (
            working_group text not null,
            organisation  text not null,
            member        text,
            belonging     text not null,     -- asked, member, left
            since         text not null,
            decision      text,
            position      bigint not null,
            primary key (working_group, organisation)
        );
        create table group_letter (
            position      bigint primary key,
            working_group text not null,
            people        jsonb not null
        );
    """,
    sentences={
        GroupFormed: """
            with called as (
                insert into group_name select "group", name, "on", position from {facts}
            )
            insert into working_group (id, name, purpose, since, position)
            select "group", name, purpose, "on", position from {facts}
        """,
        GroupRenamed: """
            with called as (
                insert into group_name select "group", name, "on", position from {facts}
            )
            update working_group set name = last.name
            from (select distinct on ("group") * from {facts} order by "group", position desc) as last
            where id = "group"
        """,
        GroupPaced: """
            update working_group set days = last.days, standing = last.standing
            from (select distinct on ("group") * from {facts} order by "group", position desc) as last
            where id = "group"
        """,
        GroupMemberNoted: """
            insert into group_member
            select distinct on ("group", organisation)
                "group", organisation, member, belonging, "on", decision, position
            from {facts} order by "group", organisation, position desc
            on conflict (working_group, organisation) do update set member = excluded.member,
                belonging = excluded.belonging, since = excluded.since, decision = excluded.decision
        """,
        PackGiven: 'insert into group_letter select position, "group", people from {facts}',
    },
)


def every(db: Connection[DictRow]) -> list[DictRow]:
    """The working groups with how often each has met, the oldest first."""
    sentence = """
        select working_group.*, (
            select count(*) from gathering where working_group = working_group.id and held is not null
        ) as meetings
        from working_group order by since, position
    """
    return db.execute(sentence).fetchall()


def of(db: Connection[DictRow], group: GroupId) -> DictRow | None:
    return db.execute("select * from working_group where id = %s", [group]).fetchone()


def names(db: Connection[DictRow], group: GroupId) -> list[DictRow]:
    """What it was called, from its first day on."""
    sentence = "select name, since from group_name where working_group = %s order by since, position"
    return db.execute(sentence, [group]).fetchall()


def members(db: Connection[DictRow], group: GroupId) -> list[DictRow]:
    """The organisations that belong to it or asked to, then those that left; each group by name."""
    sentence = """
        select organisation, member, belonging, since, decision from group_member where working_group = %s
        order by belonging = 'left', organisation
    """
    return db.execute(sentence, [group]).fetchall()


def meetings(db: Connection[DictRow], group: GroupId) -> list[DictRow]:
    """Its meetings in the order of their days, those without a day last. `called`: the name of the group on that day;
    `gap`: days since the one before; `structures`: how many came."""
    sentence = """
        select gathering.*, (
                select group_name.name from group_name
                where group_name.working_group = gathering.working_group
                    and (day is null or group_name.since <= day or group_name.since = working_group.since)
                order by group_name.since desc, group_name.position desc limit 1
            ) as called,
            (select count(distinct organisation) from attendance
                where meeting = gathering.id and presence = 'present' and not animates and organisation <> ''
            ) as structures,
            known - lag(known) over (order by day nulls last, gathering.id) as gap
        from gathering join working_group on working_group.id = gathering.working_group,
            lateral (select case when length(day) = 10 then day::date end as known) as whole
        where gathering.working_group = %s and cancelled is null order by day nulls last, gathering.id
    """
    return db.execute(sentence, [group]).fetchall()


def attending(db: Connection[DictRow], group: GroupId) -> list[DictRow]:
    """Each organisation that came, with the meetings at which it was, from the most faithful."""
    sentence = """
        select organisation, array_agg(distinct meeting) as meetings, count(distinct meeting) as times
        from attendance join gathering on gathering.id = attendance.meeting
        where working_group = %s and presence = 'present' and organisation <> ''
        group by organisation order by times desc, organisation
    """
    return db.execute(sentence, [group]).fetchall()


def places(db: Connection[DictRow], group: GroupId) -> list[DictRow]:
    """Where its meetings were held, the place of the last one first: how often, and since when not."""
    sentence = """
        select place, count(*) as times, max(held) as last from gathering
        where working_group = %s and held is not null and place <> '' group by place order by last desc, place
    """
    return db.execute(sentence, [group]).fetchall()


def decisions(db: Connection[DictRow], group: GroupId) -> list[DictRow]:
    """What its meetings decided by common accord, the latest first."""
    sentence = """
        select decision.id, words.title from meeting_accord
        join gathering on gathering.id = meeting_accord.meeting join decision on decision.id = meeting_accord.decision
        join decision_words as words on words.decision = decision.id and upper_inf(words.known)
        where working_group = %s order by meeting_accord.position desc
    """
    return db.execute(sentence, [group]).fetchall()


def drift(row: DictRow, met: list[DictRow], today: Day) -> int | None:
    """How many days since its last meeting, or until the next one, where that is more than the rhythm it chose."""
    days = [Day(one["day"]).first for one in met if one["day"] and Day(one["day"]).full]
    past = [day for day in days if day <= today.first]
    if row["days"] is None or not past:
        return None
    ahead = [day for day in days if day > today.first]
    gap: int = ((min(ahead) if ahead else today.first) - max(past)).days
    return gap if gap > row["days"] else None

"""What the pages read of the network's meetings: their list, one with all that was told, whom to write to."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.network.facts import GroupId, MeetingId
from governance.words import DecisionId

_HEADS = """
    select gathering.*, working_group.name as group_name, came.*
    from gathering left join working_group on working_group.id = gathering.working_group
    cross join lateral (
        select count(distinct organisation) filter (where organisation <> '') as structures,
            case when count(person) = count(*) then count(distinct person) end as people  -- known where all are named
        from attendance where meeting = gathering.id and presence = 'present' and not animates
    ) as came
"""


def held(db: Connection[DictRow], before: tuple[str, str] = ("~", ""), limit: int = 20) -> list[DictRow]:
    """Those that took place, the latest first, after a key (held, id); a workshop is told with its meeting."""
    sentence = f"""
        {_HEADS} where gathering.held is not null and within is null and (gathering.held, gathering.id) < (%s, %s)
        order by gathering.held desc, gathering.id desc limit %s
    """
    return db.execute(sentence, [*before, limit]).fetchall()


def whole(db: Connection[DictRow]) -> list[DictRow]:
    """All of them, planned, held or cancelled, in the order of their days, those without a day last."""
    return db.execute(f"{_HEADS} order by gathering.day nulls last, gathering.id").fetchall()


def to_come(db: Connection[DictRow]) -> list[DictRow]:
    """Those that are planned, the next first, those without a day last; a forgotten one stays."""
    sentence = f"""
        {_HEADS} where gathering.held is null and gathering.cancelled is null
        order by gathering.day nulls last, gathering.id
    """
    return db.execute(sentence).fetchall()


def published(db: Connection[DictRow]) -> list[DictRow]:
    """The last whose report anybody may read."""
    sentence = "select id, title, held from gathering where published is not null order by held desc, id limit 20"
    return db.execute(sentence).fetchall()


def of(db: Connection[DictRow], meeting: MeetingId) -> DictRow | None:
    return db.execute(f"{_HEADS} where gathering.id = %s", [meeting]).fetchone()


def named(db: Connection[DictRow]) -> list[DictRow]:
    """Every meeting that is not given up, the latest first: to choose one of them."""
    return db.execute(
        "select id, title, day from gathering where cancelled is null order by day desc nulls first, id"
    ).fetchall()


def told(db: Connection[DictRow], meeting: MeetingId) -> dict[str, list[DictRow]]:
    """All that was noted of it, each in the order in which it was noted."""
    return {what: db.execute(sentence, {"id": meeting}).fetchall() for what, sentence in _TOLD.items()}


_TOLD = {
    "attendance": """
        select attendance.*, person.name, said.college_name, said.voice = 'advisory' as consultative
        from attendance left join person on person.id = attendance.person
        left join lateral (
            select one ->> 'name' as college_name, one ->> 'voice' as voice
            from statutes, jsonb_array_elements(statutes -> 'schemes') as scheme,
                jsonb_array_elements(scheme -> 'colleges') as one
            where one ->> 'id' = attendance.college order by in_force_from desc limit 1
        ) as said on true
        where meeting = %(id)s order by attendance.position, attendance.id
    """,
    "topics": "select * from topic where meeting = %(id)s order by position",
    "points": "select * from open_point where meeting = %(id)s order by position",
    "settled": "select * from open_point where settled_in = %(id)s and meeting <> %(id)s order by position",
    "accords": """
        select decision.id, decision.number, words.title, words.text from meeting_accord
        join decision on decision.id = meeting_accord.decision
        join decision_words as words on words.decision = decision.id and upper_inf(words.known)
        where meeting = %(id)s order by meeting_accord.position
    """,
    "proposals": "select * from meeting_proposal where meeting = %(id)s order by position",
    "papers": "select * from meeting_paper where meeting = %(id)s order by position",
    "figures": "select counted, printed from source_figure where meeting = %(id)s",
    "remarks": "select remark, source from meeting_remark where meeting = %(id)s order by position, place",
    "workshops": "select * from gathering where within = %(id)s order by position",
}


def carried(db: Connection[DictRow], meeting: DictRow) -> list[DictRow]:
    """The points that its group left open before, still open: they are on its agenda."""
    sentence = """
        select open_point.*, gathering.title as met from open_point
        join gathering on gathering.id = open_point.meeting
        where gathering.working_group = %(working_group)s and gathering.id <> %(id)s
            and (%(day)s::text is null or coalesce(gathering.day, '') <= %(day)s)
            and (closed is null or settled_in = %(id)s)
        order by since, open_point.position
    """
    return [row for row in db.execute(sentence, meeting).fetchall() if row["closed"] is None]


def open_of_group(db: Connection[DictRow], group: GroupId) -> list[DictRow]:
    sentence = """
        select open_point.* from open_point join gathering on gathering.id = open_point.meeting
        where working_group = %s and closed is null order by since, open_point.position
    """
    return db.execute(sentence, [group]).fetchall()


def point(db: Connection[DictRow], point: str) -> DictRow | None:
    return db.execute("select * from open_point where id = %s", [point]).fetchone()


def next_of(db: Connection[DictRow], meeting: DictRow) -> DictRow | None:
    """The meeting that follows it in its group, whether it is only planned or was held since."""
    sentence = """
        select * from gathering
        where working_group = %(working_group)s and id <> %(id)s and cancelled is null
            and (day is null or day > coalesce(%(day)s, '')) and within is null
        order by day nulls last, id limit 1
    """
    return db.execute(sentence, meeting).fetchone()


def reached(db: Connection[DictRow], meeting: MeetingId) -> list[DictRow]:
    """Those who were there or excused, and have a mailbox: whoever came for three is written to once."""
    sentence = """
        select distinct person.id, person.name, person.sort_key from attendance
        join person on person.id = attendance.person
        where meeting = %s and presence in ('present', 'excused') and person.email is not null
        order by person.sort_key, person.id
    """
    return db.execute(sentence, [meeting]).fetchall()


def of_group(db: Connection[DictRow], group: GroupId | None) -> list[DictRow]:
    """Who ever came to a meeting of the group, or was excused, and has a mailbox."""
    sentence = """
        select distinct person.id from attendance
        join gathering on gathering.id = attendance.meeting join person on person.id = attendance.person
        where working_group = %s and presence <> 'absent' and person.email is not null
    """
    return db.execute(sentence, [group]).fetchall()


def paper(db: Connection[DictRow], meeting: MeetingId, digest: str) -> DictRow | None:
    sentence = "select * from meeting_paper where meeting = %s and digest = %s limit 1"
    return db.execute(sentence, [meeting, digest]).fetchone()


def agreeing(db: Connection[DictRow], decision: DecisionId) -> DictRow | None:
    """The meeting that took a decision by common accord, with the organisations that were there."""
    sentence = """
        select gathering.id, gathering.title, array(
            select distinct organisation from attendance
            where attendance.meeting = gathering.id and presence = 'present' and organisation <> '' order by 1
        ) as organisations
        from meeting_accord join gathering on gathering.id = meeting_accord.meeting where decision = %s
    """
    return db.execute(sentence, [decision]).fetchone()


def attended(db: Connection[DictRow], organisation: str, member: str | None) -> list[DictRow]:
    """The meetings at which an organisation was, the latest first."""
    sentence = """
        select distinct gathering.id, gathering.title, gathering.held from attendance
        join gathering on gathering.id = attendance.meeting
        where presence = 'present' and (organisation = %(organisation)s or attendance.member = %(member)s)
        order by held desc, gathering.id
    """
    return db.execute(sentence, {"organisation": organisation, "member": member}).fetchall()


def due(db: Connection[DictRow]) -> list[DictRow]:
    """The letters that were asked for and are not in the outbox: invitations, reports, packs."""
    sentence = """
        with letter as (
            select position, purpose, meeting as subject, people from meeting_letter
            union all select position, 'pack', working_group, people from group_letter
        )
        select purpose, recipient, subject, letter.position from letter, jsonb_array_elements_text(people) as recipient
        where not exists (select from public.outbox where position = letter.position)
    """
    return db.execute(sentence).fetchall()

"""The register of meetings: the plan, the agenda, how far each has come, and what was irregular."""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.convening_facts import ConvenerNamed, NoticeCorrected
from governance.assembly.facts import (
    AdjournedForLackOfQuorum,
    AssemblyConvened,
    AssemblyPlanned,
    IrregularityNoted,
    OfficersNamed,
    ResolutionTabled,
    ResolutionWithdrawn,
    RollSealed,
    SessionClosed,
    SessionOpened,
)
from governance.vote.facts import VoteOpened
from governance.words import AssemblyId
from projections.register import Register

meetings = Register(
    name="meetings",
    schema="""
        create table assembly (
            id             text primary key,
            organ          text not null,
            title          text not null,
            day            text not null,
            starts         text not null,
            place          text not null,
            second_call_of text,
            manner         text not null,     -- session, consultation
            ends           timestamptz,       -- until when a consultation is answered
            state          text not null,     -- planned, convened, open, adjourned, closed
            planned        bigint not null,   -- the entry of its last plan
            convened       bigint,            -- the entry of its notice
            convened_on    text,
            convened_at    timestamptz,
            convened_by    text,
            statutes       text,              -- the version under which the roll was sealed
            notice_days    bigint,
            required_days  bigint,
            notice_article text,
            convener       text,              -- in whose name it was convened: board, manager, members…
            capacity       text,              -- what gives that one the power
            power_article  text,
            edition        bigint not null default 0,  -- of its notice: 0 the first, then each correction
            corrected_on   text,
            mandates       bigint,
            sealed         bigint,            -- the entry of the last seal of its roll
            as_of          text,              -- the day until which its roll followed movements
            chair          text,
            secretary      text,
            tellers        jsonb,
            opened_at      timestamptz,
            present        bigint,            -- in heads, when the session was opened or put off
            represented    bigint,
            quorums        jsonb,
            put_off        jsonb,             -- the kinds of resolution that lacked their quorum
            put_off_at     timestamptz,
            closed_at      timestamptz,
            debates        text
        );
        create index assembly_day on assembly (day);
        create index assembly_second_call on assembly (second_call_of);
        create table resolution (
            id       text primary key,
            assembly text not null,
            number   bigint not null,
            kind     text not null,
            matter   text not null,
            title    text not null,
            text     text not null,
            backing  text not null,     -- presented, approved, neither
            raised   boolean not null   -- in session, off the agenda
        );
        create index resolution_assembly on resolution (assembly, number);
        create table irregularity (
            position       bigint primary key,
            assembly       text not null,
            rule           text not null,
            article        text not null,
            reason         text not null,
            largest_effect bigint,
            resolution     text      -- the one that it bears on; null: all of them
        );
        create index irregularity_assembly on irregularity (assembly);
    """,
    sentences={
        AssemblyPlanned: """
            insert into assembly (id, organ, title, day, starts, place, second_call_of, manner, ends, state, planned)
            select distinct on (assembly)
                assembly, organ, title, day, starts, place, second_call_of, coalesce(manner, 'session'), ends,
                'planned', position
            from {facts} order by assembly, position desc
            on conflict (id) do update set title = excluded.title, day = excluded.day, starts = excluded.starts,
                place = excluded.place, manner = excluded.manner, ends = excluded.ends, planned = excluded.planned
        """,
        ResolutionTabled: """
            insert into resolution
            select resolution, assembly, number, kind, matter, title, text, coalesce(backing, 'presented'),
                coalesce(raised, false)
            from {facts}
        """,
        ResolutionWithdrawn: """
            delete from resolution using {facts} where resolution.id = fact.resolution
        """,
        RollSealed: """
            update assembly set statutes = last.statutes, mandates = last.mandates, sealed = last.position,
                as_of = last.as_of
            from (select distinct on (assembly) * from {facts} order by assembly, position desc) as last
            where id = last.assembly
        """,
        AssemblyConvened: """
            update assembly set state = 'convened', convened = fact.position, convened_on = fact.on,
                convened_at = fact.at, convened_by = fact.by, statutes = fact.statutes,
                notice_days = fact.notice_days, required_days = fact.required_days, notice_article = fact.article
            from {facts} where id = fact.assembly
        """,
        ConvenerNamed: """
            update assembly set convener = fact.convener, capacity = fact.capacity, power_article = fact.article
            from {facts} where id = fact.assembly
        """,
        NoticeCorrected: """
            update assembly set edition = last.edition, corrected_on = last."on"
            from (select distinct on (assembly) * from {facts} order by assembly, position desc) as last
            where id = last.assembly
        """,
        IrregularityNoted: """
            insert into irregularity
            select position, assembly, rule, article, reason, largest_effect, resolution from {facts}
        """,
        SessionOpened: """
            update assembly set state = 'open', chair = fact.chair, present = fact.present,
                opened_at = coalesce(fact.happened_at, fact.at),
                represented = fact.represented, quorums = fact.quorums
            from {facts} where id = fact.assembly
        """,
        VoteOpened: """
            update assembly set state = 'open', opened_at = fact.opens
            from {facts} where id = fact.assembly and manner = 'consultation' and state = 'convened'
        """,
        OfficersNamed: """
            update assembly set secretary = last.secretary, tellers = last.tellers
            from (select distinct on (assembly) * from {facts} order by assembly, position desc) as last
            where id = last.assembly
        """,
        AdjournedForLackOfQuorum: """
            update assembly set state = case state when 'open' then 'open' else 'adjourned' end,
                chair = fact.chair, put_off = fact.kinds, put_off_at = coalesce(fact.happened_at, fact.at),
                present = coalesce(assembly.present, fact.present),
                represented = coalesce(assembly.represented, fact.represented),
                quorums = coalesce(assembly.quorums, fact.quorums)
            from {facts} where id = fact.assembly
        """,
        SessionClosed: """
            update assembly set state = 'closed', debates = fact.debates,
                closed_at = coalesce(fact.happened_at, fact.at)
            from {facts} where id = fact.assembly
        """,
    },
)


def coming(db: Connection[DictRow]) -> list[DictRow]:
    """Those that are not over, the nearest first."""
    sentence = "select * from assembly where state in ('planned', 'convened', 'open') order by day, starts, id"
    return db.execute(sentence).fetchall()


def past(db: Connection[DictRow], before: tuple[str, str] = ("~", ""), limit: int = 30) -> list[DictRow]:
    """Those that are over, the latest first, after a key (day, id)."""
    sentence = """
        select * from assembly where state in ('adjourned', 'closed') and (day, id) < (%s, %s)
        order by day desc, id desc limit %s
    """
    return db.execute(sentence, [*before, limit]).fetchall()


def of(db: Connection[DictRow], assembly: AssemblyId) -> dict[str, Any] | None:
    """One meeting, with the second call that followed it and the names of those who hold it."""
    sentence = """
        select assembly.*, later.id as second_call, chair_person.name as chair_name,
            secretary_person.name as secretary_name, convener.name as convener_name,
            not exists (select from statutes_reading where statutes_reading.version = assembly.statutes) as unread,
            (
                select jsonb_agg(teller.name order by teller.sort_key) from person as teller
                where assembly.tellers ? teller.id
            ) as tellers_names
        from assembly
        left join assembly as later on later.second_call_of = assembly.id
        left join person as chair_person on chair_person.id = assembly.chair
        left join person as secretary_person on secretary_person.id = assembly.secretary
        left join person as convener on convener.id = assembly.convened_by
        where assembly.id = %s
    """
    return db.execute(sentence, [assembly]).fetchone()


def held(db: Connection[DictRow]) -> list[DictRow]:
    """Those whose quorum was reckoned, the latest first."""
    return db.execute("select * from assembly where quorums is not null order by day desc, id desc").fetchall()


def agenda(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    return db.execute("select * from resolution where assembly = %s order by number", [assembly]).fetchall()


def irregularities(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    return db.execute("select * from irregularity where assembly = %s order by position", [assembly]).fetchall()

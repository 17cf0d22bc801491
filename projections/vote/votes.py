"""The register of votes: what is put to the vote, who has voted, what came out. Choices show once it is closed."""

import json
from collections.abc import Iterable
from typing import LiteralString, cast

from psycopg import Connection
from psycopg.rows import DictRow

from governance.counting.amending import AmendmentId
from governance.counting.tally import Count
from governance.record import kinds
from governance.vote.facts import BallotCast, VoteClosed, VoteCounted, VoteOpened
from governance.words import AssemblyId, PersonId, ResolutionId, VoteId
from projections.paging import Book
from projections.register import Register

votes = Register(
    name="votes",
    hears={"heard": ("title",)},
    schema="""
        create table vote (
            id         text primary key,
            assembly   text not null,
            resolution text not null,
            number     bigint not null,
            title      text not null,
            sort_key   text not null,
            heard      text[] not null,
            text       text not null,
            statutes   text not null,
            kind       text not null,
            form       text not null,
            scheme     jsonb not null,
            majority   jsonb,
            second_call boolean not null,
            second_round_of text,
            kept       jsonb not null,       -- the collèges that do not vote again, as they voted first
            backing    text not null,
            opens      timestamptz not null,
            closes     timestamptz,
            channels   jsonb not null,
            secret     boolean not null,
            aside      jsonb not null,       -- whom the law keeps from voting: member, collège
            amendment  text,                 -- what is voted is this one, not yet the resolution
            amended    jsonb not null,
            happened_at timestamptz,
            casting_vote jsonb,
            before_2005 boolean not null,
            closed_at  timestamptz,
            count      jsonb,
            quorum     jsonb,                -- the rule of a consultation
            gathered   jsonb,                -- the quorum that its answers made
            chair_for  boolean               -- where hers carries a tie
        );
        create index vote_assembly on vote (assembly, number);
        create index vote_resolution on vote (resolution);
        create index vote_open on vote (closes) where closed_at is null;
        create table ballot (
            vote     text not null,
            member   text not null,
            college  text not null,          -- '' where there is none
            votes    boolean not null,
            choice   text not null,
            holder   text,
            open_proxy boolean not null,
            channel  text not null,
            cast_by  text not null,
            at       timestamptz not null,
            position bigint not null,
            primary key (vote, member)
        );
        create index ballot_cast_by on ballot (vote, cast_by);
    """,
    sentences={
        VoteOpened: """
            insert into vote (
                id, assembly, resolution, number, title, sort_key, heard, text, statutes, kind, form, scheme,
                majority, second_call, second_round_of, kept, backing, opens, closes, channels, secret, aside,
                amendment, amended, happened_at, casting_vote, before_2005, quorum
            )
            select vote, assembly, resolution, number, title, sort_key, heard, text, statutes, kind, form, scheme,
                majority, second_call, second_round_of, coalesce(kept, '[]'),
                coalesce(backing, 'presented'), opens, closes, coalesce(channels, '["online"]'),
                coalesce(secret, false), coalesce(aside, '[]'), amendment, coalesce(amended, '[]'), happened_at,
                casting_vote, coalesce(before_2005, false), quorum
            from {facts}
        """,
        BallotCast: """
            insert into ballot
            select vote, member, coalesce(college, ''), votes, choice, holder, coalesce(open_proxy, false),
                coalesce(channel, 'online'), by, at, position
            from {facts}
        """,
        VoteClosed: """
            update vote set closed_at = fact.at from {facts} where vote.id = fact.vote
        """,
        VoteCounted: """
            update vote set count = fact.count, gathered = fact.quorum, chair_for = fact.chair_for
            from {facts} where vote.id = fact.vote
        """,
    },
)

_WITH_TURNOUT: LiteralString = """
    select vote.*, (select count(*) from ballot where ballot.vote = vote.id and votes)
        + (
            select count(*) from emarged
            join mandate on mandate.assembly = vote.assembly and mandate.member = emarged.member
            where emarged.vote = vote.id and mandate.votes
        ) + coalesce((
            select sum((line ->> 'there')::bigint)::bigint from hands, jsonb_array_elements(hands.lines) as line
            where hands.vote = vote.id and not vote.scheme -> 'colleges' @> jsonb_build_array(
                jsonb_build_object('id', line ->> 'college', 'voice', 'advisory'))
        ), 0) as cast_ballots,
        (select count(*) from ballot where ballot.vote = vote.id and open_proxy) as open_proxies,
        (select count(*) from mandate where mandate.assembly = vote.assembly and votes) as mandates,
        not exists (select from statutes_reading where statutes_reading.version = vote.statutes) as unread
    from vote
"""


def of(db: Connection[DictRow], vote: VoteId) -> DictRow | None:
    """A vote, with how many ballots were cast out of how many mandates."""
    return db.execute(f"{_WITH_TURNOUT} where id = %s", [vote]).fetchone()


def of_assembly(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    return db.execute(f"{_WITH_TURNOUT} where assembly = %s order by number, opens", [assembly]).fetchall()


REGISTER = Book(  # the votes of the meetings held by a day; a result that was not yet counted then is not there
    source=f"""
        select *, case when adopted then 'adopted' when not adopted then 'rejected' when closed_at is not null
            then 'closed' else 'open' end as outcome
        from (
            select vote.*, assembly.title as meeting, assembly.day, case when vote.closed_at <= %(known)s::timestamptz
                then (vote.count ->> 'adopted')::boolean end as adopted
            from ({_WITH_TURNOUT}) as vote join assembly on assembly.id = vote.assembly
            where assembly.day <= %(day)s::date::text and vote.opens <= %(known)s::timestamptz
        ) as vote
    """,
    orders={
        "day": ("day", "opens", "number", "id"),
        "title": ("sort_key", "id"),
        "outcome": ("outcome", "sort_key", "id"),
        "kind": ("kind", "sort_key", "id"),
    },
    filters={"issue": "outcome", "nature": "kind"},
)


def counted(db: Connection[DictRow]) -> list[DictRow]:
    """Every vote that is counted, the latest first."""
    return db.execute(f"{_WITH_TURNOUT} where count is not null order by opens desc, id").fetchall()


def mandates(db: Connection[DictRow], vote: VoteId, person: PersonId) -> list[DictRow]:
    """The mandates for which a person may vote: her own members' that gave no proxy, then those that they hold.

    `ballot` is the position of the entry if it was cast, `there` whether the one who speaks signed the sheet.
    """
    sentence = """
        select mandate.member, mandate.college, mandate.votes, mandate.holder, person.name, ballot.position as ballot,
            ballot.choice, ballot.at as cast_at, ballot.channel, emarged.member is not null as ticked,
            vote.aside @> jsonb_build_array(jsonb_build_array(mandate.member)) as aside,
            speaker.signed is not null and speaker.left_at is null as there
        from vote
        join mandate on mandate.assembly = vote.assembly
        join mandate speaker on speaker.assembly = vote.assembly
            and speaker.member = coalesce(mandate.holder, mandate.member)
        join person on person.id = mandate.member
        left join ballot on ballot.vote = vote.id and ballot.member = mandate.member
        left join emarged on emarged.vote = vote.id and emarged.member = mandate.member
        where vote.id = %s and speaker.voter = %s
        order by mandate.holder nulls first, person.sort_key
    """
    return db.execute(sentence, [vote, person]).fetchall()


def turnout(db: Connection[DictRow], vote: VoteId) -> list[DictRow]:
    """How many voted in each collège, by name, by hand or by a bulletin, out of how many mandates."""
    sentence = """
        select case when vote.scheme -> 'colleges' = '[]' then '' else mandate.college end as college, mandate.votes,
            count(*) as mandates,
            count(coalesce(ballot.member, emarged.member)) + coalesce(max(counted.there), 0) as cast_ballots
        from vote join mandate on mandate.assembly = vote.assembly
        left join ballot on ballot.vote = vote.id and ballot.member = mandate.member
        left join emarged on emarged.vote = vote.id and emarged.member = mandate.member
        left join (
            select hands.vote, line ->> 'college' as college, (line ->> 'there')::bigint as there
            from hands, jsonb_array_elements(hands.lines) as line
        ) as counted on counted.vote = vote.id
            and counted.college = case when vote.scheme -> 'colleges' = '[]' then '' else mandate.college end
        where vote.id = %s and not vote.aside @> jsonb_build_array(jsonb_build_array(mandate.member))
        group by 1, 2 order by 1
    """
    return db.execute(sentence, [vote]).fetchall()


def ballots(db: Connection[DictRow], vote: VoteId) -> list[DictRow]:
    """The recorded ballots, by collège and name: for who may read them, after the closing."""
    sentence = """
        select ballot.*, person.name, person.sort_key, holder.name as holder_name from ballot
        join person on person.id = ballot.member left join person holder on holder.id = ballot.holder
        where vote = %s order by college, person.sort_key
    """
    return db.execute(sentence, [vote]).fetchall()


def waiting_for(db: Connection[DictRow], person: PersonId) -> list[DictRow]:
    """The open votes in which a person still has a ballot to cast from where she is."""
    sentence = """
        select distinct vote.id, vote.title, vote.number, vote.closes, vote.assembly from vote
        join mandate on mandate.assembly = vote.assembly
        join mandate speaker on speaker.assembly = vote.assembly
            and speaker.member = coalesce(mandate.holder, mandate.member)
        where speaker.voter = %s and vote.closed_at is null and (vote.closes is null or vote.closes > clock_timestamp())
            and vote.channels ?| array['online', 'consultation']
            and not exists (select from ballot where ballot.vote = vote.id and ballot.member = mandate.member)
            and not exists (select from emarged where emarged.vote = vote.id and emarged.member = mandate.member)
            and not exists (select from hands where hands.vote = vote.id)
            and not vote.aside @> jsonb_build_array(jsonb_build_array(mandate.member))
            and not vote.kept @> jsonb_build_array(jsonb_build_object('college', mandate.college))
        order by vote.number
    """
    return db.execute(sentence, [person]).fetchall()


def past_closing(db: Connection[DictRow]) -> Iterable[DictRow]:
    """The votes whose hour has come and that nobody has closed, and those closed that nobody has counted: `awaited`,
    where two tellers have not yet found the same in the urns."""
    sentence = """
        select id, assembly, closed_at, vote.channels ? 'paper'
            and (secret or told.tellers > 0 or exists (select from emarged where emarged.vote = vote.id))
            and (told.tellers < 2 or told.findings > 1) as awaited
        from vote, lateral (
            select count(*) as tellers, count(distinct lines) as findings from urns where urns.vote = vote.id
        ) as told
        where (closed_at is null and closes <= clock_timestamp()) or (closed_at is not null and count is null)
    """
    return db.execute(sentence).fetchall()


def consultations_over(db: Connection[DictRow]) -> list[DictRow]:
    """Those whose every vote is counted and that nobody has ended, with their votes."""
    sentence = """
        select assembly.id as assembly, array_agg(vote.id order by vote.number) as votes
        from assembly join vote on vote.assembly = assembly.id
        where manner = 'consultation' and state = 'open' group by 1 having bool_and(vote.count is not null)
    """
    return db.execute(sentence).fetchall()


def adopted(db: Connection[DictRow]) -> list[DictRow]:
    """The votes that adopted a text, the last first: with the day of their assembly."""
    sentence = """
        select vote.id, vote.assembly, vote.title, assembly.day from vote join assembly on assembly.id = vote.assembly
        where (vote.count->>'adopted')::boolean and vote.amendment is null order by vote.opens desc limit 50
    """
    return db.execute(sentence).fetchall()


def opening(row: DictRow) -> VoteOpened:
    """The fact that opened a vote of this register: its rules, as they were fixed."""
    return cast(VoteOpened, kinds.read("VoteOpened", json.dumps({**row, "vote": row["id"]}, default=str).encode()))


def result(row: DictRow) -> Count | None:
    """What came out, with its steps; None until it is counted."""
    found = counting(row)
    return found.count if found else None


def counting(row: DictRow) -> VoteCounted | None:
    """The fact of the count, with the quorum of a consultation."""
    if row["count"] is None:
        return None
    fact = {"vote": row["id"], "count": row["count"], "quorum": row["gathered"], "chair_for": row["chair_for"]}
    return cast(VoteCounted, kinds.read("VoteCounted", json.dumps(fact).encode()))


def resolution(
    db: Connection[DictRow], resolution: ResolutionId, amendment: AmendmentId | None = None
) -> DictRow | None:
    """A resolution of an agenda, the version of the statutes under which its meeting's roll was sealed, and its vote,
    or that of an amendment to it: the last one, with the collèges that it left undecided."""
    sentence = """
        select resolution.*, assembly.statutes, assembly.organ, assembly.title as meeting, vote.id as vote,
            vote.count -> 'second_round' as undecided
        from resolution join assembly on assembly.id = resolution.assembly
        left join vote on vote.resolution = resolution.id and vote.amendment is not distinct from %s
        where resolution.id = %s order by vote.opens desc limit 1
    """
    return db.execute(sentence, [amendment, resolution]).fetchone()

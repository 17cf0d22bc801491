"""The register of boxes: hands counted, urns counted by each teller, who put a bulletin in, forms that came before."""

import json
from typing import LiteralString, cast

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.presence_facts import FormLapsed, FormReceived
from governance.record import kinds
from governance.vote.facts import BulletinsCounted, Channel, DetailPublished, Emarged, FormFilled, Hands, HandsCounted
from governance.words import AssemblyId, Fact, VoteId
from projections.register import Register

boxes = Register(
    name="boxes",
    schema="""
        create table hands (
            vote     text primary key,
            lines    jsonb not null,         -- by collège: there, against, abstention, and those deduced
            position bigint not null
        );
        create table urns (
            vote     text not null,
            teller   text not null,
            lines    jsonb not null,         -- by collège, what she found
            position bigint not null,
            primary key (vote, teller)
        );
        create table emarged (               -- who voted, never what
            vote     text not null,
            member   text not null,
            holder   text,
            position bigint not null,
            primary key (vote, member)
        );
        create table form_sent (
            assembly text not null,
            member   text not null,
            happened text not null,
            channel  text,
            choices  jsonb,
            at       timestamptz not null,
            primary key (assembly, member)
        );
        create table detail_published (
            vote   text primary key,
            reason text not null
        );
    """,
    sentences={
        HandsCounted: """
            insert into hands select distinct on (vote) vote, lines, position from {facts} order by vote, position desc
            on conflict (vote) do update set lines = excluded.lines, position = excluded.position
        """,
        BulletinsCounted: """
            insert into urns
            select distinct on (vote, teller) vote, teller, lines, position from {facts}
            order by vote, teller, position desc
            on conflict (vote, teller) do update set lines = excluded.lines, position = excluded.position
        """,
        Emarged: """
            insert into emarged select vote, member, holder, position from {facts}
        """,
        FormReceived: """
            insert into form_sent
            select distinct on (assembly, member) assembly, member, "on", null, null, at from {facts}
            order by assembly, member, position
            on conflict (assembly, member) do nothing
        """,
        FormLapsed: """
            delete from form_sent using {facts}
            where form_sent.assembly = fact.assembly and form_sent.member = fact.member
        """,
        FormFilled: """
            update form_sent set channel = fact.channel, choices = fact.choices
            from {facts} where form_sent.assembly = fact.assembly and form_sent.member = fact.member
        """,
        DetailPublished: """
            insert into detail_published select distinct on (vote) vote, reason from {facts} order by vote, position
        """,
    },
)

_THERE: LiteralString = "{0}.signed is not null and {0}.left_at is null"
_IN_THE_ROOM: LiteralString = f"""
    ({_THERE.format("mandate")} or {_THERE.format("carrier")} or mandate.open_proxy)
    and not vote.aside @> jsonb_build_array(jsonb_build_array(mandate.member))
    and not vote.kept @> jsonb_build_array(jsonb_build_object('college', mandate.college))
"""


def hands(db: Connection[DictRow], vote: VoteId) -> tuple[Hands, ...]:
    """The last show of hands, a line a collège; none where there was none."""
    row = db.execute("select vote, lines from hands where vote = %s", [vote]).fetchone()
    return cast(HandsCounted, _fact("HandsCounted", row)).lines if row else ()


def urns(db: Connection[DictRow], vote: VoteId) -> dict[str, BulletinsCounted]:
    """What each teller found, by her name."""
    sentence = """
        select vote, teller, lines, person.name from urns join person on person.id = teller where vote = %s
        order by sort_key, teller
    """
    rows = db.execute(sentence, [vote]).fetchall()
    return {row.pop("name") or row["teller"]: cast(BulletinsCounted, _fact("BulletinsCounted", row)) for row in rows}


def _fact(kind: str, row: DictRow) -> Fact:
    return kinds.read(kind, json.dumps(row).encode())


def room(db: Connection[DictRow], vote: VoteId) -> list[DictRow]:
    """The mandates in the room that may vote, by themselves or by a power, and whether each did: `ticked`, `heard`."""
    sentence = f"""
        select mandate.member, person.name, person.sort_key, mandate.votes, holds.name as holder_name,
            case when vote.scheme -> 'colleges' @> jsonb_build_array(jsonb_build_object('id', mandate.college))
                then mandate.college else '' end as college,
            emarged.member is not null as ticked, ballot.member is not null as heard
        from vote join mandate on mandate.assembly = vote.assembly
        join person on person.id = mandate.member
        left join mandate as carrier on carrier.assembly = mandate.assembly and carrier.member = mandate.holder
        left join person as holds on holds.id = mandate.holder
        left join emarged on emarged.vote = vote.id and emarged.member = mandate.member
        left join ballot on ballot.vote = vote.id and ballot.member = mandate.member
        where vote.id = %s and ({_IN_THE_ROOM} or emarged.member is not null)
        order by college, person.sort_key, mandate.member
    """
    return db.execute(sentence, [vote]).fetchall()


def forms(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """Who sent a form, on paper or online, in the order of names."""
    sentence = """
        select form_sent.*, person.name from form_sent join person on person.id = form_sent.member
        where assembly = %s order by person.sort_key, member
    """
    return db.execute(sentence, [assembly]).fetchall()


def detail_published(db: Connection[DictRow], vote: VoteId) -> str | None:
    """Why the figures of collèges of one or two voters are shown; None while they are not."""
    row = db.execute("select reason from detail_published where vote = %s", [vote]).fetchone()
    return str(row["reason"]) if row else None


def by_channel(db: Connection[DictRow], vote: VoteId) -> dict[Channel, int]:
    """How many named voices came by each way; those of powers that name nobody apart, and advice left out."""
    sentence = "select channel, count(*) as voices from ballot where vote = %s and votes and not open_proxy group by 1"
    return {Channel(row["channel"]): row["voices"] for row in db.execute(sentence, [vote])}

"""The register of public hearings: the document and its version, what was remarked, what came of it."""

from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.network.hearing_facts import HearingClosed, HearingId, HearingOpened
from projections.register import Register

hearings = Register(
    name="hearings",
    schema="""
        create table hearing (
            id        text primary key,
            title     text not null,
            document  text not null,         -- a card
            version   text not null,
            day       text,
            until     text,
            place     text not null,
            happened  text not null,
            closed    text,
            result    text not null default '',
            validated text not null default '',
            position  bigint not null,
            said_at   bigint not null        -- the entry that says it last: the document is read as it then stood
        );
        create index hearing_document on hearing (document);
    """,
    sentences={
        HearingOpened: """
            insert into hearing (id, title, document, version, day, until, place, happened, position, said_at)
            select distinct on (hearing) hearing, title, document, version, day, until, place, "on",
                min(position) over (partition by hearing), position
            from {facts} order by hearing, position desc
            on conflict (id) do update set title = excluded.title, document = excluded.document,
                version = excluded.version, day = excluded.day, until = excluded.until, place = excluded.place,
                happened = excluded.happened, said_at = excluded.said_at
        """,
        HearingClosed: """
            update hearing set closed = fact."on", result = fact.result, validated = fact.validated from {facts}
            where id = fact.hearing
        """,
    },
)

_WHOLE: LiteralString = """
    select hearing.*, card.catalogue, said.title as document_title, said.said as document_said
    from hearing join card on card.id = hearing.document
    join lateral (
        select title, said from card_said where card = hearing.document and card_said.position <= said_at
        order by card_said.position desc limit 1
    ) as said on true
"""


def every(db: Connection[DictRow]) -> list[DictRow]:
    """Those that are open, then the last that were closed."""
    return db.execute(f"{_WHOLE} order by closed desc nulls first, hearing.position desc").fetchall()


def of(db: Connection[DictRow], hearing: HearingId) -> DictRow | None:
    return db.execute(f"{_WHOLE} where hearing.id = %s", [hearing]).fetchone()


def remarks(db: Connection[DictRow], title: str) -> list[DictRow]:
    """What was remarked and kept: the cards that name the hearing, in the order in which they were written."""
    sentence = """
        select card.id, card.source, said.title, said.said, card.happened, owner.name as owner_name from card
        join lateral (
            select title, said from card_said where card = card.id order by position desc limit 1
        ) as said on true
        join lateral (
            select state from card_state where card = card.id order by position desc limit 1
        ) as state on true
        left join person as owner on owner.id = card.owner and owner.legal
        where catalogue = 'observations' and said.said ->> 'concertation' = %s and state.state <> 'ecartee'
        order by card.position
    """
    return db.execute(sentence, [title]).fetchall()

"""The register of newsletters: who wants them, what each tells, whether it left, who may read it; and what is new."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.network.news_facts import (
    NewsDeclined,
    NewsletterComposed,
    NewsletterId,
    NewsletterPublished,
    NewsletterSent,
    NewsWanted,
)
from governance.words import Day, PersonId
from projections.register import Register

news = Register(
    name="news",
    schema="""
        create table news_reader (
            person   text primary key,
            way      text,                   -- null: she does not want it any more
            since    text not null,
            position bigint not null
        );
        create table newsletter (
            id        text primary key,
            title     text not null,
            opening   text not null,
            closing   text not null,
            items     jsonb not null,
            composed  text not null,
            sent      text,
            posted    bigint,                -- the entry that sent it
            published text,
            position  bigint not null
        );
    """,
    sentences={
        NewsWanted: """
            insert into news_reader select distinct on (person) person, way, "on", position from {facts}
            order by person, position desc
            on conflict (person) do update set way = excluded.way, since = excluded.since, position = excluded.position
        """,
        NewsDeclined: """
            update news_reader set way = null, since = last."on", position = last.position
            from (select distinct on (person) * from {facts} order by person, position desc) as last
            where news_reader.person = last.person
        """,
        NewsletterComposed: """
            insert into newsletter (id, title, opening, closing, items, composed, position)
            select distinct on (newsletter) newsletter, title, opening, closing, items, "on",
                min(position) over (partition by newsletter)
            from {facts} order by newsletter, position desc
            on conflict (id) do update set title = excluded.title, opening = excluded.opening,
                closing = excluded.closing, items = excluded.items, composed = excluded.composed
        """,
        NewsletterSent: """
            update newsletter set sent = fact."on", posted = fact.position from {facts} where id = newsletter
        """,
        NewsletterPublished: 'update newsletter set published = fact."on" from {facts} where id = newsletter',
    },
)


def every(db: Connection[DictRow]) -> list[DictRow]:
    """All of them, the latest first."""
    return db.execute("select * from newsletter order by position desc").fetchall()


def of(db: Connection[DictRow], newsletter: NewsletterId) -> DictRow | None:
    return db.execute("select * from newsletter where id = %s", [newsletter]).fetchone()


def wanted(db: Connection[DictRow], person: PersonId) -> bool:
    """Whether she receives them today."""
    sentence = "select from news_reader where person = %s and way is not null"
    return db.execute(sentence, [person]).fetchone() is not None


def readers(db: Connection[DictRow]) -> int:
    """How many would receive one today."""
    [row] = db.execute("""
        select count(*) as readers from news_reader join person on person.id = news_reader.person
        where way is not null and email is not null and merged is null
    """).fetchall()
    return int(row["readers"])


def due(db: Connection[DictRow]) -> list[DictRow]:
    """The letters that should leave: one for each who wanted it when it was sent, and still does."""
    sentence = """
        select 'newsletter' as purpose, reader.person as recipient, newsletter.id as subject, posted as position
        from newsletter join news_reader as reader on way is not null and reader.position < posted
        join person on person.id = reader.person and email is not null and merged is null
        where not exists (select from public.outbox where outbox.position = posted)
    """
    return db.execute(sentence).fetchall()


def last_day(db: Connection[DictRow]) -> Day | None:
    """When the last one left."""
    row = db.execute("select sent from newsletter where sent is not null order by posted desc limit 1").fetchone()
    return Day(row["sent"]) if row else None


def told(db: Connection[DictRow]) -> set[str]:
    """What has already been told, by where it is read."""
    rows = db.execute("""
        select distinct item ->> 'path' as path from newsletter, jsonb_array_elements(items) as item
        where sent is not null
    """).fetchall()
    return {row["path"] for row in rows}


def decisions(db: Connection[DictRow], since: Day) -> list[DictRow]:
    """What was adopted, written since that day."""
    sentence = """
        select decision.id, number, words.title from decision
        join decision_words as words on words.decision = decision.id and upper_inf(words.known)
        where adopted and (
            select min(lower(known)) from decision_words as first where first.decision = decision.id
        ) >= %s::date order by number
    """
    return db.execute(sentence, [str(since)]).fetchall()


def reports(db: Connection[DictRow], since: Day) -> list[DictRow]:
    """The reports that anybody may read since that day."""
    sentence = "select id, title, held from gathering where published >= %s order by published, id"
    return db.execute(sentence, [str(since)]).fetchall()


def arrivals(db: Connection[DictRow], since: Day) -> list[DictRow]:
    """Who became a member since that day: organisations by name, then human beings, whom nothing names, as a count."""
    sentence = """
        with arrival as (
            select distinct person.id, person.name, person.legal, person.sort_key from member_standing as standing
            join person on person.id = member and merged is null
            where upper_inf(known) and upper_inf(valid) and standing.since >= %(since)s::date
        )
        select name, 1 as people, sort_key from arrival where legal
        union all select null, count(*), '~' from arrival where not legal having count(*) > 0
        order by 3
    """
    return db.execute(sentence, {"since": str(since)}).fetchall()


def cards(db: Connection[DictRow], catalogues: list[str], since: Day) -> list[DictRow]:
    """The cards of these catalogues written since that day, with what they say now."""
    sentence = """
        select card.id, card.catalogue, said.title, owner.name as owner_name from card
        join lateral (
            select title from card_said where card = card.id order by position desc limit 1
        ) as said on true
        left join person as owner on owner.id = card.owner and owner.legal
        where catalogue = any(%(catalogues)s) and written >= %(since)s::date order by card.position
    """
    return db.execute(sentence, {"catalogues": catalogues, "since": str(since)}).fetchall()

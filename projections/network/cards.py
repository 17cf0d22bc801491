"""The register of cards, whatever their catalogue: what each says, where it stands, whom it was put in touch with, to
whom it is lent; of any day, as then known."""

from collections.abc import Iterable
from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb

from governance.network.card_facts import (
    CardCorrected,
    CardId,
    CardJoined,
    CardLent,
    CardMoved,
    CardQuit,
    CardsIntroduced,
    CardWritten,
    IntroductionClosed,
    LoanCancelled,
)
from governance.network.catalogue import Catalogue, CatalogueName, Shape
from governance.words import Day
from projections.paging import AsOf, Book
from projections.register import Register

cards = Register(
    name="cards",
    hears={"heard": ("title", "values"), "organisation_heard": ("organisation",)},
    schema="""
        create table card (
            id        text primary key,
            catalogue text not null,
            owner     text,
            source    text not null,
            happened  text not null,
            written   timestamptz not null,
            position  bigint not null,
            organisation text not null,        -- whose it is, where it is no member's
            organisation_heard text[] not null
        );
        create index card_catalogue on card (catalogue);
        create index card_owner on card (owner);
        create table card_said (               -- what it said at first, then at each correction
            card     text not null,
            title    text not null,
            said     jsonb not null,           -- by field
            reason   text not null,
            happened text not null,
            written  timestamptz not null,
            position bigint primary key,
            sort_key text not null,
            heard    text[] not null
        );
        create index card_said_card on card_said (card, position);
        create table card_state (
            card     text not null,
            state    text not null,
            note     text not null,
            happened text not null,
            written  timestamptz not null,
            position bigint primary key
        );
        create index card_state_card on card_state (card, position);
        create table introduction (
            card     text not null,
            answer   text not null,
            happened text not null,
            fruitful boolean,                  -- null: not known yet
            note     text not null default '',
            closed   text,
            primary key (card, answer)
        );
        create index introduction_answer on introduction (answer);
        create table loan (
            id        text primary key,
            card      text not null,
            member    text not null,
            since     date not null,
            until     date not null,
            purpose   text not null,
            cancelled text
        );
        create index loan_card on loan (card, since);
        create table joining (
            card     text not null,
            member   text not null,
            people   bigint not null,
            happened text not null,
            position bigint not null,
            primary key (card, member)
        );
    """,
    sentences={
        CardWritten: """
            with one as (
                insert into card select card, catalogue, owner, source, "on", at, position,
                    coalesce(organisation, ''), coalesce(organisation_heard, '{}') from {facts}
            ), state as (
                insert into card_state select card, state, '', "on", at, position from {facts}
            )
            insert into card_said
            select card, title, coalesce((
                select jsonb_object_agg(one ->> 'field', one ->> 'said') from jsonb_array_elements(values) as one
            ), '{}'), '', "on", at, position, sort_key, heard from {facts}
        """,
        CardCorrected: """
            insert into card_said
            select card, title, coalesce((
                select jsonb_object_agg(one ->> 'field', one ->> 'said') from jsonb_array_elements(values) as one
            ), '{}'), reason, "on", at, position, sort_key, heard from {facts}
        """,
        CardMoved: 'insert into card_state select card, state, note, "on", at, position from {facts}',
        CardsIntroduced: 'insert into introduction (card, answer, happened) select card, answer, "on" from {facts}',
        IntroductionClosed: """
            update introduction set fruitful = fact.fruitful, note = fact.note, closed = fact."on" from {facts}
            where introduction.card = fact.card and introduction.answer = fact.answer
        """,
        CardLent: "insert into loan select loan, card, member, since::date, until::date, purpose from {facts}",
        CardJoined: 'insert into joining select card, member, people, "on", position from {facts}',
        CardQuit: """
            delete from joining using {facts} where joining.card = fact.card and joining.member = fact.member
        """,
        LoanCancelled: 'update loan set cancelled = fact."on" from {facts} where loan.id = fact.loan',
    },
)

_UNTIL: LiteralString = "happened <= %(day)s::text and written <= %(known)s::timestamptz"
STANDING: LiteralString = f"""
    select card.id, card.catalogue, card.owner, card.source, card.happened, card.position, said.title, said.said,
        said.sort_key, state.state, state.happened as moved, card.organisation,
        coalesce(owner.name, nullif(card.organisation, '')) as owner_name,
        said.heard || card.organisation_heard || coalesce(owner.heard, '{{}}') as heard
    from card
    join lateral (
        select * from card_said where card = card.id and {_UNTIL} order by position desc limit 1
    ) as said on true
    join lateral (
        select * from card_state where card = card.id and {_UNTIL} order by position desc limit 1
    ) as state on true
    left join person as owner on owner.id = card.owner
"""


def every(catalogues: Iterable[Catalogue]) -> Book:
    """The cards of all catalogues, each where its own catalogue says that it is."""
    return Book(
        source=f"select standing.*, {_place(catalogues)} as place from ({STANDING}) as standing",
        orders={"title": ("sort_key", "id"), "since": ("happened", "id")},
        filters={"registre": "catalogue"},
        place="place",
    )


def _place(catalogues: Iterable[Catalogue]) -> LiteralString:
    """Where a card is, as it was typed."""
    cases = [f"when '{_literal(one.name)}' then {said(one.placed)}" for one in catalogues if one.placed]
    return f"case catalogue {' '.join(cases)} else '' end" if cases else "''"


def places(db: Connection[DictRow], catalogues: Iterable[Catalogue]) -> list[str]:
    """Every place that a card ever named, as it was typed."""
    sentence = f"""
        select distinct place from (select {_place(catalogues)} as place from card_said join card on id = card) as one
        where place <> '' order by place
    """
    return [row["place"] for row in db.execute(sentence)]


def book(catalogue: Catalogue) -> Book:
    """The cards of one catalogue, sorted by any of its fields and filtered by its choices."""
    orders: dict[str, tuple[LiteralString, ...]] = {
        "title": ("sort_key", "id"),
        "since": ("happened", "id"),
        "state": ("state", "sort_key", "id"),
    }
    fields = {str(one.name): _field(one.name, one.shape) for one in catalogue.fields}
    orders |= {name: (said, "sort_key", "id") for name, said in fields.items()}
    choices = {str(one.name): said(one.name) for one in catalogue.fields if one.shape is Shape.CHOICE}
    source = f"""
        select standing.*, {_place([catalogue])} as place from ({STANDING}) as standing
        where catalogue = '{_literal(catalogue.name)}'
    """
    return Book(source=source, orders=orders, filters={"etat": "state", **choices}, place="place")


def said(name: str) -> LiteralString:
    return f"coalesce(said ->> '{_literal(name)}', '')"


def _field(name: str, shape: Shape) -> LiteralString:
    """What orders by a field compares: figures as figures."""
    typed = said(name)
    return f"lpad({typed}, 15, '0')" if shape in (Shape.COUNT, Shape.AMOUNT) else typed


def _literal(slug: str) -> LiteralString:
    """The name of a catalogue or of a field comes with the program, and is a slug: nothing else enters a sentence."""
    if not slug.replace("_", "").replace("-", "").isalnum():
        raise ValueError(slug)
    return slug


def of(db: Connection[DictRow], catalogue: CatalogueName, card: CardId, as_of: AsOf) -> DictRow | None:
    sentence = f"{STANDING} where card.id = %(id)s and catalogue = %(catalogue)s"
    return db.execute(sentence, as_of.asked | {"id": card, "catalogue": catalogue}).fetchone()


def of_owner(db: Connection[DictRow], owner: str | None, names: list[str], as_of: AsOf) -> list[DictRow]:
    """The cards of a member, or of an organisation under any of these names, in the order of their titles."""
    sentence = f"""
        {STANDING} where card.owner = %(owner)s or card.owner is null and card.organisation = any(%(names)s)
        order by said.sort_key, card.id
    """
    return db.execute(sentence, as_of.asked | {"owner": owner, "names": names}).fetchall()


def counts(db: Connection[DictRow]) -> dict[str, int]:
    """How many cards each catalogue holds."""
    found = db.execute("select catalogue, count(*) as cards from card group by catalogue").fetchall()
    return {row["catalogue"]: row["cards"] for row in found}


def history(db: Connection[DictRow], card: CardId) -> list[DictRow]:
    """What was written of it and where it went, in the order of the record; the first row is its beginning."""
    sentence = """
        select position, happened, written, 'said' as what, title as words, reason as note from card_said
        where card = %(card)s
        union all select position, happened, written, 'state', state, note from card_state
        where card = %(card)s and position not in (select position from card where id = %(card)s)
        order by position
    """
    return db.execute(sentence, {"card": card}).fetchall()


def meeting(
    db: Connection[DictRow], card: DictRow, catalogue: Catalogue, live: list[str], as_of: AsOf
) -> list[DictRow]:
    """The cards of the catalogue that answers, in one of its `live` states, that agree with this one; those already
    introduced left out. At most twenty, the last written first."""
    sentence = f"""
        select * from ({STANDING}) as standing
        where catalogue = %(answers)s and state = any(%(live)s) and said ->> %(agreeing)s = %(wanted)s
            and not exists (select from introduction where card = %(card)s and answer = standing.id)
        order by position desc limit 20
    """
    agreeing = catalogue.agreeing or ""
    asked = {"answers": catalogue.answered_by, "live": live, "agreeing": agreeing, "card": card["id"]}
    return db.execute(sentence, {**as_of.asked, **asked, "wanted": card["said"].get(agreeing)}).fetchall()


def dated(db: Connection[DictRow], fields: dict[str, str], as_of: AsOf) -> list[DictRow]:
    """The cards that say a day, not past, in the field named for their catalogue: that `day`, the nearest first."""
    sentence = f"""
        select * from (
            select standing.*, said ->> (%(fields)s::jsonb ->> catalogue) as day from ({STANDING}) as standing
        ) as dated
        where day >= left(%(day)s::text, length(day)) order by day, id
    """
    return db.execute(sentence, as_of.asked | {"fields": Jsonb(fields)}).fetchall()


def introductions(db: Connection[DictRow], card: CardId, as_of: AsOf) -> list[DictRow]:
    """The cards with which it was put in touch, on either side, the last first. `asks`: whether it is the other one
    that asks."""
    sentence = f"""
        select standing.id, standing.title, standing.owner_name, standing.catalogue, introduction.happened as since,
            introduction.fruitful, introduction.note, introduction.closed, introduction.answer = %(card)s as asks
        from introduction join ({STANDING}) as standing
            on standing.id = case when introduction.card = %(card)s then introduction.answer else introduction.card end
        where %(card)s in (introduction.card, introduction.answer)
        order by introduction.happened desc, standing.id
    """
    return db.execute(sentence, as_of.asked | {"card": card}).fetchall()


def loans(db: Connection[DictRow], card: CardId, since: Day) -> list[DictRow]:
    """To whom it is lent from that day on, the next first."""
    sentence = """
        select loan.*, person.name from loan left join person on person.id = loan.member
        where card = %s and until >= %s and cancelled is null order by loan.since, loan.id
    """
    return db.execute(sentence, [card, since.first]).fetchall()


def joining(db: Connection[DictRow], card: CardId, seats: int | None) -> list[DictRow]:
    """Who takes part, in the order in which they came; `seated`: whether there is a seat for all of its people, and of
    those who came before."""
    sentence = """
        select joining.*, person.name,
            %(seats)s::bigint is null or sum(people) over (order by joining.position) <= %(seats)s::bigint as seated
        from joining left join person on person.id = joining.member where card = %(card)s order by joining.position
    """
    return db.execute(sentence, {"card": card, "seats": seats}).fetchall()

"""The register of what assemblies made of each year's surplus."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.capital.facts import AppropriationIrregular, ResultAppropriated
from governance.words import Day
from projections.register import Register

appropriations = Register(
    name="appropriations",
    schema="""
        create table appropriation (
            closing   date primary key,
            result    bigint not null,
            losses    bigint not null,
            subsidies bigint not null,
            reserves  bigint not null,
            capital   bigint not null,
            paid      bigint not null,
            legal     bigint not null,
            statutory bigint not null,
            interest  bigint not null,
            carried   bigint not null,
            happened  date not null,
            decision  text not null,
            ceiling   text,
            written   timestamptz not null
        );
        create table appropriation_irregularity (
            position bigint primary key,
            closing  date not null,
            rule     text not null,
            article  text not null,
            reason   text not null,
            effect   bigint not null
        );
    """,
    sentences={
        ResultAppropriated: """
            insert into appropriation
            select closing::date, result, losses, subsidies, reserves, capital, paid, legal, statutory, interest,
                carried, "on"::date, decision, ceiling, at
            from {facts}
        """,
        AppropriationIrregular: """
            insert into appropriation_irregularity
            select position, closing::date, rule, article, reason, largest_effect from {facts}
        """,
    },
)


def of(db: Connection[DictRow], closing: Day) -> DictRow | None:
    return db.execute("select * from appropriation where closing = %s", [closing.last]).fetchone()


def irregularities(db: Connection[DictRow], closing: Day) -> list[DictRow]:
    sentence = "select * from appropriation_irregularity where closing = %s order by position"
    return db.execute(sentence, [closing.last]).fetchall()

"""The register of amendments: what each would change, who proposes it, its place in the order, what became of it."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.vote.amendment_facts import AmendmentLaid, AmendmentSettled, AmendmentsRanked
from governance.words import AssemblyId, ResolutionId
from projections.register import Register

amendments = Register(
    name="amendments",
    schema="""
        create table amendment (
            id         text primary key,
            assembly   text not null,
            resolution text not null,
            number     bigint not null,
            title      text not null,
            passage    text not null,
            instead    text not null,
            author     text,                   -- null: the board
            backing    text not null,
            distance   bigint not null default 0,
            fate       text,
            vote       text
        );
        create index amendment_assembly on amendment (assembly);
        create index amendment_resolution on amendment (resolution);
    """,
    sentences={
        AmendmentLaid: """
            insert into amendment (id, assembly, resolution, number, title, passage, instead, author, backing)
            select amendment, assembly, resolution, number, title, passage, instead, author, backing from {facts}
        """,
        AmendmentsRanked: """
            update amendment set distance = jsonb_array_length(last."order") - ranked.place + 1
            from (select distinct on (resolution) * from {facts} order by resolution, position desc) as last,
                jsonb_array_elements_text(last."order") with ordinality as ranked (id, place)
            where amendment.id = ranked.id
        """,
        AmendmentSettled: """
            update amendment set fate = fact.fate, vote = fact.vote from {facts} where amendment.id = fact.amendment
        """,
    },
)

_NAMED = "select amendment.*, person.name from amendment left join person on person.id = amendment.author"
_IN_ORDER = "order by amendment.distance desc, amendment.number"


def of_resolution(db: Connection[DictRow], resolution: ResolutionId) -> list[DictRow]:
    """In the order in which they are voted, each with its author's name."""
    return db.execute(f"{_NAMED} where amendment.resolution = %s {_IN_ORDER}", [resolution]).fetchall()


def of_assembly(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    return db.execute(f"{_NAMED} where amendment.assembly = %s {_IN_ORDER}", [assembly]).fetchall()

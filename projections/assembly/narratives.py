"""The register of narratives: each version of each meeting's, and what approved it."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.minutes_facts import NarrativeApproved, NarrativeKept
from governance.words import AssemblyId
from projections.register import Register

narratives = Register(
    name="narratives",
    apart=("assembly",),
    schema="""
        create table narrative (
            assembly text not null,
            version  bigint not null,
            digest   text not null,
            at       timestamptz not null,
            approved text,
            decision text,
            primary key (assembly, version)
        );
    """,
    sentences={
        NarrativeKept: "insert into narrative select assembly, version, digest, at, null, null from {facts}",
        NarrativeApproved: """
            update narrative set approved = fact.on, decision = fact.decision
            from {facts} where narrative.assembly = fact.assembly and narrative.version = fact.version
        """,
    },
)


def of_assembly(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """Every version, the last first, with the number of the decision that approved it."""
    sentence = """
        select narrative.*, decision.number from narrative left join decision on decision.id = narrative.decision
        where narrative.assembly = %s order by version desc
    """
    return db.execute(sentence, [assembly]).fetchall()


def to_approve(db: Connection[DictRow]) -> list[DictRow]:
    """The meetings whose last version nobody approved, the latest first."""
    sentence = """
        select assembly.id, assembly.title, assembly.day
        from (select distinct on (assembly) * from narrative order by assembly, version desc) as last
        join assembly on assembly.id = last.assembly where approved is null order by day desc
    """
    return db.execute(sentence).fetchall()

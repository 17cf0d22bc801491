"""The register of alerts: what the law or the statutes want of the whole, and that is broken."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.membership.invariant_facts import InvariantBroken, InvariantRestored
from projections.register import Register

invariants = Register(
    name="invariants",
    apart=("invariant",),
    schema="""
        create table alert (
            invariant text primary key,
            since     text not null,
            article   text not null,
            value     text,
            bound     text,
            task      text not null,
            position  bigint not null
        );
    """,
    sentences={
        InvariantBroken: """
            insert into alert
            select distinct on (invariant) invariant, "on", article, value, "limit", task, position
            from {facts} order by invariant, position desc
            on conflict (invariant) do update set since = excluded.since, article = excluded.article,
                value = excluded.value, bound = excluded.bound, task = excluded.task, position = excluded.position
        """,
        InvariantRestored: """
            delete from alert using {facts} where alert.invariant = fact.invariant
        """,
    },
)


def broken(db: Connection[DictRow]) -> list[DictRow]:
    """The alerts that are open, the oldest first. `value` and `bound` are exact fractions, null where there is none."""
    return db.execute("select * from alert order by since, position").fetchall()

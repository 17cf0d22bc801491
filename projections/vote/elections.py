"""The register of elections: each round, who stands, what each teller found, and who is elected."""

import json
from typing import cast

from psycopg import Connection
from psycopg.rows import DictRow

from governance.counting.election import Election
from governance.record import kinds
from governance.vote.election_facts import EldestSaid, ElectionCounted, ElectionOpened, UrnsCounted
from governance.vote.facts import VoteClosed
from governance.words import AssemblyId, PersonId, ResolutionId, VoteId
from projections.register import Register

elections = Register(
    name="elections",
    schema="""
        create table election (
            id         text primary key,
            assembly   text not null,
            resolution text not null,
            number     bigint not null,
            title      text not null,
            statutes   text not null,
            office     text not null,
            suffrage   jsonb not null,
            running    jsonb not null,
            opens      timestamptz not null,
            earlier    text,
            closed_at  timestamptz,
            election   jsonb
        );
        create index election_assembly on election (assembly, number, opens);
        create index election_resolution on election (resolution);
        create table urns_counted (
            vote     text not null,
            teller   text not null,
            urns     jsonb not null,
            at       timestamptz not null,
            primary key (vote, teller)
        );
    """,
    sentences={
        ElectionOpened: """
            insert into election (
                id, assembly, resolution, number, title, statutes, office, suffrage, running, opens, earlier
            )
            select vote, assembly, resolution, number, title, statutes, office, suffrage, running,
                coalesce(happened_at, opens), earlier
            from {facts}
        """,
        VoteClosed: """
            update election set closed_at = coalesce(fact.happened_at, fact.at) from {facts}
            where election.id = fact.vote
        """,
        UrnsCounted: """
            insert into urns_counted
            select distinct on (vote, teller) vote, teller, urns, at from {facts} order by vote, teller, position desc
            on conflict (vote, teller) do update set urns = excluded.urns, at = excluded.at
        """,
        ElectionCounted: """
            update election set election = last.election
            from (select distinct on (vote) * from {facts} order by vote, position desc) as last
            where election.id = last.vote
        """,
        EldestSaid: """
            update election set running = election.running || jsonb_build_object('eldest', fact.eldest)
            from {facts} where election.id = fact.vote
        """,
    },
)


def of(db: Connection[DictRow], vote: VoteId) -> DictRow | None:
    return db.execute("select * from election where id = %s", [vote]).fetchone()


def of_resolution(db: Connection[DictRow], resolution: ResolutionId) -> list[DictRow]:
    """Every round and every list of seats, in their order."""
    return db.execute("select * from election where resolution = %s order by opens, id", [resolution]).fetchall()


def of_assembly(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    return db.execute("select * from election where assembly = %s order by number, opens, id", [assembly]).fetchall()


def next_round(db: Connection[DictRow], vote: VoteId) -> DictRow | None:
    return db.execute("select * from election where earlier = %s", [vote]).fetchone()


def found(db: Connection[DictRow], vote: VoteId) -> list[DictRow]:
    """What each teller found, with her name."""
    sentence = """
        select urns_counted.*, person.name from urns_counted left join person on person.id = teller
        where vote = %s order by urns_counted.at
    """
    return db.execute(sentence, [vote]).fetchall()


def opening(row: DictRow) -> ElectionOpened:
    """The fact that opened a round of this register."""
    written = json.dumps({**row, "vote": row["id"]}, default=str).encode()
    return cast(ElectionOpened, kinds.read("ElectionOpened", written))


def result(row: DictRow) -> Election | None:
    if row["election"] is None:
        return None
    counted = json.dumps({"vote": row["id"], "election": row["election"]}).encode()
    return cast(ElectionCounted, kinds.read("ElectionCounted", counted)).election


def counted(row: DictRow) -> UrnsCounted:
    written = json.dumps({"vote": row["vote"], "teller": row["teller"], "urns": row["urns"]}).encode()
    return cast(UrnsCounted, kinds.read("UrnsCounted", written))


def candidates(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """Who may stand: everybody who speaks for a mandate of the meeting."""
    sentence = """
        select distinct person.id, person.name, person.sort_key
        from mandate join person on person.id = mandate.voter where mandate.assembly = %s
        order by person.sort_key, person.id
    """
    return db.execute(sentence, [assembly]).fetchall()


def names(db: Connection[DictRow], people: list[PersonId]) -> dict[str, str]:
    rows = db.execute("select id, name from person where id = any(%s)", [people]).fetchall()
    return {row["id"]: row["name"] for row in rows if row["name"]}

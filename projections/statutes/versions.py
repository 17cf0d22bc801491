"""The register of statutes: every version, the day it was adopted and the day from which it is in force."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.statutes.facts import CooperativeDescribed, RecordOpened, StatutesAdopted
from governance.words import Day
from projections.register import Register

versions = Register(
    name="statutes",
    schema="""
        create table statutes (
            version       text primary key,
            adopted       text not null,
            in_force_from text not null,
            statutes      jsonb not null,
            text          text not null,
            text_digest   text not null,
            position      bigint not null
        );
        create table cooperative (
            name          text,
            form          text,
            seat          text,
            registration  text,
            demonstration boolean not null,
            only_one      boolean primary key default true check (only_one)
        );
    """,
    sentences={
        RecordOpened: """
            insert into cooperative (name, demonstration) select name, demonstration from {facts}
        """,
        CooperativeDescribed: """
            update cooperative set (name, form, seat, registration) = (
                select name, form, seat, registration from {facts} order by position desc limit 1
            )
        """,
        StatutesAdopted: """
            insert into statutes
            select version, "on", in_force_from, statutes, text, text_digest, position from {facts}
        """,
    },
)


def in_force(db: Connection[DictRow], day: Day) -> DictRow | None:
    """The version in force on a day: the last to have come into force by then."""
    sentence = "select * from statutes where in_force_from <= %s order by in_force_from desc, position desc limit 1"
    return db.execute(sentence, [str(day)]).fetchone()


def of(db: Connection[DictRow], version: str) -> DictRow | None:
    return db.execute("select * from statutes where version = %s", [version]).fetchone()


def all_versions(db: Connection[DictRow]) -> list[DictRow]:
    """Every version, the latest first."""
    return db.execute("select * from statutes order by in_force_from desc, position desc").fetchall()


def cooperative(db: Connection[DictRow]) -> DictRow | None:
    """What the header of documents says."""
    return db.execute("select * from cooperative").fetchone()

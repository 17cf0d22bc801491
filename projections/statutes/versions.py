"""The register of statutes: every version, the day it was adopted and the day from which it is in force."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.statutes.facts import (
    CooperativeDescribed,
    FundersMentioned,
    LogoKept,
    LogoRemoved,
    RecordOpened,
    StatutesAdopted,
    StatutesFiled,
    StatutesIrregular,
    StatutesRead,
)
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
            position      bigint not null,
            decision      text
        );
        create table statutes_reading (      -- an adviser read this version against the text
            position bigint primary key,
            version  text not null,
            happened text not null,
            by_role  text not null
        );
        create index statutes_reading_version on statutes_reading (version);
        create table statutes_filed (        -- the text as it was filed, signed
            position bigint primary key,
            version  text not null,
            digest   text not null,
            size     bigint not null,
            happened text not null
        );
        create index statutes_filed_version on statutes_filed (version);
        create table statutes_irregular (
            position bigint primary key,
            version  text not null,
            rule     text not null,
            article  text not null,
            reason   text not null
        );
        create index statutes_irregular_version on statutes_irregular (version);
        create table cooperative (
            name          text,
            form          text,
            seat          text,
            registration  text,
            funders       text not null default '',  -- what they want every paper to say
            demonstration boolean not null,
            only_one      boolean primary key default true check (only_one)
        );
        create table logo (                          -- what they want every paper to show
            digest     text primary key,
            media_type text not null,
            words      text not null,
            position   bigint not null
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
        FundersMentioned: """
            update cooperative set funders = (select mention from {facts} order by position desc limit 1)
        """,
        LogoKept: """
            insert into logo
            select distinct on (digest) digest, media_type, words, min(position) over (partition by digest)
            from {facts} order by digest, position desc
            on conflict (digest) do update set words = excluded.words
        """,
        LogoRemoved: "delete from logo using {facts} where logo.digest = fact.digest",
        StatutesAdopted: """
            insert into statutes
            select version, "on", in_force_from, statutes, text, text_digest, position, decision from {facts}
        """,
        StatutesRead: """
            insert into statutes_reading select position, version, "on", by_role from {facts}
        """,
        StatutesFiled: """
            insert into statutes_filed select position, version, digest, size, "on" from {facts}
        """,
        StatutesIrregular: """
            insert into statutes_irregular select position, version, rule, article, reason from {facts}
        """,
    },
)


def in_force(db: Connection[DictRow], day: Day) -> DictRow | None:
    """The version in force on a day: the last to have come into force by then."""
    sentence = "select * from statutes where in_force_from <= %s order by in_force_from desc, position desc limit 1"
    return db.execute(sentence, [str(day)]).fetchone()


def first_day(db: Connection[DictRow]) -> Day | None:
    """Since when the cooperative has statutes."""
    row = db.execute("select min(in_force_from) as first_day from statutes").fetchone()
    return Day(row["first_day"]) if row and row["first_day"] else None


def of(db: Connection[DictRow], version: str) -> DictRow | None:
    return db.execute("select * from statutes where version = %s", [version]).fetchone()


def readings(db: Connection[DictRow], version: str) -> list[DictRow]:
    """Who read this version against the text, the last first; none: its rules are not read yet."""
    sentence = "select * from statutes_reading where version = %s order by happened desc, position desc"
    return db.execute(sentence, [version]).fetchall()


def unread(db: Connection[DictRow], day: Day) -> str | None:
    """The version in force on a day, if nobody has read its rules against the text."""
    version = in_force(db, day)
    return None if version is None or readings(db, version["version"]) else str(version["version"])


def filed(db: Connection[DictRow], version: str) -> DictRow | None:
    """The text of this version as it was filed: the last file given."""
    sentence = "select * from statutes_filed where version = %s order by position desc limit 1"
    return db.execute(sentence, [version]).fetchone()


def irregularities(db: Connection[DictRow], version: str) -> list[DictRow]:
    return db.execute("select * from statutes_irregular where version = %s order by position", [version]).fetchall()


def before(db: Connection[DictRow], version: str) -> DictRow | None:
    """The version that this one followed."""
    sentence = """
        select earlier.* from statutes as earlier, statutes as one
        where one.version = %s and (earlier.in_force_from, earlier.position) < (one.in_force_from, one.position)
        order by earlier.in_force_from desc, earlier.position desc limit 1
    """
    return db.execute(sentence, [version]).fetchone()


def all_versions(db: Connection[DictRow]) -> list[DictRow]:
    """Every version, the latest first."""
    return db.execute("select * from statutes order by in_force_from desc, position desc").fetchall()


def cooperative(db: Connection[DictRow]) -> DictRow | None:
    """What the header of documents says; `logos`: those that they show, in the order in which they were given."""
    sentence = """
        select cooperative.*, (
            select coalesce(jsonb_agg(to_jsonb(logo) order by position), '[]') from logo
        ) as logos from cooperative
    """
    return db.execute(sentence).fetchone()

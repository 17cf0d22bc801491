"""The register of decisions: numbered, with what was written first and every erratum; as of any day, as then known."""

from datetime import datetime
from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.decision.facts import DecisionCorrected, DecisionRecorded
from governance.words import AssemblyId, DecisionId, VoteId
from projections.membership.members import AsOf
from projections.paging import Book
from projections.register import Register

decisions = Register(
    name="decisions",
    hears={"heard": ("title",)},
    schema="""
        create table decision (
            id       text primary key,
            number   bigint not null unique,
            organ    text not null,
            happened text not null,           -- perhaps a month or a year only
            way      text not null,
            adopted  boolean not null,
            vote     text,
            assembly text,
            source   text not null,
            position bigint not null
        );
        create index decision_vote on decision (vote);
        create table decision_words (          -- what is written of it: the first time, then at each erratum
            decision text not null,
            title    text not null,
            text     text not null,
            reason   text not null,
            position bigint primary key,
            known    tstzrange not null,
            sort_key text not null,
            heard    text[] not null
        );
        create index decision_words_decision on decision_words (decision);
    """,
    sentences={
        DecisionRecorded: """
            with recorded as (
                insert into decision
                select decision, number, organ, "on", way, adopted, vote, assembly, source, position from {facts}
                returning id
            )
            insert into decision_words
            select decision, title, text, '', position, tstzrange(at, null), sort_key, heard from {facts}
        """,
        DecisionCorrected: """
            with fresh as (
                select decision, title, text, reason, position, at, sort_key, heard,
                    lead(at) over (partition by decision order by position) as until
                from {facts}
            ), closed as (
                update decision_words set known = tstzrange(lower(known), first.at)
                from (select decision, min(at) as at from fresh group by decision) as first
                where decision_words.decision = first.decision and upper(known) is null
            )
            insert into decision_words
            select decision, title, text, reason, position, tstzrange(at, until), sort_key, heard from fresh
        """,
    },
)

_WRITTEN: LiteralString = """
    select decision.*, words.title, words.text, words.reason, words.sort_key, words.heard from decision
    join decision_words words on words.decision = decision.id and words.known @> %(known)s::timestamptz
"""

REGISTER = Book(
    source=f"{_WRITTEN} where happened <= %(day)s::text",
    orders={
        "number": ("number",),
        "title": ("sort_key", "number"),
        "happened": ("happened", "number"),
        "organ": ("organ", "number"),
        "adopted": ("adopted::text", "number"),
    },
    filters={"organe": "organ", "issue": "adopted::text"},
)


def of(db: Connection[DictRow], decision: DecisionId, as_of: AsOf) -> DictRow | None:
    return db.execute(f"{_WRITTEN} where decision.id = %(id)s", as_of.asked | {"id": decision}).fetchone()


def of_vote(db: Connection[DictRow], vote: VoteId) -> DictRow | None:
    return db.execute("select * from decision where vote = %s", [vote]).fetchone()


def of_assembly(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """The decisions of a meeting, in the order of their numbers."""
    return db.execute("select * from decision where assembly = %s order by number", [assembly]).fetchall()


def of_organ(db: Connection[DictRow], organ: str) -> list[DictRow]:
    """The decisions of an organ, as they are written now, the last first."""
    sentence = f"{_WRITTEN} where organ = %(organ)s order by number desc limit 500"
    return db.execute(sentence, {"known": datetime.max, "organ": organ}).fetchall()


def later(db: Connection[DictRow], decision: DecisionId) -> list[DictRow]:
    """The adopted decisions that may have changed it, the last first."""
    sentence = """
        select decision.id, decision.number, words.title from decision as first
        join decision on decision.id <> first.id and decision.adopted and decision.happened >= left(first.happened, 4)
        join decision_words as words on words.decision = decision.id and upper_inf(words.known)
        where first.id = %s order by decision.number desc limit 500
    """
    return db.execute(sentence, [decision]).fetchall()


def history(db: Connection[DictRow], decision: DecisionId) -> list[DictRow]:
    """Everything that was written of a decision, in order."""
    sentence = "select *, lower(known) as at from decision_words where decision = %s order by position"
    return db.execute(sentence, [decision]).fetchall()

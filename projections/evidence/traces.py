"""The register of what came from what: the links that were stated, and those that the record says by itself."""

from collections.abc import Iterable, Iterator, Mapping
from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.evidence.revision_facts import FindingClosed
from governance.evidence.trace_facts import DocumentDelivered, Kind, LedTo, LinkTakenBack, Thing, parts
from governance.network.priority_facts import NotePlaced, NoteTakenBack
from governance.project.choice_facts import ChoiceLaid, OptionChosen
from governance.project.facts import DecisionLinked, EvidenceLinked, MilestonePlanned, MilestoneReached
from projections.register import Register

FARTHEST = 12  # links from one thing to another, along a trace


def _known(cause: LiteralString, effect: LiteralString, where: LiteralString = "true") -> LiteralString:
    """A link that facts of another purpose say: nobody takes it back, even who had stated it before."""
    return f"""
        insert into trace select distinct on (1, 2) {cause}, {effect}, false, position from {{facts}}
        where {where} on conflict (cause, effect) do update set stated = false
    """


traces = Register(
    name="traces",
    schema="""
        create table trace (
            cause    text not null,
            effect   text not null,
            stated   boolean not null,         -- by somebody, who may take it back
            position bigint not null,
            primary key (cause, effect)
        );
        create index trace_effect on trace (effect);
        create table delivered (               -- documents, with any of these things
            id         text primary key,
            title      text not null,
            digest     text not null,
            media_type text not null,
            size       bigint not null,
            happened   text not null,
            note       text not null,
            position   bigint not null
        );
    """,
    sentences={
        LedTo: "insert into trace select cause, effect, true, position from {facts} on conflict do nothing",
        LinkTakenBack: """
            delete from trace using {facts}
            where trace.cause = fact.cause and trace.effect = fact.effect and trace.stated
        """,
        NotePlaced: _known("'note.' || note", "'axis.' || prioritisation || '.' || board"),
        NoteTakenBack: "delete from trace using {facts} where trace.cause = 'note.' || fact.note",
        MilestonePlanned: _known("'project.' || project", "'milestone.' || milestone"),
        DecisionLinked: _known("'decision.' || decision", "'milestone.' || milestone"),
        MilestoneReached: _known("'decision.' || decision", "'milestone.' || milestone", "decision is not null"),
        EvidenceLinked: _known("'milestone.' || milestone", "'piece.' || piece"),
        ChoiceLaid: _known("'project.' || project", "'choice.' || choice", "project is not null"),
        FindingClosed: _known("'finding.' || finding", "evidence"),
        OptionChosen: _known("'choice.' || choice", "'decision.' || decision"),
        DocumentDelivered: """
            with one as (
                insert into delivered
                select document, title, digest, media_type, size, "on", note, position from {facts}
            )
            insert into trace select "of", 'document.' || document, false, position from {facts}
        """,
    },
)

_THINGS: Mapping[Kind, LiteralString] = {
    Kind.FINDING: "select id, text as title, revision as within, position from finding",
    Kind.NOTE: "select id, text as title, prioritisation as within, position from note where not taken_back",
    Kind.AXIS: """
        select prioritisation.id || '.' || (one ->> 'board') as id, one ->> 'name' as title,
            prioritisation.id as within, position
        from prioritisation, jsonb_array_elements(boards) as one
    """,
    Kind.TOPIC: "select id, title, meeting as within, position from topic",
    Kind.VISION: "select id, text as title, '' as within, position from vision",
    Kind.PROPOSAL: "select id, text as title, '' as within, position from proposal",
    Kind.ACTION: "select id, what as title, '' as within, position from action",
    Kind.CARD: """
        select card.id, said.title, card.catalogue as within, card.position from card join lateral (
            select title from card_said where card = card.id order by position desc limit 1
        ) as said on true
    """,
    Kind.DECISION: """
        select decision.id, '(' || number || ') ' || words.title as title, '' as within, decision.position
        from decision join decision_words as words on words.decision = decision.id and upper_inf(words.known)
    """,
    Kind.PROJECT: "select id, title, '' as within, position from project",
    Kind.MILESTONE: """
        select distinct on (milestone) milestone as id, title, project as within, position
        from milestone_plan order by milestone, position desc
    """,
    Kind.CHOICE: "select id, question as title, '' as within, position from choice",
    Kind.PIECE: "select id, title, evidence as within, position from piece",
    Kind.DOCUMENT: "select id, title, digest as within, position from delivered",
}
"""How each kind of thing is called, and within what it is found."""


def named(db: Connection[DictRow], things: Iterable[Thing]) -> dict[Thing, DictRow]:
    """What they are called: `kind`, `id`, `title`, `within`."""
    asked: dict[Kind, list[str]] = {}
    for one in things:
        kind, identifier = parts(one)
        asked.setdefault(kind, []).append(identifier)
    found: dict[Thing, DictRow] = {}
    for kind, identifiers in asked.items():
        sentence = f"select * from ({_THINGS[kind]}) as one where id = any(%s)"
        for row in db.execute(sentence, [identifiers]):
            found[Thing(f"{kind.value}.{row['id']}")] = row | {"kind": kind.value}
    return found


def document(db: Connection[DictRow], identifier: str) -> DictRow | None:
    return db.execute("select * from delivered where id = %s", [identifier]).fetchone()


def listed(db: Connection[DictRow], kind: Kind, limit: int) -> list[DictRow]:
    """The things of a kind, the last written first."""
    return db.execute(f"select * from ({_THINGS[kind]}) as one order by position desc limit %s", [limit]).fetchall()


def around(db: Connection[DictRow], one: Thing) -> list[DictRow]:
    """Every link on the way to this thing (`back`) or from it, however far."""
    return [*_walk(db, one, "effect", "cause", True), *_walk(db, one, "cause", "effect", False)]


def _walk(
    db: Connection[DictRow], one: Thing, near: LiteralString, far: LiteralString, back: bool
) -> Iterator[DictRow]:
    sentence = f"""
        with recursive walk as (
            select trace.*, 1 as depth from trace where {near} = %(one)s
            union
            select trace.*, depth + 1 from trace join walk on trace.{near} = walk.{far} where depth < %(farthest)s
        )
        select distinct on (position, cause, effect) cause, effect, stated, %(back)s::boolean as back from walk
        order by position, cause, effect
    """
    yield from db.execute(sentence, {"one": one, "farthest": FARTHEST, "back": back})

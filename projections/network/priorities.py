"""The register of prioritisations: their boards, the notes on them as they are grouped, what a source prints, what was
retained."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.network.facts import MeetingId
from governance.network.priority_facts import (
    FiguresQuoted,
    IdeasRetained,
    NotePlaced,
    NotesGrouped,
    NoteTakenBack,
    PrioritisationClosed,
    PrioritisationId,
    PrioritisationOpened,
)
from governance.words import PersonId
from projections.register import Register

priorities = Register(
    name="priorities",
    schema="""
        create table prioritisation (
            id        text primary key,
            title     text not null,
            boards    jsonb not null,          -- in their order: board, name
            horizons  jsonb not null,          -- colour, name, each
            happened  text not null,
            room      bigint,
            source    text not null,
            meeting   text,                    -- that did it
            closed    text,
            committee text,                    -- who retained ideas, when, and what follows
            retained  text,
            next      text,
            position  bigint not null
        );
        create index prioritisation_meeting on prioritisation (meeting);
        create table note (
            id             text primary key,
            prioritisation text not null,
            board          text not null,
            colour         text not null,
            text           text not null,
            person         text,               -- null: a paper of the room
            category       text not null default '',
            taken_back     boolean not null default false,
            retained       boolean not null default false,
            position       bigint not null
        );
        create index note_prioritisation on note (prioritisation, position);
        create table quoted_figure (
            prioritisation text not null,
            source         text not null,
            figure         jsonb not null,     -- measure, board, printed, category, colour
            place          bigint not null,
            position       bigint not null
        );
        create index quoted_figure_prioritisation on quoted_figure (prioritisation);
        create table source_remark (
            prioritisation text not null,
            source         text not null,
            remark         jsonb not null,     -- where, text
            place          bigint not null,
            position       bigint not null
        );
        create index source_remark_prioritisation on source_remark (prioritisation);
        create table board_called (
            prioritisation text not null,
            called         jsonb not null,     -- board, where, name, number
            place          bigint not null,
            position       bigint not null
        );
        create index board_called_prioritisation on board_called (prioritisation);
    """,
    sentences={
        PrioritisationOpened: """
            insert into prioritisation (id, title, boards, horizons, happened, room, source, meeting, position)
            select prioritisation, title, boards, horizons, "on", room, source, meeting, position from {facts}
        """,
        NotePlaced: """
            insert into note (id, prioritisation, board, colour, text, person, position)
            select note, prioritisation, board, colour, text, person, position from {facts}
        """,
        NoteTakenBack: """
            update note set taken_back = true from {facts} where note.id = fact.note
        """,
        NotesGrouped: """
            update note set category = latest.category from (
                select distinct on (one.id) one.id, fact.category
                from {facts}, jsonb_array_elements_text(notes) as one(id) order by one.id, fact.position desc
            ) as latest where note.id = latest.id
        """,
        PrioritisationClosed: """
            update prioritisation set closed = fact."on" from {facts} where prioritisation.id = fact.prioritisation
        """,
        FiguresQuoted: """
            with figure as (
                insert into quoted_figure
                select prioritisation, source, one, place, position
                from {facts}, jsonb_array_elements(figures) with ordinality as each(one, place)
            ), elsewhere as (
                insert into board_called
                select prioritisation, one, place, position
                from {facts}, jsonb_array_elements(coalesce(called, '[]')) with ordinality as each(one, place)
            )
            insert into source_remark
            select prioritisation, source, one, place, position
            from {facts}, jsonb_array_elements(remarks) with ordinality as each(one, place)
        """,
        IdeasRetained: """
            with idea as (
                update note set retained = true
                from {facts}, jsonb_array_elements(fact.retained) as one where note.id = one ->> 'note'
            )
            update prioritisation set committee = fact.committee, retained = fact."on", next = fact.next
            from {facts} where prioritisation.id = fact.prioritisation
        """,
    },
)


def every(db: Connection[DictRow]) -> list[DictRow]:
    """The prioritisations with how many notes count in each, the latest first."""
    sentence = """
        select prioritisation.*, (
            select count(*) from note where note.prioritisation = prioritisation.id and not taken_back
        ) as notes
        from prioritisation order by happened desc, position desc
    """
    return db.execute(sentence).fetchall()


def of(db: Connection[DictRow], prioritisation: PrioritisationId) -> DictRow | None:
    return db.execute("select * from prioritisation where id = %s", [prioritisation]).fetchone()


def of_meeting(db: Connection[DictRow], meeting: MeetingId) -> list[DictRow]:
    return db.execute("select * from prioritisation where meeting = %s order by position", [meeting]).fetchall()


def notes(db: Connection[DictRow], prioritisation: PrioritisationId) -> list[DictRow]:
    """Those that count, as they came."""
    sentence = "select * from note where prioritisation = %s and not taken_back order by position, id"
    return db.execute(sentence, [prioritisation]).fetchall()


def placed_by(db: Connection[DictRow], prioritisation: PrioritisationId, person: PersonId) -> list[DictRow]:
    """Those of one person that count."""
    return [note for note in notes(db, prioritisation) if note["person"] == person]


def quoted(db: Connection[DictRow], prioritisation: PrioritisationId) -> list[DictRow]:
    """The figures that sources print, in the order in which they were read."""
    sentence = "select * from quoted_figure where prioritisation = %s order by position, place"
    return db.execute(sentence, [prioritisation]).fetchall()


def remarks(db: Connection[DictRow], prioritisation: PrioritisationId) -> list[DictRow]:
    sentence = "select * from source_remark where prioritisation = %s order by position, place"
    return db.execute(sentence, [prioritisation]).fetchall()


def called(db: Connection[DictRow], prioritisation: PrioritisationId) -> list[DictRow]:
    """How other pages of its sources call its boards."""
    sentence = "select called from board_called where prioritisation = %s order by position, place"
    return [row["called"] for row in db.execute(sentence, [prioritisation]).fetchall()]

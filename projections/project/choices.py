"""The register of choices: what was to be chosen, what was remarked of each option, what was chosen."""

from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.project.choice_facts import ChoiceId, ChoiceLaid, OptionChosen, RemarksMade
from governance.words import ProjectId
from projections.register import Register

choices = Register(
    name="choices",
    schema="""
        create table choice (
            id        text primary key,
            question  text not null,
            options   jsonb not null,
            criteria  jsonb not null,
            happened  text not null,
            project   text,
            pilot     boolean not null,
            source    text not null,
            position  bigint not null
        );
        create index choice_project on choice (project);
        create table choice_remark (
            choice    text not null,
            option    text not null,
            criterion text not null,
            text      text not null,
            position  bigint not null,
            primary key (choice, option, criterion)
        );
        create table choice_made (
            choice   text not null,
            option   text not null,
            decision text not null,
            happened text not null,
            reason   text not null,
            position bigint primary key
        );
        create index choice_made_choice on choice_made (choice, position);
    """,
    sentences={
        ChoiceLaid: """
            insert into choice
            select distinct on (choice)
                choice, question, options, criteria, "on", project, pilot, source,
                min(position) over (partition by choice)
            from {facts} order by choice, fact.position desc
            on conflict (id) do update set question = excluded.question, options = excluded.options,
                criteria = excluded.criteria, happened = excluded.happened, project = excluded.project,
                pilot = excluded.pilot, source = excluded.source
        """,
        RemarksMade: """
            insert into choice_remark
            select distinct on (choice, one ->> 'option', one ->> 'criterion')
                choice, one ->> 'option', one ->> 'criterion', one ->> 'text', position
            from {facts}, jsonb_array_elements(remarks) as one
            order by choice, one ->> 'option', one ->> 'criterion', position desc
            on conflict (choice, option, criterion) do update set text = excluded.text, position = excluded.position
        """,
        OptionChosen: """
            insert into choice_made select choice, option, decision, "on", reason, position from {facts}
        """,
    },
)

_WHOLE: LiteralString = """
    select choice.*, made.option as chosen, made.decision, made.happened as chosen_on, made.reason, decision.number
    from choice left join lateral (
        select * from choice_made where choice_made.choice = choice.id order by position desc limit 1
    ) as made on true
    left join decision on decision.id = made.decision
"""


def every(db: Connection[DictRow], project: ProjectId | None = None) -> list[DictRow]:
    """With what was chosen last; of one project or all."""
    sentence = _WHOLE + "where %(project)s::text is null or project = %(project)s order by choice.position"
    return db.execute(sentence, {"project": project}).fetchall()


def of(db: Connection[DictRow], choice: ChoiceId) -> DictRow | None:
    return db.execute(_WHOLE + "where choice.id = %s", [choice]).fetchone()


def remarks(db: Connection[DictRow], choice: ChoiceId) -> dict[tuple[str, str], str]:
    """What is remarked of each option, by option and criterion."""
    rows = db.execute("select option, criterion, text from choice_remark where choice = %s", [choice])
    return {(row["option"], row["criterion"]): row["text"] for row in rows}

"""The register of requests: who asked to be corrected or forgotten, who answered, by when an answer is owed."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.rights.facts import CorrectionAnswered, CorrectionRequested, ErasureDecided, ErasureRequested
from governance.words import PersonId
from projections.register import Register

requests = Register(
    name="requests",
    apart=("request",),
    schema="""
        create table request (
            id       text primary key,
            person   text not null,
            what     text not null,       -- correction, contact, identity
            received text not null,
            position bigint not null,
            state    text not null        -- waiting, seconded (one of two agreed), granted, refused
        );
        create index request_person on request (person);
        create table request_answer (
            request  text not null,
            decider  text not null,
            agrees   boolean not null,
            happened text not null,
            position bigint primary key
        );
        create index request_answer_request on request_answer (request);
    """,
    sentences={
        ErasureRequested: """
            insert into request select request, person, scope, "on", position, 'waiting' from {facts}
        """,
        CorrectionRequested: """
            insert into request select request, person, 'correction', "on", position, 'waiting' from {facts}
        """,
        ErasureDecided: """
            with answered as (
                insert into request_answer select request, decider, agrees, "on", position from {facts}
            ), said as (
                select request as id, bool_and(agrees) as agreed, count(*) as voices from {facts} group by request
            )
            update request set state = case
                when not agreed then 'refused' when state = 'seconded' or voices = 2 then 'granted' else 'seconded' end
            from said where request.id = said.id
        """,
        CorrectionAnswered: """
            with answered as (
                insert into request_answer select request, by, done, "on", position from {facts}
            )
            update request set state = case when done then 'granted' else 'refused' end
            from {facts} where request.id = fact.request
        """,
    },
)

_REQUEST = """
    select request.*, person.name, reason.words, (received::date + interval '1 month')::date as due
    from request join person on person.id = request.person left join reason on reason.position = request.position
"""  # RGPD art. 12.3: an answer within a month


def of(db: Connection[DictRow], request: str) -> DictRow | None:
    return db.execute(f"{_REQUEST} where request.id = %s", [request]).fetchone()


def of_person(db: Connection[DictRow], person: PersonId) -> list[DictRow]:
    """What she asked, the last first."""
    return db.execute(f"{_REQUEST} where request.person = %s order by request.position desc", [person]).fetchall()


def waiting(db: Connection[DictRow]) -> list[DictRow]:
    """The requests that still want an answer, the oldest first."""
    return db.execute(f"{_REQUEST} where state in ('waiting', 'seconded') order by due, request.position").fetchall()


def answers(db: Connection[DictRow], request: str) -> list[DictRow]:
    """Who answered what, and why, in order."""
    sentence = """
        select request_answer.*, person.name, reason.words
        from request_answer left join person on person.id = decider left join reason using (position)
        where request = %s order by position
    """
    return db.execute(sentence, [request]).fetchall()

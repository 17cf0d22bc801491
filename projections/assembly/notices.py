"""The register of notices: who received hers, whose server refused it, who must be given it by hand."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.facts import NoticeHandedOver, NoticeRefused, NoticeSent
from governance.words import AssemblyId, Day
from projections.membership.consents import BY_EMAIL, reaching
from projections.register import Register

notices = Register(
    name="notices",
    schema="""
        create table notice (
            assembly text not null,
            person   text not null,
            state    text not null,    -- sent, refused, handed
            answer   text not null,    -- the code of the server that refused
            at       timestamptz not null,
            primary key (assembly, person)
        );
    """,
    sentences={
        NoticeSent: """
            insert into notice
            select distinct on (assembly, person) assembly, person, 'sent', '', at
            from {facts} order by assembly, person, position desc
            on conflict (assembly, person) do update set state = 'sent', answer = '', at = excluded.at
        """,
        NoticeRefused: """
            insert into notice
            select distinct on (assembly, person) assembly, person, 'refused', answer, at
            from {facts} order by assembly, person, position desc
            on conflict (assembly, person)
            do update set state = 'refused', answer = excluded.answer, at = excluded.at
        """,
        NoticeHandedOver: """
            insert into notice
            select distinct on (assembly, person) assembly, person, 'handed', '', at
            from {facts} order by assembly, person, position desc
            on conflict (assembly, person) do update set state = 'handed', answer = '', at = excluded.at
        """,
    },
)


_LEAVES = f"(case when assembly.organ = 'assembly' then {BY_EMAIL} else person.email is not null end)"
"""A meeting of members follows the law of their form and what each said; one of a board has neither (C.com R225-63)."""


def of(db: Connection[DictRow], assembly: AssemblyId, today: Day) -> list[DictRow]:
    """Every voter of the roll once. `state`: sent, refused, handed; due while a letter waits; none without a mailbox,
    paper where she takes no notice there.

    `attempts`, `said` and `next_try`: of the letter that waits.
    """
    sentence = f"""
        select voter as person, person.name, coalesce(
                notice.state, case when person.email is null then 'none' when {_LEAVES} then 'due' else 'paper' end
            ) as state,
            notice.at, notice.answer, letter.attempts, letter.answer as said, letter.next_try
        from (select distinct voter from mandate where assembly = %(assembly)s) as addressed
        join person on person.id = voter
        join assembly on assembly.id = %(assembly)s
        left join notice on notice.assembly = assembly.id and notice.person = voter
        left join public.outbox as letter on letter.position = assembly.convened and letter.recipient = voter
            and letter.purpose = 'notice'
        order by sort_key, voter
    """
    return db.execute(sentence, reaching(today) | {"assembly": assembly}).fetchall()


def due(db: Connection[DictRow], today: Day) -> list[DictRow]:
    """The notices that should leave by e-mail: for meetings that are to come, to voters whom they reach there."""
    sentence = f"""
        select 'notice' as purpose, assembly.id as subject, assembly.convened as position, voter as recipient
        from assembly
        join (select distinct assembly, voter from mandate) as addressed on addressed.assembly = assembly.id
        join person on person.id = voter
        left join notice on notice.assembly = assembly.id and notice.person = voter
        where assembly.state = 'convened' and assembly.day >= %(day)s::date::text and notice.person is null
            and {_LEAVES}
    """
    return db.execute(sentence, reaching(today)).fetchall()

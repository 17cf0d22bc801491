"""The register of notices: each edition to each person, how it went and when; what is due, what came back."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.convening_facts import NoticeCorrected, NoticePosted, PostingProved
from governance.assembly.facts import AssemblyConvened, NoticeHandedOver, NoticeRefused, NoticeSent
from governance.words import AssemblyId, Day
from projections.membership.consents import BY_EMAIL, reaching
from projections.register import Register

notices = Register(
    name="notices",
    schema="""
        create table notice (
            position bigint primary key,
            assembly text not null,
            person   text not null,
            edition  bigint not null,  -- 0 the first notice, then each correction
            state    text not null,    -- sent, refused, posted, handed
            detail   text not null,    -- the server's code, the Message-ID or the number of a registered letter
            day      text not null,    -- on which it went
            at       timestamptz not null
        );
        create index notice_of on notice (assembly, person, edition, position);
        create table notice_edition (
            assembly text not null,
            edition  bigint not null,
            position bigint not null,
            day      text not null,
            primary key (assembly, edition)
        );
        create table posting_proof (
            position   bigint primary key,
            assembly   text not null,
            digest     text not null,
            size       bigint not null,
            media_type text not null,
            day        text not null
        );
    """,
    sentences={
        AssemblyConvened: """
            insert into notice_edition select assembly, 0, position, "on" from {facts}
        """,
        NoticeCorrected: """
            insert into notice_edition select assembly, edition, position, "on" from {facts}
        """,
        NoticeSent: """
            insert into notice
            select position, assembly, person, coalesce(edition, 0), 'sent', message,
                (at at time zone 'Europe/Paris')::date::text, at
            from {facts}
        """,
        NoticeRefused: """
            insert into notice
            select position, assembly, person, coalesce(edition, 0), 'refused', answer,
                (at at time zone 'Europe/Paris')::date::text, at
            from {facts}
        """,
        NoticeHandedOver: """
            insert into notice
            select position, assembly, person, coalesce(edition, 0), 'handed', '', "on", at from {facts}
        """,
        NoticePosted: """
            insert into notice
            select position, assembly, person, coalesce(edition, 0), 'posted', number, "on", at from {facts}
        """,
        PostingProved: """
            insert into posting_proof select position, assembly, digest, size, media_type, "on" from {facts}
        """,
    },
)


_LEAVES = f"(case when assembly.organ = 'assembly' then {BY_EMAIL} else person.email is not null end)"
"""A meeting of members follows the law of their form and what each said; one of a board has neither (C.com R225-63)."""

_LAST = """
    lateral (
        select * from notice where notice.assembly = assembly.id and notice.person = voter
            and notice.edition = assembly.edition
        order by notice.position desc limit 1
    )
"""
"""What became last of the notice that stands, for a `voter` of an `assembly`."""


def of(db: Connection[DictRow], assembly: AssemblyId, today: Day) -> list[DictRow]:
    """Every voter of the roll once, for the notice that stands. `state`: sent, refused, posted, handed; due while a
    letter waits; none without a mailbox, paper where she takes no notice there.

    `detail` as in the register; `attempts`, `said` and `next_try`: of the letter that waits.
    """
    sentence = f"""
        select voter as person, person.name, coalesce(
                notice.state, case when person.email is null then 'none' when {_LEAVES} then 'due' else 'paper' end
            ) as state,
            notice.at, notice.day, coalesce(notice.detail, '') as detail, letter.attempts, letter.answer as said,
            letter.next_try
        from (select distinct voter from mandate where assembly = %(assembly)s) as addressed
        join person on person.id = voter
        join assembly on assembly.id = %(assembly)s
        left join {_LAST} as notice on true
        left join notice_edition as stands on stands.assembly = assembly.id and stands.edition = assembly.edition
        left join public.outbox as letter on letter.position = stands.position and letter.recipient = voter
            and letter.purpose = 'notice'
        order by sort_key, voter
    """
    return db.execute(sentence, reaching(today) | {"assembly": assembly}).fetchall()


def due(db: Connection[DictRow], today: Day) -> list[DictRow]:
    """The notices that should leave by e-mail: for meetings that are to come, to voters whom they reach there."""
    sentence = f"""
        select 'notice' as purpose, assembly.id as subject, stands.position, voter as recipient
        from assembly
        join notice_edition as stands on stands.assembly = assembly.id and stands.edition = assembly.edition
        join (select distinct assembly, voter from mandate) as addressed on addressed.assembly = assembly.id
        join person on person.id = voter
        left join {_LAST} as notice on true
        where assembly.state = 'convened' and assembly.day >= %(day)s::date::text and notice.person is null
            and {_LEAVES}
    """
    return db.execute(sentence, reaching(today)).fetchall()


def untold(db: Connection[DictRow]) -> list[DictRow]:
    """The letters of the outbox that left or were refused, of which the record does not know yet."""
    sentence = """
        select letter.*, stands.edition from public.outbox as letter
        join notice_edition as stands on stands.assembly = subject and stands.position = letter.position
        where purpose = 'notice' and state <> 'due' and not exists (
            select from notice where notice.assembly = subject and person = recipient
                and notice.edition = stands.edition and notice.state in ('sent', 'refused')
        )
    """
    return db.execute(sentence).fetchall()


def history(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    """What went to whom, when and how, in the order of the record."""
    sentence = """
        select notice.*, person.name from notice left join person on person.id = notice.person
        where assembly = %s order by notice.position
    """
    return db.execute(sentence, [assembly]).fetchall()


def proofs(db: Connection[DictRow], assembly: AssemblyId) -> list[DictRow]:
    return db.execute("select * from posting_proof where assembly = %s order by position", [assembly]).fetchall()


def refused(db: Connection[DictRow]) -> list[DictRow]:
    """Of meetings to come, how many notices no server would take: somebody must be reached another way."""
    sentence = f"""
        select assembly.id, assembly.title, count(*) as people
        from assembly
        join (select distinct assembly, voter from mandate) as addressed on addressed.assembly = assembly.id
        join {_LAST} as notice on notice.state = 'refused'
        where assembly.state = 'convened' group by assembly.id order by assembly.day
    """
    return db.execute(sentence).fetchall()

"""The register of persons, natural and legal: how they are called and reached. The only one that opens the vault.

A name, an address or a mailbox is null once the key that closed it is destroyed. Erasing happens here, in the same
transaction as the row: the keys and the words given before that moment go, those given after it stay.
"""

from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from governance.capital.facts import CapitalIrregular, ReimbursementReturned, SharesPaid, SharesReimbursed
from governance.dues.facts import DuesWaived
from governance.evidence.remark_facts import RemarkMade
from governance.membership.exclusion_facts import ExclusionProposed, MemberHeard
from governance.membership.facts import (
    ApplicationRejected,
    ContactChanged,
    ContactErased,
    HeirsNamed,
    MembershipIrregular,
    OrganisationRegistered,
    PersonRegistered,
)
from governance.membership.person_facts import AliasGiven, BankAccountGiven, OrganisationCorrected, PersonsMerged
from governance.rights.facts import (
    CorrectionAnswered,
    CorrectionRequested,
    ErasureDecided,
    ErasureRequested,
    IdentityErased,
)
from governance.vote.deliberation_facts import Answered
from governance.words import PersonId
from projections.register import Register

persons = Register(
    name="persons",
    apart=("person", "member", "closed"),
    opens=True,
    hears={"heard": ("name", "siren", "siret", "rna"), "heard_email": ("email",), "heard_phone": ("phone",)},
    schema="""
        create table person (
            id          text primary key,
            legal       boolean not null,
            name        text,
            sort_key    text not null,
            heard       text[] not null default '{}',
            heard_email text[] not null default '{}',
            heard_phone text[] not null default '{}',
            email       text,
            phone       text,
            address     text,
            iban        text,
            kind        text,
            public_body boolean not null default false,
            siren       text,
            siret       text,
            rna         text,
            merged      text             -- the identifier that takes the place of this one, which is closed
        );
        create table alias (
            position bigint primary key,
            person   text not null,
            name     text,
            heard    text[] not null
        );
        create index alias_person on alias (person);
        create index person_sort on person (sort_key, id);
        create index person_public on person (id) where public_body;
        create table reason (                 -- why something was decided about her, in the words of then
            position bigint primary key,
            subject  text not null,
            words    text
        );
        create index reason_subject on reason (subject);
        create index person_heard on person using gin (heard, heard_email, heard_phone) with (fastupdate = off);
    """,
    sentences={
        PersonRegistered: """
            insert into person (
                id, legal, name, sort_key, heard, heard_email, heard_phone, email, phone, address
            )
            select person, false, name, sort_key, heard, heard_email, heard_phone, email, phone, address from {facts}
        """,
        OrganisationRegistered: """
            insert into person (id, legal, name, sort_key, heard, address, kind, public_body, siren)
            select member, true, name, sort_key, heard, nullif(seat, ''), kind, public_body, nullif(siren, '')
            from {facts}
        """,
        OrganisationCorrected: """
            update person set name = last.name, sort_key = last.sort_key, address = nullif(seat, ''),
                kind = last.kind, public_body = last.public_body,
                siren = nullif(last.siren, ''), siret = nullif(last.siret, ''), rna = nullif(last.rna, ''),
                heard = array(
                    select unnest(last.heard)
                    union select unnest(alias.heard) from alias where person = member order by 1
                )
            from (select distinct on (member) * from {facts} order by member, position desc) as last
            where person.id = member
        """,
        ContactChanged: """
            update person set
                email = coalesce(last.email, person.email),
                heard_email = case when last.email is null then person.heard_email else last.heard_email end,
                phone = coalesce(last.phone, person.phone),
                heard_phone = case when last.phone is null then person.heard_phone else last.heard_phone end,
                address = coalesce(last.address, person.address)
            from (
                select who as id, mail.email, mail.heard_email, call.phone, call.heard_phone, home.address
                from (select distinct person as who from {facts}) as each
                left join lateral (
                    select email, heard_email from {facts} where person = who and email is not null
                    order by position desc limit 1
                ) as mail on true
                left join lateral (
                    select phone, heard_phone from {facts} where person = who and phone is not null
                    order by position desc limit 1
                ) as call on true
                left join lateral (
                    select address from {facts} where person = who and address is not null
                    order by position desc limit 1
                ) as home on true
            ) as last
            where person.id = last.id
        """,
        BankAccountGiven: """
            update person set iban = last.iban
            from (select distinct on (member) member, iban from {facts} order by member, position desc) as last
            where person.id = last.member
        """,
        AliasGiven: """
            with given as (
                insert into alias select position, person, name, heard from {facts}
            )
            update person set heard = array(select distinct unnest(person.heard || more.heard) order by 1)
            from (
                select person as id, array_agg(distinct key) as heard from {facts}, unnest(heard) as key group by person
            ) as more
            where person.id = more.id
        """,
        PersonsMerged: "update person set merged = kept from {facts} where id = closed",
        ApplicationRejected: "insert into reason select position, member, reason from {facts}",
        HeirsNamed: "insert into reason select position, member, heirs from {facts}",
        DuesWaived: "insert into reason select position, member, reason from {facts}",
        Answered: "insert into reason select position, person, reason from {facts} where reason is not null",
        ExclusionProposed: "insert into reason select position, member, grounds from {facts}",
        MemberHeard: "insert into reason select position, member, said from {facts}",
        MembershipIrregular: "insert into reason select position, member, reason from {facts}",
        SharesPaid: "insert into reason select position, member, note from {facts} where note is not null",
        SharesReimbursed: "insert into reason select position, member, note from {facts} where note is not null",
        ReimbursementReturned: "insert into reason select position, member, note from {facts} where note is not null",
        CapitalIrregular: "insert into reason select position, member, why from {facts} where why is not null",
        RemarkMade: "insert into reason select position, person, words from {facts}",
        ErasureRequested: "insert into reason select position, person, reason from {facts}",
        ErasureDecided: "insert into reason select position, person, reason from {facts}",
        CorrectionRequested: "insert into reason select position, person, words from {facts}",
        CorrectionAnswered: "insert into reason select position, person, reason from {facts}",
        IdentityErased: """
            with erased as (
                select person as id, public.vault_forget(person, 'register', max(position)) from {facts} group by person
            ), unsaid as (
                update reason set words = null from erased where reason.subject = erased.id
            ), unnamed as (
                update alias set name = null from erased where alias.person = erased.id
            )
            update person set name = null, sort_key = '', heard = '{}', address = null
            from erased where person.id = erased.id
        """,
        ContactErased: """
            with erased as (
                select person as id, public.vault_forget(person, 'contact', max(position)) from {facts} group by person
            )
            update person set email = null, phone = null, iban = null, heard_email = '{}', heard_phone = '{}'
            from erased where person.id = erased.id
        """,
    },
)


def natural(db: Connection[DictRow]) -> list[DictRow]:
    """The human beings whose name is known and whose identifier is open, in the order of names."""
    return [one for one in named(db) if not one["legal"]]


def named(db: Connection[DictRow]) -> list[DictRow]:
    """Persons and organisations whose name is known and whose identifier is open, in the order of names."""
    sentence = "select id, name, legal from person where name is not null and merged is null order by sort_key, id"
    return db.execute(sentence).fetchall()


def reachable(db: Connection[DictRow]) -> list[DictRow]:
    """The human beings who have a mailbox, in the order of names."""
    sentence = """
        select id, name from person
        where not legal and name is not null and email is not null and merged is null order by sort_key, id
    """
    return db.execute(sentence).fetchall()


def aliases(db: Connection[DictRow], person: PersonId) -> list[DictRow]:
    """The other names of somebody, in the order in which they were given."""
    sentence = "select name from alias where person = %s and name is not null order by position"
    return db.execute(sentence, [person]).fetchall()


def kept(db: Connection[DictRow], people: list[PersonId]) -> list[PersonId]:
    """The identifiers that stand today for these, each once."""
    sentence = """
        with recursive one as (
            select id, merged from person where id = any(%s)
            union select person.id, person.merged from one join person on person.id = one.merged
        )
        select id from one where merged is null order by id
    """
    return [PersonId(row["id"]) for row in db.execute(sentence, [people])]


def closed_onto(db: Connection[DictRow], person: PersonId) -> tuple[PersonId, ...]:
    """The identifiers that were closed because they were hers too."""
    rows = db.execute("select id from person where merged = %s order by id", [person]).fetchall()
    return tuple(PersonId(row["id"]) for row in rows)


def same_mailbox(db: Connection[DictRow], person: str) -> list[DictRow]:
    """The others who gave the same e-mail address: couples share a mailbox, and typing errors happen."""
    sentence = """
        select other.id, other.name from person join person other using (email)
        where person.id = %s and other.id <> person.id and other.merged is null order by other.sort_key
    """
    return db.execute(sentence, [person]).fetchall()


def of(db: Connection[DictRow], person: PersonId) -> dict[str, Any] | None:
    return db.execute("select * from person where id = %s", [person]).fetchone()

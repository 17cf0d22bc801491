"""The register of advisers: who may read, invited by whom and until when, and each day on which they did."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.membership.adviser_facts import AdviserInvited, AdviserRevoked, AdviserVisited
from governance.words import Day, PersonId
from projections.register import Register

advisers = Register(
    name="advisers",
    apart=("invitation",),
    schema="""
        create table adviser (
            invitation   text primary key,
            person       text not null,
            organisation text not null,
            scope        text not null,
            since        text not null,
            until        text not null,
            revoked      text,
            position     bigint not null
        );
        create index adviser_person on adviser (person);
        create table adviser_visit (
            invitation text not null,
            day        text not null,
            seen       text not null,
            position   bigint not null
        );
    """,
    sentences={
        AdviserInvited: """
            insert into adviser
            select invitation, person, organisation, scope, "on", until, null, position from {facts}
        """,
        AdviserRevoked: """
            update adviser set revoked = "on" from {facts} where adviser.invitation = fact.invitation
        """,
        AdviserVisited: """
            insert into adviser_visit select invitation, "on", seen, position from {facts}
        """,
    },
)


def every(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """All invitations, those that run first; `runs`: on that day."""
    sentence = """
        select adviser.*, person.name, revoked is null and until >= %s as runs
        from adviser join person on person.id = adviser.person order by runs desc, adviser.position desc
    """
    return db.execute(sentence, [str(day)]).fetchall()


def one(db: Connection[DictRow], invitation: str) -> DictRow | None:
    sentence = "select adviser.*, person.name from adviser join person on person.id = person where invitation = %s"
    return db.execute(sentence, [invitation]).fetchone()


def visits(db: Connection[DictRow]) -> list[DictRow]:
    """The last hundred, the latest first."""
    sentence = """
        select visit.day, visit.seen, adviser.organisation, person.name
        from adviser_visit as visit join adviser using (invitation) join person on person.id = adviser.person
        order by visit.position desc limit 100
    """
    return db.execute(sentence).fetchall()


def last(db: Connection[DictRow], person: PersonId, day: Day) -> DictRow | None:
    """The last invitation of a person, None if she never had one; `runs`: on that day; `email`: her mailbox now."""
    sentence = """
        select adviser.*, person.email, revoked is null and until >= %s as runs
        from adviser join person on person.id = adviser.person
        where adviser.person = %s order by adviser.position desc limit 1
    """
    return db.execute(sentence, [str(day), person]).fetchone()


def named(db: Connection[DictRow], email: str) -> PersonId | None:
    """The person already invited here who is reached at this mailbox today."""
    sentence = """
        select person.id from adviser join person on person.id = adviser.person
        where lower(email) = lower(%s) and merged is null order by adviser.position desc limit 1
    """
    row = db.execute(sentence, [email]).fetchone()
    return PersonId(row["id"]) if row else None


def readers(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """Who may read on a day, with her mailbox: those who can be written to."""
    sentence = """
        select adviser.person, person.email from adviser join person on person.id = adviser.person
        where revoked is null and until >= %s and person.email is not null order by person.id
    """
    return db.execute(sentence, [str(day)]).fetchall()

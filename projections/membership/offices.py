"""The register of offices: who is secretary, chair, on the board, réviseur; and who speaks for which organisation."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.membership.facts import OfficeLeft, OfficeTaken, RepresentativeNamed
from governance.words import Day, MemberId, Office, PersonId
from projections.register import Register

offices = Register(
    name="offices",
    schema="""
        create table office (
            person   text not null,
            office   text not null,
            since    text not null,
            until    text,
            position bigint not null
        );
        create index office_person on office (person);
        create table representative (
            member       text not null,
            person       text not null,
            since        text not null,
            deliberation text not null,
            position     bigint not null
        );
        create index representative_member on representative (member);
        create index representative_person on representative (person);
    """,
    sentences={
        OfficeTaken: """
            insert into office select person, office, "on", until, position from {facts}
        """,
        OfficeLeft: """
            update office set until = left_on.eve from (
                select person as who, office as what, (max("on")::date - 1)::text as eve
                from {facts} group by person, office
            ) as left_on
            where person = who and office = what and (until is null or until > left_on.eve)
        """,
        RepresentativeNamed: """
            insert into representative select member, person, "on", deliberation, position from {facts}
        """,
    },
)


def held(db: Connection[DictRow], person: PersonId, day: Day) -> frozenset[Office]:
    """The offices that a person holds on a day."""
    sentence = "select office from office where person = %s and since <= %s and (until is null or until >= %s)"
    return frozenset(Office(row["office"]) for row in db.execute(sentence, [person, str(day), str(day)]))


def holders(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """Who holds which office on a day, and since when."""
    sentence = """
        select office.*, person.name from office join person on person.id = office.person
        where since <= %(day)s and (until is null or until >= %(day)s) order by office, sort_key
    """
    return db.execute(sentence, {"day": str(day)}).fetchall()


def representatives(db: Connection[DictRow], member: MemberId) -> list[DictRow]:
    """Who spoke for an organisation, the last first."""
    sentence = """
        select representative.*, person.name from representative join person on person.id = representative.person
        where member = %s order by since desc, representative.position desc
    """
    return db.execute(sentence, [member]).fetchall()


def speaks_for(db: Connection[DictRow], person: PersonId, day: Day) -> tuple[MemberId, ...]:
    """The organisations for which a person speaks on a day: the last named does."""
    sentence = """
        select member from (
            select distinct on (member) member, person from representative
            where since <= %(day)s and member in (select member from representative where person = %(person)s)
            order by member, since desc, position desc
        ) as last where person = %(person)s order by member
    """
    return tuple(MemberId(row["member"]) for row in db.execute(sentence, {"person": person, "day": str(day)}))

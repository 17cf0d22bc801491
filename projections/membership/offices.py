"""The register of offices: who is secretary, chair, on the board, réviseur; and who speaks for which organisation."""

from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.membership.facts import OfficeLeft, OfficeTaken, RepresentativeNamed
from governance.membership.person_facts import GuardianNamed, MajorityReached
from governance.words import Day, MemberId, Office, PersonId
from projections.membership.members import AsOf
from projections.paging import Book
from projections.register import Register

offices = Register(
    name="offices",
    schema="""
        create table office (
            person   text not null,
            office   text not null,
            since    text not null,
            until    text,
            college  text,                 -- whose seat it is, where that was said
            provisional boolean not null,  -- named by the board, until the assembly ratifies
            position bigint not null,
            known    tstzrange not null    -- a row is closed, never changed: what was known of it then
        );
        create index office_person on office (person);
        create table representative (
            member       text not null,
            person       text not null,
            since        text not null,
            until        text,
            deliberation text not null,
            capacity     text not null,    -- representative, guardian, own: of age, she speaks for herself
            position     bigint not null
        );
        create index representative_member on representative (member);
        create index representative_person on representative (person);
    """,
    sentences={
        OfficeTaken: """
            insert into office
            select person, office, "on", until, college, coalesce(provisional, false), position, tstzrange(at, null)
            from {facts}
        """,
        OfficeLeft: """
            with gone as (
                select person as who, office as what, (max("on")::date - 1)::text as eve, min(at) as learnt
                from {facts} group by person, office
            ), closed as (
                update office set known = tstzrange(lower(known), greatest(lower(known), learnt)) from gone
                where person = who and office = what and upper_inf(known) and (until is null or until > eve)
                returning office.*, eve, learnt
            )
            insert into office
            select person, office, since, eve, college, provisional, position, tstzrange(learnt, null) from closed
        """,
        RepresentativeNamed: """
            insert into representative
            select member, person, "on", until, deliberation, 'representative', position from {facts}
        """,
        GuardianNamed: """
            insert into representative select member, guardian, "on", null, '', 'guardian', position from {facts}
        """,
        MajorityReached: """
            insert into representative select member, member, "on", null, '', 'own', position from {facts}
        """,
    },
)


_THEN: LiteralString = """
    since <= %(day)s::date::text and (until is null or until >= %(day)s::date::text) and known @> %(known)s::timestamptz
    and not (provisional and exists (    -- ratified, it goes on as another
        select from office as ratified
        where ratified.person = office.person and ratified.office = office.office and not ratified.provisional
            and ratified.since between office.since and %(day)s::date::text and ratified.known @> %(known)s::timestamptz
    ))
"""


def held(db: Connection[DictRow], person: PersonId, day: Day) -> frozenset[Office]:
    """The offices that a person holds on a day."""
    sentence = f"select office from office where person = %(person)s and {_THEN}"
    return frozenset(Office(row["office"]) for row in db.execute(sentence, AsOf(day).asked | {"person": person}))


def holders(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """Who holds which office on a day, and since when."""
    sentence = f"""
        select office.*, person.name from office join person on person.id = office.person
        where {_THEN} order by office, sort_key
    """
    return db.execute(sentence, AsOf(day).asked).fetchall()


MANDATES = Book(
    # Who held which office on a day. For the mandates that the statutes limit, of the board and of its chair: their
    # years and the article, the year whose annual assembly ends them, and the day when it did, once it is closed.
    source=f"""
        select office.*, person.name, person.sort_key, years, article, due, assembly.day as ended
        from office join person on person.id = office.person
        left join lateral (
            select (statutes #>> '{{term_years,value}}')::integer as years,
                statutes #>> '{{term_years,article}}' as article
            from statutes where in_force_from <= greatest(since, (select min(in_force_from) from statutes))
            order by in_force_from desc, statutes.position desc limit 1
        ) as term on office in ('board', 'chair')
        left join lateral (select left(since, 4)::integer + years as due) as expiry on true
        left join lateral (
            select day from assembly
            where organ = 'assembly' and state = 'closed' and left(day, 4) = due::text and day <= %(day)s::date::text
                and exists (select from resolution where resolution.assembly = assembly.id and kind = 'ordinary')
            order by day limit 1
        ) as assembly on true
        where {_THEN}
    """,
    orders={
        "what": ("office", "sort_key", "position"),
        "name": ("sort_key", "office", "position"),
        "since": ("since", "sort_key", "position"),
    },
    filters={"fonction": "office"},
    answers="person in (select person.id from person where {heard})",
)


def bench(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """Those who sit on the board, its chair too: once each, with the collège of the seat or else of the member for whom
    they sit, and when the mandate ends as in the register of mandates."""
    sentence = f"""
        select distinct on (person) mandate.*, coalesce(mandate.college, seat.college) as college,
            count(*) filter (where office = 'chair') over (partition by person) > 0 as chairs
        from ({MANDATES.source}) as mandate
        left join lateral (
            select college from member_standing as standing
            where valid @> %(day)s::date and standing.known @> %(known)s::timestamptz and standing.member in (
                select mandate.person union all
                select last.member from (
                    select distinct on (member) * from representative where since <= %(day)s::date::text
                    order by member, since desc, position desc
                ) as last where last.person = mandate.person and (until is null or until >= %(day)s::date::text)
            ) order by standing.member = mandate.person desc, standing.member limit 1
        ) as seat on true
        where mandate.office in ('board', 'chair')
        order by person, mandate.office
    """
    return sorted(db.execute(sentence, AsOf(day).asked).fetchall(), key=lambda row: row["sort_key"])


def representatives(db: Connection[DictRow], member: MemberId) -> list[DictRow]:
    """Who spoke for an organisation or a minor, the last first; `capacity` own: she came of age."""
    sentence = """
        select representative.*, person.name from representative join person on person.id = representative.person
        where member = %s order by since desc, representative.position desc
    """
    return db.execute(sentence, [member]).fetchall()


def ending(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """The representatives whose term has an end, each the last whom a member of that day named, the nearest first.

    `over`: it has passed, and nobody speaks for the organisation.
    """
    sentence = """
        select last.*, person.name, organisation.name as organisation, until < %(day)s::date::text as over from (
            select distinct on (member) * from representative where since <= %(day)s::date::text
            order by member, since desc, position desc
        ) as last
        join person on person.id = last.person join person organisation on organisation.id = member
        where until is not null and exists (
            select from member_standing as standing where standing.member = last.member
                and valid @> %(day)s::date and known @> %(known)s::timestamptz
        )
        order by until, organisation.sort_key, member
    """
    return db.execute(sentence, AsOf(day).asked).fetchall()


def speaks_for(db: Connection[DictRow], person: PersonId, day: Day) -> tuple[MemberId, ...]:
    """The organisations and minors for which a person speaks on a day: the last named does, until his term ends."""
    sentence = """
        select member from (
            select distinct on (member) member, person, until from representative
            where since <= %(day)s and member in (select member from representative where person = %(person)s)
            order by member, since desc, position desc
        ) as last where person = %(person)s and member <> person and (until is null or until >= %(day)s) order by member
    """
    return tuple(MemberId(row["member"]) for row in db.execute(sentence, {"person": person, "day": str(day)}))

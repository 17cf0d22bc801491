"""The directory: every organisation that the network knows, member or not, once; and what all rooms say of one.

Made of the cards of the catalogue of organisations and of the legal persons of the register: a card is that of the
member that it names, or that bears its name. An organisation without either is known by the meetings at which it was.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from governance.network.catalogue import Catalogue, CatalogueName
from governance.network.catalogue import Shape as Holds
from projections.membership.consents import OPEN
from projections.names import sort_key
from projections.network import cards
from projections.paging import AsOf, Book

CATALOGUE = CatalogueName("structures")

_SOURCE: LiteralString = f"""
    with sheet as (
        select card.id as card, body.id as member, card.title as name, card.sort_key, card.heard, card.said, card.state,
            card.source
        from ({cards.STANDING}) as card left join lateral (
            select id from person where id = card.owner and legal and merged is null
            union all (
                select id from person where card.owner is null and legal and merged is null and name is not null
                    and sort_key >= split_part(card.sort_key, E'\\x1f', 1) || E'\\x1f'
                    and sort_key < split_part(card.sort_key, E'\\x1f', 1) || ' '
                order by sort_key, id limit 1
            )
        ) as body on true
        where catalogue = 'structures'
    )
    select coalesce(listed.member, listed.card) as id, listed.*, case when exists (
        select from member_standing as standing where standing.member = listed.member
            and valid @> %(day)s::date and known @> %(known)s::timestamptz
    ) then 'oui' else 'non' end as belongs
    from (
        select * from sheet
        union all
        select null, id, name, sort_key, heard, jsonb_strip_nulls(jsonb_build_object('commune', address)), '', ''
        from person where legal and merged is null and name is not null
            and id not in (select member from sheet where member is not null)
    ) as listed
"""


def book(catalogue: Catalogue) -> Book:
    """Sorted by any field of a card, filtered by its choices, its territory, and whether it is a member."""
    said = {str(one.name): cards.said(one.name) for one in catalogue.fields if one.shape is not Holds.TEXT}
    chosen = {str(one.name) for one in catalogue.fields if one.shape is Holds.CHOICE} | {"territoire"}
    return Book(
        source=f"select listed.*, {cards.said('commune')} as place from ({_SOURCE}) as listed",
        orders={"name": ("sort_key", "id"), **{name: (field, "sort_key", "id") for name, field in said.items()}},
        filters={"membre": "belongs", **{name: field for name, field in said.items() if name in chosen}},
        place="place",
    )


_OPEN: LiteralString = f"""
    select * from ({_SOURCE}) as listed where said ->> 'public' = 'oui' or exists (
        select from ({OPEN}) as open
        where open.id in (
            select person from (
                select distinct on (member) * from representative
                where member = listed.member and since <= %(day)s::date::text order by member, since desc, position desc
            ) as last where until is null or until >= %(day)s::date::text
            union all
            select person from tie where what = 'affiliation' and target = listed.member
                and since <= %(day)s::date::text and (until is null or until >= %(day)s::date::text)
        )
    )
"""


def public(catalogue: Catalogue) -> Book:
    """Of these, what anybody may read of: whose card says so, or one of whose people agreed to be read by anybody."""
    source: LiteralString = f"select listed.*, {cards.said('commune')} as place from ({_OPEN}) as listed"
    whole, inner = book(catalogue), {str(one.name) for one in catalogue.fields if one.inner}
    orders = {name: by for name, by in whole.orders.items() if name not in inner}  # the key of a row says its place
    return replace(whole, source=source, orders=orders)


def open_of(db: Connection[DictRow], organisation: str, as_of: AsOf) -> DictRow | None:
    sentence = f"select * from ({_OPEN}) as listed where %(id)s in (card, member) limit 1"
    return db.execute(sentence, as_of.asked | {"id": organisation}).fetchone()


def of(db: Connection[DictRow], organisation: str, as_of: AsOf) -> DictRow | None:
    """The one whose card or whose member bears this identifier."""
    sentence = f"select * from ({_SOURCE}) as listed where %(id)s in (card, member) limit 1"
    return db.execute(sentence, as_of.asked | {"id": organisation}).fetchone()


def named(db: Connection[DictRow], name: str, as_of: AsOf) -> DictRow | None:
    """The one that bears this name, accents, case and articles apart."""
    sentence = f"select * from ({_SOURCE}) as listed where split_part(sort_key, E'\\x1f', 1) = %(key)s limit 1"
    return db.execute(sentence, as_of.asked | {"key": key(name)}).fetchone()


def territories(db: Connection[DictRow], as_of: AsOf) -> list[str]:
    return _distinct(db, as_of, "territoire", _SOURCE)


def open_territories(db: Connection[DictRow], as_of: AsOf) -> list[str]:
    return _distinct(db, as_of, "territoire", _OPEN)


def communes(db: Connection[DictRow], as_of: AsOf) -> list[str]:
    return _distinct(db, as_of, "commune", _SOURCE)


def _distinct(db: Connection[DictRow], as_of: AsOf, field: LiteralString, source: LiteralString) -> list[str]:
    sentence = f"select distinct {cards.said(field)} as words from ({source}) as listed order by words"
    return [row["words"] for row in db.execute(sentence, as_of.asked) if row["words"]]


def spelt(db: Connection[DictRow], names: Iterable[str]) -> list[str]:
    """How the rooms of the network write an organisation that bears one of these names: accents, case and articles
    apart, they are the same."""
    wanted = {key(name) for name in names}
    return [name for name in _written(db) if key(name) in wanted]


def key(name: str) -> str:
    return sort_key(name).partition("\x1f")[0]


def _written(db: Connection[DictRow]) -> list[str]:
    sentence = """
        select organisation from attendance union select organisation from group_member
        union select organisation from action_help
        union select organisation from card union select organisation from project_part order by organisation
    """
    return [row["organisation"] for row in db.execute(sentence) if row["organisation"]]


def met(db: Connection[DictRow]) -> list[DictRow]:
    """The organisations that were at meetings, or have something on a card, and have neither sheet nor member: their
    name, and at how many meetings."""
    sentence = """
        select organisation as name, count(distinct meeting) as meetings from (
            select organisation, meeting from attendance where member is null and presence = 'present'
            union all select organisation, null from card
        ) as said where organisation <> '' group by organisation order by organisation
    """
    rows = db.execute(sentence).fetchall()
    sentence = """
        select split_part(sort_key, E'\\x1f', 1) as key from person
        where legal and split_part(sort_key, E'\\x1f', 1) = any(%(keys)s)
        union select split_part(sort_key, E'\\x1f', 1) from card_said join card on card.id = card
        where catalogue = 'structures' and split_part(sort_key, E'\\x1f', 1) = any(%(keys)s)
    """
    known = {row["key"] for row in db.execute(sentence, {"keys": [key(row["name"]) for row in rows]})}
    spellings = {key(row["name"]): row for row in sorted(rows, key=lambda row: row["meetings"])}
    return [row for name, row in sorted(spellings.items()) if name not in known]


def groups(db: Connection[DictRow], names: list[str], member: str | None) -> list[DictRow]:
    """The working groups to which it belongs, or asked to."""
    sentence = """
        select distinct working_group.id, working_group.name, belonging, group_member.since from group_member
        join working_group on working_group.id = group_member.working_group
        where belonging <> 'left' and (organisation = any(%(names)s) or member = %(member)s)
        order by working_group.name, working_group.id
    """
    return db.execute(sentence, {"names": names, "member": member}).fetchall()


def meetings(db: Connection[DictRow], names: list[str], member: str | None) -> list[DictRow]:
    """The meetings at which it was or from which it was excused, the latest first."""
    sentence = """
        select gathering.id, gathering.title, gathering.held, bool_or(presence = 'present') as came from attendance
        join gathering on gathering.id = attendance.meeting
        where presence <> 'absent' and held is not null
            and (organisation = any(%(names)s) or attendance.member = %(member)s)
        group by gathering.id order by held desc, gathering.id
    """
    return db.execute(sentence, {"names": names, "member": member}).fetchall()


def projects(db: Connection[DictRow], names: list[str], member: str | None) -> list[DictRow]:
    """The projects in which it takes part, and as what."""
    sentence = """
        select distinct project.id, project.title, role from project_part
        join project on project.id = project_part.project
        where until is null and (organisation = any(%(names)s) or member = %(member)s)
        order by project.title, project.id, role
    """
    return db.execute(sentence, {"names": names, "member": member}).fetchall()


def actions(db: Connection[DictRow], names: list[str]) -> list[DictRow]:
    """What it said that it would do, and has not done yet."""
    sentence = """
        select distinct action.id, what from action_help join action on action.id = action_help.action
        where state = 'open' and organisation = any(%s) order by what, action.id
    """
    return db.execute(sentence, [names]).fetchall()


def people(db: Connection[DictRow], names: list[str], member: str | None, as_of: AsOf) -> list[DictRow]:
    """Who speaks for it, belongs to it, or came to a meeting for it; each once, those who speak for it first. `open`:
    what anybody may read of her."""
    sentence = f"""
        select person.id, person.name, min(rank) as rank, to_jsonb(open) as open from (
            select person, 0 as rank from (
                select distinct on (member) * from representative
                where member = %(member)s and since <= %(day)s::date::text order by member, since desc, position desc
            ) as last where until is null or until >= %(day)s::date::text
            union all
            select person, 1 from tie where what = 'affiliation' and target = %(member)s
                and since <= %(day)s::date::text and (until is null or until >= %(day)s::date::text)
            union all
            select person, 2 from attendance
            where person is not null and (organisation = any(%(names)s) or member = %(member)s)
        ) as tied join person on person.id = tied.person left join ({OPEN}) as open on open.id = person.id
        group by person.id, open order by rank, person.sort_key, person.id
    """
    return db.execute(sentence, as_of.asked | {"names": names, "member": member}).fetchall()

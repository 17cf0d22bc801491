"""Whom a visitor of a demonstration may be: one person for each role, and a link that lets her in."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from psycopg import Connection
from psycopg.rows import DictRow

from governance.words import Day, Office, PersonId, VoteId
from projections.vote import votes
from web import entrances
from web.i18n import gettext as _
from web.words.common import OFFICES

LIVES = timedelta(days=1)

_HOLDS = "since <= %(day)s::text and (until is null or until >= %(day)s::text) and upper_inf(known)"
_HOLDERS = f"""
    select person, name from office join person on person.id = person where office = %(office)s and {_HOLDS}
    order by sort_key
"""
_FREE = f"person.id not in (select person from office where {_HOLDS})"
_MEMBERS = f"""
    select subject as person, name from member_period join person on person.id = subject
    where trait = 'member' and value is not null and valid @> %(day)s::date and upper_inf(known)
        and not legal and {_FREE}
    order by sort_key
"""
_REPRESENTATIVES = f"""
    select person.id as person, name from (
        select distinct on (member) person from representative where since <= %(day)s::text
        order by member, since desc, position desc
    ) as named join person on person.id = named.person
    where {_FREE} order by sort_key
"""
_OFFICES = (Office.SECRETARY, Office.CHAIR, Office.BOARD, Office.AUDITOR)


class Role(NamedTuple):
    """`secret`: the end of the address that lets this person in, once."""

    title: str
    name: str
    secret: str


def roles(db: Connection[DictRow], today: Day) -> Iterator[Role]:
    """Who holds each office today, then a member and a representative who hold none."""
    asked = [
        *((str(OFFICES[office.value]), _HOLDERS, office.value) for office in _OFFICES),
        (_("membre"), _MEMBERS, ""),
        (_("représentant"), _REPRESENTATIVES, ""),
    ]
    for title, sentence, office in asked:
        people = db.execute(sentence, {"day": str(today), "office": office}).fetchall()
        if chosen := max(people, key=lambda one: _ballots_to_cast(db, PersonId(one["person"])), default=None):
            secret = entrances.link(db, PersonId(chosen["person"]), LIVES)
            yield Role(title, chosen["name"], secret)


def _ballots_to_cast(db: Connection[DictRow], person: PersonId) -> int:
    """The one who has most of them is the one to try."""
    waiting = [VoteId(vote["id"]) for vote in votes.waiting_for(db, person)]
    return sum(mandate["ballot"] is None for vote in waiting for mandate in votes.mandates(db, vote, person))

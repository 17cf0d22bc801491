"""Who stands at the counter: what a session says, and what the registers say of that person today."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from secrets import token_urlsafe

from psycopg import Connection
from psycopg.rows import DictRow

from governance.membership.adviser_facts import InvitationId, Scope
from governance.words import Day, MemberId, Office, PersonId, legal_day
from projections.membership import advisers, members, offices, persons
from projections.membership.members import AsOf

IDLE, ABSOLUTE = "30 minutes", "12 hours"  # OWASP ASVS 7.3: a session left open dies


@dataclass(frozen=True)
class Visitor:
    person: PersonId
    name: str
    offices: frozenset[Office]
    members: tuple[MemberId, ...]  # those for whom she speaks today, herself among them if she is one
    invitation: InvitationId | None = None  # under which she reads, and does nothing else


Reader = Callable[[Visitor | None], bool]
"""Who may ask for a page. What may be done there is the rules' business."""


def everybody(visitor: Visitor | None) -> bool:
    return True


def signed_in(visitor: Visitor | None) -> bool:
    return visitor is not None


def members_and_officers(visitor: Visitor | None) -> bool:
    return visitor is not None and bool(visitor.members or visitor.offices)


def officers(visitor: Visitor | None) -> bool:
    return visitor is not None and bool(visitor.offices)


def board(visitor: Visitor | None) -> bool:
    return visitor is not None and bool(visitor.offices & {Office.SECRETARY, Office.CHAIR, Office.BOARD})


def secretariat(visitor: Visitor | None) -> bool:
    return visitor is not None and bool(visitor.offices & {Office.SECRETARY, Office.CHAIR})


def open_session(db: Connection[DictRow], person: PersonId) -> str:
    """The cookie of a new session; the table keeps its digest only."""
    cookie = token_urlsafe(32)
    db.execute("insert into public.session (digest, person) values (%s, %s)", [digest(cookie), person])
    return cookie


def close_session(db: Connection[DictRow], cookie: str) -> None:
    db.execute("delete from public.session where digest = %s", [digest(cookie)])


def alive(db: Connection[DictRow], cookie: str) -> DictRow | None:
    """The `person` of a session that is not over, `seen` now."""
    touched = f"""
        update public.session set seen = clock_timestamp()
        where digest = %s and seen > clock_timestamp() - interval '{IDLE}'
            and opened > clock_timestamp() - interval '{ABSOLUTE}'
        returning person, seen
    """
    return db.execute(touched, [digest(cookie)]).fetchone()


def recognise(db: Connection[DictRow], cookie: str) -> Visitor | None:
    """The person of a live session."""
    row = alive(db, cookie)
    if row is None:
        return None
    person, day = PersonId(row["person"]), legal_day(row["seen"])
    known = persons.of(db, person)
    spoken = offices.speaks_for(db, person, day)
    own = (MemberId(person),) if members.is_member(db, MemberId(person), AsOf(day)) else ()
    who = Visitor(person, (known and known["name"]) or person, offices.held(db, person, day), own + spoken)
    return who if members_and_officers(who) else _invited(db, who, day)


def _invited(db: Connection[DictRow], who: Visitor, day: Day) -> Visitor | None:
    """Whoever is here by an invitation alone reads as the réviseur while it runs, if it is for that, and is nobody
    after it."""
    last = advisers.last(db, who.person, day)
    if last is None:
        return who
    if not last["runs"] or last["scope"] != Scope.AUDIT.value:
        return None
    return replace(who, offices=frozenset({Office.AUDITOR}), invitation=InvitationId(last["invitation"]))


def digest(secret: str) -> bytes:
    return sha256(secret.encode()).digest()

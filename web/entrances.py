"""What lets a person in once: a link to follow, or a code to type. The database keeps their digests only."""

from secrets import choice, token_urlsafe

from psycopg import Connection
from psycopg.rows import DictRow

from governance.words import PersonId
from web.visitor import digest

_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # five bits each, none taken for another


def link(db: Connection[DictRow], person: PersonId, lasting: str, leads_to: str = "") -> str:
    """The secret at the end of its address. `lasting`: an interval of PostgreSQL, `1 hour`."""
    secret = token_urlsafe(32)
    _keep(db, secret, person, lasting, leads_to)
    return secret


def code(db: Connection[DictRow], person: PersonId, lasting: str) -> str:
    """Sixty bits in three groups, read aloud or printed: « KX3F-9PWM-T2HA »."""
    signs = "".join(choice(_SIGNS) for _ in range(12))
    _keep(db, signs, person, lasting, "")
    return "-".join(signs[start : start + 4] for start in (0, 4, 8))


def _keep(db: Connection[DictRow], secret: str, person: PersonId, lasting: str, leads_to: str) -> None:
    db.execute(
        "insert into public.entrance (digest, person, leads_to, expires)"
        " values (%s, %s, %s, clock_timestamp() + %s::interval)",
        [digest(secret), person, leads_to, lasting],
    )

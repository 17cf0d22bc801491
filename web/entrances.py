"""What lets a person in once: a link to follow, or a code to type. The database keeps their digests only."""

from datetime import timedelta
from secrets import choice, token_urlsafe

from psycopg import Connection
from psycopg.rows import DictRow

from governance.words import PersonId
from web.visitor import digest

CODE_LIVES = timedelta(days=30)

_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # five bits each; no I, O, 0, 1: read from paper
_LENGTH = 12


def link(db: Connection[DictRow], person: PersonId, lives: timedelta) -> str:
    """The secret at the end of its address."""
    secret = token_urlsafe(32)
    _keep(db, secret, person, lives)
    return secret


def code(db: Connection[DictRow], person: PersonId) -> str:
    """Sixty bits in three groups, read aloud or printed: « KX3F-9PWM-T2HA ». Five tries in a quarter of an hour."""
    signs = "".join(choice(_SIGNS) for _ in range(_LENGTH))
    _keep(db, signs, person, CODE_LIVES)
    return "-".join(signs[start : start + 4] for start in (0, 4, 8))


def may_be_guessed(secret: str) -> bool:
    """It is as short as a code; a link is far too long to be tried."""
    return len(secret) <= _LENGTH


def _keep(db: Connection[DictRow], secret: str, person: PersonId, lives: timedelta) -> None:
    db.execute(
        "insert into public.entrance (digest, person, expires) values (%s, %s, clock_timestamp() + %s)",
        [digest(secret), person, lives],
    )

"""The queue of what is proposed: waiting, accepted or refused with a reason; no name nor address of a person."""

from collections.abc import Mapping

from psycopg import Connection
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb

from governance.network.card_facts import CardId
from governance.network.catalogue import CatalogueName
from web.visitor import digest

LONGEST = 200
"""Proposals that may wait: beyond, somebody floods them."""


def full(db: Connection[DictRow]) -> bool:
    [row] = db.execute("select count(*) as waiting from public.contribution where decided is null")
    return bool(row["waiting"] >= LONGEST)


def add(db: Connection[DictRow], secret: str, catalogue: CatalogueName, said: Mapping[str, str]) -> None:
    """Once, however often the form comes."""
    sentence = """
        insert into public.contribution (digest, catalogue, said) values (%s, %s, %s) on conflict (digest) do nothing
    """
    db.execute(sentence, [digest(secret), catalogue, Jsonb(said)])


def followed(db: Connection[DictRow], secret: str) -> DictRow | None:
    return db.execute("select * from public.contribution where digest = %s", [digest(secret)]).fetchone()


def waiting(db: Connection[DictRow]) -> list[DictRow]:
    """The oldest first."""
    return db.execute("select * from public.contribution where decided is null order by at, id").fetchall()


def of(db: Connection[DictRow], catalogue: CatalogueName, contribution: int) -> DictRow | None:
    sentence = "select * from public.contribution where id = %s and catalogue = %s and decided is null"
    return db.execute(sentence, [contribution, catalogue]).fetchone()


def accept(db: Connection[DictRow], contribution: int, card: CardId) -> None:
    _decide(db, contribution, card, "")


def refuse(db: Connection[DictRow], contribution: int, reason: str) -> None:
    _decide(db, contribution, None, reason)


def _decide(db: Connection[DictRow], contribution: int, card: CardId | None, reason: str) -> None:
    """Once: who comes second changes nothing."""
    sentence = """
        update public.contribution set decided = clock_timestamp(), card = %s, reason = %s
        where id = %s and decided is null
    """
    db.execute(sentence, [card, reason, contribution])

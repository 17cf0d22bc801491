"""Who may be chosen in a form: some of the persons of the register, by what is typed of their name."""

from collections.abc import Sequence
from enum import Enum
from typing import LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from projections.paging import AsOf
from projections.search import asked


class Among(Enum):
    PERSON = "person"
    REACHABLE = "reachable"  # by e-mail
    ORGANISATION = "organisation"
    EITHER = "either"
    MEMBER = "member"


_OF: dict[Among, LiteralString] = {
    Among.PERSON: "not legal",
    Among.REACHABLE: "not legal and email is not null",
    Among.ORGANISATION: "legal",
    Among.EITHER: "true",
    Among.MEMBER: """
        exists (
            select from member_standing as standing
            where member = person.id and valid @> %(day)s::date and known @> %(known)s::timestamptz
        )
    """,
}


def first(db: Connection[DictRow], kind: Among, when: AsOf, most: int) -> list[DictRow]:
    """The first by name of those who may be chosen on that day: all of them, where there are fewer than `most`."""
    return _few(db, kind, "true", when.asked, most)


def answering(
    db: Connection[DictRow], kind: Among, when: AsOf, words: str, chosen: Sequence[str], most: int
) -> list[DictRow]:
    """Those who are chosen already, whatever is typed, and those whose name answers to the words; not a search of all,
    where nothing is typed."""
    keys = asked(words)
    heard = " and ".join(f"heard && %(word{n})s::text[]" for n in range(len(keys))) or "false"
    values = when.asked | {f"word{n}": key for n, key in enumerate(keys)} | {"chosen": list(chosen)}
    return _few(db, kind, f"(id = any(%(chosen)s) or {heard})", values, most)


def _few(
    db: Connection[DictRow], kind: Among, answer: LiteralString, values: dict[str, object], most: int
) -> list[DictRow]:
    sentence = f"""
        select id, name from person
        where name is not null and merged is null and {_OF[kind]} and {answer} order by sort_key, id limit %(most)s
    """
    return db.execute(sentence, values | {"most": most}).fetchall()

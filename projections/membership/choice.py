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


_OPEN: LiteralString = "select id, name from person where name is not null and merged is null"
_BY_NAME: LiteralString = "order by sort_key, id limit %(most)s"
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


def first(db: Connection[DictRow], among: Among, when: AsOf, most: int) -> list[DictRow]:
    """The first by name of those who may be chosen on that day: all of them, where there are fewer than `most`."""
    return db.execute(f"{_OPEN} and {_OF[among]} {_BY_NAME}", when.asked | {"most": most}).fetchall()


def answering(
    db: Connection[DictRow], among: Among, when: AsOf, words: str, chosen: Sequence[str], most: int
) -> list[DictRow]:
    """All those who are chosen already, whatever is typed, then those whose name answers to the words, `most` of them;
    nobody else, where nothing is typed."""
    keys = asked(words)
    heard = " and ".join(f"heard && %(word{n})s::text[]" for n in range(len(keys))) or "false"
    sentence = f"""
        with kept as ({_OPEN} and id = any(%(chosen)s) order by sort_key, id)
        select * from kept union all (
            {_OPEN} and {_OF[among]} and {heard} and id <> all(%(chosen)s) {_BY_NAME}
        )
    """
    values = when.asked | {f"word{n}": key for n, key in enumerate(keys)} | {"chosen": list(chosen), "most": most}
    return db.execute(sentence, values).fetchall()

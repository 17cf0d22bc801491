"""The register of members as it is read: on a day, as known on another; searched, filtered, in any order, by pages.

Read from the registers of members and of persons, written in none. A page goes on from the key of its last row. However
many members there are, it costs its own rows, and those of whom a name or a small collège makes few.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from projections.membership.members import AsOf
from projections.paging import Order
from projections.search import asked

_NAME: tuple[LiteralString, ...] = ("person.sort_key", "person.id")
ORDERS: Mapping[str, tuple[LiteralString, ...]] = {
    "name": _NAME,
    "since": ("standing.since", "standing.member"),
    "college": ("coalesce(standing.college, '')", *_NAME),
    "category": ("standing.category", *_NAME),
}
FEW = 20  # one member in so many: then they are gathered and sorted, else met soon enough on the way


@dataclass(frozen=True)
class Sought:
    """What is asked of the register. `college` and `category`: None for any; `order`: one of ORDERS."""

    as_of: AsOf
    words: str = ""
    college: str | None = None
    category: str | None = None
    order: str = "name"
    falling: bool = False

    def takes(self, count: DictRow) -> bool:
        """Whether it looks for the members of this collège and category."""
        return self.college in (None, count["college"] or "") and self.category in (None, count["category"])


_LINE: LiteralString = """
    select person.id, person.name, person.legal, person.kind, person.siren, person.address,
        standing.category, standing.college, standing.since, (
            select case when capacity <> 'own' and (until is null or until >= %(day)s::date::text) then speaker.name end
            from representative join person as speaker on speaker.id = representative.person
            where member = standing.member and representative.since <= %(day)s::date::text
            order by representative.since desc, representative.position desc limit 1
        ) as representative
"""
_STANDING: LiteralString = """
    standing.valid @> %(day)s::date and standing.known @> %(known)s::timestamptz
    and (%(college)s::text is null or coalesce(standing.college, '') = %(college)s)
    and (%(category)s::text is null or standing.category = %(category)s)
"""
_GATHERED: LiteralString = f"from member_standing as standing join person on person.id = member where {_STANDING}"
# The offset keeps it a look-up for each in turn, along an index: what comes after the page is not read.
_THERE: LiteralString = f"""
    cross join lateral (
        select * from member_standing as standing where member = person.id and {_STANDING} offset 0
    ) as standing where true
"""
_BY_NAME: LiteralString = f"from person {_THERE}"
_BY_DAY: LiteralString = f"""
    from member_standing as standing cross join lateral (
        select * from person where id = standing.member offset 0
    ) as person where {_STANDING}
"""


def page(
    db: Connection[DictRow],
    sought: Sought,
    counts: Sequence[DictRow],
    after: tuple[str, ...] = (),
    limit: int = 100,
) -> list[DictRow]:
    """`counts`: of that day. `key` in each row is what `after` takes; what is no key of this order is not heard."""
    after = after if _fits(sought.order, after) else ()
    found = sum(count["members"] for count in counts if sought.takes(count))
    if asked(sought.words) or found * FEW < sum(count["members"] for count in counts):
        return _ordered(db, _GATHERED, sought, after, limit)
    if sought.order in ("college", "category"):
        return _group_by_group(db, sought, counts, after, limit)
    return _ordered(db, _BY_DAY if sought.order == "since" else _BY_NAME, sought, after, limit)


def everyone(db: Connection[DictRow], sought: Sought) -> Iterator[DictRow]:
    """All of them, read as they are wanted: to be written to a file."""
    sentence, values = _sentence(_GATHERED, sought, ())
    with db.transaction(), db.cursor("roster") as rows:
        rows.itersize = 1000
        yield from rows.execute(sentence, values)


def counts(db: Connection[DictRow], as_of: AsOf) -> list[DictRow]:
    """How many members each collège and category has on a day; collège None for those in none."""
    sentence = """
        select college, category, count(*) as members from member_standing
        where valid @> %(day)s::date and known @> %(known)s::timestamptz group by 1, 2 order by 1, 2
    """
    return db.execute(sentence, as_of.asked).fetchall()


def _fits(order: str, after: tuple[str, ...]) -> bool:
    try:
        return len(after) == len(ORDERS[order]) and bool(order != "since" or date.fromisoformat(after[0]))
    except ValueError:
        return False


def _group_by_group(
    db: Connection[DictRow], sought: Sought, counts: Sequence[DictRow], after: tuple[str, ...], limit: int
) -> list[DictRow]:
    """One collège, or category, after the other, each in the order of names."""
    groups = sorted({count[sought.order] or "" for count in counts if sought.takes(count)}, reverse=sought.falling)
    rows: list[DictRow] = []
    for group in groups[groups.index(after[0]) if after and after[0] in groups else 0 :]:
        named = replace(sought, order="name")
        within = replace(named, college=group) if sought.order == "college" else replace(named, category=group)
        start = after[1:] if after and after[0] == group else ()
        more = page(db, within, counts, start, limit - len(rows))
        rows += [{**row, "key": [group, *row["key"]]} for row in more]
        if len(rows) == limit:
            break
    return rows


def _ordered(
    db: Connection[DictRow], source: LiteralString, sought: Sought, after: tuple[str, ...], limit: int
) -> list[DictRow]:
    sentence, values = _sentence(source, sought, after)
    return db.execute(f"{sentence} limit %(limit)s", values | {"limit": limit}, prepare=False).fetchall()


def _sentence(source: LiteralString, sought: Sought, after: tuple[str, ...]) -> tuple[LiteralString, dict[str, Any]]:
    order = Order(ORDERS[sought.order], sought.falling)
    values = sought.as_of.asked | {"college": sought.college, "category": sought.category} | order.values(after)
    if words := asked(sought.words):  # found first: those who sort alike may all stand at the far end
        answering = " and ".join(f"heard && %(word{n})s::text[]" for n in range(len(words)))
        source = f"from (select * from person where {answering} offset 0) as person {_THERE}"
        values |= {f"word{n}": keys for n, keys in enumerate(words)}
    return f"{_LINE}, {order.key} {source} and {order.after(after)} order by {order.by}", values

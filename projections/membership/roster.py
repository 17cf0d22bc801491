"""The register of members as it is read: on a day, as known on another; searched, filtered, in any order, by pages.

Read from the registers of members and of persons, written in none. A page goes on from the key of its last row. However
many members there are, it costs its own rows, and those of whom a name or a small collège makes few.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, LiteralString

from psycopg import Connection
from psycopg.rows import DictRow

from projections.membership.members import AsOf
from projections.paging import Order, Sought
from projections.search import asked

_NAME: tuple[LiteralString, ...] = ("person.sort_key", "person.id")
ORDERS: Mapping[str, tuple[LiteralString, ...]] = {
    "name": _NAME,
    "since": ("standing.since", "standing.member"),
    "college": ("coalesce(standing.college, '')", *_NAME),
    "category": ("standing.category", *_NAME),
}
FILTERS = {"college": "college", "category": "categorie"}  # under which name one asks for one of them
FEW = 20  # one member in so many: then they are gathered and sorted, else met soon enough on the way


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


_FOUND: LiteralString = """
    select person.* from person join (
        select id from person where {answering}
        union
        select tie.person from (select id from person where legal and {answering}) as body
        join tie on tie.target = body.id
        where what = 'affiliation' and tie.since <= %(day)s::date::text
            and (tie.until is null or tie.until >= %(day)s::date::text)
    ) as found using (id)
"""
"""Those who answer to the words, and those who belong on that day to an organisation that does."""


def page(
    db: Connection[DictRow], sought: Sought, after: tuple[str, ...] = (), limit: int | None = 100
) -> list[DictRow]:
    """`key` in each row is what `after` takes; what is no key of this order is not heard."""
    after = after if _fits(_order(sought), after) else ()
    if asked(sought.words):
        return _ordered(db, _GATHERED, sought, after, limit)
    counted = counts(db, sought.as_of)
    found = sum(count["members"] for count in counted if _takes(sought, count))
    if found * FEW < sum(count["members"] for count in counted):
        return _ordered(db, _GATHERED, sought, after, limit)
    if sought.order in FILTERS:
        return _group_by_group(db, sought, counted, after, limit)
    return _ordered(db, _BY_DAY if sought.order == "since" else _BY_NAME, sought, after, limit)


def whole(db: Connection[DictRow], sought: Sought) -> Iterator[DictRow]:
    """All of them, read as they are wanted: to be written to a file."""
    sentence, values = _sentence(_GATHERED, sought, ())
    with db.transaction(), db.cursor("roster") as rows:
        rows.itersize = 1000
        yield from rows.execute(sentence, values)


def count(db: Connection[DictRow], sought: Sought, most: int) -> int:
    """How many answer: those in a collège and a category are known, those who bear a name are counted up to `most`."""
    if not asked(sought.words):
        return sum(one["members"] for one in counts(db, sought.as_of) if _takes(sought, one))
    return len(page(db, sought, (), most))


def counts(db: Connection[DictRow], as_of: AsOf) -> list[DictRow]:
    """How many members each collège and category has on a day, as it was known by the end of another; collège None for
    those in none. Read from what came and went, day by day.
    """
    sentence = """
        select nullif(college, '') as college, category, sum(gained)::bigint as members from member_flow
        where day <= %(day)s::date and learnt < (%(known)s::timestamptz at time zone 'Europe/Paris')::date
        group by 1, 2 having sum(gained) > 0 order by 1, 2
    """
    return db.execute(sentence, as_of.asked).fetchall()


def _takes(sought: Sought, count: DictRow) -> bool:
    """Whether it looks for the members of this collège and category."""
    college, category = map(sought.only.get, FILTERS.values())
    return college in (None, count["college"] or "") and category in (None, count["category"])


def _order(sought: Sought) -> str:
    return sought.order if sought.order in ORDERS else "name"


def _fits(order: str, after: tuple[str, ...]) -> bool:
    try:
        return len(after) == len(ORDERS[order]) and bool(order != "since" or date.fromisoformat(after[0]))
    except ValueError:
        return False


def _group_by_group(
    db: Connection[DictRow], sought: Sought, counts: Sequence[DictRow], after: tuple[str, ...], limit: int | None
) -> list[DictRow]:
    """One collège, or category, after the other, each in the order of names."""
    groups = sorted({one[sought.order] or "" for one in counts if _takes(sought, one)}, reverse=sought.falling)
    rows: list[DictRow] = []
    for group in groups[groups.index(after[0]) if after and after[0] in groups else 0 :]:
        within = replace(sought, order="name", only={**sought.only, FILTERS[sought.order]: group})
        start = after[1:] if after and after[0] == group else ()
        more = page(db, within, start, limit and limit - len(rows))
        rows += [{**row, "key": [group, *row["key"]]} for row in more]
        if len(rows) == limit:
            break
    return rows


def _ordered(
    db: Connection[DictRow], source: LiteralString, sought: Sought, after: tuple[str, ...], limit: int | None
) -> list[DictRow]:
    sentence, values = _sentence(source, sought, after)
    return db.execute(f"{sentence} limit %(limit)s", values | {"limit": limit}, prepare=False).fetchall()


def _sentence(source: LiteralString, sought: Sought, after: tuple[str, ...]) -> tuple[LiteralString, dict[str, Any]]:
    order = Order(ORDERS[_order(sought)], sought.falling)
    only = {column: sought.only.get(name) for column, name in FILTERS.items()}
    values = sought.as_of.asked | only | order.values(after)
    if words := asked(sought.words):  # found first: those who sort alike may all stand at the far end
        answering = " and ".join(_answering(f"%(word{n})s::text[]", sought.reached) for n in range(len(words)))
        source = f"from ({_FOUND.replace('{answering}', answering)} offset 0) as person {_THERE}"
        values |= {f"word{n}": keys for n, keys in enumerate(words)}
    return f"{_LINE}, {order.key} {source} and {order.after(after)} order by {order.by}", values


def _answering(keys: LiteralString, reached: bool) -> LiteralString:
    """To her name, or to how one reaches her."""
    return f"(heard && {keys} or heard_email && {keys} or heard_phone && {keys})" if reached else f"heard && {keys}"

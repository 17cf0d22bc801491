"""A register read in pages: what is asked of it, and the rows that answer, going on from the key of a row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, LiteralString, Protocol

from psycopg import Connection, DataError
from psycopg.rows import DictRow

from governance.words import Day
from projections.search import asked


@dataclass(frozen=True)
class AsOf:
    """The register on a day, as it was known at a moment (None: as it is known now)."""

    day: Day
    known: datetime | None = None

    @property
    def asked(self) -> dict[str, Any]:
        return {"day": self.day.last, "known": self.known or datetime.max}


@dataclass(frozen=True)
class Sought:
    """What is asked of a register.

    `words`: as they were typed. `only`: of a filter, the one value wanted. `order`: one of those of the register, its
    first if it has none of that name. `reached`: persons are also looked up by how one reaches them, which is the
    business of officers alone. `near`: the places wanted, the nearest first, each with how many kilometres away it is;
    None where any will do.
    """

    as_of: AsOf
    words: str = ""
    only: Mapping[str, str] = field(default_factory=dict)
    order: str = ""
    falling: bool = False
    reached: bool = False
    near: Mapping[str, int] | None = None

    @property
    def narrowed(self) -> bool:
        """Whether some of the rows are wanted, and not all of them."""
        return bool(asked(self.words) or self.only or self.near is not None)


_FAR: LiteralString = "lpad(array_position(%(near)s::text[], {place})::text, 6, '0')"
"""The rank of a place among those that are near: keys are compared as words."""


class Readable(Protocol):
    """A register that is read in pages. `key` in each row is what `after` takes; what is no key is not heard."""

    def page(
        self, db: Connection[DictRow], sought: Sought, after: tuple[str, ...] = (), limit: int | None = None
    ) -> list[DictRow]: ...

    def whole(self, db: Connection[DictRow], sought: Sought) -> Iterator[DictRow]:
        """All that answers, read as it is wanted: to be written to a file."""
        ...

    def count(self, db: Connection[DictRow], sought: Sought, most: int) -> int:
        """How many rows answer, not counted beyond `most`."""
        ...


@dataclass(frozen=True)
class Order:
    """`columns`: expressions that together tell any two rows apart, compared as they are."""

    columns: tuple[LiteralString, ...]
    falling: bool = False

    def after(self, key: tuple[str, ...]) -> LiteralString:
        """The condition on the rows that come after this key, whose values are `values(key)`."""
        places = ", ".join(f"%(after{n})s" for n in range(len(key)))
        return f"({', '.join(self.columns)}) {'<' if self.falling else '>'} ({places})" if key else "true"

    @staticmethod
    def values(key: tuple[str, ...]) -> dict[str, str]:
        return {f"after{n}": words for n, words in enumerate(key)}

    @property
    def by(self) -> LiteralString:
        way: LiteralString = "desc" if self.falling else "asc"
        return ", ".join(f"{column} {way}" for column in self.columns)

    @property
    def key(self) -> LiteralString:
        """What a row answers, to go on after it."""
        return f"array[{', '.join(f'{column}::text' for column in self.columns)}] as key"


@dataclass(frozen=True)
class Book:
    """`source`: a sentence whose rows are the register on %(day)s, as it was known at %(known)s.

    `orders` and `filters`: by name, expressions over the columns of the source.
    `answers`: when a row answers to words, where `{heard}` says it of a set of keys. `place`: where a row is, for the
    order `near`.
    """

    source: LiteralString
    orders: Mapping[str, tuple[LiteralString, ...]]
    filters: Mapping[str, LiteralString] = field(default_factory=dict)
    answers: LiteralString = "{heard}"
    place: LiteralString = ""

    def page(
        self, db: Connection[DictRow], sought: Sought, after: tuple[str, ...] = (), limit: int | None = None
    ) -> list[DictRow]:
        sentence, values = self._sentence(sought, after)
        try:
            return db.execute(f"{sentence} limit %(limit)s", values | {"limit": limit}, prepare=False).fetchall()
        except DataError:
            if not after:
                raise
            return self.page(db, sought, (), limit)

    def whole(self, db: Connection[DictRow], sought: Sought) -> Iterator[DictRow]:
        sentence, values = self._sentence(sought, ())
        with db.transaction(), db.cursor("book") as rows:
            rows.itersize = 1000
            yield from rows.execute(sentence, values)

    def count(self, db: Connection[DictRow], sought: Sought, most: int) -> int:
        condition, values = self._condition(sought)
        sentence = f"select from ({self.source}) as book where {condition} limit %(most)s"
        found = db.execute(f"select count(*) as rows from ({sentence}) as found", values | {"most": most}).fetchone()
        return int(found["rows"]) if found else 0

    def _order(self, sought: Sought) -> Order:
        usual = next(iter(self.orders.values()))
        if sought.order == "near" and self._placed(sought):
            return Order((_FAR.replace("{place}", self.place), *usual), sought.falling)
        return Order(self.orders.get(sought.order) or usual, sought.falling)

    def _placed(self, sought: Sought) -> bool:
        return bool(self.place) and sought.near is not None

    def _sentence(self, sought: Sought, after: tuple[str, ...]) -> tuple[LiteralString, dict[str, Any]]:
        order = self._order(sought)
        key = after if len(after) == len(order.columns) else ()
        condition, values = self._condition(sought)
        sentence = f"""
            select *, {order.key} from ({self.source}) as book
            where {condition} and {order.after(key)} order by {order.by}
        """
        return sentence, values | order.values(key)

    def _condition(self, sought: Sought) -> tuple[LiteralString, dict[str, Any]]:
        only = {name: value for name, value in sought.only.items() if name in self.filters}
        words = asked(sought.words)
        heard = " and ".join(f"heard && %(word{n})s::text[]" for n in range(len(words)))
        conditions = [f"{self.filters[name]} = %(only_{name})s" for name in only]
        conditions += [f"{self.place} = any(%(near)s::text[])"] if self._placed(sought) else []
        conditions += [f"({self.answers.replace('{heard}', f'({heard})')})"] if words else []
        values = {f"only_{name}": value for name, value in only.items()}
        return " and ".join(conditions) or "true", {
            **sought.as_of.asked,
            **values,
            "near": list(sought.near or ()),
            **{f"word{n}": keys for n, keys in enumerate(words)},
        }

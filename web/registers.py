"""A register at the counter: what is asked of it, its page with those before and after, and the same as files."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple, Protocol

from babel.support import LazyProxy
from psycopg import Connection
from psycopg.rows import DictRow
from starlette.requests import Request
from starlette.responses import Response

from projections.paging import AsOf, Readable, Sought
from web.counter import Page, office
from web.edge.inputs import bare
from web.i18n import day
from web.i18n import gettext as _
from web.listing import BACK, PLACE, again, backward, exported, onward, shown
from web.members import as_of, as_read, today
from web.pages import render
from web.tables import Column, Row, Table
from web.visitor import Reader, officers

ROWS = 100
MANY = 1_000
"""Rows that answer, beyond which they are not counted: « plus de 1 000 »."""

Words = str | LazyProxy


class Choice(NamedTuple):
    """A filter: the column that it is about, as the rows of the register name it, and the values that may be chosen."""

    name: str
    title: Words
    options: Mapping[str, Words]


def no_choice(request: Request, db: Connection[DictRow]) -> Sequence[Choice]:
    return ()


class Near(Protocol):
    """Around where one looks: `far` of each place that is near enough, None where nobody asked; `words` say it."""

    @property
    def far(self) -> Mapping[str, int] | None: ...

    @property
    def words(self) -> str: ...


def anywhere(request: Request, db: Connection[DictRow]) -> Near | None:
    """A register whose rows are nowhere."""
    return None


def nothing_more(request: Request, db: Connection[DictRow]) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class Shelf:
    """`path` and `name` of its page, whose file stands beside; `file`: what the file is called.

    `told`: its rows as they are read. `usual`: the order in which it comes, `-number` for the last first. `hint`: what
    one may look for. `more`: what its page shows besides. `near`: around where. `past`: whether it may be read
    as of another day.
    """

    path: str
    name: str
    readers: Reader
    template: str
    book: Readable
    file: str
    title: Words
    columns: Callable[[Request], tuple[Column, ...]]
    told: Callable[[Connection[DictRow], Sought, Iterable[Row]], Iterable[Row]]
    usual: str
    hint: Words
    choices: Callable[[Request, Connection[DictRow]], Sequence[Choice]] = no_choice
    more: Callable[[Request, Connection[DictRow]], Mapping[str, Any]] = nothing_more
    near: Callable[[Request, Connection[DictRow]], Near | None] = anywhere
    past: bool = True

    @property
    def pages(self) -> list[Page]:
        return shelved(self.path, self.name, self.readers, lambda: self)

    def index(self, request: Request) -> Response:
        with office(request).reading() as db:
            choices, near = self.choices(request, db), self.near(request, db)
            asked = self.sought(request, choices, near)
            leaf = turned(request, asked, lambda sought, key, many: self.book.page(db, sought, key, many))
            table = self._table(request, asked, choices, list(self.told(db, asked, leaf.rows)), near)
            known = {
                "asking": self.asking(request, asked, choices, near),
                "answers": self.book.count(db, asked, MANY + 1) if asked.narrowed else None,
                "many": MANY,
                "leaf": leaf,
                "again": partial(again, request),
                **self.more(request, db),
            }
        return render(
            request,
            self.template,
            {**as_read(request), **known, **shown(request, table, "" if asked.near is not None else self.usual)},
        )

    @contextmanager
    def whole(self, request: Request) -> Iterator[Table]:
        with office(request).reading() as db:
            choices, near = self.choices(request, db), self.near(request, db)
            asked = self.sought(request, choices, near)
            yield self._table(request, asked, choices, self.told(db, asked, self.book.whole(db, asked)), near)

    def sought(self, request: Request, choices: Sequence[Choice], near: Near | None = None) -> Sought:
        """`?q=mar&college=usagers&tri=-since&le=2026-01-01`: what is not understood is not asked."""
        asked = request.query_params
        far = near.far if near else None
        order = (asked.get("tri", "").strip("-") and asked["tri"]) or (self.usual if far is None else "near")
        return Sought(
            as_of=as_of(request) if self.past else AsOf(today()),
            words=bare(asked.get("q", ""))[:200],
            only={choice.name: asked[choice.name] for choice in choices if asked.get(choice.name)},
            order=order.removeprefix("-"),
            falling=order.startswith("-"),
            reached=officers(request.state.who),
            near=far,
        )

    def _table(
        self, request: Request, asked: Sought, choices: Sequence[Choice], rows: Iterable[Row], near: Near | None
    ) -> Table:
        return Table(self.file, str(self.title), self.columns(request), rows, said(asked, choices, near))

    def asking(self, request: Request, asked: Sought, choices: Sequence[Choice], near: Near | None) -> dict[str, Any]:
        """What the form of the register holds: what was asked, and how to ask for all of it again."""
        everything = again(request, q=None, pres=None, **dict.fromkeys((choice.name for choice in choices), None))
        return {
            "asked": asked,
            "hint": self.hint,
            "choices": choices,
            "everything": everything,
            "near": near,
            "past": self.past,
        }


def said(asked: Sought, choices: Sequence[Choice] = (), near: Near | None = None) -> str:
    """What a page or a file shows, in words: « au 1er mars 2026, collège Usagers, « mar » »."""
    known = asked.as_of.known
    parts = [
        _("au %(day)s", day=day(asked.as_of.day)),
        _("tel qu’on le connaissait le %(day)s", day=day(known)) if known else "",
        *(_chosen(choice, asked.only[choice.name]) for choice in choices if choice.name in asked.only),
        _("« %(words)s »", words=asked.words) if asked.words else "",
        near.words if near else "",
    ]
    return ", ".join(filter(None, parts))


def _chosen(choice: Choice, value: str) -> str:
    return _("%(what)s : %(value)s", what=str(choice.title), value=str(choice.options.get(value, value)))


class Leaf(NamedTuple):
    """A page of a register: its rows, and the addresses of the pages before and after it, empty where there is none."""

    rows: list[DictRow]
    previous: str
    following: str


def turned(
    request: Request, asked: Sought, read: Callable[[Sought, tuple[str, ...], int], list[DictRow]], size: int = 0
) -> Leaf:
    """The page that the address asks for. Going back is going on in the reverse order, then read backwards."""
    size, back = size or ROWS, tuple(request.query_params.getlist(BACK))
    key = back or tuple(request.query_params.getlist(PLACE))
    rows = read(replace(asked, falling=not asked.falling), back, size + 1) if back else read(asked, key, size + 1)
    if back and not rows:
        return Leaf([], again(request), "")
    further, rows = len(rows) > size, rows[:size]
    rows = rows[::-1] if back else rows
    previous = backward(request, rows[0]["key"]) if rows and (further if back else key) else ""
    return Leaf(rows, previous, onward(request, rows[-1]["key"]) if rows and (back or further) else "")


def shelved(path: str, name: str, readers: Reader, shelf: Callable[[], Shelf]) -> list[Page]:
    """The page of a shelf and its files; it may be made when somebody first comes."""
    return [
        Page(path, name, readers, lambda request: shelf().index(request)),
        exported(path, name, readers, lambda request: shelf().whole(request)),
    ]

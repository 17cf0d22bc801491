"""A register: its table, one SQL sentence for each kind of fact that it knows, applied to many facts at once."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from fractions import Fraction
from functools import cached_property
from hashlib import sha256
from inspect import getsource
from types import UnionType
from typing import Any, LiteralString, Union, get_args, get_origin, get_type_hints

from psycopg import Connection
from psycopg.rows import DictRow

import projections.names
import projections.search
from governance.record.entry import Raw
from governance.record.vault import Vault
from governance.words import Day, Fact, Sealed
from projections.names import sort_key
from projections.search import heard

_COLUMNS = {bool: "boolean", int: "bigint", datetime: "timestamptz"}


@dataclass(frozen=True)
class Register:
    """`sentences`: for each kind, one sentence over `{facts}`, the rows of that kind that came one after another, with
    their fields by name and `position`, `at`, `by`. A sentence is right for several facts about the same row.

    `apart`: the field, or fields, that name whom a fact is about, where facts about different ones do not touch the
    same rows: they may then pass one another, so that runs are long. Empty: all in the order of the record.

    `then`: sentences given once after the others, with those whom these facts are about as `%(touched)s`: they make
    their rows anew.

    `opens`: the words said of persons are read from the vault first; only the register of persons does.

    `hears`: for each column of keys by which rows are looked up, the fields that answer; the first of them all gives
    the `sort_key`.
    """

    name: str
    schema: LiteralString
    sentences: Mapping[type[Fact], LiteralString]
    apart: tuple[str, ...] = ()
    then: tuple[LiteralString, ...] = ()
    opens: bool = False
    hears: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def fingerprint(self) -> str:
        """Changes with the code: a register that stands elsewhere under this name is built again."""
        words = [f"{kind.__name__}: {sentence}" for kind, sentence in self._complete.items()]
        words += map(getsource, (projections.names, projections.search)) if self.hears else []
        return sha256("\n".join([self.schema, *words, *self.then]).encode()).hexdigest()

    def knows(self, entry: Raw) -> bool:
        return entry.kind in self._by_name

    def apply(self, db: Connection[DictRow], entries: Iterable[Raw], vault: Vault) -> None:
        """Facts that this register knows, runs of one kind at once."""
        runs, touched = self._runs(entries)
        for kind, run in runs:
            facts = b"[" + b",".join(map(_row, run)) + b"]"
            if self.opens:
                facts = _opened(facts, self._closed[kind], vault, db)
            if self.hears:
                facts = _heard(facts, self.hears)
            db.execute(self._complete[self._by_name[kind]], {"facts": facts.decode()})
        for sentence in self.then if touched else ():
            db.execute(sentence, {"touched": touched})

    def _runs(self, entries: Iterable[Raw]) -> tuple[list[tuple[str, list[Raw]]], list[Any]]:
        """Each fact joins the first run of its kind that comes after every other kind of fact about the same one.
        The runs, and whom they are about.
        """
        runs: list[tuple[str, list[Raw]]] = []
        latest: dict[Any, int] = {}
        for entry in entries:
            whom = next(filter(None, map(entry.says, self.apart)), None)
            earliest = latest.get(whom, 0)
            place = next((n for n in range(earliest, len(runs)) if runs[n][0] == entry.kind), len(runs))
            if place == len(runs):
                runs.append((entry.kind, []))
            runs[place][1].append(entry)
            latest[whom] = place
        return runs, sorted(filter(None, latest))

    @cached_property
    def _by_name(self) -> dict[str, type[Fact]]:
        return {kind.__name__: kind for kind in self.sentences}

    @cached_property
    def _closed(self) -> dict[str, list[str]]:
        """The fields of each kind that hold commitments."""
        hints = {name: get_type_hints(kind).items() for name, kind in self._by_name.items()}
        return {name: [field for field, hint in of if Sealed in (hint, *get_args(hint))] for name, of in hints.items()}

    @cached_property
    def _complete(self) -> dict[type[Fact], str]:
        heads = ["position bigint", "at timestamptz", "by text", "sort_key text"]
        heads += [f"{column} text[]" for column in self.hears]
        return {kind: one.replace("{facts}", _recordset(kind, heads)) for kind, one in self.sentences.items()}


def _row(entry: Raw) -> bytes:
    """The fact's own JSON object, with when and by whom it was written put before its fields."""
    head = f'{{"position":{entry.position},"at":"{entry.at}","by":"{entry.by}"'
    return head.encode() + (b"," if len(entry.fact) > 2 else b"") + entry.fact[1:]


def _recordset(kind: type[Fact], heads: list[str]) -> str:
    hints = get_type_hints(kind)
    columns = [f'"{one.name}" {_column(hints[one.name])}' for one in fields(kind)]
    return f"jsonb_to_recordset(%(facts)s::jsonb) as fact({', '.join(heads + columns)})"


def _column(hint: Any) -> str:
    if get_origin(hint) in (Union, UnionType):
        [hint] = [one for one in get_args(hint) if one is not type(None)]
    hint = getattr(hint, "__supertype__", hint)
    if hint in (str, Day, Fraction, Sealed) or hasattr(hint, "__members__"):
        return "text"
    return _COLUMNS.get(hint, "jsonb")


def _opened(facts: bytes, closed: list[str], vault: Vault, db: Connection[DictRow]) -> bytes:
    """The same rows with words instead of commitments; null where the key was destroyed."""
    rows = json.loads(facts)
    words = vault.open(db, (row[name] for row in rows for name in closed if row[name]))
    for row in rows:
        row |= {name: words.get(row[name]) for name in closed}
    return json.dumps(rows).encode()


def _heard(facts: bytes, hears: Mapping[str, tuple[str, ...]]) -> bytes:
    rows = json.loads(facts)
    first = next(iter(hears.values()))[0]
    for row in rows:
        for column, answering in hears.items():
            said = [_spoken(row[name]) for name in answering if name in row]
            row |= {column: heard(" ".join(said))} if said else {}
        row |= {"sort_key": sort_key(row[first] or "")} if first in row else {}
    return json.dumps(rows).encode()


def _spoken(said: Any) -> str:
    """The words of a field, or those of the values that it holds."""
    if isinstance(said, list):
        return " ".join(_spoken(one["said"]) for one in said)
    return said or ""

"""The shapes that facts have today: for each kind a few entries that show every field and every value of its lists."""

from collections.abc import Iterator
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import msgspec
from msgspec import inspect

from governance.record import kinds
from governance.record.entry import freeze
from governance.words import Day, Fact, PersonId, Sealed

AT = datetime(2026, 3, 2, 12, 30, 15, 250_000, tzinfo=UTC)
DAYS = ("2017", "2017-11", "2017-11-16")
EMPTY = -1  # the last shape of each kind: every None, every empty list


def shapes(name: str) -> list[bytes]:
    """The entries of this kind, one a shape."""
    tree = inspect.type_info(kinds.KINDS[name])
    longest = max((len(one.cls) for one in walk(tree) if isinstance(one, inspect.EnumType)), default=1)
    return list(dict.fromkeys(entry(name, sample(tree, number)) for number in [*range(longest), EMPTY]))


def entry(name: str, said: Any) -> bytes:
    fact: Fact = kinds.read(name, msgspec.json.encode(said))
    return freeze(fact, PersonId("palabre"), AT, "g").data


def walk(tree: inspect.Type) -> Iterator[inspect.Type]:
    yield tree
    match tree:
        case inspect.DataclassType():
            inside = [field.type for field in tree.fields]
        case inspect.UnionType():
            inside = list(tree.types)
        case inspect.TupleType():
            inside = list(tree.item_types)
        case inspect.VarTupleType() | inspect.ListType() | inspect.FrozenSetType():
            inside = [tree.item_type]
        case inspect.DictType():
            inside = [tree.key_type, tree.value_type]
        case _:
            inside = []
    for one in inside:
        yield from walk(one)


def sample(tree: inspect.Type, number: int) -> Any:
    """A value of this type: the `number`th of its list, if it is one of a list."""
    match tree:
        case inspect.DataclassType():
            return {field.encode_name: sample(field.type, number) for field in tree.fields}
        case inspect.UnionType():
            choices = [one for one in tree.types if not isinstance(one, inspect.NoneType)]
            return None if number == EMPTY and tree.includes_none else sample(choices[number % len(choices)], number)
        case inspect.EnumType():
            return list(tree.cls)[number % len(tree.cls)].value
        case inspect.TupleType():
            return [sample(one, number) for one in tree.item_types]
        case inspect.VarTupleType() | inspect.ListType() | inspect.FrozenSetType():
            return [] if number == EMPTY else [sample(tree.item_type, number)]
        case inspect.DictType():
            return {} if number == EMPTY else {sample(tree.key_type, number): sample(tree.value_type, number)}
        case inspect.CustomType():
            return {Day: DAYS[number % 3], Fraction: "100/3", Sealed: "ab" * 32}[tree.cls]
        case inspect.StrType():
            return "words-7"
        case inspect.BoolType():
            return number % 2 == 0
        case inspect.IntType():
            return 12_345
        case inspect.DateTimeType():
            return "2026-11-05T18:30:00Z"
        case inspect.LiteralType():
            return tree.values[number % len(tree.values)]
    raise TypeError(f"the archive shows no {tree}")

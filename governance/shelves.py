"""A mapping that a fold keeps: adding to it copies a few of its entries, however many there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")

SHELVES = 512


@dataclass(frozen=True)
class Shelves(Generic[K, V]):
    """Never changed: `with_` answers another one, which shares all its shelves but one."""

    shelves: tuple[Mapping[K, V], ...] = ({},) * SHELVES

    def get(self, key: K, default: V) -> V:
        return self.shelves[hash(key) % SHELVES].get(key, default)

    def with_(self, key: K, value: V) -> Shelves[K, V]:
        place, shelves = hash(key) % SHELVES, list(self.shelves)
        shelves[place] = {**shelves[place], key: value}
        return Shelves(tuple(shelves))

    def items(self) -> Iterator[tuple[K, V]]:
        """All of them, in no order."""
        for shelf in self.shelves:
            yield from shelf.items()

"""A page of rows: in an order, after the key of the last row of the page before."""

from dataclasses import dataclass
from typing import LiteralString


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

"""Choosing somebody in a form, among however many: all of them where they are few; else those who answer to a name that
is typed beside, which sends the form and brings it back as it stood.
"""

from dataclasses import dataclass
from typing import NamedTuple

from starlette.requests import Request

from projections.membership import choice
from projections.membership.choice import Among
from projections.paging import AsOf
from projections.search import answers
from web.counter import office
from web.forms import SEEK
from web.members import today

FEW = 50
"""Names that one reads through; beyond, one seeks."""


class Choosing:
    """What the component of forms asks for."""

    seek = SEEK

    def offered(self, typed: str, chosen: str | list[str]) -> "Offered":
        """`typed` in the field beside, what is `chosen` so far."""
        raise NotImplementedError


class Offered(NamedTuple):
    """`options`: (identifier, name), whoever is chosen first. `sought`: they are too many to be shown. `more`: others
    answer too."""

    options: list[tuple[str, str]]
    sought: bool
    more: bool


@dataclass(frozen=True)
class Whom(Choosing):
    """Who may be chosen; `but`: not this one."""

    request: Request
    kind: Among
    but: str = ""

    def offered(self, typed: str, chosen: str | list[str]) -> Offered:
        when = AsOf(today())
        with office(self.request).reading() as db:
            rows, most = choice.first(db, self.kind, when, FEW + 1), FEW
            if sought := len(rows) > FEW:
                rows = choice.answering(db, self.kind, when, typed, several(chosen), FEW + 1)
                most += sum(row["id"] in several(chosen) for row in rows)
        options = [(row["id"], row["name"]) for row in rows if row["id"] != self.but]
        return Offered(options[:most], sought, len(rows) > most)

    def names(self) -> list[str]:
        """Some of their names, for a field that takes any: what a keyboard may complete."""
        with office(self.request).reading() as db:
            return [row["name"] for row in choice.first(db, self.kind, AsOf(today()), 10 * FEW)]


@dataclass(frozen=True)
class Listed(Choosing):
    """The same, of options that the page has read already: (identifier, name)."""

    options: list[tuple[str, str]]

    def offered(self, typed: str, chosen: str | list[str]) -> Offered:
        if len(self.options) <= FEW:
            return Offered(self.options, False, False)
        kept = [one for one in self.options if one[0] in several(chosen)]
        found = [one for one in self.options if typed and one not in kept and answers(typed, one[1])]
        return Offered([*kept, *found[:FEW]], True, len(found) > FEW)


def several(chosen: str | list[str]) -> list[str]:
    return [chosen] if isinstance(chosen, str) else chosen

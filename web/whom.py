"""Choosing somebody in a form, among however many: all of them where they are few; else those who answer to a name that
is typed beside, which sends the form and brings it back as it stood.
"""

from dataclasses import dataclass
from typing import NamedTuple

from starlette.requests import Request

from projections.membership import choice
from projections.membership.choice import Among
from projections.paging import AsOf
from web.counter import office
from web.forms import SEEK
from web.members import today

FEW = 50
"""Names that one reads through; beyond, one seeks."""


class Offered(NamedTuple):
    """`options`: (identifier, name). `sought`: they are too many to be shown. `more`: others answer too."""

    options: list[tuple[str, str]]
    sought: bool
    more: bool


@dataclass(frozen=True)
class Whom:
    """Who may be chosen; `but`: not this one."""

    request: Request
    kind: Among
    but: str = ""

    def offered(self, typed: str, chosen: str | list[str]) -> Offered:
        """`typed` in the field beside, what is `chosen` so far."""
        when = AsOf(today())
        with office(self.request).reading() as db:
            rows = choice.first(db, self.kind, when, FEW + 1)
            sought = len(rows) > FEW
            if sought:
                known = [chosen] if isinstance(chosen, str) else chosen
                rows = choice.answering(db, self.kind, when, typed, known, FEW + 1)
        options = [(row["id"], row["name"]) for row in rows if row["id"] != self.but]
        return Offered(options[:FEW], sought, sought and len(rows) > FEW)

    @property
    def seek(self) -> str:
        return SEEK

    def names(self) -> list[str]:
        """Some of their names, for a field that takes any: what a keyboard may complete."""
        with office(self.request).reading() as db:
            return [row["name"] for row in choice.first(db, self.kind, AsOf(today()), 10 * FEW)]

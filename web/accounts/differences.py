"""The accountant's figures beside ours: the movements that would make each difference, by name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from babel.support import LazyProxy
from psycopg import Connection
from psycopg.rows import DictRow

from governance.capital.differences import Guess, Slip, explanations
from governance.words import Cents
from projections.capital import closing
from projections.capital.closing import Year
from web.accounts.unpaid import Unpaid, split
from web.i18n import day, euros
from web.i18n import gettext as _
from web.words.accounts import FIGURES, MOVEMENTS, SLIPS

SHOWN = 5  # explanations: beyond, they are counted
NEAR = 2_000  # lines of other years that are looked at, the nearest to the closing day first

MEASURES: Mapping[str, str] = {"capital": "worth", "called": "owed", "uncalled": "owed", "debt": "debt"}
"""What a movement moves of each figure."""


@dataclass(frozen=True)
class Difference:
    """One figure: theirs and ours in cents, the ways in which the difference is made, each a few sentences."""

    title: LazyProxy
    theirs: int
    ours: int
    ways: list[list[str]]
    others: int

    @property
    def gap(self) -> int:
        return self.theirs - self.ours


def differences(
    db: Connection[DictRow], year: Year, theirs: Mapping[str, int], ours: Mapping[str, int]
) -> list[Difference]:
    """Each figure that was given, in the order of the page."""
    wrong = [name for name in theirs if theirs[name] != ours[name]]
    source = Source(db, year) if wrong else None
    return [_one(name, theirs[name], ours[name], source) for name in theirs]


class Source:
    """The lines that an explanation may name, read once."""

    def __init__(self, db: Connection[DictRow], year: Year) -> None:
        self.within = list(closing.journal(db, year))
        other = closing.apart(db, year, NEAR)
        self.later = [row for row in other if row["happened"] > year.as_of.day.last]
        self.before = [row for row in other if row["happened"] <= year.since.last]
        self.leavers = closing.still_holding(db, year)
        self.unpaid = split(db, year)
        self._said: dict[str, str] = {}

    def guesses(self, figure: str) -> list[Guess]:
        """Every single slip that would move this figure."""
        column = MEASURES[figure]
        found = [self._guess(Slip.MISSED, -row[column], row) for row in self.within]
        found += [self._guess(Slip.LATER, row[column], row) for row in self.later]
        found += self._early(figure) + self._classed(figure) + self._groups(column)
        found += [self._guess(Slip.TWICE, row[column], row) for row in self.within]
        return found + [self._guess(Slip.BEFORE, -row[column], row) for row in self.before]

    def sentence(self, guess: Guess) -> str:
        return _("%(slip)s : %(what)s", slip=SLIPS[guess.slip], what=self._said[guess.about])

    def _guess(self, slip: Slip, effect: int, row: DictRow) -> Guess:
        """A movement is one thing, be it missed or taken twice."""
        about = f"{row['kind']} {row['position']} {row['member']}"
        self._said.setdefault(about, _line(row, abs(effect)))
        return Guess(slip, effect, about)

    def _early(self, figure: str) -> list[Guess]:
        effects = {"capital": lambda row: -row["worth"], "debt": lambda row: row["worth"] - row["owed"]}
        return [
            self._noted(Slip.EARLY, effects[figure](row), f"early {row['member']}", row["name"], row["happened"])
            for row in (self.leavers if figure in effects else [])
        ]

    def _classed(self, figure: str) -> list[Guess]:
        """What is unpaid and called, counted as not called, or the reverse."""
        other: dict[str, tuple[str, str]] = {"called": ("called", "uncalled"), "uncalled": ("uncalled", "called")}
        if figure not in other:
            return []
        mine, its = other[figure]
        return [guess for one in self.unpaid for guess in self._both(one, getattr(one, mine), getattr(one, its))]

    def _both(self, one: Unpaid, mine: int, its: int) -> list[Guess]:
        about, name = f"classed {one.subscription}", one.name
        return [self._noted(Slip.CLASSED, effect, f"{about} {effect}", name) for effect in (-mine, its) if effect]

    def _groups(self, column: str) -> list[Guess]:
        """All the movements of a kind, all those of a member."""
        by_kind: dict[str, list[int]] = defaultdict(list)
        by_member: dict[str, list[int]] = defaultdict(list)
        for row in self.within:
            if row[column]:
                by_kind[str(MOVEMENTS[row["kind"]])].append(row[column])
                by_member[row["name"] or _("(nom effacé)")].append(row[column])
        several = [*by_kind.items(), *by_member.items()]
        return [
            self._noted(Slip.GROUP, -sum(each), f"group {name}", f"{name} ({len(each)})")
            for name, each in several
            if len(each) > 1
        ]

    def _noted(self, slip: Slip, effect: int, about: str, name: str | None, on: date | None = None) -> Guess:
        words = [day(on) if on else "", name or _("(nom effacé)"), euros(Cents(abs(effect)))]
        self._said[about] = ", ".join(filter(None, words))
        return Guess(slip, effect, about)


def _one(name: str, theirs: int, ours: int, source: Source | None) -> Difference:
    ways = explanations(theirs - ours, source.guesses(name)) if source and theirs != ours else []
    told = [[source.sentence(guess) for guess in way] for way in ways[:SHOWN]] if source else []
    return Difference(FIGURES[name], theirs, ours, told, max(0, len(ways) - SHOWN))


def _line(row: DictRow, amount: int) -> str:
    number = _("n° %(number)s", number=row["number"]) if row["number"] else ""
    words: Iterable[str] = (
        *(day(row["happened"]), row["name"] or _("(nom effacé)"), str(MOVEMENTS[row["kind"]]), number),
        *(row["said"], euros(Cents(amount))),
    )
    return ", ".join(filter(None, words))

"""The capital from its first day on, the highest that it has ever been, and the floor that it may not go under."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from math import ceil

from governance.capital.delays import months_after
from governance.statutes.facts import Capital
from governance.words import Cents, Day, Public

LEAST_PART = Fraction(1, 4)
LEAST_ARTICLE = Public("L47 art. 13")


@dataclass(frozen=True)
class Point:
    """The capital after a movement."""

    on: Day
    capital: Cents


@dataclass(frozen=True)
class Floor:
    """`highest` is what the part is taken of, by `part_article`; `amount` is rounded up, for the capital has no
    fraction of a cent; `article` is of the part or of the minimum, whichever is the higher."""

    amount: Cents
    minimum: Cents
    part: Fraction
    highest: Cents
    part_article: Public
    article: Public


@dataclass(frozen=True)
class Curve:
    """In the order of days, and of the record within a day. `before`: the highest that a register on paper had seen."""

    points: Sequence[Point]
    before: Cents

    @property
    def capital(self) -> Cents:
        return self.points[-1].capital if self.points else Cents(0)

    def at(self, day: Day) -> Cents:
        """The capital at the end of a day."""
        return next((point.capital for point in reversed(self.points) if point.on <= day), Cents(0))

    def highest(self, until: Day, since: Day | None = None) -> Cents:
        """The highest ever, or since a day: a past capital never stops counting (L47 art. 13)."""
        if since is None:
            return max([self.before, *(point.capital for point in self.points if point.on <= until)])
        within = [point.capital for point in self.points if since <= point.on <= until]
        return max([self.at(Day.of(since.first - timedelta(days=1))), *within])

    def floor(self, rules: Capital, day: Day) -> Floor:
        """The highest of the minimum, of the statutes' part, and of the law's quarter of the highest ever."""
        months = rules.floor_months
        since = months_after(day, -months.value) if months else None
        parts = [
            (rules.floor_fraction.value, self.highest(day, since), rules.floor_fraction.article),
            (LEAST_PART, self.highest(day), LEAST_ARTICLE),
        ]
        part, highest, article = max(parts, key=lambda each: each[0] * each[1])
        amount, minimum = Cents(ceil(part * highest)), rules.minimum
        if minimum.value > amount:
            return Floor(minimum.value, minimum.value, part, highest, article, minimum.article)
        return Floor(amount, minimum.value, part, highest, article, article)

    def room(self, rules: Capital, day: Day) -> Cents:
        """What may be cancelled on a day while the capital stays above its floor, that day and on every later one."""
        ends = [Point(day, self.at(day)), *(point for point in self.points if point.on > day)]
        return Cents(max(0, min(point.capital - self.floor(rules, point.on).amount for point in ends)))

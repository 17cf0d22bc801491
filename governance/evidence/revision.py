"""When the next révision coopérative is due, and by which rule: the years of the law or of the statutes, or losses."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from governance.capital.curve import Curve
from governance.capital.delays import months_after, years_after
from governance.words import Cents, Day, Public

PERIOD = 5  # years, at most (L47 art. 25-1)
LOSSES = 3  # years of losses that call the réviseur
WARNED = 12  # months: an assembly must have named him before
REFERRED = 15  # days that the réviseur has to refer a breach, once the day that he gave is past (L47 art. 25-3)
PROPOSED = 1  # month that the body has, from then on, to propose a solution (L47 art. 25-3)
PERIODIC = Public("L47 art. 25-1 et 19 duodecies")
LOST = Public("L47 art. 25-1, al. 3")


class Because(Enum):
    FIRST = "first"  # none was ever made: the years run from the beginning of the cooperative
    PERIOD = "period"  # they run from the day when members could read the last report
    THREE_LOSSES = "three_losses"
    HALF_CAPITAL_LOST = "half_capital_lost"


class Lacking(Enum):
    REVISER = "reviser"  # an assembly is to name one
    REPORT = "report"  # one was named, and the day is past


@dataclass(frozen=True)
class NextRevision:
    """`since`: the day from which `years` run or, for losses, the last day of the year that calls the réviseur: the law
    gives no delay, so that it is `last` too. `losses`: of these years, in cents below zero. `article`: what says so.
    """

    last: Day
    because: Because
    since: Day
    years: int
    article: Public
    losses: tuple[tuple[Day, Cents], ...] = ()

    @property
    def at_once(self) -> bool:
        return self.because in {Because.THREE_LOSSES, Because.HALF_CAPITAL_LOST}

    def near(self, day: Day) -> bool:
        """Whether it is time to have a réviseur named."""
        return months_after(self.last, -WARNED) <= day

    def lacking(self, day: Day, named: bool) -> Lacking | None:
        """What to worry about on that day. `named`: a réviseur was, whose report has not come."""
        if named:
            return Lacking.REPORT if self.last < day else None
        return Lacking.REVISER if self.near(day) else None


def next_revision(
    began: Day,
    reviewed: Day | None,
    years: int = PERIOD,
    article: Public = Public(""),
    results: Mapping[Day, Cents] | None = None,
    capital: Curve | None = None,
) -> NextRevision:
    """`reviewed`: when members could read the last report; `years` and `article`: of the statutes, that may shorten the
    five years, never lengthen them; `results` of financial years by their last day; `capital`: half of the
    highest that it had reached by the end of a year is what a loss is measured by, whatever it reached later.

    The law says « trois exercices déficitaires »: they are counted in a row, as it was written before 2014.
    """
    called = _called(reviewed, results or {}, capital or Curve([], Cents(0)))
    since = reviewed or began
    shortened = years if years < PERIOD else PERIOD
    because = Because.PERIOD if reviewed else Because.FIRST
    said = article if years <= PERIOD and article else PERIODIC
    periodic = NextRevision(years_after(since, shortened), because, since, shortened, said)
    return min(called, periodic, key=lambda due: due.last) if called else periodic


def _called(reviewed: Day | None, results: Mapping[Day, Cents], capital: Curve) -> NextRevision | None:
    """By the first year since the last révision whose losses do."""
    row: tuple[tuple[Day, Cents], ...] = ()
    for closing in sorted(day for day in results if not reviewed or reviewed < day):
        lost = results[closing]
        row = (*row, (closing, lost)) if lost < 0 else ()
        if lost < 0 and -2 * lost >= capital.highest(closing) > 0:
            return NextRevision(closing, Because.HALF_CAPITAL_LOST, closing, 0, LOST, row[-1:])
        if len(row) == LOSSES:
            return NextRevision(closing, Because.THREE_LOSSES, closing, 0, LOST, row)
    return None

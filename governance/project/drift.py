"""By how much a date moved, no more exactly than both dates are known."""

from dataclasses import dataclass
from enum import Enum

from governance.words import Day


class Unit(Enum):
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True)
class Drift:
    """Later when positive. Zero: within the same month or year, as far as anybody can say."""

    by: int
    unit: Unit


def drift(before: Day, after: Day) -> Drift:
    """In the vaguer of the two units: from `2026-06` to `2027-01-15`, seven months."""
    match min(len(before.text), len(after.text)):
        case 4:
            return Drift(after.first.year - before.first.year, Unit.YEARS)
        case 7:
            return Drift(_months(after) - _months(before), Unit.MONTHS)
    return Drift((after.first - before.first).days, Unit.DAYS)


def _months(day: Day) -> int:
    return 12 * day.first.year + day.first.month

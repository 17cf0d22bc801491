"""By how much a date moved, in the vaguer of its two units."""

import pytest

from governance.project.drift import Drift, Unit, drift
from governance.words import Day


@pytest.mark.parametrize(
    ("before", "after", "by", "unit"),
    [
        ("2026-06-15", "2026-07-01", 16, Unit.DAYS),
        ("2026-07-01", "2026-06-15", -16, Unit.DAYS),
        ("2026-06", "2027-01-15", 7, Unit.MONTHS),
        ("2026-12-31", "2027-01", 1, Unit.MONTHS),
        ("2026-06", "2026-06-30", 0, Unit.MONTHS),
        ("2026", "2028-03", 2, Unit.YEARS),
        ("2024-02-28", "2024-03-01", 2, Unit.DAYS),
    ],
)
def test_a_date_moves_no_more_exactly_than_it_is_known(before, after, by, unit):
    assert drift(Day(before), Day(after)) == Drift(by, unit)

"""Delays in months and years: they end on the day of the same date (code de procédure civile, art. 641)."""

from calendar import monthrange

from governance.words import Day

REMAINDER_YEARS = 3  # to pay what was not paid at the subscription, at most (L47 art. 12)
NOTICE_MONTHS = 3  # from the formal notice to the exclusion (L47 art. 12)
BOUND_YEARS = 5  # a leaver answers for what was owed when she left (C.com L231-6)
REIMBURSEMENT_YEARS = 5  # where the statutes do not say how long the cooperative may wait


def months_after(day: Day, months: int) -> Day:
    """The same date so many months later, or the last of that month where it has none."""
    year, month = divmod(day.first.year * 12 + day.first.month - 1 + months, 12)
    return Day(f"{year:04}-{month + 1:02}-{min(day.first.day, monthrange(year, month + 1)[1]):02}")


def years_after(day: Day, years: int) -> Day:
    return months_after(day, 12 * years)

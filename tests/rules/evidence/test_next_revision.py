"""When the next révision coopérative is due: worked examples of L47 art. 25-1."""

import pytest

from governance.capital.curve import Curve, Point
from governance.evidence.revision import Because, Lacking, next_revision
from governance.words import Cents, Day, Public

BEGAN, OPENED = Day("2021-03-01"), Day("2024-05-15")
CAPITAL = Curve([Point(BEGAN, Cents(50_000_00))], Cents(0))


def results(**years: int) -> dict[Day, Cents]:
    return {Day(f"{year[1:]}-12-31"): Cents(euros * 100) for year, euros in years.items()}


@pytest.mark.parametrize(
    ("reviewed", "years", "article", "last", "because", "said"),
    [
        (None, 5, "", "2026-03-01", Because.FIRST, "L47 art. 25-1 et 19 duodecies"),
        (OPENED, 5, "", "2029-05-15", Because.PERIOD, "L47 art. 25-1 et 19 duodecies"),
        (OPENED, 3, "30", "2027-05-15", Because.PERIOD, "30"),
        (OPENED, 8, "30", "2029-05-15", Because.PERIOD, "L47 art. 25-1 et 19 duodecies"),
        (Day("2024-02-29"), 5, "", "2029-02-28", Because.PERIOD, "L47 art. 25-1 et 19 duodecies"),
    ],
)
def test_it_comes_five_years_after_members_could_read_the_last_report_or_sooner_by_the_statutes(
    reviewed, years, article, last, because, said
):
    due = next_revision(BEGAN, reviewed, years, Public(article))

    assert (str(due.last), due.because, due.article) == (last, because, said)
    assert not due.at_once


@pytest.mark.parametrize(
    ("known", "last", "because"),
    [
        (results(y2022=-1, y2023=-1, y2024=-1), "2024-12-31", Because.THREE_LOSSES),
        (results(y2022=-1, y2023=5, y2024=-1, y2025=-1), "2026-03-01", Because.FIRST),
        (results(y2022=-24_999), "2026-03-01", Because.FIRST),
        (results(y2022=-25_000), "2022-12-31", Because.HALF_CAPITAL_LOST),
        (results(y2026=-1, y2027=-1, y2028=-1), "2026-03-01", Because.FIRST),
    ],
)
def test_three_years_of_losses_in_a_row_or_one_that_takes_half_of_the_capital_call_it_before(known, last, because):
    """Of a capital that was 50 000 € at its highest: half of it is 25 000 €."""
    due = next_revision(BEGAN, None, results=known, capital=CAPITAL)

    assert (str(due.last), due.because) == (last, because)
    assert due.at_once is (due.because is not Because.FIRST)


def test_what_was_lost_before_the_last_report_calls_nobody_again():
    lost = results(y2021=-40_000, y2022=-1, y2023=-1)

    assert next_revision(BEGAN, OPENED, results=lost, capital=CAPITAL).because is Because.PERIOD


def test_without_capital_no_loss_is_the_half_of_it():
    assert next_revision(BEGAN, None, results=results(y2022=-10)).because is Because.FIRST


@pytest.mark.parametrize(
    ("later", "paper", "because"),
    [
        ("2022-12-31", 0, Because.FIRST),
        ("2023-01-01", 0, Because.HALF_CAPITAL_LOST),
        ("2023-01-01", 50_000_01, Because.FIRST),
    ],
)
def test_a_loss_is_measured_by_the_highest_capital_when_its_year_closed_a_later_one_calls_nothing_off(
    later, paper, because
):
    """25 000 € lost in 2022, of 50 000 €: not half of a capital higher by then, or on the register on paper."""
    points = [*CAPITAL.points, Point(Day("2022-06-01"), Cents(10_000_00)), Point(Day(later), Cents(90_000_00))]

    due = next_revision(BEGAN, None, results=results(y2022=-25_000), capital=Curve(points, Cents(paper)))

    assert due.because is because


@pytest.mark.parametrize(
    ("day", "named", "lacking"),
    [
        ("2025-02-28", False, None),
        ("2025-03-01", False, Lacking.REVISER),
        ("2025-03-01", True, None),
        ("2026-03-01", True, None),
        ("2026-03-02", True, Lacking.REPORT),
        ("2026-03-02", False, Lacking.REVISER),
    ],
)
def test_a_reviser_who_is_named_calms_until_the_day_is_past_without_his_report(day, named, lacking):
    assert next_revision(BEGAN, None).lacking(Day(day), named) is lacking


def test_one_is_warned_a_year_before():
    due = next_revision(BEGAN, None)

    assert (due.near(Day("2025-02-28")), due.near(Day("2025-03-01"))) == (False, True)

"""Paying back in parts: equal, to the cent, each by its day, in the order of the queue."""

from dataclasses import replace

import pytest

from governance.capital.debts import fallen_due, payable
from governance.capital.facts import CancellationId, CapitalIrregular, ReimbursementScheduled, SharesReimbursed
from governance.capital.reimburse import Reimburse, ScheduleReimbursement
from governance.words import Cents, Day
from tests.gwt import given
from tests.rules.capital.holders import WHY, euros, in_force, left
from tests.rules.capital.test_reimburse import ANNE, gone, valued

DECIDED = Day("2025-07-01")
HALVES = ReimbursementScheduled(CancellationId("c.1"), ANNE, 2, Day("2025-04-01"), 12, DECIDED, "AGE, exclusion")
"""After an exclusion: half within six months, half within eighteen."""
PAST = [in_force(), left("anne", "2024-10-01"), gone(shares=3, nominal=3335), valued()]


def schedule(**changed):
    told = replace(HALVES, **changed)
    return ScheduleReimbursement(
        *(told.cancellation, told.member, told.times, told.first, told.months, told.on), told.decision
    )


def pay(amount, on="2026-02-01", early="", despite=None):
    return Reimburse(CancellationId("c.1"), ANNE, Cents(amount), Day(on), early=early, despite=despite)


def test_the_parts_are_equal_and_the_last_makes_the_sum():
    terms = payable(Cents(10_000), replace(HALVES, times=3), Day("2030-01-01"))

    assert [(str(term.on), term.amount) for term in terms] == [
        ("2025-04-01", 3333),
        ("2026-04-01", 6666),
        ("2027-04-01", 10_000),
    ]
    assert [fallen_due(terms, Day(day)) for day in ("2025-03-31", "2025-04-01", "2028-01-01")] == [0, 3333, 10_000]


def test_a_schedule_is_decided_once_and_replaces_the_delay():
    given(*PAST).when(schedule()).then(HALVES)
    given(*PAST, HALVES).when(schedule()).then()

    half = SharesReimbursed(CancellationId("c.1"), ANNE, Cents(5002), Day("2026-02-01"))
    given(*PAST, HALVES).when(pay(5002)).then(half)
    given(*PAST, HALVES).when(pay(5003)).refused("paid-too-early", until=Day("2026-04-01"))
    given(*PAST, HALVES, half).when(pay(1)).refused("paid-too-early", until=Day("2026-04-01"))
    assert given(*PAST, HALVES, half).when(pay(5003, early="CA")).gained()


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"decision": " "}, "schedule-undecided"),
        ({"times": 0}, "schedule-without-parts"),
        ({"times": 61}, "schedule-without-parts"),
        ({"months": 0}, "schedule-without-parts"),
        ({"first": Day("2025-04")}, "full-day-needed"),
        ({"first": Day("2024-10-31")}, "paid-before-cancelled"),
        ({"first": Day("2028-10-02")}, "schedule-too-late"),  # the second would be after five years
        ({"cancellation": CancellationId("x")}, "unknown-cancellation"),
    ],
)
def test_a_schedule_is_refused(changed, reason):
    given(*PAST).when(schedule(**changed)).refused(reason)


def test_the_last_part_may_fall_on_the_last_day_of_the_delay():
    assert given(*PAST).when(schedule(first=Day("2028-10-01"))).gained()


BO = replace(gone(), cancellation=CancellationId("b.1"), claim="bo", member="bo")
TWO = [in_force(), left("bo", "2019-01-01"), left("anne", "2019-05-01"), BO, gone(), valued()]


def test_nobody_is_paid_before_those_in_front_of_her_unless_it_has_happened():
    overtook = CapitalIrregular(ANNE, Day("2026-02-01"), "queue-overtaken", "", "", Cents(60_000), WHY)
    paid = SharesReimbursed(CancellationId("c.1"), ANNE, euros(600), Day("2026-02-01"))

    given(*TWO).when(pay(60_000)).refused("queue-overtaken", ahead=1)
    given(*TWO).when(pay(60_000, early="AGO")).refused("queue-overtaken")
    given(*TWO).when(pay(60_000, despite=WHY)).then(paid, overtook)


def test_a_partial_payment_keeps_the_order():
    some = SharesReimbursed(CancellationId("b.1"), "bo", Cents(59_999), Day("2026-02-01"))
    rest = replace(some, amount=Cents(1))

    given(*TWO, some).when(pay(1)).refused("queue-overtaken", ahead=1, effect=1)
    assert given(*TWO, some, rest).when(pay(60_000)).gained()


def test_who_is_paid_by_a_schedule_holds_nobody_up_between_two_parts():
    parts = ReimbursementScheduled(CancellationId("b.1"), "bo", 2, Day("2026-01-01"), 12, DECIDED, "CA")
    first = SharesReimbursed(CancellationId("b.1"), "bo", euros(300), Day("2026-01-01"))

    given(*TWO, parts).when(pay(1)).refused("queue-overtaken", effect=1)
    assert given(*TWO, parts, first).when(pay(60_000)).gained()

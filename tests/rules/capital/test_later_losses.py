"""A loss found after the accounts were approved falls on those who left since, for five years, to the cent."""

from fractions import Fraction

import pytest

from governance.capital.facts import (
    CancellationId,
    ClaimId,
    LossClaimed,
    LossFound,
    ReimbursementReturned,
    SharesCancelled,
    SharesReimbursed,
    ShareValued,
)
from governance.capital.later_losses import FindLoss, ReturnReimbursement
from governance.capital.reimburse import Reimburse
from governance.words import Cents, Day, MemberId
from tests.coop import admitted
from tests.gwt import given
from tests.rules.capital.holders import euros, holds, in_force, left, reimbursement

ANNE, ON = MemberId("anne"), Day("2026-02-01")
E18 = ShareValued(
    Day("2024-12-31"), euros(9000), euros(30_000), euros(15_000), Fraction(600_000), Fraction(1, 5), Day("2025-06-20")
)


def gone(who="anne", shares=1, on="2024-11-01", unpaid=0):
    name, member = CancellationId(f"{who}.1"), MemberId(who)
    return SharesCancelled(name, ClaimId(who), member, shares, Cents(60_000), Cents(unpaid), Day(on))


def paid(amount, who="anne"):
    return SharesReimbursed(CancellationId(f"{who}.1"), MemberId(who), Cents(amount), Day("2025-07-01"), early="AGO")


def claimed(amount, back, rate, who="anne", closing="2024-12-31", on=ON):
    return LossClaimed(
        CancellationId(f"{who}.1"), MemberId(who), Day(closing), Fraction(rate), Cents(amount), Cents(back), on
    )


def find(loss=4500, closing="2024-12-31", on=ON):
    return FindLoss(Day(closing), euros(loss), on)


PAST = [in_force(nominal=60_000), *holds("anne", 1, 60_000), left("anne", "2024-10-01"), gone(), E18]
FOUND = LossFound(Day("2024-12-31"), euros(4500), Fraction(300_000), Fraction(1, 10), ON, "16")


def test_e18_a_later_loss_lessens_what_is_still_owed():
    """9 000 € took a fifth; 4 500 € more of the same year take a tenth: 420 € remain of 600 €."""
    given(*PAST).when(find()).then(FOUND, claimed(6000, 0, "1/10"))
    pay = Reimburse(CancellationId("anne.1"), ANNE, Cents(42_001), ON, early="AGO")
    given(*PAST, FOUND, claimed(6000, 0, "1/10")).when(pay).refused("more-than-due", owed=42_000)


@pytest.mark.parametrize(("had", "back"), [(48_000, 6000), (45_000, 3000), (42_000, 0), (10_000, 0)])
def test_e18_what_was_paid_beyond_is_given_back_and_no_more(had, back):
    given(*PAST, paid(had)).when(find()).then(FOUND, claimed(6000, back, "1/10"))


def test_a_second_loss_of_the_year_is_shared_on_top_of_the_first():
    past = [*PAST, paid(48_000), FOUND, claimed(6000, 6000, "1/10")]
    whole = LossFound(Day("2024-12-31"), euros(999_999), Fraction(2_100_000), Fraction(7, 10), ON, "16")

    given(*past).when(find()).then()  # the same, written already
    given(*past).when(find(999_999)).then(whole, claimed(42_000, 42_000, "7/10"))


def test_what_comes_back_is_never_more_than_what_is_claimed():
    past = [*PAST, paid(48_000), FOUND, claimed(6000, 6000, "1/10")]
    name = CancellationId("anne.1")
    some = ReimbursementReturned(name, ANNE, Cents(2500), ON)

    given(*past).when(ReturnReimbursement(name, ANNE, Cents(2500), ON)).then(some)
    given(*past, some).when(ReturnReimbursement(name, ANNE, Cents(3501), ON)).refused("more-than-claimed", owed=3500)
    given(*past).when(ReturnReimbursement(name, MemberId("dan"), Cents(1), ON)).refused("unknown-cancellation")
    given(*PAST, paid(48_000)).when(ReturnReimbursement(name, ANNE, Cents(1), ON)).refused("more-than-claimed", owed=0)


@pytest.mark.parametrize(
    ("came", "went", "on", "bears"),
    [
        ("2021-02-01", "2024-10-01", ON, True),
        ("2024-12-31", "2024-12-31", ON, True),
        ("2021-02-01", "2024-01-01", ON, True),  # there on the first day of the year
        ("2021-02-01", "2023-12-31", ON, False),  # gone before it began
        ("2025-01-01", "2025-06-01", ON, False),  # not there yet
        ("2021-02-01", "2021-02-01", ON, False),
    ],
)
def test_it_falls_on_who_was_a_member_in_that_year(came, went, on, bears):
    gained = (
        given(
            in_force(nominal=60_000),
            admitted("anne", on=came),
            left("anne", went),
            gone(on=max(went, "2024-01-01")),
            E18,
            ShareValued(Day("2025-12-31"), *[Cents(0)] * 3, Fraction(0), Fraction(0), ON),
        )
        .when(find(on=on))
        .gained()
    )

    assert any(isinstance(fact, LossClaimed) for fact in gained) == bears


@pytest.mark.parametrize(("went", "bears"), [("2021-02-01", True), ("2021-01-31", False)])
def test_five_years_after_she_left_she_answers_no_more(went, bears):
    old = ShareValued(Day("2020-12-31"), *[Cents(0)] * 2, Cents(0), Fraction(0), Fraction(0), Day("2021-06-01"))
    year = ShareValued(Day("2021-12-31"), Cents(0), euros(600), Cents(0), Fraction(0), Fraction(0), Day("2022-06-01"))
    past = [*holds("anne", 1, 60_000, on="2020-01-01"), left("anne", went), gone(on="2021-03-01"), old, year]

    gained = given(in_force(nominal=60_000), *past).when(find(60, "2021-12-31")).gained()

    assert [type(fact) for fact in gained] == [LossFound, *[LossClaimed] * bears]


def test_shares_whose_own_year_is_not_valued_bear_it_by_that_year():
    past = [*holds("anne", 1, 60_000), left("anne", "2024-10-01"), gone(on="2025-11-01"), E18]

    given(in_force(nominal=60_000), *past).when(find()).then(FOUND)


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (find(closing="2023-12-31"), "year-not-valued"),
        (find(loss=0), "no-loss"),
        (find(on=Day("2025-06-19")), "found-before-approved"),
        (find(on=Day("2027-01-01")), "day-to-come"),
    ],
)
def test_a_loss_that_cannot_be_found_is_refused(act, reason):
    given(*PAST).when(act).refused(reason)


def test_statutes_that_do_not_say_who_bears_a_loss_are_asked_first():
    silent = in_force(nominal=60_000, reimbursement=reimbursement(losses=None))

    given(silent, *PAST[1:]).when(find()).refused("losses-not-settled")

"""From the cancellation to the cash: what a year leaves of a share, and when it may be paid (L47 art. 18)."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.capital.facts import (
    CancellationId,
    CapitalIrregular,
    ClaimId,
    ReimbursementAsked,
    SharesCancelled,
    SharesReimbursed,
    ShareValued,
)
from governance.capital.losses import borne, due
from governance.capital.reimburse import Reimburse
from governance.capital.value import ValueShare
from governance.statutes.facts import LossShare, Ruled
from governance.words import Cents, Day, MemberId
from tests.gwt import given
from tests.rules.capital.holders import WHY, euros, highest, holds, in_force, left, reimbursement

ANNE = MemberId("anne")
CLOSING = Day("2024-12-31")
APPROVED = Day("2025-06-20")


def gone(shares=1, nominal=60_000, unpaid=0, on="2024-11-01", claim="anne"):
    return SharesCancelled(CancellationId("c.1"), ClaimId(claim), ANNE, shares, Cents(nominal), Cents(unpaid), Day(on))


def valued(rate="0", closing=CLOSING):
    return ShareValued(closing, Cents(0), Cents(0), Cents(0), Fraction(0), Fraction(rate), APPROVED)


def pay(amount, on="2026-02-01", early="", despite=None):
    return Reimburse(CancellationId("c.1"), ANNE, Cents(amount), Day(on), early=early, despite=despite)


def paid(amount, on="2026-02-01", early=""):
    return SharesReimbursed(CancellationId("c.1"), ANNE, Cents(amount), Day(on), early=early)


def test_e18_losses_reduce_the_reimbursement():
    """49 shares of 600 € stay; one was cancelled in the year: the loss falls on 30 000 €."""
    past = [*holds("anne", 1, 60_000), *holds("dan", 49, 60_000), left("anne", "2024-10-01"), gone()]
    e18 = ShareValued(
        closing=CLOSING,
        loss=euros(9000),
        capital=euros(30_000),
        reserves=euros(15_000),
        to_capital=Fraction(600_000),
        rate=Fraction(1, 5),
        on=APPROVED,
        article="16",
    )
    rules = in_force(nominal=60_000)

    given(rules, *past).when(ValueShare(CLOSING, euros(9000), euros(15_000), APPROVED)).then(e18)
    given(rules, *past, e18).when(pay(48_001, early="AGO")).refused("more-than-due", owed=48_000)
    given(rules, *past, e18).when(pay(48_000, early="AGO")).then(paid(48_000, early="AGO"))


@pytest.mark.parametrize(
    ("loss", "capital", "reserves", "shared", "to_capital", "rate"),
    [
        (9000, 30_000, 15_000, LossShare.CAPITAL_AND_RESERVES, 6000, Fraction(1, 5)),
        (9000, 30_000, 15_000, LossShare.CAPITAL, 9000, Fraction(3, 10)),
        (0, 30_000, 15_000, LossShare.CAPITAL, 0, 0),
        (40_000, 30_000, 0, LossShare.CAPITAL, 30_000, 1),  # a share is never worth less than nothing
        (1, 0, 15_000, LossShare.CAPITAL_AND_RESERVES, 0, 0),
        (100, 300, 0, LossShare.CAPITAL, 100, Fraction(1, 3)),
    ],
)
def test_what_falls_on_the_capital(loss, capital, reserves, shared, to_capital, rate):
    share = borne(Cents(loss), Cents(capital), Cents(reserves), shared)

    assert (share.to_capital, share.rate) == (to_capital, rate)


def test_the_cent_is_rounded_once_on_the_whole_and_stays_with_the_cooperative():
    """Three shares of 50 € that lose a third: 100 €, and not three times 33,33 €."""
    assert due(gone(shares=3, nominal=5000), Fraction(1, 3)) == 10_000
    assert due(gone(shares=2, nominal=5000), Fraction(1, 3)) == 6666
    assert due(gone(shares=2, nominal=5000, unpaid=1000), Fraction(1, 3)) == 5666
    assert due(gone(shares=2, nominal=5000, unpaid=7500), Fraction(1, 3)) == 0


def test_the_capital_of_the_year_counts_those_who_left_in_it_alone():
    before, within = gone(on="2023-12-31"), replace(gone(on="2024-01-01"), cancellation=CancellationId("d.1"))
    past = [*holds("anne", 10, 60_000), left("anne", "2023-10-01"), before, within]

    [value] = (
        given(in_force(nominal=60_000, minimum=0), *past)
        .when(ValueShare(CLOSING, Cents(0), Cents(0), APPROVED))
        .gained()
    )

    assert value.capital == 9 * 60_000


def test_a_loss_waits_for_statutes_that_say_who_bears_it_and_no_loss_waits_for_nothing():
    silent = in_force(reimbursement=None)

    given(silent).when(ValueShare(CLOSING, euros(1), Cents(0), APPROVED)).refused("losses-not-settled")
    assert given(silent).when(ValueShare(CLOSING, Cents(0), Cents(0), APPROVED)).gained()


def test_a_year_is_valued_once():
    value = ValueShare(CLOSING, Cents(0), Cents(0), APPROVED)
    done = given(in_force()).when(value).gained()

    given(in_force(), *done).when(value).then()
    given(in_force(), *done).when(replace(value, loss=euros(1))).refused("already-valued", closing=CLOSING)
    given(in_force()).when(replace(value, on=Day("2024-12-30"))).refused("approved-before-closing")


def test_nothing_is_paid_before_its_value_is_known():
    given(in_force(), gone(), valued(closing=Day("2023-12-31"))).when(pay(1)).refused("share-not-valued")


def test_the_value_is_that_of_the_year_of_the_cancellation():
    years = [valued("1/2", Day("2025-12-31")), valued("0"), valued("1/3", Day("2023-12-31"))]

    given(in_force(), gone(), *years, left("anne", "2020-01-01")).when(pay(60_001)).refused(
        "more-than-due", owed=60_000
    )


def test_it_is_paid_in_parts_and_never_beyond():
    past = [left("anne", "2020-01-01"), gone(), valued(), paid(50_000)]

    given(in_force(), *past).when(pay(10_000)).then(paid(10_000))
    given(in_force(), *past).when(pay(10_001)).refused("more-than-due", owed=10_000)
    given(in_force(), *past).when(pay(0)).refused("more-than-due")


def test_before_the_delay_a_decision_is_needed_unless_it_was_paid():
    past = [left("anne", "2022-02-01"), gone(), valued()]
    early = CapitalIrregular(ANNE, Day("2026-02-01"), "paid-too-early", "16", "", Cents(60_000), WHY)

    given(in_force(), *past).when(pay(60_000)).refused("paid-too-early", until=Day("2027-02-01"), article="16")
    given(in_force(), *past).when(pay(60_000, early="AGO 2025, rés. 4")).then(paid(60_000, early="AGO 2025, rés. 4"))
    given(in_force(), *past).when(pay(60_000, despite=WHY)).then(paid(60_000), early)


@pytest.mark.parametrize(
    ("rules", "until"),
    [
        (reimbursement(years=Ruled(2, "7")), "2025-11-15"),
        (reimbursement(years=None), "2028-11-15"),
        (None, "2028-11-15"),
    ],
)
def test_the_delay_is_that_of_the_statutes_or_five_years_from_the_loss(rules, until):
    past = [left("anne", "2023-11-15"), gone(), valued()]

    given(in_force(reimbursement=rules), *past).when(pay(60_000, on="2025-01-02")).refused(
        "paid-too-early", until=Day(until)
    )


def test_for_who_stayed_the_delay_runs_from_her_request():
    asked = ReimbursementAsked(ClaimId("k"), ANNE, 1, Day("2024-02-29"))
    past = [asked, gone(claim="k"), valued()]

    given(in_force(), *past).when(pay(60_000)).refused("paid-too-early", until=Day("2029-02-28"))


@pytest.mark.parametrize(
    ("past", "act", "reason"),
    [
        ([], pay(1), "unknown-cancellation"),
        ([gone()], replace(pay(1), member=MemberId("dan")), "unknown-cancellation"),
        ([gone()], pay(1, on="2024-10-31"), "paid-before-cancelled"),
        ([gone()], pay(1, on="2026-03-03"), "day-to-come"),
    ],
)
def test_a_payment_is_refused(past, act, reason):
    given(in_force(), *past).when(act).refused(reason)


def test_three_dates_are_three():
    """Her rights end, the capital goes down, the cash leaves: nothing ties one to another but its order."""
    past = [highest(0), *holds("anne", 10), *holds("dan", 400), left("anne", "2019-05-02")]
    cancelled = replace(gone(shares=10, nominal=5000), claim=ClaimId("anne"))

    given(in_force(), *past, cancelled, valued()).when(pay(50_000)).then(paid(50_000))

"""The statutes may cap what one member holds of the capital: nobody passes it by subscribing or receiving."""

from fractions import Fraction

import pytest

from governance.capital.subscribe import Subscribe
from governance.capital.transfer import TransferShares
from governance.statutes.facts import Organ, Ruled
from governance.words import Day, MemberId, Public, SubscriptionId
from tests.coop import admitted
from tests.gwt import given
from tests.rules.capital.holders import HALF, holds, in_force

ON = Day("2026-02-01")
CAPPED = in_force(cap_per_member=Ruled(HALF, Public("9")))
FOUNDER, EVEN, SMALL = (
    [admitted("anne")],
    [*holds("anne", 30), *holds("bo", 30)],
    [*holds("anne", 10), *holds("bo", 50)],
)


def subscribe(shares):
    return Subscribe(SubscriptionId("s"), MemberId("anne"), shares, ON)


@pytest.mark.parametrize(("before", "shares"), [(FOUNDER, 20), (SMALL, 40)])
def test_up_to_the_cap_shares_are_subscribed(before, shares):
    """20 shares are half of the minimum of 2 000 €; 50 shares half of 100."""
    [subscribed] = given(CAPPED, *before).when(subscribe(shares)).gained()

    assert subscribed.shares == shares


@pytest.mark.parametrize(
    ("before", "shares", "held"),
    [(FOUNDER, 21, Fraction(21, 40)), (EVEN, 1, Fraction(31, 61)), (SMALL, 41, Fraction(51, 101))],
)
def test_beyond_the_cap_they_are_not(before, shares, held):
    given(CAPPED, *before).when(subscribe(shares)).refused("above-own-cap", value=held, limit=HALF, article="9")


def test_who_receives_shares_is_held_to_it_too():
    given(CAPPED, *EVEN).when(
        TransferShares(MemberId("bo"), MemberId("anne"), 1, ON, Organ.BOARD, Public("CA n° 3"))
    ).refused("above-own-cap", value=Fraction(31, 60))

"""Subscribing and paying shares, in cents, at the value that the statutes give."""

from fractions import Fraction

import pytest

from governance.capital.facts import SharesPaid, SharesSubscribed
from governance.capital.pay import Pay
from governance.capital.subscribe import Subscribe
from governance.membership.facts import ApplicationRejected, Cause, MemberLeft
from governance.words import Cents, Day, SubscriptionId
from tests.coop import LEA, admitted, adopted, applied, association, scic
from tests.gwt import given

S1 = SubscriptionId("s1")
statutes = adopted(scic())
promised = SharesSubscribed(S1, LEA, 4, Cents(5000), Day("2026-02-01"))


def subscribe(shares=4, on="2026-02-01"):
    return Subscribe(S1, LEA, shares, Day(on))


def pay(amount, on="2026-02-02", subscription=S1):
    return Pay(SubscriptionId(subscription), LEA, Cents(amount), Day(on))


def test_shares_are_subscribed_at_the_nominal_value_of_the_statutes():
    given(statutes, applied(LEA)).when(subscribe()).then(promised)


@pytest.mark.parametrize(
    ("past", "shares", "on", "reason"),
    [
        ([], 4, "2026-02-01", "no-application"),
        ([applied(LEA, "structures")], 3, "2026-02-01", "too-few-shares"),
        ([applied(LEA)], 0, "2026-02-01", "too-few-shares"),
        ([admitted(LEA), promised], 0, "2026-02-01", "whole-shares"),
        ([applied(LEA)], 4, "2026-03-03", "day-to-come"),
        ([applied(LEA)], 4, "2026-02", "full-day-needed"),
        ([applied(LEA)], 4, "2019-02-01", "no-statutes-yet"),
    ],
)
def test_a_subscription_is_refused(past, shares, on, reason):
    given(statutes, *past).when(subscribe(shares, on)).refused(reason)


def test_an_association_has_no_shares():
    given(adopted(association()), applied(LEA, "createurs")).when(subscribe()).refused("no-capital")


def test_a_member_subscribes_more_whatever_the_minimum():
    given(statutes, applied(LEA, "structures"), promised).when(
        Subscribe(SubscriptionId("s2"), LEA, 1, Day("2026-02-01"))
    ).then(SharesSubscribed(SubscriptionId("s2"), LEA, 1, Cents(5000), Day("2026-02-01")))


def test_a_quarter_at_least_is_paid_first():
    given(statutes, promised).when(pay(5000)).then(SharesPaid(S1, LEA, Cents(5000), Day("2026-02-02")))
    given(statutes, promised).when(pay(4999)).refused("first-payment-too-small", part=Fraction(1, 4), article="10")


def test_nobody_pays_more_than_was_promised():
    paid = SharesPaid(S1, LEA, Cents(15000), Day("2026-02-02"))

    given(statutes, promised, paid).when(pay(5000)).then(SharesPaid(S1, LEA, Cents(5000), Day("2026-02-02")))
    given(statutes, promised, paid).when(pay(5001)).refused("more-than-owed", owed=5000)
    given(statutes, promised, paid).when(pay(0)).refused("more-than-owed")


def test_two_equal_payments_are_two_payments():
    paid = SharesPaid(S1, LEA, Cents(5000), Day("2026-02-02"))

    given(statutes, promised, paid).when(pay(5000)).then(paid)


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (pay(5000, subscription="other"), "unknown-subscription"),
        (pay(5000, on="2026-01-31"), "paid-before-promised"),
        (pay(5000, on="2026-03-03"), "day-to-come"),
    ],
)
def test_a_payment_is_refused(command, reason):
    given(statutes, promised).when(command).refused(reason)


def test_who_was_rejected_or_left_subscribes_nothing():
    rejected = ApplicationRejected(LEA, Day("2026-01-01"))
    left = MemberLeft(LEA, Cause.EXCLUSION, Day("2026-01-01"))

    given(statutes, applied(LEA), rejected).when(subscribe()).refused("no-application")
    given(statutes, admitted(LEA), left).when(subscribe()).refused("no-application")

"""A register on paper goes on here: its last number, its highest capital, and the balances at its end."""

from dataclasses import replace

import pytest

from governance.capital.facts import RegisterContinued, SharesSubscribed, SharesTakenOver
from governance.capital.take_over import ContinueRegister, TakeOverShares
from governance.words import Cents, Day, MemberId, SubscriptionId
from tests.coop import LEA, admitted
from tests.gwt import given
from tests.rules.capital.holders import NOMINAL, euros, in_force, public

S1 = SubscriptionId("s1")
END = Day("2025-12-31")
continues = ContinueRegister(412, euros(48_000), END, "Registre coté, page 37")
continued = RegisterContinued(412, euros(48_000), END, "Registre coté, page 37")
take = TakeOverShares(S1, LEA, 4, NOMINAL, Cents(20_000), END, Day("2014-03-02"))
taken = SharesTakenOver(S1, LEA, 4, NOMINAL, Cents(20_000), END, Day("2014-03-02"))


def test_the_paper_register_ends_once_and_before_anything_is_numbered_here():
    other = replace(continues, last_number=413)
    begun = SharesSubscribed(S1, LEA, 4, NOMINAL, END)

    given().when(continues).then(continued)
    given(taken).when(continues).then(continued)
    given(continued).when(continues).then()
    given(continued).when(other).refused("register-already-continued")
    given(begun).when(continues).refused("register-already-begun")
    given().when(replace(continues, last_number=-1)).refused("not-a-number-of-the-register")


def test_a_balance_is_dated_in_the_past_and_written_once():
    given(in_force(), admitted(LEA)).when(take).then(taken)
    given(in_force(), admitted(LEA), taken).when(take).then()
    given(admitted(LEA)).when(take).then(taken)  # the statutes of that day need not be known


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (replace(take, shares=0), "whole-shares"),
        (replace(take, nominal=Cents(0)), "share-without-value"),
        (replace(take, paid=Cents(20_001)), "more-than-owed"),
        (replace(take, paid=Cents(-1)), "more-than-owed"),
        (replace(take, on=Day("2025")), "full-day-needed"),
        (replace(take, on=Day("2027-01-01")), "day-to-come"),
        (replace(take, member=MemberId("nobody")), "not-a-member"),
    ],
)
def test_a_balance_is_refused(act, reason):
    given(in_force(), admitted(LEA)).when(act).refused(reason)


def test_a_balance_of_another_under_the_same_name_is_refused():
    given(in_force(), admitted(LEA), taken).when(replace(take, shares=5, paid=Cents(0))).refused("unknown-subscription")


def test_balances_that_show_public_bodies_above_half_say_so():
    town = replace(take, member=MemberId("town"))

    _, broken = given(in_force(), public("town"), admitted("town")).when(town).gained()

    assert (broken.invariant, broken.value) == ("public-share", 1)

"""Shares that change hands: approved, paid, between members, without the capital moving (L47 art. 11)."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.capital.exchange import ExchangeShares
from governance.capital.facts import (
    CapitalIrregular,
    ClaimId,
    ReimbursementAsked,
    SharesExchanged,
    SharesTransferred,
)
from governance.capital.transfer import TransferShares
from governance.membership.facts import Cause, MemberAdmitted, MemberLeft
from governance.membership.invariant_facts import InvariantBroken
from governance.statutes.facts import Organ
from governance.words import Cents, Day, MemberId
from tests.coop import admitted, applied
from tests.gwt import given
from tests.rules.capital.holders import NOMINAL, WHY, holds, in_force, left, public

ON = Day("2026-02-01")
ANNE, BO = MemberId("anne"), MemberId("bo")
HOLDERS = [*holds("anne", 4), *holds("bo", 1)]


def transfer(shares=1, receiver="bo", on=ON, organ=Organ.BOARD, decision="CA du 20/01/2026, n° 3", despite=None):
    return TransferShares(ANNE, MemberId(receiver), shares, on, organ, decision, despite)


def transferred(shares=1, receiver="bo", organ=Organ.BOARD, decision="CA du 20/01/2026, n° 3"):
    return SharesTransferred(ANNE, MemberId(receiver), shares, NOMINAL, ON, organ, decision)


def test_a_member_gives_shares_to_another():
    given(in_force(), *HOLDERS).when(transfer(3)).then(transferred(3))


def test_a_candidate_is_admitted_by_the_decision_that_approves():
    eva = MemberAdmitted(MemberId("eva"), "benevoles", "benevoles", ON, Organ.BOARD, "CA du 20/01/2026, n° 3")

    given(in_force(), *HOLDERS, applied("eva")).when(transfer(1, "eva")).then(transferred(1, "eva"), eva)


def test_who_gives_all_that_she_has_is_no_longer_a_member():
    given(in_force(), *HOLDERS).when(transfer(4)).then(transferred(4), MemberLeft(ANNE, Cause.WITHDRAWAL, ON))


@pytest.mark.parametrize(
    ("past", "act", "reason"),
    [
        ([], transfer(5), "more-than-held"),
        ([], transfer(0), "whole-shares"),
        ([], transfer(1, "anne"), "transfer-to-oneself"),
        ([], transfer(1, "eva"), "receiver-not-a-member"),
        ([admitted("eva"), left("eva", "2025-01-01")], transfer(1, "eva"), "receiver-not-a-member"),
        ([left("anne", "2026-01-01")], transfer(), "not-a-member"),
        ([ReimbursementAsked(ClaimId("k"), ANNE, 2, Day("2026-01-01"))], transfer(3), "more-than-held"),
        ([replace(transferred(2), on=Day("2026-02-15"))], transfer(3), "more-than-held"),  # already given, later
        ([], transfer(on=Day("2026-03-03")), "day-to-come"),
        ([], transfer(on=Day("2019-03-03")), "no-statutes-yet"),
    ],
)
def test_a_transfer_that_cannot_be_is_refused_even_if_somebody_says_why(past, act, reason):
    given(in_force(), *HOLDERS, *past).when(replace(act, despite=WHY)).refused(reason)


def test_unpaid_shares_are_paid_before_they_are_given():
    given(in_force(), *holds("anne", 4, paid=15_000), *holds("bo", 1)).when(transfer()).refused(
        "shares-not-paid-up", owed=5000
    )


@pytest.mark.parametrize(
    ("past", "act", "reason", "article"),
    [
        ([], transfer(organ=Organ.ASSEMBLY), "approved-by-another-organ", "14"),
        ([], transfer(decision=" "), "approval-needed", "14"),
        ([admitted("anne", "structures", on="2021-03-01")], transfer(1), "minimum-kept", "12.2"),
        ([admitted("bo", "structures", on="2021-03-01")], transfer(1), "minimum-kept", "12.2"),
    ],
)
def test_a_transfer_against_the_statutes_is_refused_or_written_as_irregular(past, act, reason, article):
    given(in_force(), *HOLDERS, *past).when(act).refused(reason, article=article)

    gained = given(in_force(), *HOLDERS, *past).when(replace(act, despite=WHY)).gained()

    assert CapitalIrregular(ANNE, ON, reason, article, "", None, WHY) in gained


def test_statutes_without_a_word_leave_the_organ_free_and_want_an_approval_all_the_same():
    free = in_force(transfer_by=None)

    given(free, *HOLDERS).when(transfer(organ=Organ.ASSEMBLY)).then(transferred(organ=Organ.ASSEMBLY))
    given(free, *HOLDERS).when(transfer(decision="")).refused("approval-needed", article="L47 art. 11")


def test_a_transfer_to_a_public_body_does_not_pass_half():
    past = [public("town"), *HOLDERS, *holds("town", 5)]
    broken = InvariantBroken(
        "public-share", ON, "L47 art. 19 septies", Fraction(3, 5), Fraction(1, 2), "restore-public-share"
    )
    irregular = CapitalIrregular(
        MemberId("anne"), ON, "public-above-limit", "L47 art. 19 septies", "", Cents(5000), WHY
    )

    given(in_force(), *past).when(transfer(1, "town")).refused("public-above-limit", value=Fraction(3, 5))
    given(in_force(), *past).when(transfer(1, "town", despite=WHY)).then(transferred(1, "town"), broken, irregular)


def exchange(shares=2, nominal=2500):
    return ExchangeShares(ANNE, shares, Cents(nominal), ON)


def test_shares_are_exchanged_when_the_value_changes_and_the_capital_does_not():
    past = holds("anne", 4, nominal=2500)

    given(in_force(), *past).when(exchange()).then(SharesExchanged(ANNE, 2, Cents(2500), 1, NOMINAL, ON))
    given(in_force(), *past).when(exchange(3)).refused("exchange-leaves-a-rest", owed=2500)
    given(in_force(), *past).when(exchange(6)).refused("more-than-held", held=4)
    given(in_force(), *past).when(exchange(2, 5000)).refused("value-in-force")

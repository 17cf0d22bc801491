"""The queue of those who left, and the floor that the capital never goes under (C.com L231-5, L47 art. 13)."""

from dataclasses import replace
from fractions import Fraction
from functools import partial

import pytest

from governance.capital.ask_back import AskReimbursement
from governance.capital.cancel import CancelShares, RecordCancellation
from governance.capital.curve import Curve, Point
from governance.capital.facts import (
    CancellationId,
    CapitalIrregular,
    ClaimId,
    ReimbursementAsked,
    SharesCancelled,
    SharesSubscribed,
)
from governance.capital.subscribe import Subscribe
from governance.membership.invariant_facts import InvariantBroken, InvariantRestored
from governance.statutes.facts import Ruled
from governance.words import Cents, Day, MemberId, SubscriptionId
from tests.coop import admitted, adopted
from tests.gwt import given
from tests.rules.capital.holders import (
    NOMINAL,
    WHY,
    euros,
    highest,
    holds,
    in_force,
    left,
    public,
    reimbursement,
    statutes,
)

C = CancellationId("c")
ON = "2026-02-01"
QUEUE = [left("anne", "2025-03-01"), left("bo", "2025-04-01"), left("cleo", "2025-05-01")]
HOLDERS = [*holds("anne", 40), *holds("bo", 50), *holds("cleo", 10), *holds("dan", 200)]
E17 = [highest(48_000), *HOLDERS, *QUEUE]


def cancel(on=ON):
    return CancelShares(C, Day(on))


def cancelled(number, member, shares, unpaid=0, on=ON, claim="", nominal=NOMINAL, name="c"):
    name = CancellationId(f"{name}.{number}")
    who = MemberId(member)
    return SharesCancelled(name, ClaimId(claim or member), who, shares, Cents(nominal), Cents(unpaid), Day(on))


gone = partial(cancelled, name="past")
"""Before."""


def whole_only():
    return in_force(reimbursement=reimbursement(partial=Ruled(False, "16")))


def silent():
    return in_force(reimbursement=None)


def test_e17_the_floor_serves_the_first_the_second_in_part_and_nobody_behind():
    given(in_force(), *E17).when(cancel()).then(cancelled(1, "anne", 40), cancelled(2, "bo", 20))


def test_e17_where_a_claim_is_served_wholly_or_not_a_small_one_never_overtakes():
    given(whole_only(), *E17).when(cancel()).then(cancelled(1, "anne", 40))


def test_statutes_that_say_nothing_of_a_part_are_not_read_for():
    given(silent(), *E17).when(cancel()).then(cancelled(1, "anne", 40))
    given(silent(), *E17, gone(1, "anne", 40)).when(cancel()).refused("part-not-settled", room=euros(1000))


def test_at_the_floor_nobody_is_served_and_the_reason_is_told():
    past = [*E17, gone(1, "anne", 40), gone(2, "bo", 20)]

    given(in_force(), *past).when(cancel("2026-02-02")).refused(
        "floor-reached", floor=euros(12_000), capital=euros(12_000), room=0, waits=euros(1500), article="9"
    )


def test_new_capital_lets_the_first_who_waits_go_first():
    past = [*E17, gone(1, "anne", 40), gone(2, "bo", 20)]
    fresh = SharesSubscribed(SubscriptionId("s"), MemberId("eva"), 32, NOMINAL, Day("2026-02-02"))

    given(in_force(), *past, admitted("eva"), fresh).when(cancel("2026-02-02")).then(
        cancelled(1, "bo", 30, on="2026-02-02"), cancelled(2, "cleo", 2, on="2026-02-02")
    )


def test_the_order_is_that_of_the_losses_not_of_their_writing():
    late = [left("cleo", "2025-05-01"), left("bo", "2025-04-01"), left("anne", "2025-03-01")]

    given(in_force(), highest(48_000), *HOLDERS, *late).when(cancel()).then(
        cancelled(1, "anne", 40), cancelled(2, "bo", 20)
    )


def test_who_left_on_the_same_day_is_served_in_the_order_of_the_record():
    same = [left("cleo", "2025-05-01"), left("anne", "2025-05-01")]

    given(in_force(), *HOLDERS, *same).when(cancel()).then(cancelled(1, "cleo", 10), cancelled(2, "anne", 40))


def test_who_leaves_after_the_day_waits_for_another():
    given(in_force(), *HOLDERS, left("anne", "2026-02-02")).when(cancel()).refused("nobody-waits")


def test_who_came_back_waits_for_nothing():
    past = [*HOLDERS, left("anne", "2025-03-01"), admitted("anne", on="2025-06-01")]

    given(in_force(), *past).when(cancel()).refused("nobody-waits")


def test_what_was_never_paid_is_set_off_first():
    past = [*holds("anne", 40, paid=100_000), *holds("dan", 200), left("anne", "2025-03-01")]

    given(in_force(), *past).when(cancel()).then(cancelled(1, "anne", 40, unpaid=100_000))


def test_a_backdated_cancellation_keeps_the_capital_above_its_floor_on_every_later_day():
    """14 000 on that day, but 12 500 some days later: 500 is the room, not 2 000."""
    past = [*E17, gone(1, "anne", 40, on="2026-02-10"), gone(2, "bo", 10, on="2026-02-10")]

    given(in_force(), *past).when(cancel("2026-01-10")).then(cancelled(1, "bo", 10, on="2026-01-10"))


def test_shares_are_not_cancelled_before_they_came():
    late = holds("anne", 10, on="2026-02-15")[1:]
    more = [replace(fact, subscription=SubscriptionId("late")) for fact in late]

    given(in_force(), *HOLDERS, *more, left("anne", "2026-02-01")).when(cancel()).refused(
        "shares-came-later", on=Day("2026-02-15")
    )


def test_the_minimum_of_the_statutes_is_a_floor_too():
    past = [*holds("anne", 40), *holds("dan", 60), left("anne", "2025-03-01")]

    given(in_force(minimum=4000), *past).when(cancel()).then(cancelled(1, "anne", 20))


def test_who_stays_asks_for_a_part_and_takes_its_place():
    asked = ReimbursementAsked(ClaimId("k"), MemberId("dan"), 30, Day("2025-04-15"))
    past = [*HOLDERS, left("anne", "2025-03-01"), left("cleo", "2025-05-01")]

    given(in_force(), *HOLDERS).when(AskReimbursement(asked.claim, asked.member, 30, asked.on)).then(asked)
    given(in_force(), *past, asked).when(cancel()).then(
        cancelled(1, "anne", 40), cancelled(2, "dan", 30, claim="k"), cancelled(3, "cleo", 10)
    )


def test_who_asked_a_part_then_left_has_two_places():
    asked = ReimbursementAsked(ClaimId("k"), MemberId("dan"), 30, Day("2025-04-15"))
    past = [*HOLDERS, asked, left("anne", "2025-05-01"), left("dan", "2025-06-01")]

    given(in_force(), *past).when(cancel()).then(
        cancelled(1, "dan", 30, claim="k"), cancelled(2, "anne", 40), cancelled(3, "dan", 155)
    )


@pytest.mark.parametrize(
    ("shares", "refusal"),
    [(41, "more-than-held"), (40, "minimum-kept"), (0, "whole-shares")],
)
def test_a_part_leaves_the_shares_that_her_category_asks(shares, refusal):
    ask = AskReimbursement(ClaimId("k"), MemberId("anne"), shares, Day(ON))

    given(in_force(), *HOLDERS).when(ask).refused(refusal)


def test_shares_asked_back_are_not_asked_back_twice():
    asked = ReimbursementAsked(ClaimId("k"), MemberId("anne"), 30, Day("2025-04-15"))

    given(in_force(), *HOLDERS, asked).when(AskReimbursement(ClaimId("l"), MemberId("anne"), 11, Day(ON))).refused(
        "more-than-held", held=10
    )


def test_a_leaver_asks_for_nothing_more():
    ask = AskReimbursement(ClaimId("k"), MemberId("anne"), 1, Day(ON))

    given(in_force(), *E17).when(ask).refused("not-a-member")


def record(claim="cleo", shares=10, despite=None):
    return RecordCancellation(C, ClaimId(claim), shares, Day(ON), despite)


def test_a_cancellation_that_overtook_is_refused_unless_it_has_happened():
    overtaken = CapitalIrregular(MemberId("cleo"), Day(ON), "queue-overtaken", "", "", euros(500), WHY)

    given(in_force(), *E17).when(record()).refused("queue-overtaken", ahead=2)
    given(in_force(), *E17).when(record(despite=WHY)).then(cancelled(1, "cleo", 10), overtaken)


def test_a_cancellation_under_the_floor_is_written_with_what_it_weighs():
    below = CapitalIrregular(MemberId("anne"), Day(ON), "floor-reached", "9", "", euros(1500), WHY)
    tight = [highest(58_000), *HOLDERS, *QUEUE]

    given(in_force(), *tight).when(record("anne", 40)).refused("floor-reached", room=euros(500))
    given(in_force(), *tight).when(record("anne", 40, WHY)).then(cancelled(1, "anne", 40), below)


@pytest.mark.parametrize(("claim", "shares"), [("dan", 1), ("anne", 41), ("nobody", 1)])
def test_nothing_is_cancelled_that_does_not_wait(claim, shares):
    given(in_force(), *E17).when(record(claim, shares, WHY)).refused("not-so-many-waiting")


def test_e20_public_bodies_pass_half_because_others_leave():
    past = [public("town"), *holds("town", 400), *holds("anne", 20), *holds("dan", 380), left("anne", "2025-03-01")]
    broken = InvariantBroken(
        "public-share", Day(ON), "L47 art. 19 septies", Fraction(20, 39), Fraction(1, 2), "restore-public-share"
    )

    given(in_force(), *past).when(cancel()).then(cancelled(1, "anne", 20), broken)


def test_the_half_of_public_bodies_is_restored_by_the_act_that_restores_it():
    past = [public("town"), *holds("town", 20), *holds("dan", 19)]
    fresh = SharesSubscribed(SubscriptionId("s"), MemberId("dan"), 1, NOMINAL, Day(ON))

    given(in_force(), *past).when(Subscribe(fresh.subscription, fresh.member, 1, fresh.on)).then(
        fresh, InvariantRestored("public-share", Day(ON))
    )


def test_a_public_body_does_not_pass_half_by_itself_unless_it_has():

    past = [public("town"), *holds("town", 20), *holds("dan", 20)]
    more = SharesSubscribed(SubscriptionId("s"), MemberId("town"), 1, NOMINAL, Day(ON))
    act = Subscribe(more.subscription, more.member, 1, more.on)

    given(in_force(), *past).when(act).refused("public-above-limit", article="L47 art. 19 septies")
    given(in_force(), *past).when(replace(act, despite=WHY)).then(
        more,
        InvariantBroken(
            "public-share", Day(ON), "L47 art. 19 septies", Fraction(21, 41), Fraction(1, 2), "restore-public-share"
        ),
        CapitalIrregular(MemberId("town"), Day(ON), "public-above-limit", "L47 art. 19 septies", "", Cents(2500), WHY),
    )


@pytest.mark.parametrize(
    ("part", "minimum", "months", "floor", "article"),
    [
        ("1/4", 2000, None, 12_000, "9"),
        ("1/2", 2000, None, 24_000, "9"),
        ("1/4", 18_500, None, 18_500, "9"),
        ("1/3", 2000, 36, 12_000, "L47 art. 13"),  # of 15 000 in the last months: the law's quarter is more
        ("1", 2000, 36, 15_000, "9"),
    ],
)
def test_the_floor_is_the_highest_of_three(part, minimum, months, floor, article):
    rules = statutes(
        minimum=minimum,
        floor_fraction=Ruled(Fraction(part), "9"),
        floor_months=Ruled(months, "9") if months else None,
    ).capital
    curve = Curve([Point(Day("2010-01-01"), euros(48_000)), Point(Day("2015-01-01"), euros(15_000))], Cents(0))

    known = curve.floor(rules, Day("2026-01-01"))

    assert (known.amount, known.article) == (euros(floor), article)


def test_without_statutes_or_capital_nothing_is_cancelled():
    given(*E17).when(cancel()).refused("no-statutes-yet")
    given(adopted(replace(statutes(), capital=None)), *E17).when(cancel()).refused("no-capital")

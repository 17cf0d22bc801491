"""What becomes of a surplus: reserves, interest, every cent of it (L47 art. 14, 16 and 19 nonies)."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st

from governance.capital.appropriate import AppropriateResult, books
from governance.capital.appropriation import Books, allotted, least_legal, least_statutory, most_interest
from governance.capital.facts import AppropriationIrregular, ResultAppropriated
from governance.statutes.facts import Appropriation, Ruled
from governance.words import Cents, Day, MemberId
from tests.coop import adopted, scic
from tests.gwt import given
from tests.rules.capital.holders import euros, holds, in_force

CLOSING, AGO = Day("2025-12-31"), Day("2026-02-20")


def year(result, subsidies=0, reserves=0, capital=100_000, paid=100_000, losses=0, ceiling=None):
    amounts = map(euros, (result, losses, subsidies, reserves, capital, paid))
    return Books(*amounts, None if ceiling is None else Fraction(ceiling))


def said(legal=None, statutory=None, cap=None):
    values = (Ruled(Fraction(value), "23") if value else None for value in (legal, statutory, cap))
    return Appropriation(*values)


def of(accounts, rules=None):
    """The least of each reserve and the most of interest, in euros."""
    legal = least_legal(accounts, rules).amount
    statutory = least_statutory(accounts, legal, rules).amount
    interest = most_interest(accounts, legal, statutory, rules).amount
    return tuple(Fraction(amount, 100) for amount in (legal, statutory, interest))


def test_e19_reserves_take_57_and_a_half_per_cent_and_subsidies_leave_no_interest():
    assert of(year(20_000, subsidies=10_000)) == (3000, 8500, 0)
    assert Fraction(3000 + 8500, 20_000) == Fraction(23, 40)


def test_e19b_with_full_reserves_half_is_put_aside():
    assert of(year(50_000, reserves=100_000)) == (0, 25_000, 25_000)


def test_e19c_statutes_under_the_three_twentieths_do_not_prevail():
    bound = least_legal(year(20_000), said(legal="1/10"))

    assert (bound.amount, bound.article) == (euros(3000), "L47 art. 16")


@pytest.mark.parametrize(
    ("accounts", "rules", "expected"),
    [
        (year(20_000, reserves=99_000), None, (1000, 9500, 9500)),  # what is missing, and no more
        (year(20_000, reserves=120_000), None, (0, 10_000, 10_000)),
        (year(20_000, losses=5_000), None, (2250, 6375, 6375)),  # earlier losses are made good first
        (year(20_000, subsidies=3_000), None, (3000, 8500, 5500)),
        (year(20_000), said(legal="1/5", statutory="1"), (4000, 16_000, 0)),
        (year(20_000, paid=50_000, ceiling="1/20"), None, (3000, 8500, 2500)),
        (year(20_000, paid=50_000, ceiling="1/20"), said(cap="1/50"), (3000, 8500, 1000)),
        (year(20_000, ceiling="1/2"), None, (3000, 8500, 8500)),
    ],
)
def test_reserves_are_the_least_and_interest_the_most(accounts, rules, expected):
    assert of(accounts, rules) == expected


def test_a_fraction_of_a_cent_goes_to_the_reserves():
    accounts = replace(year(0), result=Cents(101))

    assert least_legal(accounts, None).amount == 16  # 15.15
    assert least_statutory(accounts, Cents(16), None).amount == 43  # 42.5


def test_cents_that_are_left_go_to_the_largest_fractions():
    stakes = [(MemberId(name), Cents(amount)) for name, amount in (("a", 100), ("b", 100), ("c", 100), ("d", 400))]

    assert allotted(Cents(1000), stakes) == {"a": 143, "b": 143, "c": 143, "d": 571}
    assert allotted(Cents(1001), stakes) == {"a": 143, "b": 143, "c": 143, "d": 572}
    assert allotted(Cents(2), stakes) == {"a": 1, "b": 0, "c": 0, "d": 1}


def test_nobody_has_paid_anything_and_nothing_is_allotted():
    assert allotted(Cents(100), [(MemberId("a"), Cents(0))]) == {}


@whatever(st.integers(0, 10**7), st.lists(st.integers(0, 10**6), min_size=1, max_size=30))
def test_what_is_allotted_is_the_whole_and_nobody_is_a_cent_away_from_her_part(total, amounts):
    stakes = [(MemberId(str(number)), Cents(amount)) for number, amount in enumerate([1, *amounts])]

    shares = allotted(Cents(total), stakes)

    whole = sum(stake for _, stake in stakes)
    assert sum(shares.values()) == total
    assert all(abs(shares[member] - Fraction(total * stake, whole)) < 1 for member, stake in stakes)


# the act

PAST = [in_force(nominal=10_000), *holds("anne", 1000, 10_000)]


def decide(result=20_000, legal=3000, statutory=8500, interest=0, carried=8500, **more):
    amounts = {"result": result, "legal": legal, "statutory": statutory, "interest": interest, "carried": carried}
    known = {"losses": 0, "subsidies": 10_000, "reserves": 0, "paid": 100_000} | more
    texts = {name: known.pop(name) for name in ("decision", "despite", "on", "closing") if name in known}
    cents = {name: euros(amount) for name, amount in (amounts | known).items()}
    return AppropriateResult(**{"closing": CLOSING, "on": AGO, "decision": "AGO, 3e résolution"} | cents | texts)


def appropriated(legal=3000, statutory=8500, interest=0, carried=8500):
    amounts = (20_000, 0, 10_000, 0, 100_000, 100_000, legal, statutory, interest, carried)
    return ResultAppropriated(CLOSING, *map(euros, amounts), AGO, "AGO, 3e résolution")


def test_what_the_assembly_decided_is_recorded_with_what_was_known():
    given(*PAST).when(decide()).then(appropriated())
    assert books(appropriated()) == year(20_000, subsidies=10_000)


def test_the_same_decision_twice_is_one():
    given(*PAST, appropriated()).when(decide()).then()


@pytest.mark.parametrize(
    ("command", "reason", "details"),
    [
        (decide(legal=2000, carried=9500), "legal-reserve-short", {"bound": euros(3000), "article": "L47 art. 16"}),
        (
            decide(statutory=8000, carried=9000),
            "statutory-reserve-short",
            {"bound": euros(8500), "article": "L47 art. 19 nonies"},
        ),
        (decide(interest=1, carried=8499), "interest-too-high", {"bound": 0}),
        (decide(carried=8499), "appropriation-does-not-add-up", {"available": euros(20_000)}),
        (decide(result=0, legal=0, statutory=0, carried=0), "no-surplus", {}),
        (decide(losses=20_000), "no-surplus", {}),
        (decide(decision=" "), "decision-needed", {}),
        (decide(on=Day("2025-12-30")), "approved-before-closing", {}),
        (decide(on=Day("2026-05-30")), "day-to-come", {}),
    ],
)
def test_what_the_law_does_not_allow_is_refused(command, reason, details):
    given(*PAST).when(command).refused(reason, **details)


def test_another_decision_for_the_same_year_is_refused():
    given(*PAST, appropriated()).when(decide(carried=8000, statutory=9000)).refused("already-appropriated")


def test_what_was_decided_against_the_law_is_recorded_with_its_article_and_its_weight():
    against = decide(legal=2000, carried=9500, despite="Voté ainsi")

    given(*PAST).when(against).then(
        appropriated(legal=2000, carried=9500),
        AppropriationIrregular(CLOSING, AGO, "legal-reserve-short", "L47 art. 16", "Voté ainsi", euros(1000)),
        AppropriationIrregular(CLOSING, AGO, "statutory-reserve-short", "L47 art. 19 nonies", "Voté ainsi", euros(500)),
    )


def test_more_to_the_legal_reserve_leaves_less_for_the_other():
    """Half of what is left is asked, not half of what the least would have left."""
    given(*PAST).when(decide(legal=8000, statutory=6000, carried=6000)).then(
        appropriated(legal=8000, statutory=6000, carried=6000)
    )


def test_an_association_has_no_result_to_share():
    from tests.coop import association

    given(adopted(association())).when(decide()).refused("no-capital")


def test_statutes_that_ask_for_more_are_followed():
    statutes = replace(scic(), appropriation=said(statutory="1"))

    given(adopted(statutes)).when(decide()).refused("statutory-reserve-short", bound=euros(17_000), article="23")

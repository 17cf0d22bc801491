"""The double majority: the weights, and so many collèges in favour."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.command import Refused
from governance.counting.count import count
from governance.statutes.facts import AbstentionEffect, Form
from tests.rules.counting.polls import (
    DOUBLE_MAJORITY,
    PROPORTIONAL,
    SIMPLE,
    keys_of,
    majority,
    ruled,
    rules,
    scheme,
    tallies,
)

FOUR = {"a": 40, "b": 20, "c": 20, "d": 20}


def double(wanted, needed=SIMPLE, form=Form.ASSOCIATION, weights=FOUR):
    return rules(replace(scheme(weights, DOUBLE_MAJORITY), colleges_for=ruled(wanted, "art. 19")), needed, form)


@pytest.mark.parametrize(
    ("ballots", "wanted", "ratio", "adopted", "margin"),
    [
        ({"a": (9, 1), "b": (9, 1), "c": (4, 6), "d": (4, 6)}, 2, "7/10", True, 4),
        ({"a": (9, 1), "b": (9, 1), "c": (4, 6), "d": (4, 6)}, 3, "7/10", False, 2),
        ({"a": (9, 1), "b": (5, 5), "c": (5, 5), "d": (4, 6)}, 2, "16/25", False, 1),
        ({"a": (1, 9), "b": (6, 4), "c": (6, 4), "d": (6, 4)}, 3, "2/5", False, 3),
        ({"a": (0, 9), "b": (4, 6), "c": (6, 4), "d": (6, 4)}, 3, "8/25", False, None),
        ({"a": (9, 0), "b": (9, 0), "c": (9, 0), "d": (0, 0)}, 4, "1", False, None),
        ({"a": (9, 1), "b": (9, 1), "c": (5, 4), "d": (0, 9)}, 3, "293/450", True, 1),
        ({"a": (9, 1), "b": (9, 1), "c": (1, 0), "d": (0, 9)}, 3, "37/50", True, 1),
    ],
    ids=[
        "both",
        "too few collèges",
        "a tie is not in favour",
        "too little weight",
        "neither",
        "out of reach",
        "one vote ahead",
        "its only vote",
    ],
)
def test_both_majorities_are_needed(ballots, wanted, ratio, adopted, margin):
    result = count(double(wanted), tallies(ballots))

    assert (result.ratio, result.adopted, result.margin) == (Fraction(ratio), adopted, margin)


def test_one_majority_broken_is_enough_to_change_the_result():
    ballots = tallies({"a": (9, 0), "b": (9, 1), "c": (6, 4), "d": (0, 9)})

    margins = [count(double(wanted, majority(least)), ballots).margin for wanted, least in ((3, "1/2"), (2, "1/10"))]

    assert margins == [1, 5]


def test_the_steps_say_how_many_collèges_are_in_favour_and_what_decides():
    ballots = tallies({"a": (9, 1), "b": (9, 1), "c": (4, 6), "d": (4, 6)})

    adopted, rejected = (count(double(wanted), ballots) for wanted in (2, 3))

    [enough] = [step for step in adopted.steps if step.key == "colleges-enough"]
    assert (enough.article, dict(enough.numbers)) == ("art. 19", {"favourable": "2", "wanted": "2"})
    assert keys_of(rejected)[-3:] == ["colleges-missing", "points-more-than", "rejected-by-colleges"]
    assert keys_of(adopted)[-1] == "adopted"


def test_too_little_weight_is_told_as_any_rejection():
    result = count(double(3), tallies({"a": (1, 9), "b": (6, 4), "c": (6, 4), "d": (0, 1)}))

    assert keys_of(result)[-1] == "rejected"


def test_a_collège_held_by_abstentions_that_count_for_cannot_be_turned():
    consent = majority("1/10", abstention=AbstentionEffect.FOR)
    ballots = tallies({"a": (0, 0, 9), "b": (0, 0, 9), "c": (3, 0), "d": (0, 1)})

    margins = [count(double(wanted, consent), ballots).margin for wanted in (3, 2)]

    assert margins == [2, None]


def test_where_weighting_stops_collèges_are_not_counted_either():
    result = count(double(3, weights={"a": 50, "b": 30, "c": 20}), tallies({"a": (3, 1), "b": (1, 1), "c": ()}))

    assert (result.adopted, "colleges-missing" in keys_of(result)) == (True, False)


def test_the_law_asks_for_no_collège_in_favour():
    result = count(double(3, form=Form.SA), tallies({"a": (9, 1), "b": (9, 1), "c": (4, 6), "d": (4, 6)}))

    assert (result.by_clause, result.by_law, result.adopted, result.margin) == (False, True, False, 2)


def test_of_two_majorities_and_a_law_that_all_fail_no_margin_is_proved():
    result = count(double(3, form=Form.SA), tallies({"a": (1, 9), "b": (4, 6), "c": (4, 6), "d": (4, 6)}))

    assert (result.adopted, result.margin) == (False, None)


def test_where_collèges_are_missing_and_the_law_wants_more_weight_no_margin_is_proved():
    few = tallies({"a": (9, 1), "b": (1, 9), "c": (1, 9), "d": (1, 9)})

    margins = [count(double(2, majority("1/3"), form), few).margin for form in (Form.ASSOCIATION, Form.SA)]

    assert margins == [5, None]


def test_a_number_of_collèges_that_the_statutes_do_not_give_is_refused():
    with pytest.raises(Refused) as refusal:
        count(rules(scheme(FOUR, DOUBLE_MAJORITY)), tallies({"a": (1, 0), "b": (1, 0), "c": (1, 0), "d": (1, 0)}))

    assert (refusal.value.reason, refusal.value.details) == ("colleges-for-unknown", {"article": "art. 18"})


def test_a_number_of_collèges_is_told_under_a_double_majority_alone():
    said = replace(double(1).scheme, aggregation=ruled(PROPORTIONAL))

    keys = keys_of(count(rules(said), tallies({"a": (1, 0), "b": (1, 0), "c": (1, 0), "d": (1, 0)})))

    assert "colleges-enough" not in keys

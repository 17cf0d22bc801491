"""Sharing out a weight: the worked examples, then what holds whatever the weights."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.counting.redistribution import CEILING, FLOOR, share_out
from governance.statutes.facts import AbsentPolicy

EQUAL, PRORATA = AbsentPolicy.EQUAL_REDISTRIBUTION, AbsentPolicy.PRORATA_REDISTRIBUTION


def exact(weights):
    return {name: Fraction(weight) for name, weight in weights.items()}


@pytest.mark.parametrize(
    ("policy", "kept", "freed", "after"),
    [
        (EQUAL, {"a": 40, "b": 25, "d": 10}, 25, {"a": "145/3", "b": "100/3", "d": "55/3"}),
        (PRORATA, {"a": 40, "b": 25, "d": 10}, 25, {"a": 50, "b": "250/7", "d": "100/7"}),
        (PRORATA, {"g": 45, "p": 30, "b": 15}, 10, {"g": 50, "p": "100/3", "b": "50/3"}),
        (EQUAL, {"a": 50, "b": 30}, 20, {"a": 50, "b": 50}),
        (EQUAL, {"a": 45, "b": 44, "c": 1}, 10, {"a": "91/2", "b": "89/2", "c": 10}),
        (PRORATA, {"a": 50, "b": 36, "c": 4}, 10, {"a": 50, "b": 40, "c": 10}),
        (EQUAL, {"a": 49, "b": 2, "c": 2}, 47, {"a": 50, "b": 25, "c": 25}),
        (PRORATA, {"a": 1, "b": 25, "c": 30}, 44, {"a": 10, "b": "450/11", "c": "540/11"}),
        (PRORATA, {"a": 50, "b": 20, "c": 7}, 23, {"a": 50, "b": "1000/27", "c": "350/27"}),
        (EQUAL, dict.fromkeys("abcdefghijkl", 5), 40, dict.fromkeys("abcdefghijkl", "25/3")),
        (EQUAL, {"a": 30}, 70, {"a": 50}),
        (EQUAL, {"a": 50, "b": 50}, 0, {"a": 50, "b": 50}),
        (EQUAL, {}, 100, {}),
        (PRORATA, {}, 100, {}),
    ],
    ids=[
        "E04 equal", "E05 stops at half", "E06b reaches half", "the others share what one cannot take",
        "a floor", "a ceiling and a floor", "a ceiling first", "a floor first",
        "what the ceiling frees lifts the least off the floor", "too many for a tenth each",
        "nobody may take the rest", "nothing freed", "nobody left", "nobody left either",
    ],
)  # fmt: skip
def test_a_weight_is_shared_within_the_bounds_of_the_law(policy, kept, freed, after):
    assert share_out(exact(kept), Fraction(freed), policy) == exact(after)


legal_weights = st.lists(st.fractions(10, 50, max_denominator=12), min_size=2, max_size=9)
policies = st.sampled_from([EQUAL, PRORATA])


@given(legal_weights, policies)
def test_nobody_loses_nobody_passes_half_and_all_is_shared(weights, policy):
    kept = dict(enumerate(weights))
    freed = max(100 - sum(weights), Fraction())

    after = share_out(kept, freed, policy)

    assert all(kept[college] <= after[college] <= CEILING for college in kept)
    assert sum(after.values()) == min(sum(weights) + freed, CEILING * len(kept))
    assert list(after) == list(kept)


@given(legal_weights, policies)
def test_the_order_of_weights_is_kept(weights, policy):
    after = share_out(dict(enumerate(sorted(weights))), max(100 - sum(weights), Fraction()), policy)

    assert list(after.values()) == sorted(after.values())


@given(st.lists(st.fractions("1/2", 60, max_denominator=6), min_size=2, max_size=12), policies)
def test_even_weights_that_break_the_law_come_back_inside_it(weights, policy):
    freed = max(100 - sum(weights), Fraction())

    after = share_out(dict(enumerate(weights)), freed, policy)

    total = min(sum(weights) + freed, CEILING * len(weights))
    assert sum(after.values()) == total
    assert all(min(FLOOR, total / len(weights)) <= weight <= CEILING for weight in after.values())

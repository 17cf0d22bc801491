"""How far a result was from the other one, case by case; the properties try every move of small votes."""

import pytest

from governance.counting.count import count
from governance.statutes.facts import CollegeTie, Form, Kind
from tests.rules.counting.polls import (
    ALL,
    ASSEMBLY,
    COLLEGE_MAJORITY,
    PRESENT,
    SIMPLE,
    TWO_THIRDS,
    majority,
    rules,
    scheme,
    tallies,
    tally,
)

THREE = {"a": 50, "b": 30, "c": 20}
THREE_QUARTERS = majority("3/4", strict=False)


@pytest.mark.parametrize(
    ("needed", "ballots", "margin"),
    [
        (SIMPLE, {"for_": 6, "against": 5}, 1),
        (SIMPLE, {"for_": 7, "against": 5}, 1),
        (SIMPLE, {"for_": 8, "against": 5}, 2),
        (SIMPLE, {"for_": 5, "against": 5}, 1),
        (SIMPLE, {"for_": 5, "against": 8}, 2),
        (TWO_THIRDS, {"for_": 6, "against": 3}, 1),
        (TWO_THIRDS, {"for_": 3, "against": 6}, 3),
        (majority(base=PRESENT), {"for_": 2, "against": 1, "abstention": 6}, None),
        (majority(base=ALL), {"for_": 2, "against": 4, "absent": 4}, 4),
    ],
)
def test_heads_are_moved_one_by_one(needed, ballots, margin):
    assert count(rules(ASSEMBLY, needed), [tally(**ballots)]).margin == margin


@pytest.mark.parametrize(
    ("ballots", "margin"),
    [
        ({"a": (10, 0), "b": (0, 3), "c": (2, 0)}, 2),
        ({"a": (10, 0), "b": (3, 0), "c": (2, 2)}, 5),
        ({"a": (0, 10), "b": (3, 0), "c": (2, 0)}, 1),
    ],
    ids=["the heaviest ballots first", "then the next", "to adopt what was a tie"],
)
def test_by_share_the_ballots_that_weigh_most_are_moved_first(ballots, margin):
    assert count(rules(scheme(THREE)), tallies(ballots)).margin == margin


@pytest.mark.parametrize(
    ("needed", "tie", "ballots", "margin"),
    [
        (THREE_QUARTERS, None, {"a": (3, 1), "b": (9, 0), "c": (0, 9)}, 1),
        (THREE_QUARTERS, None, {"a": (1, 3), "b": (9, 0), "c": (9, 0)}, 1),
        (SIMPLE, None, {"a": (1, 5), "b": (9, 0), "c": (0, 9)}, 2),
        (SIMPLE, None, {"a": (1, 5), "b": (0, 9), "c": (0, 9)}, 7),
        (SIMPLE, None, {"a": (6, 2), "b": (9, 0), "c": (9, 0)}, 3),
        (SIMPLE, CollegeTie.AGAINST, {"a": (6, 2), "b": (9, 0), "c": (9, 0)}, 2),
        (SIMPLE, CollegeTie.AGAINST, {"a": (2, 2), "b": (9, 0), "c": (0, 9)}, 1),
        (majority("9/10"), None, {"a": (9, 0), "b": (8, 0), "c": (1, 8)}, 4),
        (SIMPLE, None, {"a": (1, 0), "b": (1, 0), "c": (0, 1)}, 1),
    ],
    ids=[
        "a tie is enough to reject", "a tie is enough to adopt", "a tie of the heaviest", "a tie here and a turn there",
        "a turn to reject", "a tie against is a turn", "out of a tie", "the nearest collège, not the heaviest",
        "its only ballot",
    ],
)  # fmt: skip
def test_by_collège_just_enough_ballots_tie_it_or_turn_it(needed, tie, ballots, margin):
    three = scheme(THREE, COLLEGE_MAJORITY, tie=tie)

    assert count(rules(three, needed), tallies(ballots)).margin == margin


def test_where_heads_count_the_law_and_the_statutes_are_reached_together():
    of = rules(ASSEMBLY, TWO_THIRDS, Form.SARL, Kind.EXTRAORDINARY)

    result = count(of, [tally("", 10, 9, 3)])

    assert (result.by_clause, result.by_law, result.margin) == (False, False, 5)


def test_a_margin_that_two_bases_make_unsure_is_not_given():
    unsure = rules(scheme(THREE), majority(base=PRESENT), Form.SAS)

    result = count(unsure, tallies({"a": (0, 3, 9), "b": (1, 1), "c": (0, 2)}))

    assert (result.by_clause, result.by_law, result.margin) == (False, False, None)


def test_of_two_majorities_that_are_reached_the_nearer_one_is_broken_first():
    clause, law = SIMPLE, rules(ASSEMBLY, SIMPLE, Form.SA, Kind.EXTRAORDINARY)

    assert count(rules(ASSEMBLY, clause), [tally("", 30, 10)]).margin == 10
    assert count(law, [tally("", 30, 10)]).margin == 4


def test_where_one_of_two_majorities_is_out_of_reach_no_number_would_do():
    clause = majority("3/4", strict=False, base=ALL)

    result = count(rules(ASSEMBLY, clause, Form.SA, Kind.EXTRAORDINARY), [tally("", 10, 10, absent=100)])

    assert (result.by_clause, result.by_law, result.margin) == (False, False, None)

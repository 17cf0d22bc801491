"""The steps of a count, each with its article; and what cannot be counted."""

from dataclasses import replace

import pytest

from governance.command import Refused
from governance.counting.count import count
from governance.statutes.facts import AbsentPolicy, AbstentionEffect, Form
from tests.rules.counting.polls import (
    ASSEMBLY,
    BOARD,
    COLLEGE_MAJORITY,
    keys_of,
    majority,
    rules,
    scheme,
    tallies,
    tally,
)
from tests.rules.counting.test_counting import E04, FOUR


def test_a_weight_shared_out_is_told_collège_by_collège():
    result = count(rules(scheme(FOUR, silent=AbsentPolicy.PRORATA_REDISTRIBUTION)), tallies(E04))

    assert [(step.key, step.article, dict(step.numbers)) for step in result.steps][12:16] == [
        ("silent-prorata-redistribution", "art. 18 §3", {"college": "Collège c", "weight": "25"}),
        ("weight-at-ceiling", "L47 art. 19 octies", {"college": "Collège a", "before": "40", "after": "50"}),
        ("weight-raised", "L47 art. 19 octies", {"college": "Collège b", "before": "25", "after": "250/7"}),
        ("weight-raised", "L47 art. 19 octies", {"college": "Collège d", "before": "10", "after": "100/7"}),
    ]
    assert "weight-left-over" not in keys_of(result)


def test_the_steps_lead_from_the_roll_to_the_outcome_each_with_its_article():
    three = scheme({"a": 50, "b": 30, "c": 20}, silent=AbsentPolicy.EXCLUDED_FROM_BASE)

    result = count(rules(three), [tally("a", 3, 1, absent=2), tally("b", 1, 2), tally("c", abstention=1)])

    assert [(step.key, step.article, dict(step.numbers)) for step in result.steps][6:] == [
        ("statutory-weight", "art. 12 a", {"college": "Collège a", "weight": "50"}),
        ("statutory-weight", "art. 12 b", {"college": "Collège b", "weight": "30"}),
        ("statutory-weight", "art. 12 c", {"college": "Collège c", "weight": "20"}),
        ("silent-excluded-from-base", "art. 18 §3", {"college": "Collège c", "weight": "20"}),
        ("base-cast", "art. 17 §1", {}),
        (
            "college-share",
            "art. 18",
            {
                "college": "Collège a",
                "for": "3",
                "against": "1",
                "weight": "50",
                "base": "4",
                "points_for": "75/2",
                "points_against": "25/2",
            },
        ),
        (
            "college-share",
            "art. 18",
            {
                "college": "Collège b",
                "for": "1",
                "against": "2",
                "weight": "30",
                "base": "3",
                "points_for": "10",
                "points_against": "20",
            },
        ),
        ("total-points", "", {"points_for": "95/2", "points_against": "65/2", "points_base": "80"}),
        ("points-more-than", "art. 17", {"threshold": "1/2", "points_base": "80", "points_need": "40"}),
        ("adopted", "art. 17", {"ratio": "19/32"}),
    ]
    roll, urn = result.steps[0], result.steps[3]
    assert (roll.key, dict(roll.numbers)) == (
        "entitled-in-college",
        {"college": "Collège a", "entitled": "6", "there": "4", "absent": "2"},
    )
    assert (urn.key, dict(urn.numbers)["against"]) == ("ballots-in-college", "1")


@pytest.mark.parametrize(
    ("changed", "reason", "details"),
    [
        ({"college": "z"}, "college-not-voting", {"college": "z"}),
        ({"college": "b"}, "college-counted-twice", {"college": "b"}),
        ({"against": -1}, "negative-counter", {"college": "a"}),
        ({"void": -1}, "negative-counter", {"college": "a"}),
        ({"entitled": 9}, "more-present-than-entitled", {"college": "a"}),
        ({"there": 9}, "more-votes-than-present", {"college": "a"}),
        ({"blank": 1}, "more-votes-than-present", {"college": "a"}),
    ],
)
def test_figures_that_cannot_be_are_refused(changed, reason, details):
    first, *others = tallies({"a": (6, 4), "b": (1, 1), "c": (1, 1), "d": (1, 1)})

    with pytest.raises(Refused) as refusal:
        count(rules(scheme(FOUR)), [replace(first, **changed), *others])

    assert (refusal.value.reason, refusal.value.details) == (reason, details)


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (rules(scheme({"a": None, "b": 50, "c": 50})), "weights-unknown"),
        (rules(scheme({"a": None, "b": None, "c": None}, None)), "weights-unknown"),
        (rules(scheme({"a": 50, "b": 30, "c": 20}, None)), "aggregation-unknown"),
        (rules(scheme({"a": 45, "b": 45, "c": 9})), "weights-not-hundred"),
        (rules(scheme({"a": 100, "b": 0, "c": 0})), "weight-not-positive"),
        (rules(scheme({"a": 110, "b": -20, "c": 10})), "weight-not-positive"),
        (rules(ASSEMBLY, None), "majority-unknown"),
        (rules(ASSEMBLY, None, Form.SAS), "majority-unknown"),
        (rules(BOARD, None, Form.SA), "majority-unknown"),
        (rules(ASSEMBLY, form=Form.SA, chair_for=True), "no-casting-vote"),
        (rules(BOARD, form=Form.SAS, chair_for=False), "no-casting-vote"),
    ],
)
def test_rules_that_do_not_say_enough_are_refused(asked, reason):
    with pytest.raises(Refused) as refusal:
        count(asked, [])

    assert refusal.value.reason == reason


def test_the_side_that_a_collège_takes_is_told():
    three = scheme({"a": 50, "b": 30, "c": 20}, COLLEGE_MAJORITY)

    result = count(rules(three), tallies({"a": (3, 1), "b": (0, 2), "c": (1, 1)}))

    told = [(step.key, dict(step.numbers)) for step in result.steps if step.key.startswith("college-")]
    assert told == [
        ("college-for", {"college": "Collège a", "for": "3", "against": "1", "weight": "50"}),
        ("college-against", {"college": "Collège b", "for": "0", "against": "2", "weight": "30"}),
        ("college-tie-neutral", {"college": "Collège c", "for": "1", "against": "1", "weight": "20"}),
    ]


def test_an_abstention_that_the_statutes_call_neutral_is_no_step():
    said, unsaid = (
        count(rules(ASSEMBLY, majority(abstention=effect)), [tally("", 2, 1, 4)])
        for effect in (AbstentionEffect.NEUTRAL, None)
    )

    assert said == unsaid

"""A collège that has a mandate beyond a threshold or none at all: its article, and what cannot be counted."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.command import Refused
from governance.counting.count import count
from governance.statutes.facts import Form
from tests.rules.counting.polls import COLLEGE_THRESHOLD, ruled, rules, scheme, tallies

THREE = {"a": 50, "b": 30, "c": 20}
MANDATED = replace(scheme(THREE, COLLEGE_THRESHOLD), college_threshold=ruled(Fraction(3, 5), "art. 17 §1"))


@pytest.mark.parametrize(
    ("ballots", "key"),
    [((7, 3), "for"), ((6, 4), "none"), ((5, 5), "none"), ((4, 6), "none"), ((3, 7), "against")],
)
def test_the_side_beyond_the_threshold_has_the_mandate_of_its_article(ballots, key):
    result = count(rules(MANDATED), tallies({"a": ballots, "b": (1, 0), "c": (1, 0)}))

    [told] = [step for step in result.steps if step.key.startswith("college-mandate") and "Collège a" in str(step)]
    assert (told.key, told.article) == (f"college-mandate-{key}", "art. 17 §1")
    assert bool(result.second_round) is (key == "none")
    assert result.margin is None


def test_the_law_beside_a_mandate_proves_no_margin_either():
    by_law = replace(rules(MANDATED), form=Form.SA)

    assert count(by_law, tallies({"a": (7, 3), "b": (7, 3), "c": (7, 3)})).margin is None


@pytest.mark.parametrize(
    ("asked", "reason", "article"),
    [
        (scheme(THREE, COLLEGE_THRESHOLD), "college-threshold-unknown", "art. 18"),
        (scheme(THREE, None), "aggregation-unknown", "art. 12 a"),
    ],
)
def test_what_the_statutes_do_not_say_is_refused_with_the_article_that_should(asked, reason, article):
    with pytest.raises(Refused) as refusal:
        count(rules(asked), tallies({"a": (1, 0), "b": (1, 0), "c": (1, 0)}))

    assert (refusal.value.reason, refusal.value.details) == (reason, {"article": article})

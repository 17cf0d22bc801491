"""How many heads reach a part of so many, and whether a majority is reached."""

from fractions import Fraction

import pytest

from governance.counting.threshold import need, reaches
from tests.rules.counting.polls import SIMPLE, TWO_THIRDS


@pytest.mark.parametrize(
    ("fraction", "heads", "at_least", "more_than"),
    [
        ("1/2", 42, 21, 22),
        ("1/2", 43, 22, 22),
        ("1/2", 29, 15, 15),
        ("1/2", 17, 9, 9),
        ("1/2", 871, 436, 436),
        ("2/3", 42, 28, 29),
        ("2/3", 43, 29, 29),
        ("2/3", 9, 6, 7),
        ("1/5", 146, 30, 30),
        ("1/4", 146, 37, 37),
        ("3/4", 20, 15, 16),
        ("1/2", 1, 1, 1),
        ("1/2", 0, 0, 1),
        ("1", 5, 5, 6),
    ],
)
def test_a_part_of_heads_is_a_whole_number_of_heads(fraction, heads, at_least, more_than):
    assert need(Fraction(fraction), heads, strict=False) == at_least
    assert need(Fraction(fraction), heads, strict=True) == more_than


@pytest.mark.parametrize(
    ("majority", "for_", "base", "reached"),
    [
        (SIMPLE, 50, 100, False),
        (SIMPLE, "5000000001/100000000", 100, True),
        (TWO_THIRDS, "200/3", 100, True),
        (TWO_THIRDS, "199/3", 100, False),
        (SIMPLE, 0, 0, False),
        (TWO_THIRDS, 0, 0, False),
    ],
)
def test_a_majority_is_reached_exactly_or_not(majority, for_, base, reached):
    assert reaches(majority, Fraction(for_), Fraction(base)) is reached

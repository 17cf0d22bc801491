"""Which movements make a difference: the fewest that do, and none where nothing falls exactly."""

import pytest

from governance.capital.differences import MANY, Guess, Slip, explanations

A, B, C = (Guess(Slip.MISSED, -amount, name) for name, amount in (("a", 5000), ("b", 7000), ("c", 20_000)))
LATER = Guess(Slip.LATER, 300, "later")
TWICE = Guess(Slip.TWICE, 5000, "a")


@pytest.mark.parametrize(
    ("difference", "expected"),
    [
        (-5000, [(A,)]),
        (-12_000, [(A, B)]),
        (-32_000, [(A, B, C)]),
        (-4700, [(A, LATER)]),
        (5000, [(TWICE,)]),
        (-1, []),
        (-2000, []),  # b missed and a taken twice: those are not put together
    ],
)
def test_the_fewest_slips_that_make_a_difference_exactly(difference, expected):
    assert explanations(difference, [A, B, C, LATER, TWICE]) == expected


def test_every_way_of_as_many_slips_is_given_the_likelier_first():
    twice, missed = Guess(Slip.TWICE, -100, "x"), Guess(Slip.MISSED, -100, "y")

    assert explanations(-100, [twice, missed, A]) == [(missed,), (twice,)]


def test_one_movement_is_not_put_together_with_itself():
    missed, later = Guess(Slip.MISSED, -100, "x"), Guess(Slip.EARLY, -200, "x")

    assert explanations(-300, [missed, later]) == []


def test_a_difference_that_hundreds_of_movements_make_is_not_spelled_out_without_end():
    alike = [Guess(Slip.MISSED, -5000, str(number)) for number in range(2000)]

    assert len(explanations(-10_000, alike)) == MANY

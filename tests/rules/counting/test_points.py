"""Points: dots spread freely, scores, and the places they make."""

from fractions import Fraction

import pytest

from governance.command import Refused
from governance.counting.points import Gathered, Spread, points

DOTS, SCORES = Spread.DOTS, Spread.SCORES


def gathered(options):
    return [Gathered(option, number) for option, number in options.items()]


def test_the_most_points_come_first_and_equals_share_a_place():
    result = points(DOTS, 3, 10, gathered({"A": 4, "B": 9, "C": 4, "D": 3}))

    assert [(one.option, one.place, one.points, one.part) for one in result.ranking] == [
        ("B", 1, 9, Fraction(9, 20)),
        ("A", 2, 4, Fraction(1, 5)),
        ("C", 2, 4, Fraction(1, 5)),
        ("D", 4, 3, Fraction(3, 20)),
    ]
    assert (result.total, result.won) == (20, ("B",))


def test_nothing_parts_equals_in_the_first_place():
    assert points(SCORES, 5, 2, gathered({"A": 7, "B": 7, "C": 1})).won == ("A", "B")


def test_e22_the_notes_of_vichy_are_ranked_by_axis():
    notes = {"competences": 25, "outils": 19, "affaires": 21, "reseaux": 30, "appui": 17, "partenariats": 19}

    result = points(DOTS, 5, 30, gathered(notes))

    assert (result.total, result.won) == (131, ("reseaux",))
    assert [one.place for one in result.ranking] == [1, 2, 3, 4, 4, 6]


@pytest.mark.parametrize("ballots", [0, 3])
def test_nobody_is_first_where_nobody_gave_a_point(ballots):
    result = points(DOTS, 3, ballots, gathered({"A": 0, "B": 0}))

    assert (result.won, [one.part for one in result.ranking]) == ((), [0, 0])


@pytest.mark.parametrize(
    ("spread", "most", "ballots", "options", "reason"),
    [
        (DOTS, 3, 2, {"A": 3, "B": 3}, None),
        (DOTS, 3, 2, {"A": 4, "B": 3}, "points-do-not-add-up"),
        (DOTS, 3, 2, {"A": 6}, None),
        (DOTS, 3, 2, {"A": 7}, "points-do-not-add-up"),
        (SCORES, 3, 2, {"A": 6, "B": 6}, None),
        (SCORES, 3, 2, {"A": 7, "B": 0}, "points-do-not-add-up"),
        (SCORES, 3, 2, {"A": -1}, "points-do-not-add-up"),
        (SCORES, -1, 0, {"A": 0}, "points-do-not-add-up"),
        (SCORES, -1, -1, {"A": 1}, "points-do-not-add-up"),
        (DOTS, 3, 2, {}, None),
        (DOTS, 3, 0, {}, None),
    ],
)
def test_points_that_no_ballots_could_give_are_refused(spread, most, ballots, options, reason):
    if reason is None:
        assert points(spread, most, ballots, gathered(options)).total == sum(options.values())
        return
    with pytest.raises(Refused) as refusal:
        points(spread, most, ballots, gathered(options))

    assert (refusal.value.reason, refusal.value.details) == (reason, {"most": most * ballots})


@pytest.mark.parametrize("spread", [Spread.CHOICE, Spread.APPROVALS])
def test_a_ballot_says_an_option_once_whatever_most_is(spread):
    assert points(spread, 9, 3, gathered({"A": 2, "B": 1})).steps[0].numbers[0] == ("most", "1")
    with pytest.raises(Refused, match="points-do-not-add-up"):
        points(spread, 9, 3, gathered({"A": 4}))


def test_an_option_given_twice_is_refused():
    with pytest.raises(Refused) as refusal:
        points(DOTS, 3, 2, [Gathered("A", 1), Gathered("A", 1)])

    assert refusal.value.reason == "option-twice"


def test_the_steps_say_what_each_option_gathered():
    result = points(DOTS, 3, 4, gathered({"A": 2, "B": 6}))

    assert [(step.key, dict(step.numbers)) for step in result.steps] == [
        ("points-dots", {"most": "3", "ballots": "4", "total": "8"}),
        ("option-points", {"option": "B", "number": "6", "part": "3/4", "place": "1"}),
        ("option-points", {"option": "A", "number": "2", "part": "1/4", "place": "2"}),
    ]

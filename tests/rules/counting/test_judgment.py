"""Majority judgment: the worked example, the vectors of others, the choices of statutes."""

import json
from fractions import Fraction
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.command import Refused
from governance.counting.judgment import Grades, Median, Scale, Ungraded, judge, median
from tests.rules.counting.polls import keys_of, ruled

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "majority_judgment.json").read_text())
FOUR = ("à rejeter", "insuffisant", "passable", "bien")
LOWER, UPPER = ruled(Median.LOWER, "art. 19"), ruled(Median.UPPER, "art. 19")
E23 = {"A": (3, 2, 2, 3), "B": (2, 2, 4, 2)}  # how many of each grade, from the worst


def grades(options):
    return [Grades(option, counts) for option, counts in options.items()]


def ranking(judgment):
    return [(one.option, one.place, one.median) for one in judgment.ranking]


@pytest.mark.parametrize(
    ("counts", "values"), [(E23["A"], [1, 2, 1, 2, 0, 3, 0, 3, 0, 3]), (E23["B"], [2, 2, 1, 2, 1, 2, 0, 3, 0, 3])]
)
def test_e23_medians_are_removed_one_by_one(counts, values):
    assert [median(counts, removed) for removed in range(10)] == values


def test_e23_ranks_b_before_a():
    result = judge(Scale(FOUR), 10, grades(E23))

    assert ranking(result) == [("B", 1, "passable"), ("A", 2, "insuffisant")]
    assert result.won == ("B",)


@pytest.mark.parametrize("vector", [v for v in VECTORS if v.get("mode", "StaticDefault") == "StaticDefault"],
                         ids=lambda vector: vector["title"])  # fmt: skip
def test_the_vectors_of_others_are_ranked_alike(vector):
    """Those that give missing grades a fixed value; statutes know no normalised electorates."""
    default, options = vector.get("default", 0), {}
    for name, counts in zip("abcdefg", vector["tallies"], strict=False):
        missing = vector["participants"] - sum(counts)
        options[name] = tuple(number + (missing if grade == default else 0) for grade, number in enumerate(counts))
    scale = Scale(tuple(f"grade {rank}" for rank in range(len(options["a"]))))

    result = judge(scale, vector["participants"], grades(options))

    places = {one.option: one.place for one in result.ranking}
    assert [places[name] for name in options] == vector["ranks"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [(None, "insuffisant"), (LOWER, "insuffisant"), (UPPER, "bien")],
)
def test_the_statutes_choose_the_middle_of_an_even_number(rule, expected):
    result = judge(Scale(FOUR, median=rule), 4, grades({"A": (0, 2, 0, 2)}))

    assert ranking(result) == [("A", 1, expected)]
    assert result.steps[0].key == ("median-upper" if rule is UPPER else "median-lower")
    assert result.steps[0].article == ("art. 19" if rule else "")


@pytest.mark.parametrize(
    ("rule", "lower_wins", "won"),
    [(LOWER, True, "A"), (UPPER, False, "B")],
)
def test_so_they_may_choose_who_is_first(rule, lower_wins, won):
    options = {"A": (0, 1, 3, 0), "B": (1, 1, 0, 2)}

    assert judge(Scale(FOUR, median=rule), 4, grades(options)).won == (won,)


def test_a_ballot_without_a_grade_gives_the_worst_unless_the_statutes_refuse_it():
    some = grades({"A": (0, 0, 0, 3)})

    result = judge(Scale(FOUR), 5, some)

    assert result.ranking[0].counts == (2, 0, 0, 3)
    assert judge(Scale(FOUR, ungraded=ruled(Ungraded.WORST)), 5, some).ranking == result.ranking
    strict = Scale(FOUR, ungraded=ruled(Ungraded.REFUSED, "art. 20"))
    assert judge(strict, 3, some).won == ("A",)
    with pytest.raises(Refused) as refusal:
        judge(strict, 5, some)
    assert (refusal.value.reason, refusal.value.details) == ("option-not-graded", {"option": "A", "article": "art. 20"})


def test_nothing_parts_options_that_were_graded_alike():
    result = judge(Scale(FOUR), 5, grades({"A": (1, 1, 2, 1), "B": (1, 1, 2, 1), "C": (5, 0, 0, 0)}))

    assert ranking(result) == [("A", 1, "passable"), ("B", 1, "passable"), ("C", 3, "à rejeter")]
    assert (result.won, keys_of(result)[-1]) == (("A", "B"), "options-equal")


def test_nobody_wins_where_nobody_graded():
    result = judge(Scale(FOUR), 0, grades({"A": (0, 0, 0, 0)}))

    assert (result.ballots, result.ranking, result.won, keys_of(result)) == (0, (), (), ["nobody-graded"])


def test_the_steps_say_the_grades_the_medians_and_what_parts_two_options():
    result = judge(Scale(FOUR, median=LOWER), 5, grades({"A": (1, 0, 2, 2), "B": (0, 2, 2, 1)}))

    assert [(step.key, dict(step.numbers)) for step in result.steps] == [
        ("median-lower", {"ballots": "5"}),
        ("option-graded", {"option": "A", "grade": "à rejeter", "number": "1"}),
        ("option-graded", {"option": "A", "grade": "insuffisant", "number": "0"}),
        ("option-graded", {"option": "A", "grade": "passable", "number": "2"}),
        ("option-graded", {"option": "A", "grade": "bien", "number": "2"}),
        ("option-median", {"option": "A", "grade": "passable"}),
        ("option-graded", {"option": "B", "grade": "à rejeter", "number": "0"}),
        ("option-graded", {"option": "B", "grade": "insuffisant", "number": "2"}),
        ("option-graded", {"option": "B", "grade": "passable", "number": "2"}),
        ("option-graded", {"option": "B", "grade": "bien", "number": "1"}),
        ("option-median", {"option": "B", "grade": "passable"}),
        (
            "options-parted",
            {"option": "A", "other": "B", "removed": "1", "grade": "passable", "other_grade": "insuffisant"},
        ),
    ]


@pytest.mark.parametrize(
    ("ballots", "options", "reason"),
    [
        (3, [Grades("A", (1, 1, 1, 0)), Grades("A", (1, 1, 1, 0))], "option-twice"),
        (3, [Grades("A", (1, 1, 1))], "grades-do-not-add-up"),
        (3, [Grades("A", (1, 1, 1, 1))], "grades-do-not-add-up"),
        (3, [Grades("A", (4, -1, 0, 0))], "grades-do-not-add-up"),
        (-1, [Grades("A", (0, 0, 0, 0))], "grades-do-not-add-up"),
        (0, [Grades("A", ())], "grades-do-not-add-up"),
    ],
)
def test_grades_that_cannot_be_are_refused(ballots, options, reason):
    with pytest.raises(Refused) as refusal:
        judge(Scale(FOUR), ballots, options)

    assert refusal.value.reason == reason


def by_hand(counts, upper):
    """The grades in a row, the middle one taken out, again and again."""
    row = [grade for grade, number in enumerate(counts) for _ in range(number)]
    while row:
        yield row.pop(len(row) // 2 if upper else (len(row) - 1) // 2)


def test_a_scale_without_a_grade_grades_nothing():
    with pytest.raises(Refused):
        judge(Scale(()), 0, [Grades("A", ())])


EVERY = {n: [(low, n - low - high, high) for low in range(n + 1) for high in range(n + 1 - low)] for n in (1, 4, 5)}


@pytest.mark.parametrize(("ballots", "upper"), product(EVERY, (False, True)))
def test_any_two_options_are_ranked_as_by_hand(ballots, upper):
    scale = Scale(FOUR[:3], median=UPPER if upper else LOWER)
    for one, other in combinations(EVERY[ballots], 2):
        hands = [list(by_hand(counts, upper)) for counts in (one, other)]

        result = judge(scale, ballots, grades({"A": one, "B": other}))

        assert {each.option: each.place for each in result.ranking} == (
            {"A": 1, "B": 2} if hands[0] > hands[1] else {"A": 2, "B": 1}
        )
        for told in (step for step in result.steps if step.key == "options-parted"):
            first = next(n for n in range(ballots) if hands[0][n] != hands[1][n])
            assert dict(told.numbers)["removed"] == str(first)


@st.composite
def judged(draw):
    ballots, options = draw(st.integers(1, 12)), {}
    for name in "ABC":
        cuts = sorted(draw(st.lists(st.integers(0, ballots), min_size=3, max_size=3)))
        options[name] = tuple(end - start for start, end in zip([0, *cuts], [*cuts, ballots], strict=True))
    return ballots, options, draw(st.booleans())


@settings(max_examples=60)
@given(judged())
def test_whatever_the_grades_the_ranking_is_the_one_made_by_hand(vote):
    ballots, options, upper = vote
    hands = {option: list(by_hand(counts, upper)) for option, counts in options.items()}

    result = judge(Scale(FOUR, median=UPPER if upper else LOWER), ballots, grades(options))

    places = {one: 1 + sum(other > values for other in hands.values()) for one, values in hands.items()}
    assert {one.option: one.place for one in result.ranking} == places
    assert all([median(options[one], n, upper) for n in range(ballots)] == values for one, values in hands.items())
    for step in result.steps:
        if step.key == "options-parted":
            said = dict(step.numbers)
            better, other, removed = hands[said["option"]], hands[said["other"]], int(said["removed"])
            assert better[:removed] == other[:removed]
            assert (FOUR[better[removed]], FOUR[other[removed]]) == (said["grade"], said["other_grade"])


@settings(max_examples=40)
@given(judged(), st.integers(0, 2))
def test_a_better_grade_never_lowers_an_option(vote, rank):
    ballots, options, upper = vote
    counts, scale = options["A"], Scale(FOUR, median=UPPER if upper else LOWER)
    raised = list(counts)
    if raised[rank]:
        raised[rank], raised[rank + 1] = raised[rank] - 1, raised[rank + 1] + 1
    before, after = (judge(scale, ballots, grades({**options, "A": tuple(each)})) for each in (counts, raised))

    placed = [next(one.place for one in result.ranking if one.option == "A") for result in (before, after)]
    assert placed[1] <= placed[0]


def test_a_median_of_a_large_electorate_costs_no_more():
    counts = (10**12, 10**12 + 1, 10**12)

    assert (median(counts, 0), median(counts, 10**12 + 1), median(counts, 10**12 + 2)) == (1, 0, 2)
    assert Fraction(sum(counts), 3) == 10**12 + Fraction(1, 3)

"""Counting: the worked examples of the law of cooperatives, exactly; how collèges make one result."""

from fractions import Fraction

import pytest

from governance.counting.count import count
from governance.counting.tally import Tally
from governance.statutes.facts import AbsentPolicy, CollegeTie, Form, Organ, Voice
from tests.rules.counting.polls import (
    ALL,
    ASSEMBLY,
    COLLEGE_MAJORITY,
    FLAT,
    PRESENT,
    PROPORTIONAL,
    SIMPLE,
    TWO_THIRDS,
    college,
    keys_of,
    majority,
    rules,
    scheme,
    tallies,
    tally,
    weights_of,
)

FIVE = {"salaries": 20, "beneficiaires": 30, "producteurs": 20, "collectivites": 10, "partenaires": 20}
E01 = {
    "salaries": (9, 1),
    "beneficiaires": (40, 41),
    "producteurs": (5, 6),
    "collectivites": (2, 1),
    "partenaires": (7, 8),
}
SCANI = {"benevoles_salaries": 40, "particuliers": 25, "pros_collectivites": 25, "soutiens": 10}
E02 = {"benevoles_salaries": (10, 6), "particuliers": (30, 60), "pros_collectivites": (9, 21), "soutiens": (20, 5)}
FOUR = {"a": 40, "b": 25, "c": 25, "d": 10}
E04 = {"a": (6, 4), "b": (12, 8), "c": (0, 0, 5), "d": (3, 7)}
E08 = {"a": (7, 9), "b": (4, 4), "c": (3, 2), "d": (3, 3)}
E09 = {"a": (8, 4), "b": (7, 0), "c": (3, 7), "d": (3, 1)}


def exact(*numbers):
    return tuple(map(Fraction, numbers))


@pytest.mark.parametrize(
    ("weights", "ballots", "aggregation", "needed", "totals", "adopted"),
    [
        (FIVE, E01, PROPORTIONAL, SIMPLE, ("17198/297", "12502/297"), True),
        (FIVE, E01, COLLEGE_MAJORITY, SIMPLE, (30, 70), False),
        (FIVE, E01, FLAT, SIMPLE, (63, 57), True),
        (SCANI, E02, PROPORTIONAL, SIMPLE, ("293/6", "307/6"), False),
        (SCANI, E02, COLLEGE_MAJORITY, SIMPLE, (50, 50), False),
        (SCANI, E02, FLAT, SIMPLE, (69, 92), False),
        (FOUR, E08, PROPORTIONAL, SIMPLE, (50, 50), False),
        (FOUR, E09, PROPORTIONAL, TWO_THIRDS, ("200/3", "100/3"), True),
    ],
    ids=["E01 shares", "E01 collèges", "E01 heads", "E02 shares", "E02 collèges", "E02 heads", "E08", "E09"],
)
def test_the_rule_of_aggregation_makes_the_result(weights, ballots, aggregation, needed, totals, adopted):
    result = count(rules(scheme(weights, aggregation), needed), tallies(ballots))

    assert (result.for_, result.against) == exact(*totals)
    assert (result.base, result.aggregation, result.adopted) == (sum(exact(*totals)), aggregation, adopted)


@pytest.mark.parametrize(
    ("policy", "for_", "base", "ratio", "weights", "adopted"),
    [
        (AbsentPolicy.LOST, 42, 100, "21/50", (40, 25, 25, 10), False),
        (AbsentPolicy.EXCLUDED_FROM_BASE, 42, 75, "14/25", (40, 25, 0, 10), True),
        (AbsentPolicy.EQUAL_REDISTRIBUTION, "109/2", 100, "109/200", ("145/3", "100/3", 0, "55/3"), True),
        (AbsentPolicy.PRORATA_REDISTRIBUTION, "390/7", 100, "39/70", (50, "250/7", 0, "100/7"), True),
        (None, 42, 75, "14/25", (40, 25, 0, 10), True),
    ],
    ids=["lost", "excluded", "equal", "prorata", "statutes silent"],
)
def test_e04_a_silent_collège_weighs_as_the_policy_says(policy, for_, base, ratio, weights, adopted):
    result = count(rules(scheme(FOUR, silent=policy)), tallies(E04))

    assert (result.for_, result.base, result.ratio) == exact(for_, base, ratio)
    assert tuple(weights_of(result).values()) == exact(*weights)
    assert result.adopted is adopted


@pytest.mark.parametrize(
    ("policy", "for_", "base", "weights"),
    [
        (AbsentPolicy.LOST, 42, 100, (40, 25, 25, 10)),
        (AbsentPolicy.EXCLUDED_FROM_BASE, 42, 75, (40, 25, 0, 10)),
        (AbsentPolicy.EQUAL_REDISTRIBUTION, "109/2", 100, ("145/3", "100/3", 0, "55/3")),
        (AbsentPolicy.PRORATA_REDISTRIBUTION, "390/7", 100, (50, "250/7", 0, "100/7")),
        (None, "109/2", 100, ("145/3", "100/3", 0, "55/3")),
    ],
    ids=["lost", "excluded", "equal", "E05 prorata, capped", "statutes silent"],
)
def test_e05_an_empty_collège_weighs_as_its_own_policy_says(policy, for_, base, weights):
    ballots = [*tallies({name: E04[name] for name in "abd"}), Tally("c", 0, 0)]

    result = count(rules(scheme(FOUR, empty=policy)), ballots)

    assert (result.for_, result.base) == exact(for_, base)
    assert tuple(weights_of(result).values()) == exact(*weights)


def test_an_empty_collège_and_a_silent_one_follow_each_their_policy():
    five = scheme(
        {"a": 20, "b": 20, "c": 20, "d": 20, "e": 20},
        empty=AbsentPolicy.PRORATA_REDISTRIBUTION,
        silent=AbsentPolicy.LOST,
    )

    result = count(rules(five), tallies({"a": (3, 1), "b": (1, 1), "c": (0, 2), "d": (0, 0, 4)}))

    assert weights_of(result) == {"a": 25, "b": 25, "c": 25, "d": 25, "e": 0}
    assert (result.for_, result.against, result.base) == exact("125/4", "175/4", 100)


def test_e07_with_two_collèges_left_weighting_stops_and_heads_count():
    result = count(rules(scheme({"a": 50, "b": 30, "c": 20})), tallies({"a": (1, 4), "b": (20, 2)}))

    assert (result.for_, result.against, result.base) == (21, 6, 27)
    assert (result.aggregation, result.adopted) == (FLAT, True)
    assert weights_of(result) == {"a": None, "b": None, "c": None}
    stop = next(step for step in result.steps if step.key == "weighting-stops")
    assert (stop.article, stop.numbers) == ("L47 art. 19 octies", (("left", "2"),))


def test_a_silent_collège_still_is_one_of_the_three():
    result = count(rules(scheme({"a": 50, "b": 30, "c": 20})), tallies({"a": (1, 4), "b": (20, 2), "c": (0, 0, 1)}))

    assert (result.aggregation, result.base) == (PROPORTIONAL, 80)


def test_what_no_collège_may_take_leaves_the_base():
    ballots = tallies({"a": (3, 1), "b": (0, 0, 1), "c": (0, 0, 1)})

    result = count(rules(scheme({"a": 40, "b": 30, "c": 30}, silent=AbsentPolicy.EQUAL_REDISTRIBUTION)), ballots)

    assert (result.for_, result.base, result.ratio) == exact("75/2", 50, "3/4")
    left = next(step for step in result.steps if step.key == "weight-left-over")
    assert left.numbers == (("weight", "50"),)


@pytest.mark.parametrize("aggregation", [FLAT, PROPORTIONAL, COLLEGE_MAJORITY])
def test_an_assembly_where_nobody_came_rejects(aggregation):
    result = count(rules(scheme(FOUR, aggregation)), [Tally(name, 5, 0) for name in FOUR])

    assert (result.adopted, result.ratio, result.base) == (False, 0, 0)


@pytest.mark.parametrize(
    ("tie", "totals", "key"),
    [(None, (50, 0), "neutral"), (CollegeTie.NEUTRAL, (50, 0), "neutral"), (CollegeTie.AGAINST, (50, 50), "against")],
)
def test_a_tie_in_a_collège_weighs_as_the_statutes_say(tie, totals, key):
    three = scheme({"a": 50, "b": 30, "c": 20}, COLLEGE_MAJORITY, tie=tie)

    result = count(rules(three), tallies({"a": (1, 0), "b": (2, 2), "c": (3, 3)}))

    assert (result.for_, result.against) == totals
    assert keys_of(result).count(f"college-tie-{key}") == 2


def test_a_neutral_collège_stays_in_a_base_of_those_present():
    three = scheme({"a": 50, "b": 30, "c": 20}, COLLEGE_MAJORITY)

    result = count(rules(three, majority(base=PRESENT)), tallies({"a": (1, 0), "b": (2, 2), "c": (3, 3)}))

    assert (result.for_, result.base, result.adopted) == (50, 100, False)


def test_by_share_those_present_who_say_nothing_weigh_for_neither_side():
    three = scheme({"a": 50, "b": 30, "c": 20})
    ballots = tallies({"a": (3, 1, 1), "b": (1, 2), "c": (0, 0, 4)})

    result = count(rules(three, majority(base=PRESENT)), ballots)

    assert (result.for_, result.against, result.base) == (40, 30, 100)


def test_an_advisory_collège_is_heard_and_not_counted():
    heard = college("salaries", None, Voice.ADVISORY)
    four = scheme([*{"a": 40, "b": 30, "c": 30}.items(), heard])

    with_advice = count(rules(four), tallies({"a": (1, 1), "b": (1, 0), "c": (0, 1), "salaries": (9, 1)}))

    assert (with_advice.for_, with_advice.against, with_advice.adopted) == (50, 50, False)
    advice = next(step for step in with_advice.steps if step.key == "advisory-college")
    assert (advice.article, dict(advice.numbers)["for"]) == ("art. 12 salaries", "9")
    line = with_advice.lines[-1]
    assert (line.voice, line.tally.for_, line.weight, line.for_) == (Voice.ADVISORY, 9, None, 0)


def test_an_advisory_collège_adds_no_head_either():
    mixed = scheme([("a", None), college("salaries", None, Voice.ADVISORY)], FLAT)

    result = count(rules(mixed, majority(base=ALL)), tallies({"a": (2, 1), "salaries": (0, 9)}))

    assert (result.for_, result.against, result.base, result.adopted) == (2, 1, 3, True)


def test_however_little_a_collège_weighs_it_counts():
    result = count(rules(scheme({"a": 50, "b": "99/2", "c": "1/2"})), tallies(dict.fromkeys("abc", (1, 0))))

    assert result.for_ == 100


def test_unknown_weights_do_not_matter_where_heads_count():
    result = count(rules(scheme({"a": None, "b": None}, FLAT)), tallies({"a": (2, 1), "b": (1, 1)}))

    assert (result.for_, result.against, result.adopted) == (3, 2, True)


def test_e26_thirds_are_a_legal_weight_and_exact():
    result = count(rules(scheme({"a": "100/3", "b": "100/3", "c": "100/3"})), tallies(dict.fromkeys("abc", (1, 2))))

    assert (result.for_, result.against) == exact("100/3", "200/3")


def test_the_second_call_changes_nothing_outside_a_sarl():
    once, again = (rules(ASSEMBLY, majority(base=ALL), Form.SA, second_call=call) for call in (False, True))

    assert count(once, [tally("", 4, 1, absent=3)]) == count(again, [tally("", 4, 1, absent=3)])


def test_a_board_of_collèges_is_counted_like_an_assembly():
    of_board = scheme({"a": 50, "b": 30, "c": 20}, organ=Organ.BOARD)

    assert count(rules(of_board, form=Form.SAS), tallies({"a": (1, 0), "b": (0, 1), "c": (1, 0)})).for_ == 70

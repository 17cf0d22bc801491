"""Counting: the worked examples of the law of cooperatives, exactly; then each rule, and what is refused."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.command import Refused
from governance.counting.count import count
from governance.counting.tally import Tally
from governance.statutes.facts import AbsentPolicy, AbstentionEffect, CollegeTie, Form, Kind, Organ, Voice
from tests.rules.counting.polls import (
    ALL,
    ASSEMBLY,
    BOARD,
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


def test_a_weight_shared_out_is_told_collège_by_collège():
    result = count(rules(scheme(FOUR, silent=AbsentPolicy.PRORATA_REDISTRIBUTION)), tallies(E04))

    assert [(step.key, step.article, dict(step.numbers)) for step in result.steps][12:16] == [
        ("silent-prorata-redistribution", "art. 18 §3", {"college": "Collège c", "weight": "25"}),
        ("weight-at-ceiling", "L47 art. 19 octies", {"college": "Collège a", "before": "40", "after": "50"}),
        ("weight-raised", "L47 art. 19 octies", {"college": "Collège b", "before": "25", "after": "250/7"}),
        ("weight-raised", "L47 art. 19 octies", {"college": "Collège d", "before": "10", "after": "100/7"}),
    ]
    assert "weight-left-over" not in keys_of(result)


@pytest.mark.parametrize(
    ("form", "ratio", "adopted"), [(Form.SA, "22/31", True), (Form.SARL, "11/17", False)], ids=["SA", "SARL"]
)
def test_e13_an_abstention_counts_in_the_base_of_a_sarl_only(form, ratio, adopted):
    by_law = rules(ASSEMBLY, None, form, Kind.EXTRAORDINARY)

    result = count(by_law, [tally("", 22, 9, 3)])

    assert (result.ratio, result.adopted) == (Fraction(ratio), adopted)
    assert "majority-by-law" in keys_of(result)


def test_e13_statutes_of_a_sarl_that_count_votes_cast_do_not_escape_the_law():
    result = count(rules(ASSEMBLY, TWO_THIRDS, Form.SARL, Kind.EXTRAORDINARY), [tally("", 22, 9, 3)])

    assert (result.by_clause, result.by_law, result.adopted) == (True, False, False)


@pytest.mark.parametrize(
    ("where", "chair_for", "adopted"),
    [(ASSEMBLY, None, False), (BOARD, None, False), (BOARD, True, True), (BOARD, False, False)],
    ids=["assembly", "board without casting vote", "chair for", "chair against"],
)
def test_e14_a_tie_is_rejected_unless_the_chair_of_the_board_is_for(where, chair_for, adopted):
    result = count(rules(where, form=Form.SA, chair_for=chair_for), [tally("", 30, 30)])

    assert (result.adopted, result.ratio) == (adopted, Fraction(1, 2))
    assert ("casting-vote" in keys_of(result)) is adopted
    assert ("tie" in keys_of(result)) is not adopted
    assert (result.strict, result.need) == (True, 31)


@pytest.mark.parametrize(
    ("needed", "ballots"),
    [(SIMPLE, (29, 30)), (majority("2/3", strict=False), (30, 30)), (majority(base=PRESENT), (30, 30, 1))],
    ids=["behind", "more than half is needed", "an abstention in the base"],
)
def test_a_casting_vote_carries_nothing_but_an_exact_half(needed, ballots):
    result = count(rules(BOARD, needed, form=Form.SA, chair_for=True), [tally("", *ballots)])

    assert (result.adopted, "casting-vote" in keys_of(result)) == (False, False)


def test_e15_the_clause_of_a_sas_does_not_go_below_the_majority_of_the_votes_cast():
    clause = majority("1/3", strict=False)

    result = count(rules(ASSEMBLY, clause, Form.SAS), [tally("", 229313, 269185)])

    assert result.ratio == Fraction(32759, 71214)
    assert (result.by_clause, result.by_law, result.adopted) == (True, False, False)
    prevails = next(step for step in result.steps if step.key == "law-prevails")
    assert "n° 23-16.670" in prevails.article
    assert keys_of(result)[-1] == "rejected"


def test_e15_abstentions_counted_for_do_not_make_the_majority_of_the_law():
    consent = majority("1/2", abstention=AbstentionEffect.FOR)

    result = count(rules(ASSEMBLY, consent, Form.SAS), [tally("", 2, 3, 10)])

    assert (result.ratio, result.by_clause, result.adopted) == (Fraction(4, 5), True, False)


def test_the_law_counts_no_weight_that_nobody_cast():
    third = majority("1/3", strict=False)

    result = count(rules(scheme(FOUR, silent=AbsentPolicy.LOST), third, Form.SAS), tallies(E04))

    assert (result.ratio, result.by_clause, result.by_law, result.adopted) == (Fraction(21, 50), True, True, True)


def test_the_law_of_assemblies_does_not_rule_the_board():
    result = count(rules(BOARD, majority("1/3", strict=False), Form.SAS), [tally("", 2, 3)])

    assert (result.by_law, result.adopted) == (None, True)


@pytest.mark.parametrize(
    ("form", "kind", "level", "above", "at_level"),
    [
        (Form.SA, Kind.ORDINARY, {"for_": 6, "against": 6, "abstention": 5}, {"for_": 7, "against": 6}, False),
        (Form.SA, Kind.EXTRAORDINARY, {"for_": 6, "against": 3, "abstention": 5}, {"for_": 7, "against": 3}, True),
        (Form.SARL, Kind.ORDINARY, {"for_": 6, "against": 1, "absent": 5}, {"for_": 7, "absent": 5}, False),
        (Form.SARL, Kind.EXTRAORDINARY, {"for_": 6, "abstention": 3, "absent": 5}, {"for_": 7, "abstention": 3}, True),
        (Form.SAS, Kind.ORDINARY, {"for_": 6, "against": 6, "abstention": 5}, {"for_": 7, "against": 6}, False),
        (Form.SAS, Kind.EXTRAORDINARY, {"for_": 6, "against": 6, "absent": 5}, {"for_": 7, "against": 6}, False),
    ],
)
def test_no_clause_goes_below_the_majority_of_the_law(form, kind, level, above, at_level):
    clause = rules(ASSEMBLY, majority("1/10"), form, kind)
    below = {**level, "for_": 5}

    adopted = [count(clause, [tally(**ballots)]).adopted for ballots in (below, level, above)]

    assert adopted == [False, at_level, True]


def test_the_law_of_a_commercial_company_does_not_rule_an_association():
    result = count(rules(ASSEMBLY, majority("1/10"), Form.ASSOCIATION), [tally("", 1, 5)])

    assert (result.by_law, result.adopted) == (None, True)


@pytest.mark.parametrize(
    ("second", "ballots", "need", "adopted"),
    [(False, (18, 2), 23, False), (True, (11, 9), 11, True), (True, (10, 10), 11, False)],
    ids=["first", "second", "second, tie"],
)
def test_e16_a_sarl_consulted_again_decides_by_the_votes_cast(second, ballots, need, adopted):
    ordinary = rules(ASSEMBLY, None, Form.SARL, second_call=second)

    result = count(ordinary, [tally("", *ballots, absent=25)])

    assert (result.need, result.adopted) == (need, adopted)
    assert ("second-consultation" in keys_of(result)) is second


def test_e16_so_do_statutes_that_repeat_the_law():
    result = count(rules(ASSEMBLY, majority(base=ALL), Form.SARL, second_call=True), [tally("", 11, 9, absent=25)])

    assert (result.base, result.adopted) == (20, True)


@pytest.mark.parametrize(
    ("needed", "ballots", "adopted"),
    [
        (SIMPLE, {"for_": 1, "abstention": 50}, True),
        (SIMPLE, {"for_": 5, "against": 5}, False),
        (majority(abstention=AbstentionEffect.AGAINST), {"for_": 6, "against": 3, "abstention": 3}, False),
        (TWO_THIRDS, {"for_": 6, "against": 3}, True),
        (TWO_THIRDS, {"for_": 66, "against": 34}, False),
        (TWO_THIRDS, {"abstention": 5}, False),
        (majority("3/4", strict=False, base=ALL), {"for_": 2, "absent": 3}, False),
        (majority("3/4", strict=False, base=ALL), {"for_": 4, "against": 1}, True),
        (SIMPLE, {"for_": 3, "against": 2, "blank": 9, "void": 9, "did_not_take_part": 9}, True),
        (majority(base=PRESENT), {"for_": 3, "against": 2, "blank": 1}, False),
        (majority(base=PRESENT), {"for_": 3, "against": 2, "did_not_take_part": 1}, False),
        (majority(base=PRESENT), {"for_": 3, "against": 2, "absent": 9}, True),
        (majority(base=PRESENT), {"for_": 3, "against": 2, "silent": 1}, False),
        (majority(base=PRESENT, abstention=AbstentionEffect.FOR), {"for_": 2, "against": 2, "abstention": 1}, True),
        (
            majority("3/4", strict=False, abstention=AbstentionEffect.FOR),
            {"for_": 10, "against": 5, "abstention": 5},
            1,
        ),
        (majority("1/2", strict=False), {"for_": 5, "against": 5}, True),
    ],
)
def test_the_majority_says_who_is_in_the_base(needed, ballots, adopted):
    assert count(rules(ASSEMBLY, needed), [tally(**ballots)]).adopted == adopted


@pytest.mark.parametrize("effect", list(AbstentionEffect))
@pytest.mark.parametrize("base", [PRESENT, ALL])
def test_with_no_vote_expressed_nothing_is_adopted_or_divided(base, effect):
    needed = majority("1/4", strict=False, base=base, abstention=effect)

    result = count(rules(ASSEMBLY, needed), [tally(abstention=5)])

    assert (result.adopted, result.by_clause, result.margin) == (False, False, None)
    assert keys_of(result)[-2:] == ["nobody-expressed", "rejected"]


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


def test_however_little_a_collège_weighs_it_counts():
    result = count(rules(scheme({"a": 50, "b": "99/2", "c": "1/2"})), tallies(dict.fromkeys("abc", (1, 0))))

    assert result.for_ == 100


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

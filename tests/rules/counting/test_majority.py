"""What a majority is made of: who is in its base, what the law adds to the statutes, what a tie becomes."""

from fractions import Fraction

import pytest

from governance.command import Refused
from governance.counting.count import count
from governance.counting.threshold import decided_again
from governance.statutes.facts import AbsentPolicy, AbstentionEffect, Form, Kind, Organ, Scheme
from tests.rules.counting.polls import (
    ALL,
    ASSEMBLY,
    BOARD,
    PRESENT,
    SIMPLE,
    TWO_THIRDS,
    keys_of,
    majority,
    ruled,
    rules,
    scheme,
    tallies,
    tally,
)
from tests.rules.counting.test_counting import E04, FOUR


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


BUREAU = Scheme(Organ.EXECUTIVE)
YES, NO = ruled(True, "art. 16"), ruled(False, "art. 16")


@pytest.mark.parametrize(
    ("form", "where", "said", "article"),
    [
        (Form.SA, BOARD, None, "C.com L225-37"),
        (Form.SA, BOARD, YES, "art. 16"),
        (Form.SA, BOARD, NO, None),
        (Form.SAS, BOARD, None, None),
        (Form.SAS, BOARD, YES, "art. 16"),
        (Form.SA, BUREAU, None, None),
        (Form.ASSOCIATION, BUREAU, YES, "art. 16"),
        (Form.SA, ASSEMBLY, None, None),
        (Form.ASSOCIATION, ASSEMBLY, YES, None),
    ],
)
def test_the_chair_prevails_where_the_law_or_the_statutes_say_so_and_never_in_an_assembly(form, where, said, article):
    asked = rules(where, form=form, chair_for=True, casting_vote=said)

    if article is None:
        with pytest.raises(Refused) as refusal:
            count(asked, [tally("", 3, 3)])
        assert (refusal.value.reason, refusal.value.details) == ("no-casting-vote", {"article": "C.com L225-37"})
    else:
        result = count(asked, [tally("", 3, 3)])
        assert (result.adopted, [s.article for s in result.steps if s.key == "casting-vote"]) == (True, [article])


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


SAS_RULING = "C.com L227-9, Cass. ass. plén. 15/11/2024 n° 23-16.670"


@pytest.mark.parametrize(
    ("form", "kind", "article"),
    [
        (Form.SA, Kind.ORDINARY, "C.com L225-98"),
        (Form.SA, Kind.EXTRAORDINARY, "C.com L225-96"),
        (Form.SARL, Kind.ORDINARY, "C.com L223-29"),
        (Form.SARL, Kind.EXTRAORDINARY, "C.com L223-30"),
        (Form.SAS, Kind.ORDINARY, SAS_RULING),
        (Form.SAS, Kind.EXTRAORDINARY, SAS_RULING),
    ],
)
def test_where_the_law_rejects_what_the_statutes_adopt_its_article_is_told(form, kind, article):
    result = count(rules(ASSEMBLY, majority("1/10"), form, kind), [tally("", 1, 2)])

    [prevails] = [step for step in result.steps if step.key == "law-prevails"]
    assert (prevails.article, result.steps[-1].article) == (article, article)
    assert {step.article for step in result.steps if step.key.startswith("base-")} == {"art. 17 §1", article}


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
    told = [step.article for step in result.steps if step.key == "second-consultation"]
    assert told == (["C.com L223-29 al. 2"] if second else [])


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


@pytest.mark.parametrize(
    ("of", "again"),
    [
        (rules(ASSEMBLY, majority(base=ALL), Form.SARL), True),
        (rules(ASSEMBLY, majority(base=ALL), Form.SARL, second_call=True), False),
        (rules(ASSEMBLY, majority(base=ALL), Form.SARL, Kind.EXTRAORDINARY), False),
        (rules(ASSEMBLY, SIMPLE, Form.SA), False),
        (rules(BOARD, SIMPLE, Form.SARL), False),
    ],
    ids=["SARL", "already", "extraordinary", "SA", "board"],
)
def test_only_the_ordinary_decisions_of_a_sarl_are_put_a_second_time(of, again):
    assert decided_again(of) is again

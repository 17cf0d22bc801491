"""The rare rules that count shares of the capital, where the statutes say so: heads vote in a cooperative."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.command import Refused
from governance.counting.count import count
from governance.counting.quorum import quorum
from governance.counting.tally import Held, Tally
from governance.counting.threshold import formed_before_2005
from governance.statutes.facts import AbstentionEffect, Form, Kind, MajorityBase, Quorum, QuorumBase, Statutes
from governance.words import Day
from tests.rules.counting.polls import ALL, ASSEMBLY, FLAT, keys_of, majority, ruled, rules, scheme, tally

OF_SHARES = majority("3/4", strict=False, base=MajorityBase.SHARES)
A_QUARTER = Quorum(ruled(Fraction(1, 4), "art. 21"), None, ruled(QuorumBase.SHARES, "art. 21"))


def of(held, for_=1, against=1, abstention=0):
    return replace(tally("", for_, against, abstention, absent=1), shares=held)


@pytest.mark.parametrize(
    ("held", "need", "reached"),
    [(Held(1001, 251), 251, True), (Held(1001, 250), 251, False), (Held(1000, 250), 250, True)],
)
def test_a_quorum_of_shares_is_a_part_of_the_capital(held, need, reached):
    state = quorum(A_QUARTER, ASSEMBLY, [of(held)])

    assert (state.base, state.need, state.there, state.total) == (QuorumBase.SHARES, need, held.there, held.entitled)
    assert (state.reached, state.steps[0].key, state.steps[0].article) == (reached, "quorum-shares", "art. 21")


def test_collèges_are_added_up_and_one_that_is_empty_holds_nothing():
    three = scheme({"a": 50, "b": 30, "c": 20}, FLAT)

    state = quorum(A_QUARTER, three, [Tally("a", 3, 1, shares=Held(30, 10)), Tally("b", 4, 0, shares=Held(12, 0))])

    assert (state.need, state.there, state.total, state.reached) == (11, 10, 42, False)


@pytest.mark.parametrize(
    ("held", "adopted"),
    [(Held(100, 80, 75, 5), True), (Held(100, 80, 74, 0), False), (Held(100, 80, 74, 0, 6), False)],
)
def test_a_majority_of_shares_is_a_part_of_all_of_them(held, adopted):
    result = count(rules(ASSEMBLY, OF_SHARES), [of(held)])

    assert (result.adopted, result.base, result.for_, result.need) == (adopted, 100, held.for_, 75)
    assert "total-shares" in keys_of(result)
    assert "total-heads" not in keys_of(result)
    assert result.margin is None


def test_the_law_beside_a_majority_of_shares_proves_no_margin_either():
    assert count(rules(ASSEMBLY, OF_SHARES, Form.SA), [of(Held(100, 80, 75, 5), 9, 1)]).margin is None


def test_an_abstention_that_counts_for_counts_its_shares():
    consent = majority("3/4", strict=False, base=MajorityBase.SHARES, abstention=AbstentionEffect.FOR)

    assert count(rules(ASSEMBLY, consent), [of(Held(100, 80, 74, 5, 1), abstention=1)]).adopted


def test_with_no_vote_expressed_shares_adopt_nothing():
    assert not count(rules(ASSEMBLY, OF_SHARES), [of(Held(100, 80, 80), 0, 0)]).adopted


@pytest.mark.parametrize(
    ("held", "where", "reason"),
    [
        (None, ASSEMBLY, "shares-unknown"),
        (Held(10, 11), ASSEMBLY, "impossible-shares"),
        (Held(10, 9, 5, 4, 1), ASSEMBLY, "impossible-shares"),
        (Held(10, 9, 5, -1, 1), ASSEMBLY, "impossible-shares"),
        (Held(10, 9, 5, 4), scheme({"a": 50, "b": 30, "c": 20}), "shares-do-not-weigh"),
    ],
)
def test_shares_that_are_unknown_or_impossible_or_would_weigh_are_refused(held, where, reason):
    with pytest.raises(Refused) as refusal:
        count(rules(where, OF_SHARES), [of(held)] if where is ASSEMBLY else [])

    assert refusal.value.reason == reason


def test_two_tallies_together_hold_what_each_holds_and_nobody_guesses_the_rest():
    one, other = Tally("a", 3, 2, 1, shares=Held(30, 20, 10, 5, 2)), Tally("b", 4, 1, shares=Held(7, 6, 5, 1))

    assert one + other == Tally("a", 7, 3, 1, shares=Held(37, 26, 15, 6, 2))
    assert (one + Tally("b", 4, 1)).shares is None


@pytest.mark.parametrize(
    ("form", "kind", "before", "ballots", "need", "adopted"),
    [
        (Form.SARL, Kind.EXTRAORDINARY, True, (33, 0), 33, True),
        (Form.SARL, Kind.EXTRAORDINARY, True, (32, 0), 33, False),
        (Form.SARL, Kind.EXTRAORDINARY, False, (32, 0), 22, True),
        (Form.SARL, Kind.ORDINARY, True, (22, 0), 22, True),
        (Form.SA, Kind.EXTRAORDINARY, True, (23, 0), 16, True),
    ],
)
def test_a_sarl_formed_before_2005_changes_its_statutes_by_three_quarters_of_all(
    form, kind, before, ballots, need, adopted
):
    by_law = rules(ASSEMBLY, None, form, kind, before_2005=before)

    result = count(by_law, [tally("", *ballots, absent=43 - ballots[0])])

    assert (result.need, result.adopted) == (need, adopted)


def test_its_article_is_told():
    result = count(
        rules(ASSEMBLY, majority("1/2", base=ALL), Form.SARL, Kind.EXTRAORDINARY, before_2005=True), [of(None)]
    )

    assert (result.by_clause, result.by_law) == (False, False)
    told = count(rules(ASSEMBLY, None, Form.SARL, Kind.EXTRAORDINARY, before_2005=True), [of(None)]).steps
    assert next(step.article for step in told if step.key == "heads-at-least") == "C.com L223-30 al. 2"


@pytest.mark.parametrize(
    ("form", "since", "expected"),
    [
        (Form.SARL, "2005-08-03", True),
        (Form.SARL, "2005-08-04", False),
        (Form.SARL, "2005", False),
        (Form.SARL, "2004", True),
        (Form.SARL, None, False),
        (Form.SA, "1990", False),
    ],
)
def test_only_a_sarl_surely_formed_before_the_law_of_2005_is_older(form, since, expected):
    statutes = Statutes(form, (), None, (), None, None, None, form_effective_from=since and Day(since))

    assert formed_before_2005(statutes) is expected

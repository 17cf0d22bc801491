"""The election of persons: rounds, seats by collège, weights, ties, seats that nobody fills."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.command import Refused
from governance.counting.election import elect, elections
from governance.counting.tally import WHOLE
from governance.counting.urn import Named, Running, Suffrage, Tie, Urn
from governance.statutes.facts import AbsentPolicy, Voice
from governance.words import CollegeId
from tests.rules.counting.polls import (
    ASSEMBLY,
    COLLEGE_MAJORITY,
    DOUBLE_MAJORITY,
    FLAT,
    PROPORTIONAL,
    college,
    keys_of,
    ruled,
    scheme,
)

CUSTOM = Suffrage(ASSEMBLY)
THREE = {"a": 50, "b": 30, "c": 20}


def urn(votes, papers=None, college=WHOLE, blank=0, void=0, absent=0):
    """As many papers as votes and unmarked ones, unless they named several."""
    papers = sum(votes.values()) + blank + void if papers is None else papers
    return Urn(CollegeId(college), papers + absent, papers, tuple(Named(*one) for one in votes.items()), blank, void)


def for_(seats, who, **more):
    return Running(seats, tuple(who), **more)


@pytest.mark.parametrize(
    ("seats", "turn", "urn", "elected", "again", "vacant"),
    [
        (1, 1, urn({"A": 51, "B": 49}), "A", "", 0),
        (1, 1, urn({"A": 50, "B": 50}), "", "AB", 0),
        (1, 1, urn({"A": 50, "B": 30, "C": 20}), "", "ABC", 0),
        (1, 2, urn({"A": 40, "B": 45, "C": 15}), "B", "", 0),
        (1, 2, urn({"A": 1, "B": 0}), "A", "", 0),
        (1, 1, urn({"A": 5, "B": 4}, blank=90, void=9), "A", "", 0),
        (2, 1, urn({"A": 8, "B": 6, "C": 5}, papers=10), "AB", "", 0),
        (2, 1, urn({"A": 8, "B": 5, "C": 5}, papers=10), "A", "BC", 0),
        (2, 1, urn({"A": 6, "B": 8, "C": 7}, papers=11), "BC", "", 0),
        (3, 1, urn({"A": 9, "B": 6}, papers=10), "AB", "", 1),
        (3, 1, urn({"A": 9, "B": 4}, papers=10), "A", "B", 1),
        (3, 2, urn({"A": 9, "B": 0}, papers=9), "A", "", 2),
        (2, 1, urn({}), "", "AB", 0),
        (2, 2, urn({}), "", "", 2),
    ],
    ids=[
        "more than half", "half is not more", "nobody", "the most votes", "one vote is a vote",
        "blank is not expressed", "two seats",
        "one of two", "more than seats pass", "fewer than seats", "fewer, and not all pass", "no vote, no seat",
        "nobody voted", "nobody voted again",
    ],
)  # fmt: skip
def test_more_than_half_then_the_most_votes(seats, turn, urn, elected, again, vacant):
    standing = [one.candidate for one in urn.votes] or "AB"

    result = elect(CUSTOM, for_(seats, standing, round=turn), [urn])

    assert (result.elected, result.again, result.tied, result.vacant) == (tuple(elected), tuple(again), (), vacant)


def test_the_statutes_choose_the_majority_and_the_rounds():
    third = replace(CUSTOM, majority=ruled(Fraction(1, 3), "art. 15"), rounds=ruled(1, "art. 15"))
    votes = urn({"A": 40, "B": 35, "C": 25})

    assert elect(third, for_(1, "ABC"), [votes]).elected == ("A",)
    assert elect(replace(third, rounds=None), for_(2, "ABC"), [votes]).elected == ("A", "B")
    assert elect(replace(third, rounds=ruled(3)), for_(3, "ABC", round=2), [votes]).again == ("C",)


@pytest.mark.parametrize(
    ("rule", "eldest", "elected", "tied", "key"),
    [
        (None, "CBA", "AC", "", "tie-elder-by-custom"),
        (None, "ACB", "AC", "", "tie-elder-by-custom"),
        (ruled(Tie.ELDER, "art. 15"), "BCA", "AB", "", "tie-elder"),
        (None, "", "A", "BC", "tie-open"),
        (ruled(Tie.ELDER, "art. 15"), "B", "A", "BC", "tie-open"),
        (ruled(Tie.AGAIN, "art. 15"), "CB", "A", "BC", "tie-open"),
    ],
    ids=["custom", "an elder who is elected already", "statutes", "ages unknown", "an age unknown", "they stand again"],
)
def test_the_elder_takes_the_last_seat_where_ages_are_known(rule, eldest, elected, tied, key):
    second = for_(2, "ABCD", round=2, eldest=tuple(eldest))

    result = elect(replace(CUSTOM, tie=rule), second, [urn({"A": 9, "B": 4, "C": 4, "D": 1}, papers=9)])

    assert (result.elected, result.tied, result.vacant) == (tuple(elected), tuple(tied), 0)
    [parted] = [step for step in result.steps if step.key.startswith("tie-")]
    assert (parted.key, dict(parted.numbers)) == (key, {"tied": "2", "left": "1"})
    assert parted.article == (rule.article if rule else "")
    assert ("seats-open" in keys_of(result)) is bool(tied)


def test_a_tie_that_nobody_parts_in_the_first_round_goes_to_the_second():
    result = elect(CUSTOM, for_(2, "ABC"), [urn({"A": 6, "B": 6, "C": 6}, papers=9)])

    assert (result.elected, result.tied, result.again, result.vacant) == ((), ("A", "B", "C"), ("A", "B", "C"), 0)
    assert "seats-open" not in keys_of(result)


def test_each_collège_fills_its_seats_and_nobody_is_elected_twice():
    of_a = for_(1, "AB", college="a"), [urn({"A": 6, "B": 3})]
    of_b = for_(1, "AC", college="b"), [urn({"A": 9, "C": 2})]

    a, b = elections(CUSTOM, [of_a, of_b])

    assert (a.college, a.elected, b.college, b.elected, b.again) == ("a", ("A",), "b", (), ("C",))
    assert [score.candidate for score in b.scores] == ["C"]
    assert "candidate-already-elected" in keys_of(b)
    assert elect(CUSTOM, for_(1, "AC", elected=("A",)), of_b[1]).elected == ()


def weighted(way=PROPORTIONAL, weights=THREE, **more):
    return Suffrage(scheme(weights, way, **more))


URNS = [
    urn({"A": 1, "B": 3}, college="a"),
    urn({"A": 9, "B": 1}, college="b"),
    urn({"A": 2, "B": 2}, college="c"),
]


def test_each_collège_shares_its_weight_among_the_candidates():
    result = elect(weighted(), for_(1, "AB"), URNS)

    assert [(one.candidate, one.votes, one.points) for one in result.scores] == [
        ("B", 6, Fraction(101, 2)),
        ("A", 12, Fraction(99, 2)),
    ]
    assert (result.base, result.elected, result.aggregation) == (100, ("B",), PROPORTIONAL)
    share = next(step for step in result.steps if step.key == "candidate-share")
    assert dict(share.numbers) == {
        "college": "Collège a", "candidate": "A", "votes": "1", "expressed": "4", "weight": "50", "points": "25/2",
    }  # fmt: skip
    [level] = [step for step in result.steps if step.key == "candidate-majority-points"]
    assert dict(level.numbers) == {"threshold": "1/2", "points_base": "100", "points_need": "50"}


def test_heads_are_counted_where_the_statutes_say_so_or_weighting_stops():
    flat = elect(weighted(FLAT), for_(1, "AB"), URNS)
    stopped = elect(weighted(), for_(1, "AB"), URNS[:2])

    assert (flat.elected, flat.base, flat.aggregation) == (("A",), 18, FLAT)
    assert (stopped.elected, stopped.base, "weighting-stops" in keys_of(stopped)) == (("A",), 14, True)
    [level] = [step for step in flat.steps if step.key == "candidate-majority-heads"]
    assert dict(level.numbers) == {"threshold": "1/2", "base": "18", "need": "10"}


@pytest.mark.parametrize(
    ("policy", "base", "points", "elected"),
    [
        (None, 60, 35, "A"),
        (AbsentPolicy.LOST, 100, 35, ""),
        (AbsentPolicy.EQUAL_REDISTRIBUTION, 100, Fraction(175, 3), "A"),
    ],
)
def test_a_collège_that_names_nobody_follows_its_policy(policy, base, points, elected):
    four = weighted(weights={"a": 40, "b": 20, "c": 20, "d": 20}, silent=policy)
    blank = urn({}, papers=3, blank=2, void=1, college="a")
    others = [urn({"A": 1, "B": n}, college=name) for name, n in (("b", 0), ("c", 1), ("d", 3))]

    result = elect(four, for_(1, "AB"), [blank, *others])

    assert (result.base, result.scores[0].points, result.elected) == (base, points, tuple(elected))


def test_a_collège_too_small_votes_in_another():
    whole = scheme({"a": 40, "b": 30, "c": 20, "d": 10}, PROPORTIONAL)
    small = replace(whole.colleges[3], min_members=3, merge_into=CollegeId("a"))
    joined = replace(whole, colleges=(*whole.colleges[:3], small))
    papers = [urn({"A": 3, "B": 1}, college=name) for name in "abc"]

    result = elect(Suffrage(joined), for_(1, "AB"), [*papers, urn({"B": 2}, college="d")])

    assert result.scores[0].points == 50 * Fraction(1, 2) + 50 * Fraction(3, 4)
    assert (result.scores[0].votes, "college-merged" in keys_of(result)) == (9, True)


def test_two_urns_together_hold_what_each_holds():
    one = Urn("a", 9, 7, (Named("A", 3), Named("B", 1)), blank=2, void=1)
    other = Urn("b", 8, 5, (Named("B", 2), Named("C", 1)), blank=1, void=1)

    assert one + other == Urn("a", 17, 12, (Named("A", 3), Named("B", 3), Named("C", 1)), blank=3, void=2)


def test_an_advisory_collège_elects_nobody():
    mixed = Suffrage(scheme([*THREE.items(), college("z", None, Voice.ADVISORY)]))

    assert elect(mixed, for_(1, "AB"), [*URNS, urn({"A": 99}, college="z")]).scores[0].candidate == "B"


@pytest.mark.parametrize(
    ("suffrage", "running", "urns", "reason"),
    [
        (CUSTOM, for_(0, "A"), [], "no-seat"),
        (CUSTOM, for_(1, "AA"), [], "candidate-twice"),
        (CUSTOM, for_(1, "A", round=3), [], "no-such-round"),
        (CUSTOM, for_(1, "A", round=0), [], "no-such-round"),
        (CUSTOM, for_(1, "A"), [urn({"B": 1})], "not-a-candidate"),
        (CUSTOM, for_(1, "A"), [Urn(WHOLE, 2, 2, (Named("A", 1), Named("A", 1)))], "candidate-twice"),
        (CUSTOM, for_(1, "A"), [urn({"A": -1})], "negative-counter"),
        (CUSTOM, for_(1, "A"), [urn({"A": 1}, absent=-1)], "more-papers-than-entitled"),
        (CUSTOM, for_(1, "AB"), [urn({"A": 2, "B": 1}, papers=2)], "papers-do-not-add-up"),
        (CUSTOM, for_(2, "AB"), [urn({"A": 3}, papers=2)], "papers-do-not-add-up"),
        (CUSTOM, for_(2, "AB"), [urn({"A": 3, "B": 0}, papers=2)], "papers-do-not-add-up"),
        (CUSTOM, for_(2, "AB"), [urn({"A": 1}, papers=2)], "papers-do-not-add-up"),
        (CUSTOM, for_(1, "A"), [urn({}, college="z")], "college-not-voting"),
        (CUSTOM, for_(1, "A"), [urn({}), urn({})], "college-counted-twice"),
        (weighted(COLLEGE_MAJORITY), for_(1, "A"), [], "not-for-persons"),
        (weighted(DOUBLE_MAJORITY), for_(1, "A"), [], "not-for-persons"),
        (weighted(None), for_(1, "A"), [], "aggregation-unknown"),
        (weighted(weights={"a": None, "b": None, "c": None}), for_(1, "A"), URNS, "not-a-candidate"),
        (weighted(weights={"a": None, "b": None, "c": None}), for_(1, "AB"), URNS, "weights-unknown"),
    ],
)
def test_an_election_that_cannot_be_counted_is_refused(suffrage, running, urns, reason):
    with pytest.raises(Refused) as refusal:
        elect(suffrage, running, urns)

    assert refusal.value.reason == reason


def test_the_article_that_should_say_how_collèges_are_joined_is_named():
    with pytest.raises(Refused) as refusal:
        elect(weighted(None), for_(1, "AB"), URNS)

    assert refusal.value.details == {"article": "art. 12 a"}


def test_the_steps_lead_from_the_urn_to_the_seats():
    result = elect(CUSTOM, for_(2, "ABC"), [urn({"A": 8, "B": 3, "C": 1}, papers=10, blank=1, absent=4)])

    assert [(step.key, dict(step.numbers)) for step in result.steps] == [
        ("seats-to-fill", {"seats": "2", "candidates": "3", "round": "1"}),
        ("urn", {"entitled": "14", "papers": "10", "blank": "1", "void": "0", "expressed": "9"}),
        ("candidate-votes", {"candidate": "A", "votes": "8"}),
        ("candidate-votes", {"candidate": "B", "votes": "3"}),
        ("candidate-votes", {"candidate": "C", "votes": "1"}),
        ("candidate-majority-heads", {"threshold": "1/2", "base": "9", "need": "5"}),
        ("candidate-elected", {"candidate": "A"}),
        ("candidate-again", {"candidate": "B"}),
        ("candidate-again", {"candidate": "C"}),
    ]


@st.composite
def races(draw):
    seats, names = draw(st.integers(1, 3)), "ABCD"[: draw(st.integers(1, 4))]
    found = []
    for name in "abc":
        expressed = draw(st.integers(0, 5))
        votes = {one: draw(st.integers(0, expressed)) for one in names}
        least, most = max(votes.values()), sum(votes.values())
        expressed = min(most, max(least, -(-most // seats)))
        found.append(urn(votes, papers=expressed + 1, blank=1, college=name))
    way = draw(st.sampled_from([FLAT, PROPORTIONAL]))
    eldest = tuple(draw(st.permutations(names))) if draw(st.booleans()) else ()
    return weighted(way), for_(seats, names, round=draw(st.sampled_from([1, 2])), eldest=eldest), found


@settings(max_examples=40)
@given(races())
def test_every_seat_is_filled_open_or_vacant_and_nobody_sits_twice(race):
    _, running, _ = race

    result = elect(*race)

    assert len(set(result.elected)) == len(result.elected) <= running.seats
    assert not set(result.elected) & {*result.again, *result.tied}
    assert len(result.elected) + result.vacant + min(len(result.again or result.tied), running.seats) >= running.seats
    assert sum(score.points for score in result.scores) <= running.seats * result.base
    if result.elected:
        worst = min(score.points for score in result.scores if score.candidate in result.elected)
        assert all(score.points <= worst for score in result.scores if score.candidate not in result.elected)


@settings(max_examples=40)
@given(races(), st.data())
def test_one_more_paper_for_who_is_elected_never_unseats_her(race, data):
    suffrage, running, urns = race
    before = elect(*race)
    for winner in before.elected:
        rank = data.draw(st.integers(0, 2))
        more = replace(urns[rank], entitled=urns[rank].entitled + 1, papers=urns[rank].papers + 1)
        added = list(urns)
        added[rank] = more + Urn(more.college, 0, 0, (Named(winner, 1),))
        assert winner in elect(suffrage, running, added).elected


@settings(max_examples=40)
@given(races(), st.permutations(range(3)), st.permutations(range(4)))
def test_neither_the_order_of_the_collèges_nor_of_the_candidates_elects(race, order, ranks):
    suffrage, running, urns = race
    colleges = tuple(suffrage.scheme.colleges[rank] for rank in order)
    names = tuple(running.candidates[rank] for rank in ranks if rank < len(running.candidates))

    turned = replace(suffrage, scheme=replace(suffrage.scheme, colleges=colleges))
    one, other = elect(*race), elect(turned, replace(running, candidates=names), [urns[rank] for rank in order])

    same = (set(one.elected), set(one.tied), set(one.again), one.base, one.vacant)
    assert same == (set(other.elected), set(other.tied), set(other.again), other.base, other.vacant)

"""The quorum: worked examples, each base, each call."""

from fractions import Fraction

import pytest

from governance.command import Refused
from governance.counting.quorum import quorum
from governance.counting.tally import WHOLE, Tally
from governance.statutes.facts import AbsentPolicy, Quorum, QuorumBase, Voice
from tests.rules.counting.polls import ASSEMBLY, BOARD, FLAT, college, keys_of, ruled, scheme

HEADS, WEIGHTS, PER_COLLEGE = QuorumBase.HEADS, QuorumBase.WEIGHTS, QuorumBase.PER_COLLEGE

SCANI = scheme({"benevoles_salaries": 40, "particuliers": 25, "pros_collectivites": 25, "soutiens": 10})
MEMBERS = {"benevoles_salaries": 16, "particuliers": 457, "pros_collectivites": 146, "soutiens": 252}
VOTERS = {"benevoles_salaries": 16, "particuliers": 92, "pros_collectivites": 30, "soutiens": 25}
E11 = [Tally(name, MEMBERS[name], VOTERS[name]) for name in MEMBERS]
THREE = scheme({"a": 50, "b": 30, "c": 20})


def rule(first, base=HEADS, second=None):
    fractions = (fraction and ruled(Fraction(fraction), "art. 21") for fraction in (first, second))
    return Quorum(*fractions, base and ruled(base, "art. 21"))


def there(*pairs):
    return [Tally(name, entitled, present) for name, (entitled, present) in zip("abc", pairs, strict=True)]


@pytest.mark.parametrize(
    ("asked", "second", "need", "reached"),
    [
        (rule("1/5"), False, 30, True),
        (rule("1/4", second="1/5"), False, 37, False),
        (rule("1/4", second="1/5"), True, 30, True),
        (rule("1/5"), True, 0, True),
        (rule("1/5", base=None), False, 30, True),
        (rule("34/146"), False, 34, True),
    ],
    ids=["AGO", "AGE", "AGE, second call", "AGO, second call: none", "heads unless said", "just enough"],
)
def test_e10_thirty_four_members_of_a_hundred_and_forty_six(asked, second, need, reached):
    state = quorum(asked, ASSEMBLY, [Tally(WHOLE, 146, 34)], second)

    assert (state.need, state.there, state.total, state.reached) == (need, 34, 146, reached)


def test_e11_half_of_the_heads_are_not_there():
    state = quorum(rule("1/2"), SCANI, E11)

    assert (state.need, state.there, state.total, state.reached) == (436, 163, 871, False)
    assert [(step.key, step.article, dict(step.numbers)) for step in state.steps] == [
        ("quorum-heads", "art. 21", {"fraction": "1/2", "total": "871", "need": "436", "there": "163"}),
        ("quorum-missed", "art. 21", {}),
    ]


def test_e11_half_of_the_weights_are():
    state = quorum(rule("1/2", WEIGHTS), SCANI, E11)

    assert (state.need, state.there, state.total) == (50, Fraction(215058215, 4203486), 100)
    assert (state.reached, state.base, state.article) == (True, WEIGHTS, "art. 21")
    share = next(step for step in state.steps if step.key == "quorum-share")
    assert dict(share.numbers) == {
        "college": "Collège benevoles_salaries", "there": "16", "entitled": "16", "weight": "40", "points": "40",
    }  # fmt: skip


def test_e24_a_vacant_seat_is_not_a_member_in_office():
    seats, vacant = 18, 1

    states = [quorum(rule("1/2"), BOARD, [Tally(WHOLE, seats - vacant, present)]) for present in (8, 9)]

    assert [(state.need, state.reached) for state in states] == [(9, False), (9, True)]


def test_by_collège_each_one_that_has_members_must_reach_the_fraction():
    all_but_one = quorum(rule("1/2", PER_COLLEGE), THREE, there((4, 2), (3, 1), (0, 0)))
    all_of_them = quorum(rule("1/2", PER_COLLEGE), THREE, there((4, 2), (3, 2), (0, 0)))

    assert (all_but_one.need, all_but_one.there, all_but_one.reached) == (2, 1, False)
    assert keys_of(all_but_one) == ["quorum-college-reached", "quorum-college-missed", "quorum-missed"]
    assert (all_of_them.need, all_of_them.there, all_of_them.reached) == (2, 2, True)
    assert dict(all_of_them.steps[1].numbers) == {
        "college": "Collège b", "fraction": "1/2", "there": "2", "entitled": "3", "need": "2",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("policy", "need", "total"),
    [
        (AbsentPolicy.EXCLUDED_FROM_BASE, 40, 80),
        (AbsentPolicy.LOST, 50, 100),
        (AbsentPolicy.EQUAL_REDISTRIBUTION, 50, 100),
    ],
)
def test_by_weights_a_collège_without_members_follows_its_policy(policy, need, total):
    four = scheme({"a": 30, "b": 30, "c": 20, "d": 20}, empty=policy)

    state = quorum(rule("1/2", WEIGHTS), four, there((2, 1), (2, 2), (5, 0)))

    assert (state.need, state.total) == (need, total)


def test_by_weights_heads_count_where_weighting_stops():
    state = quorum(rule("1/2", WEIGHTS), THREE, there((10, 0), (2, 2), (0, 0)))

    assert (state.base, state.need, state.there, state.reached) == (HEADS, 6, 2, False)
    assert keys_of(state)[0] == "weighting-stops"


def test_an_advisory_collège_is_not_in_the_quorum():
    mixed = scheme([("a", None), college("b", None, Voice.ADVISORY), ("c", None)], FLAT)

    state = quorum(rule("1/2"), mixed, there((4, 1), (9, 9), (4, 2)))

    assert (state.need, state.there, state.total, state.reached) == (4, 3, 8, False)


def test_a_collège_that_nobody_counted_is_empty():
    state = quorum(rule("1/2"), THREE, [Tally("a", 4, 2)])

    assert (state.there, state.total) == (2, 4)


@pytest.mark.parametrize("base", [HEADS, PER_COLLEGE])
def test_where_nobody_is_entitled_nobody_is_enough(base):
    assert not quorum(rule("1/4", base), THREE, there((0, 0), (0, 0), (0, 0))).reached


def test_one_member_alone_is_her_own_quorum():
    assert quorum(rule("1/4"), ASSEMBLY, [Tally(WHOLE, 1, 1)]).reached


def test_no_quorum_tells_who_is_there_all_the_same():
    state = quorum(Quorum(None, None, None), ASSEMBLY, [Tally(WHOLE, 9, 2)])

    assert (state.need, state.there, state.total, state.reached, state.article) == (0, 2, 9, True, "")
    assert [(step.key, dict(step.numbers)) for step in state.steps] == [("quorum-none", {"there": "2", "total": "9"})]


def test_where_the_statutes_do_not_say_of_what_every_reading_is_given():
    rooms = there((10, 1), (2, 2), (2, 2))

    state = quorum(rule("1/2", base=None), THREE, rooms)

    assert [(one.rule, one.choice, one.met) for one in state.readings] == [
        ("base", "heads", False),
        ("base", "weights", True),
    ]
    assert [one.steps[-1].key for one in state.readings] == ["quorum-missed", "quorum-reached"]
    unknown = scheme([("a", 50), ("b", None), ("c", 20)])
    assert quorum(rule("1/2", base=None), unknown, rooms).readings == ()
    assert quorum(rule("1/2"), THREE, rooms).readings == ()


def test_weights_unknown_are_refused():
    with pytest.raises(Refused) as refusal:
        quorum(rule("1/2", WEIGHTS), scheme({"a": None, "b": None, "c": None}), there((1, 1), (1, 1), (1, 1)))

    assert refusal.value.reason == "weights-unknown"

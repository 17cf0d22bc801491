"""Collèges too small to stand: who joins whom, and who stays."""

from dataclasses import replace

import pytest

from governance.counting.merging import merged
from governance.counting.tally import Tally
from governance.statutes.facts import Voice
from governance.words import CollegeId
from tests.rules.counting.polls import college, scheme

FOUR = scheme({"a": 40, "b": 30, "c": 20, "d": 10})


def small(of, id_, into, least=3):
    colleges = (
        replace(one, min_members=least, merge_into=CollegeId(into)) if one.id == id_ else one for one in of.colleges
    )
    return replace(of, colleges=tuple(colleges))


def sizes(**entitled):
    return {name: Tally(CollegeId(name), number, 1, 1) for name, number in entitled.items()}


@pytest.mark.parametrize(("members", "joins"), [(2, True), (3, False), (0, True)])
def test_a_collège_with_fewer_members_than_it_needs_joins_another(members, joins):
    of, tallies, steps = merged(small(FOUR, "d", "a"), sizes(a=9, b=9, c=9, d=members))

    assert [(one.id, one.weight) for one in of.colleges] == (
        [("a", 50), ("b", 30), ("c", 20)] if joins else [("a", 40), ("b", 30), ("c", 20), ("d", 10)]
    )
    assert (tallies["a"].entitled, tallies["a"].for_) == ((9 + members, 2) if joins else (9, 1))
    assert [(step.article, dict(step.numbers)) for step in steps] == (
        [("art. 12 d", {"college": "Collège d", "into": "Collège a", "entitled": str(members), "least": "3",
                        "weight": "10"})] if joins else []
    )  # fmt: skip


def test_two_that_join_each_other_become_one():
    of, _, steps = merged(small(small(FOUR, "d", "c"), "c", "d"), sizes(a=9, b=9, c=1, d=1))

    assert ([one.id for one in of.colleges], len(steps)) == (["a", "b", "d"], 1)


def test_one_joins_another_that_joins_a_third():
    of, tallies, steps = merged(small(small(FOUR, "d", "c"), "c", "b", 9), sizes(a=9, b=9, c=1, d=1))

    assert ([(one.id, one.weight) for one in of.colleges], len(steps)) == ([("a", 40), ("b", 60)], 2)
    assert tallies["b"].entitled == 11


@pytest.mark.parametrize("into", ["d", "z", "v", "u"], ids=["itself", "nobody", "advisory", "weight unknown"])
def test_it_joins_only_another_that_votes_with_a_weight_that_is_known(into):
    others = (college("v", None, Voice.ADVISORY), college("u", None))
    of = small(replace(FOUR, colleges=(*FOUR.colleges, *others)), "d", into)

    assert merged(of, sizes(a=9, b=9, c=9, d=1, u=9, v=9)) == (of, sizes(a=9, b=9, c=9, d=1, u=9, v=9), ())


def test_a_collège_whose_weight_is_unknown_brings_it_to_nobody():
    of = small(replace(FOUR, colleges=(*FOUR.colleges, college("u", None))), "u", "a")

    assert merged(of, sizes(a=9, b=9, c=9, d=9, u=1))[2] == ()

"""How many papers an election hung on: never more than it takes, as every small election shows."""

from fractions import Fraction
from itertools import combinations, product

import pytest

from governance.counting.election import elect
from governance.counting.election_margin import election_margin
from governance.counting.urn import Named, Running, Suffrage, Urn
from governance.statutes.facts import Ruled
from governance.words import Public
from tests.rules.counting.polls import ASSEMBLY, scheme

THREE = ("A", "B", "C")
HEADS = Suffrage(ASSEMBLY)


def held(votes, seats=1, turn=1, suffrage=HEADS, papers=None):
    papers = sum(votes) if papers is None else papers
    named = tuple(Named(*one) for one in zip(THREE, votes, strict=False))
    return elect(suffrage, Running(seats, THREE[: len(votes)], round=turn), [Urn("", papers, papers, named)])


@pytest.mark.parametrize(
    ("votes", "seats", "turn", "papers", "expected"),
    [
        ((6, 4), 1, 1, None, 1),  # five are half: one vote fewer, and nobody is elected
        ((9, 1), 1, 1, None, 4),
        ((6, 3), 1, 1, None, 2),  # half is four and a half
        ((9, 1), 1, 2, None, 4),  # in the last round, five each
        ((5, 2), 1, 2, None, 2),
        ((4, 3, 3), 1, 1, None, 2),  # nobody is elected: six would do
        ((5, 5), 1, 2, None, 1),
        ((), 1, 2, 0, None),
        ((7, 2), 2, 2, None, 2),
        ((8, 7, 3), 2, 2, 10, 2),
    ],
)
def test_the_fewest_papers_that_had_to_name_others(votes, seats, turn, papers, expected):
    assert election_margin(HEADS, held(votes, seats, turn, papers=papers)) == expected


def test_the_level_is_that_of_the_statutes():
    wide = Suffrage(ASSEMBLY, Ruled(Fraction(2, 3), Public("12")), Ruled(3, Public("12")))

    assert election_margin(wide, held((9, 3), turn=2, suffrage=wide)) == 1
    assert election_margin(wide, held((9, 3), turn=3, suffrage=wide)) == 3


def test_no_number_is_proved_where_collèges_weigh():
    weighing = Suffrage(scheme({"a": 50, "b": 30, "c": 20}))
    urns = [Urn(one, 3, 3, (Named("A", 2), Named("B", 1))) for one in "abc"]

    assert election_margin(weighing, elect(weighing, Running(1, ("A", "B")), urns)) is None


@pytest.mark.parametrize(("seats", "turn"), [(1, 1), (1, 2), (2, 2)])
def test_no_small_election_changes_with_fewer_papers(seats, turn):
    papers = [named for size in range(seats + 1) for named in combinations(THREE, size)]
    outcomes = {}
    for box in product(papers, repeat=3):
        votes = tuple(sum(one in named for named in box) for one in THREE)
        blank = box.count(())
        urn = Urn("", 3, 3, tuple(Named(*one) for one in zip(THREE, votes, strict=True)), blank)
        result = elect(HEADS, Running(seats, THREE, round=turn), [urn])
        outcomes[box] = (frozenset(result.elected), election_margin(HEADS, result))

    for box, (elected, margin) in outcomes.items():
        for other, (others, _) in outcomes.items():
            if others != elected:
                assert margin <= sum(mine != hers for mine, hers in zip(box, other, strict=True)), (box, other)

"""What a sheet adds up to, whom it holds twice; the counts that a printed share may stand for; boards named twice."""

import pytest

from governance.counting.printed import otherwise
from governance.counting.share import counts as counts_of
from governance.counting.sheet import Line, counts, twice
from governance.network.meeting_facts import Presence
from governance.network.priority_facts import Board, BoardId, Called
from governance.words import Public

PRESENT, EXCUSED, ABSENT = Presence
SHEET = (
    Line(PRESENT, "Faites votre cinéma", "a"),
    Line(PRESENT, "Faites votre cinéma", "b"),
    Line(PRESENT, "ADEF, ADEF+ et Galatée", "c"),
    Line(PRESENT, "Jardins de Cocagne", "d"),
    Line(PRESENT, "Jardins de Cocagne", ""),
    Line(PRESENT, "", "e"),
    Line(EXCUSED, "Jardins de cocagne", "f"),
    Line(EXCUSED, "Galatée", "g"),
    Line(ABSENT, "PESAD", "j"),
)


def test_a_structure_counts_once_and_each_of_those_who_came_for_it():
    assert list(counts(SHEET).values()) == [3, 6, 2, 2]


def test_an_excused_structure_is_found_alone_or_among_several_on_a_line_of_those_present():
    assert list(twice(SHEET)) == [
        ("Galatée", "ADEF, ADEF+ et Galatée"),
        ("Jardins de cocagne", "Jardins de Cocagne"),
    ]
    assert list(twice(line for line in SHEET if line.presence is not EXCUSED)) == []


@pytest.mark.parametrize(
    ("percent", "base", "expected"),
    [
        (54, 28, (15,)),
        (50, 28, (14,)),
        (55, 28, ()),
        (54, 310, (166, 167, 168)),
        (0, 28, (0,)),
        (100, 3, (3,)),
        (1, 0, ()),
    ],
)
def test_a_printed_share_stands_for_whole_counts_of_its_base(percent, base, expected):
    assert counts_of(percent, base) == expected


def test_boards_are_found_that_another_page_names_or_numbers_otherwise():
    axes = [Board(BoardId("a"), Public("Compétences")), Board(BoardId("b"), Public("Outils"))]
    same = Called(BoardId("a"), Public("§ II"), Public("Compétences"), 1)
    other = Called(BoardId("b"), Public("§ II"), Public("Outils communs"), 3)

    [found] = otherwise(axes, (same, other))

    assert (found.called, found.number, found.renamed, found.renumbered) == (other, 2, True, True)
    assert not otherwise(axes, [Called(BoardId("b"), Public("§ II"), Public("Outils"))])

"""E22: the notes of Vichy (2014) added up, and what the printed report says otherwise, figure by figure."""

from fractions import Fraction
from itertools import chain, repeat

from governance.counting.printed import Discrepancy, Fault, discrepancies
from governance.counting.priorities import Placed, rounded, standings, truncated
from governance.network.priority_facts import BoardId, Colour, Measure, Quoted
from governance.words import Public

PINK, YELLOW = Colour.PINK, Colour.YELLOW
AXES = {
    "competences": (11, 14), "outils": (8, 11), "affaires": (14, 7),
    "reseaux": (20, 10), "appui": (6, 11), "partenariats": (9, 10),
}  # fmt: skip
BOARDS = [BoardId(axis) for axis in AXES]


def vichy():
    notes = chain.from_iterable(
        chain(repeat(Placed(BoardId(axis), PINK), pink), repeat(Placed(BoardId(axis), YELLOW), yellow))
        for axis, (pink, yellow) in AXES.items()
    )
    return standings(BOARDS, [PINK, YELLOW], notes)


def test_totals_and_ranks_where_equals_share_theirs():
    assert [(one.board, one.total, one.rank) for one in vichy()] == [
        ("competences", 25, 2), ("outils", 19, 4), ("affaires", 21, 3),
        ("reseaux", 30, 1), ("appui", 17, 5), ("partenariats", 19, 4),
    ]  # fmt: skip
    assert sum(one.total for one in vichy()) == 131


def test_shares_are_exact_and_rounded_a_half_upwards():
    shares = {one.board: one.share(PINK) for one in vichy()}

    assert shares["competences"] == Fraction(11, 25)
    assert shares["affaires"] == shares["reseaux"] == Fraction(2, 3)
    assert [rounded(Fraction(2, 3)), truncated(Fraction(2, 3)), rounded(Fraction(1, 200))] == [67, 66, 1]
    assert standings([BoardId("vide")], [PINK], [])[0].share(PINK) is None


def test_a_colour_that_nobody_placed_counts_for_nothing_and_what_is_not_grouped_is_no_category():
    [board] = standings([BoardId("b")], [PINK], [Placed(BoardId("b"), PINK), Placed(BoardId("b"), PINK, "Locaux")])

    assert (board.count(colour=YELLOW), board.share(YELLOW)) == (0, 0)
    assert list(board.categories) == ["Locaux"]
    assert [rounded(Fraction(n, 1000)) for n in (4, 5, 14, 494, 495, 990)] == [0, 1, 1, 49, 50, 99]


def quoted(measure: Measure, board: str, printed: int | None = None, colour: Colour | None = None) -> Quoted:
    return Quoted(measure, BoardId(board), printed, colour=colour)


def test_each_discrepancy_says_which_figure_what_is_printed_and_what_is_recomputed():
    total = quoted(Measure.COUNT, "partenariats", 18)
    silent = quoted(Measure.COUNT, "competences")
    cut = quoted(Measure.SHARE, "reseaux", 66, PINK)
    right = quoted(Measure.SHARE, "appui", 65, YELLOW)
    ten = quoted(Measure.COUNT, "partenariats", 10, YELLOW)
    over_19 = quoted(Measure.SHARE, "partenariats", 52, YELLOW)
    rank = quoted(Measure.RANK, "partenariats", 4)

    assert discrepancies(vichy(), [total, silent, cut, right, ten, over_19, rank]) == (
        Discrepancy(Fault.DIFFERS, total, 19),
        Discrepancy(Fault.SILENT, silent, 25),
        Discrepancy(Fault.TRUNCATED, cut, 67, Fraction(2, 3)),
        Discrepancy(Fault.TRUNCATED, over_19, 53, Fraction(10, 19)),
        Discrepancy(Fault.CONTRADICTS, over_19, 56, Fraction(10, 18)),
        Discrepancy(Fault.CONTRADICTS, rank, 5),
    )


def test_a_category_is_counted_as_it_stands_and_the_last_reading_of_a_figure_prevails():
    notes = [Placed(BoardId("a"), PINK, "Élus"), Placed(BoardId("a"), YELLOW, "Élus"), Placed(BoardId("a"), PINK)]
    [board] = standings([BoardId("a")], [PINK, YELLOW], notes)
    printed = Quoted(Measure.COUNT, BoardId("a"), 3, Public("Élus"))

    assert (board.count(), board.count("Élus"), board.count("Élus", PINK)) == (3, 2, 1)
    assert [one.recomputed for one in discrepancies([board], [printed])] == [2]
    assert discrepancies([board], [printed, Quoted(Measure.COUNT, BoardId("a"), 2, Public("Élus"))]) == ()

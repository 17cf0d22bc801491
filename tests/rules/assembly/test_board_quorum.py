"""The quorum of the board: what the statutes say, and half of those in office in a SA that says nothing (E24)."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.assembly.quorums import quorums
from governance.counting.tally import WHOLE, Tally
from governance.statutes.facts import Board, Form, Kind, Organ, Ruled
from governance.words import Public
from tests.coop import scic

TWO_THIRDS = Board(quorum=Ruled(Fraction(2, 3), Public("26")))


@pytest.mark.parametrize(
    ("form", "board", "need", "article"),
    [
        (Form.SA, None, 9, "C.com L225-37"),
        (Form.SA, TWO_THIRDS, 12, "26"),
        (Form.SAS, TWO_THIRDS, 12, "26"),
        (Form.SAS, None, 0, ""),
    ],
)
def test_the_board_needs_what_its_statutes_say_of_those_in_office(form, board, need, article):
    statutes = replace(scic(), form=form, board=board)

    [found] = quorums(statutes, Organ.BOARD, [Kind.ORDINARY], [Tally(WHOLE, 17, 9)], False)

    assert (found.state.need, found.state.article) == (need, article)

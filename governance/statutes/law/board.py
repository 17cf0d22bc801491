"""The board: how many, from which collèges, how many of them are enough."""

from collections.abc import Iterator
from fractions import Fraction

from governance.statutes.facts import Board, Form, Organ, Statutes
from governance.statutes.findings import Finding, Path, against

FEWEST, MOST = 3, 18  # C.com L225-17
HALF = Fraction(1, 2)
PATH: Path = ("board",)


def findings(statutes: Statutes) -> Iterator[Finding]:
    board = statutes.board
    if board is None:
        return
    yield from _size(board)
    yield from _seats(board, _colleges(statutes))
    if board.quorum and board.quorum.value > 1:
        yield against("more-than-all", (*PATH, "quorum", "value"), given=board.quorum.value)
    if statutes.form is Form.SA:
        yield from _of_sa(board)


def _colleges(statutes: Statutes) -> set[str]:
    schemes = map(statutes.scheme, (Organ.ASSEMBLY, Organ.BOARD))
    return {college.id for scheme in schemes if scheme for college in scheme.colleges}


def _size(board: Board) -> Iterator[Finding]:
    if board.least and board.most and board.least.value > board.most.value:
        path = (*PATH, "most", "value")
        yield against("most-below-least", path, least=board.least.value, most=board.most.value)


def _seats(board: Board, colleges: set[str]) -> Iterator[Finding]:
    for rank, seats in enumerate(board.seats):
        here = (*PATH, "seats", rank)
        if seats.college not in colleges:
            yield against("college-unknown", (*here, "college"), id=seats.college)
        if seats.least > seats.most:
            yield against("most-below-least", (*here, "most"), least=seats.least, most=seats.most)
    least, most = sum(seats.least for seats in board.seats), sum(seats.most for seats in board.seats)
    too_many = board.most and least > board.most.value
    too_few = board.seats and board.least and most < board.least.value
    if too_many or too_few:
        yield against("seats-do-not-fit", (*PATH, "seats"), least=least, most=most)


def _of_sa(board: Board) -> Iterator[Finding]:
    for name, said in (("least", board.least), ("most", board.most)):
        if said and not FEWEST <= said.value <= MOST:
            path = (*PATH, name, "value")
            yield against("board-of-sa", path, "C.com L225-17", given=said.value, least=FEWEST, most=MOST)
    if board.quorum and board.quorum.value < HALF:
        yield against("board-quorum-too-low", (*PATH, "quorum", "value"), "C.com L225-37", given=board.quorum.value)

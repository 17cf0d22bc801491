"""The figures that a report prints of a prioritisation, held against the notes that it lists and against each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from governance.counting.priorities import Standing, ranks, rounded, truncated
from governance.network.priority_facts import Board, BoardId, Called, Measure, Quoted


class Fault(Enum):
    """The notes say otherwise; nothing is printed; decimals were cut and not rounded; the report contradicts itself."""

    DIFFERS = "differs"
    SILENT = "silent"
    TRUNCATED = "truncated"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True)
class Otherwise:
    """A board that another page of the source names or numbers otherwise; `number`: its rank among the boards."""

    called: Called
    board: Board
    number: int

    @property
    def renamed(self) -> bool:
        return self.called.name != self.board.name

    @property
    def renumbered(self) -> bool:
        return self.called.number not in (None, self.number)


def otherwise(boards: Sequence[Board], called: Iterable[Called]) -> tuple[Otherwise, ...]:
    """In the order of what is called; what is called alike is no discrepancy."""
    known = {board.board: (rank, board) for rank, board in enumerate(boards, 1)}
    told = (Otherwise(one, known[one.board][1], known[one.board][0]) for one in called)
    return tuple(one for one in told if one.renamed or one.renumbered)


@dataclass(frozen=True)
class Discrepancy:
    """`recomputed`: what should be read instead of `quoted.printed`; `exact`: the share before any rounding."""

    fault: Fault
    quoted: Quoted
    recomputed: int
    exact: Fraction | None = None


def discrepancies(boards: Sequence[Standing], quoted: Iterable[Quoted]) -> tuple[Discrepancy, ...]:
    """In the order of the figures; then where the printed figures contradict one another."""
    figures = list(latest(quoted))
    standing = {one.board: one for one in boards}
    wrong = [found for one in figures if (found := _against_notes(standing[one.board], one))]
    return (*wrong, *_against_each_other(standing, figures))


def latest(quoted: Iterable[Quoted]) -> Iterable[Quoted]:
    """A figure quoted again replaces the former one."""
    return {(one.measure, one.board, one.category, one.colour): one for one in quoted}.values()


def _against_notes(board: Standing, quoted: Quoted) -> Discrepancy | None:
    exact = board.share(quoted.colour) if quoted.measure is Measure.SHARE and quoted.colour else None
    match quoted.measure:
        case Measure.COUNT:
            true = board.count(quoted.category, quoted.colour)
        case Measure.RANK:
            true = board.rank
        case Measure.SHARE:
            true = rounded(exact or Fraction(0))
    if quoted.printed == true:
        return None
    return Discrepancy(_fault(quoted, exact), quoted, true, exact)


def _fault(quoted: Quoted, exact: Fraction | None) -> Fault:
    if quoted.printed is None:
        return Fault.SILENT
    return Fault.TRUNCATED if exact is not None and quoted.printed == truncated(exact) else Fault.DIFFERS


def _against_each_other(boards: Mapping[BoardId, Standing], figures: Sequence[Quoted]) -> Iterator[Discrepancy]:
    """Shares that the printed totals do not give, ranks that they do not give either."""
    printed = {
        (one.board, one.colour): one.printed for one in figures if _counts_board(one) and one.printed is not None
    }
    totals = {board: printed.get((board, None), one.total) for board, one in boards.items()}
    rank = ranks(totals)
    for one in figures:
        if one.measure is Measure.RANK and one.printed not in (None, rank[one.board]):
            yield Discrepancy(Fault.CONTRADICTS, one, rank[one.board])
        if one.measure is Measure.SHARE and one.colour and one.printed is not None:
            yield from _contradicted(one, printed.get((one.board, one.colour)), totals[one.board])


def _counts_board(one: Quoted) -> bool:
    return one.measure is Measure.COUNT and not one.category


def _contradicted(quoted: Quoted, part: int | None, whole: int) -> Iterator[Discrepancy]:
    if part is None or not whole:
        return
    exact = Fraction(part, whole)
    if quoted.printed not in (rounded(exact), truncated(exact)):
        yield Discrepancy(Fault.CONTRADICTS, quoted, rounded(exact), exact)

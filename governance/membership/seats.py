"""The seats of the board: who holds each, which stand vacant, and who may fill them until the assembly does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from governance.statutes.facts import Form, Statutes
from governance.words import CollegeId, PersonId, Public

LEAST, MOST = 3, 18  # on the board of a SA
BOUNDS, RATIFIED = Public("C.com L225-17"), Public("C.com L225-24")


@dataclass(frozen=True)
class Holder:
    """Somebody in office. `college`: that of her seat; None where nobody knows. `provisional`: named by the board."""

    person: PersonId
    college: CollegeId | None
    provisional: bool = False


@dataclass(frozen=True)
class Group:
    """The seats of one collège; with `college` None, those that are nobody's in particular."""

    college: CollegeId | None
    least: int
    most: int | None  # None: without bound
    article: Public
    holders: tuple[Holder, ...]

    @property
    def vacant(self) -> int:
        return max(0, self.least - len(self.holders))

    @property
    def beyond(self) -> int:
        """How many sit there whom the statutes do not let in."""
        return max(0, len(self.holders) - self.most) if self.most is not None else 0


class Filling(Enum):
    """Who fills a vacancy before the next annual assembly (C.com L225-24)."""

    BOARD_MAY = "board-may"  # provisionally: the next ordinary assembly ratifies
    BOARD_MUST = "board-must"  # within three months: fewer are left than the statutes want
    ASSEMBLY_AT_ONCE = "assembly-at-once"  # fewer are left than the law wants
    STATUTES = "statutes"  # the law of the form says nothing: the assembly, unless the statutes let the board name one


def groups(statutes: Statutes, holders: Iterable[Holder]) -> tuple[Group, ...]:
    """Every seat that statutes or law want filled, by collège where the statutes share them out."""
    return tuple(_groups(statutes, list(holders)))


def _groups(statutes: Statutes, holders: list[Holder]) -> Iterator[Group]:
    seats = statutes.board.seats if statutes.board else ()
    for one in seats:
        mine = tuple(holder for holder in holders if holder.college == one.college)
        yield Group(one.college, one.least, one.most, one.article, mine)
    named = {one.college for one in seats}
    others = tuple(holder for holder in holders if holder.college not in named)
    least, most, article = bounds(statutes)
    if not seats:
        yield Group(None, least, most, article, others)
    elif others or least > sum(one.least for one in seats):
        rest = None if most is None else max(0, most - sum(one.least for one in seats))
        yield Group(None, max(0, least - sum(one.least for one in seats)), rest, article, others)


def bounds(statutes: Statutes) -> tuple[int, int | None, Public]:
    """At least and at most, by the statutes, or by the law of the SA."""
    board, law = statutes.board, statutes.form is Form.SA
    least = board.least if board else None
    most = board.most if board else None
    said = least or most
    return (
        least.value if least else LEAST if law else 0,
        most.value if most else MOST if law else None,
        said.article if said else BOUNDS if law else Public(""),
    )


def filling(statutes: Statutes, in_office: int) -> Filling:
    """What the law of the form lets the board do about a vacancy, with so many left."""
    if statutes.form is not Form.SA:
        return Filling.STATUTES
    if in_office < LEAST:
        return Filling.ASSEMBLY_AT_ONCE
    return Filling.BOARD_MUST if in_office < bounds(statutes)[0] else Filling.BOARD_MAY

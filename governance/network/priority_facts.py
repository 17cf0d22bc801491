"""What the record says of a prioritisation: boards opened, notes placed and regrouped, figures that a source prints,
ideas retained.

Texts are public: organisations are named in them, never persons.
"""

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from governance.network.facts import MeetingId
from governance.words import Day, Fact, PersonId, Public

PrioritisationId = NewType("PrioritisationId", str)
BoardId = NewType("BoardId", str)
"""An axis of work, a theme: a slug, `axe1`."""
NoteId = NewType("NoteId", str)


class Colour(Enum):
    """Of the paper on which a note is written."""

    PINK = "pink"
    YELLOW = "yellow"


@dataclass(frozen=True)
class Board:
    board: BoardId
    name: Public


@dataclass(frozen=True)
class Horizon:
    """What a colour means, and how many notes of it each person has."""

    colour: Colour
    name: Public
    each: int


@dataclass(frozen=True)
class PrioritisationOpened(Fact):
    """`room`: how many persons received paper notes; None where nobody counted them. `meeting`: the one that did it."""

    tags = ((), ("prioritisation",))
    prioritisation: PrioritisationId
    title: Public
    boards: tuple[Board, ...]
    horizons: tuple[Horizon, ...]
    on: Day
    room: int | None = None
    source: Public = Public("")
    meeting: MeetingId | None = None


@dataclass(frozen=True)
class NotePlaced(Fact):
    """One idea, in its own words for good. `person`: who placed it herself; None for a paper of the room."""

    tags = (("note",), ("prioritisation", "person"))
    note: NoteId
    prioritisation: PrioritisationId
    board: BoardId
    colour: Colour
    text: Public
    person: PersonId | None = None


@dataclass(frozen=True)
class NoteTakenBack(Fact):
    """It no longer counts; whoever placed it may place another."""

    tags = (("note",), ("prioritisation", "person"))
    note: NoteId
    prioritisation: PrioritisationId
    person: PersonId | None = None


@dataclass(frozen=True)
class NotesGrouped(Fact):
    """From now on these notes stand under that category of their board; their words stay theirs."""

    tags = (("prioritisation",),)
    prioritisation: PrioritisationId
    board: BoardId
    category: Public
    notes: tuple[NoteId, ...]


@dataclass(frozen=True)
class PrioritisationClosed(Fact):
    """Nobody places notes any more. What was written on paper may still be entered."""

    tags = (("prioritisation",),)
    prioritisation: PrioritisationId
    on: Day


class Measure(Enum):
    """What a source counts: notes, the share of a colour in a board (per cent), the rank of a board."""

    COUNT = "count"
    SHARE = "share"
    RANK = "rank"


@dataclass(frozen=True)
class Quoted:
    """One figure as a source prints it, however wrong; None: the place is there and the figure is not.

    `category` empty: the whole board. `colour` None: all the colours together.
    """

    measure: Measure
    board: BoardId
    printed: int | None = None
    category: Public = Public("")
    colour: Colour | None = None


@dataclass(frozen=True)
class Remark:
    """What somebody who reads the source finds odd in it, where no sum can tell."""

    where: Public
    text: Public


@dataclass(frozen=True)
class Called:
    """How another page of the source, `where`, calls a board, and the number that it gives it."""

    board: BoardId
    where: Public
    name: Public
    number: int | None = None


@dataclass(frozen=True)
class FiguresQuoted(Fact):
    """What a source prints, kept beside what the notes add up to. A figure quoted again replaces the former one."""

    tags = (("prioritisation",),)
    prioritisation: PrioritisationId
    source: Public
    figures: tuple[Quoted, ...]
    remarks: tuple[Remark, ...] = ()
    called: tuple[Called, ...] = ()


@dataclass(frozen=True)
class Retained:
    board: BoardId
    note: NoteId


@dataclass(frozen=True)
class IdeasRetained(Fact):
    """What a committee chose: one idea for each board, no more and no less."""

    tags = (("prioritisation",),)
    prioritisation: PrioritisationId
    committee: Public
    retained: tuple[Retained, ...]
    on: Day
    next: Public = Public("")

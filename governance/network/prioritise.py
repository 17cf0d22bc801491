"""Prioritising together: boards are opened, each person places notes within her budget, the room's paper is entered."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.herself import check_herself
from governance.network.check import BOARD, check_told
from governance.network.facts import MeetingId
from governance.network.meeting import about_meeting, check_meeting
from governance.network.priority_facts import (
    Board,
    BoardId,
    Colour,
    Horizon,
    NoteId,
    NotePlaced,
    NotesGrouped,
    NoteTakenBack,
    PrioritisationClosed,
    PrioritisationId,
    PrioritisationOpened,
)
from governance.network.priority_standing import about_notes, about_opened, check_board, horizon, notes, opened
from governance.words import Day, Fact, Office, PersonId, Public


@dataclass(frozen=True)
class OpenPrioritisation:
    may = BOARD
    prioritisation: PrioritisationId
    title: Public
    boards: tuple[Board, ...]
    horizons: tuple[Horizon, ...]
    on: Day
    room: int | None = None
    source: Public = Public("")
    meeting: MeetingId | None = None

    def boundary(self) -> list[About]:
        return [about_opened(self.prioritisation), *(about_meeting(self.meeting) if self.meeting else [])]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        new = PrioritisationOpened(**vars(self))
        known = list(facts)
        before = [fact for fact in known if isinstance(fact, PrioritisationOpened)]
        if before == [new]:
            return []
        if before:
            raise Refused("already-reported")
        if self.meeting:
            check_meeting(known, self.meeting)
        check_told(self.on, now, self.title, *(one.name for one in self.boards), *(one.name for one in self.horizons))
        _check_apart("board-twice", [one.board for one in self.boards], [one.name for one in self.boards])
        _check_apart("colour-twice", [one.colour for one in self.horizons], [one.name for one in self.horizons])
        if any(one.each < 1 for one in self.horizons) or self.room == 0:
            raise Refused("budget-of-nothing")
        return [new]


def _check_apart(reason: str, *lists: Sequence[object]) -> None:
    """At least one, and none twice."""
    for each in lists:
        if not each or max(Counter(each).values()) > 1:
            raise Refused(reason)


@dataclass(frozen=True)
class PlaceNote:
    """By herself, on her phone, one idea a note."""

    may = frozenset({Office.ANYONE})
    note: NoteId
    prioritisation: PrioritisationId
    board: BoardId
    colour: Colour
    text: Public
    person: PersonId

    def boundary(self) -> list[About]:
        own = {"prioritisation": self.prioritisation, "person": self.person}
        mine = [about(NotePlaced, **own), about(NoteTakenBack, **own)]
        return [
            about_opened(self.prioritisation),
            about(PrioritisationClosed, prioritisation=self.prioritisation),
            *mine,
        ]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        placed = NotePlaced(**vars(self))
        if placed in known:
            return []
        check_herself(by, self.person)
        prioritisation = opened(known, self.prioritisation)
        check_board(prioritisation, self.board)
        if any(isinstance(fact, PrioritisationClosed) for fact in known):
            raise Refused("prioritisation-closed")
        if not self.text.strip():
            raise Refused("report-without-words")
        given = horizon(prioritisation, self.colour)
        if sum(note.colour is self.colour for note in notes(known)) >= given.each:
            raise Refused("no-note-left", horizon=given.name, each=given.each)
        return [placed]


@dataclass(frozen=True)
class TakeBackMyNote:
    may = frozenset({Office.ANYONE})
    note: NoteId
    prioritisation: PrioritisationId

    def boundary(self) -> list[About]:
        return [*about_notes([self.note]), about(PrioritisationClosed, prioritisation=self.prioritisation)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        placed = next((fact for fact in known if isinstance(fact, NotePlaced)), None)
        if placed is None or placed.prioritisation != self.prioritisation:
            raise Refused("unknown-note")
        self._check_author(placed, by)
        if any(isinstance(fact, NoteTakenBack) for fact in known):
            return []
        if placed.person and any(isinstance(fact, PrioritisationClosed) for fact in known):
            raise Refused("prioritisation-closed")
        return [NoteTakenBack(self.note, self.prioritisation, placed.person)]

    def _check_author(self, placed: NotePlaced, by: PersonId) -> None:
        if placed.person != by:
            raise Refused("not-about-you")


class TakeBackPaper(TakeBackMyNote):
    """A paper of the room that was entered by mistake."""

    may = BOARD

    def _check_author(self, placed: NotePlaced, by: PersonId) -> None:
        if placed.person is not None:
            raise Refused("not-about-you")


@dataclass(frozen=True)
class EnterPapers:
    """Papers of the room, all of one colour on one board, as many as were written: what was written is recorded.

    `first`: the name of the notes, numbered from 1. `category`: where the room had already grouped them.
    """

    may = BOARD
    first: NoteId
    prioritisation: PrioritisationId
    board: BoardId
    colour: Colour
    texts: tuple[Public, ...]
    category: Public = Public("")

    def boundary(self) -> list[About]:
        return [about_opened(self.prioritisation), *about_notes([self._named(1)])]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        prioritisation = opened(known, self.prioritisation)
        check_board(prioritisation, self.board)
        horizon(prioritisation, self.colour)
        if not self.texts or not all(text.strip() for text in self.texts):
            raise Refused("report-without-words")
        if any(isinstance(fact, NotePlaced) for fact in known):
            return []
        placed = [
            NotePlaced(self._named(rank), self.prioritisation, self.board, self.colour, text)
            for rank, text in enumerate(self.texts, 1)
        ]
        named = tuple(note.note for note in placed)
        grouped = [NotesGrouped(self.prioritisation, self.board, self.category, named)] if self.category else []
        return [*placed, *grouped]

    def _named(self, rank: int) -> NoteId:
        return NoteId(f"{self.first}.{rank}")


@dataclass(frozen=True)
class ClosePrioritisation:
    may = BOARD
    prioritisation: PrioritisationId
    on: Day

    def boundary(self) -> list[About]:
        return [
            about_opened(self.prioritisation),
            about(PrioritisationClosed, prioritisation=self.prioritisation),
        ]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        opened(known, self.prioritisation)
        if any(isinstance(fact, PrioritisationClosed) for fact in known):
            return []
        check_told(self.on, now)
        return [PrioritisationClosed(self.prioritisation, self.on)]

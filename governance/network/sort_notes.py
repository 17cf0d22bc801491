"""What is done of the notes of a prioritisation: regrouped, held beside a printed report, one idea retained a theme."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.network.check import BOARD, check_told
from governance.network.priority_facts import (
    BoardId,
    Called,
    FiguresQuoted,
    IdeasRetained,
    NoteId,
    NotesGrouped,
    PrioritisationId,
    Quoted,
    Remark,
    Retained,
)
from governance.network.priority_standing import about_notes, about_opened, check_board, horizon, notes, opened
from governance.words import Day, Fact, PersonId, Public


@dataclass(frozen=True)
class GroupNotes:
    """Under a category of their board; a note regrouped again leaves the former one."""

    may = BOARD
    prioritisation: PrioritisationId
    board: BoardId
    category: Public
    notes: tuple[NoteId, ...]

    def boundary(self) -> list[About]:
        return [about_opened(self.prioritisation), *about_notes(self.notes)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_board(opened(known, self.prioritisation), self.board)
        if not self.notes or not self.category.strip():
            raise Refused("nothing-to-group")
        _check_on_boards(known, self.prioritisation, [(note, self.board) for note in self.notes])
        return [NotesGrouped(self.prioritisation, self.board, self.category, self.notes)]


@dataclass(frozen=True)
class QuoteFigures:
    may = BOARD
    prioritisation: PrioritisationId
    source: Public
    figures: tuple[Quoted, ...]
    remarks: tuple[Remark, ...] = ()
    called: tuple[Called, ...] = ()

    def boundary(self) -> list[About]:
        return [about_opened(self.prioritisation), about(FiguresQuoted, prioritisation=self.prioritisation)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        quoted = FiguresQuoted(**vars(self))
        if quoted in known:
            return []
        prioritisation = opened(known, self.prioritisation)
        if not (self.figures or self.remarks or self.called) or not self.source.strip():
            raise Refused("nothing-quoted")
        for board in (*(one.board for one in self.figures), *(one.board for one in self.called)):
            check_board(prioritisation, board)
        for figure in self.figures:
            if figure.colour:
                horizon(prioritisation, figure.colour)
        return [quoted]


@dataclass(frozen=True)
class RetainIdeas:
    """By a committee, once: one idea for each board. `next`: what will be made of them, a study for instance."""

    may = BOARD
    prioritisation: PrioritisationId
    committee: Public
    retained: tuple[Retained, ...]
    on: Day
    next: Public = Public("")

    def boundary(self) -> list[About]:
        return [
            about_opened(self.prioritisation),
            about(IdeasRetained, prioritisation=self.prioritisation),
            *about_notes(one.note for one in self.retained),
        ]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        chosen = IdeasRetained(**vars(self))
        if chosen in known:
            return []
        if any(isinstance(fact, IdeasRetained) for fact in known):
            raise Refused("already-retained")
        boards = [one.board for one in opened(known, self.prioritisation).boards]
        if sorted(one.board for one in self.retained) != sorted(boards):
            raise Refused("one-idea-a-theme", boards=len(boards))
        check_told(self.on, now, self.committee)
        _check_on_boards(known, self.prioritisation, [(one.note, one.board) for one in self.retained])
        return [chosen]


def _check_on_boards(
    facts: Iterable[Fact], prioritisation: PrioritisationId, wanted: list[tuple[NoteId, BoardId]]
) -> None:
    """Each of these notes counts, and stands on that board."""
    there = {(note.note, note.board) for note in notes(facts) if note.prioritisation == prioritisation}
    if not set(wanted) <= there:
        raise Refused("unknown-note")

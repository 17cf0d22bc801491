"""A prioritisation as it stands: what was opened, and the notes that count."""

from collections.abc import Iterable

from governance.command import About, Refused, about
from governance.network.priority_facts import (
    BoardId,
    Colour,
    Horizon,
    NoteId,
    NotePlaced,
    NoteTakenBack,
    PrioritisationId,
    PrioritisationOpened,
)
from governance.words import Fact


def about_opened(prioritisation: PrioritisationId) -> About:
    return about(PrioritisationOpened, prioritisation=prioritisation)


def about_notes(notes: Iterable[NoteId]) -> list[About]:
    return [about(kind, note=note) for note in notes for kind in (NotePlaced, NoteTakenBack)]


def opened(facts: Iterable[Fact], prioritisation: PrioritisationId) -> PrioritisationOpened:
    """Refused where there is none of this name."""
    for fact in facts:
        if isinstance(fact, PrioritisationOpened) and fact.prioritisation == prioritisation:
            return fact
    raise Refused("unknown-prioritisation")


def notes(facts: Iterable[Fact]) -> list[NotePlaced]:
    """Those that count, as they were placed."""
    known = list(facts)
    back = {fact.note for fact in known if isinstance(fact, NoteTakenBack)}
    return [fact for fact in known if isinstance(fact, NotePlaced) and fact.note not in back]


def check_board(prioritisation: PrioritisationOpened, board: BoardId) -> None:
    if board not in [one.board for one in prioritisation.boards]:
        raise Refused("unknown-board")


def horizon(prioritisation: PrioritisationOpened, colour: Colour) -> Horizon:
    """What the colour means here; refused where nobody was given any."""
    for one in prioritisation.horizons:
        if one.colour is colour:
            return one
    raise Refused("unknown-colour")

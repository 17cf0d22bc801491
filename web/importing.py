"""Importing a file of gestures into a cooperative: each goes through its rule, as from a page."""

from collections.abc import Callable
from dataclasses import dataclass

from governance.command import Refused
from governance.record.record import Record
from web.edge.gestures_file import GesturesFile
from web.words import said


@dataclass(frozen=True)
class Outcome:
    """What became of a file: how many gestures were carried out, and what the rules refused, by line."""

    done: int
    refused: tuple[tuple[int, str], ...]


def carry_out(file: GesturesFile, record: Record, progress: Callable[[], None] = lambda: None) -> Outcome:
    """One refusal does not stop the others. A gesture already imported changes nothing."""
    refused: list[tuple[int, str]] = []
    for gesture in file.gestures:
        try:
            record.execute(gesture.command, gesture.by, file.identifier(gesture), gesture.at)
        except Refused as refusal:
            told = said(refusal)
            refused.append((gesture.line, f"{told.sentence} ({told.article})" if told.article else told.sentence))
        progress()
    return Outcome(len(file.gestures) - len(refused), tuple(refused))

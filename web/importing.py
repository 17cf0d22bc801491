"""Importing a file of gestures into a cooperative: each goes through its rule, as from a page."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg

from governance.command import Refused
from governance.record.record import Record
from governance.record.recorder import MISDATED
from governance.statutes.facts import RecordOpened
from governance.statutes.open import OpenRecord
from governance.statutes.standing import demonstration
from governance.words import Public
from web.edge.catalogue_file import CATALOGUES
from web.edge.gestures_file import GesturesFile, Given, read_gestures
from web.edge.label_file import LABELS
from web.edge.lines import decoded
from web.i18n import gettext as _
from web.words import said


@dataclass(frozen=True)
class Outcome:
    """What became of a file: how many gestures were carried out, and what the rules refused, by line."""

    done: int
    refused: tuple[tuple[int, str], ...]


def read_beside(file: Path) -> GesturesFile:
    """A file of gestures, with what lies beside it or comes with Palabre. OSError, Unreadable."""

    def beside(name: str) -> str | None:
        found = [folder / name for folder in (file.parent, LABELS, CATALOGUES) if (folder / name).is_file()]
        return decoded(found[0].read_bytes()) if found else None

    return read_gestures(decoded(file.read_bytes()), beside)


def may_be_dated(file: GesturesFile, record: Record) -> bool:
    """A demonstration alone is given a past: one that is open, or that the file opens."""
    first = next(iter(record.entries()), None)
    if first:
        return demonstration([first.fact])
    opening = file.gestures[0].command if file.gestures else None
    return isinstance(opening, OpenRecord) and demonstration([RecordOpened(Public(""), opening.demonstration)])


def carry_out(file: GesturesFile, record: Record, progress: Callable[[int], object] = lambda done: None) -> Outcome:
    """One refusal does not stop the others. A gesture already imported changes nothing."""
    refused: list[tuple[int, str]] = []
    for number, given in enumerate(file.gestures, 1):
        if why := _refusal(given, file.identifier(given), record):
            refused.append((given.line, why))
        progress(number)
    return Outcome(len(file.gestures) - len(refused), tuple(refused))


def _refusal(given: Given, gesture: str, record: Record) -> str:
    """What the rules answer, nothing if it is done."""
    try:
        record.execute(given.command, given.by, gesture, given.at)
    except Refused as refusal:
        return said(refusal).whole
    except psycopg.Error as error:
        if error.sqlstate != MISDATED:
            raise
        return _("Ce moment est à venir, ou précède ce que le journal tient déjà.")
    return ""

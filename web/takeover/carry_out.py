"""Carrying out what was confirmed, line by line, in the name of who confirmed it. A crash loses nothing: lines already
recorded answer their receipt."""

import time
from threading import Event

from governance.command import Command
from governance.words import Cents
from web.edge.spreadsheet import Line
from web.i18n import gettext as _
from web.office import Office
from web.takeover import drafts
from web.takeover.drafts import Draft
from web.takeover.lines import understand
from web.takeover.rehearsal import TOGETHER, acts, first_act, nominal
from web.words import said

SLICE = 5.0  # seconds: letters and votes have their turn between two


def carry_out(office: Office, stop: Event) -> None:
    """Every register that was confirmed, as far as one turn goes."""
    with office.reading() as db:
        waiting = drafts.confirmed(db)
    for draft in waiting:
        _carry_on(office, draft, stop)


def _carry_on(office: Office, draft: Draft, stop: Event) -> None:
    with office.reading() as db:
        sheet, worth = drafts.sheet(db, office.vault, draft), nominal(db)
    lines = {line.number: line for line in sheet or ()}
    carried, refused, ends = draft.carried, list(draft.refused), time.monotonic() + SLICE
    if not carried:
        first = office.record.execute_all(first_act(draft.source), draft.source.by)
        refused += [(0, said(refusal).whole) for refusal in first.values()]
    while (numbers := draft.agreed[carried : carried + TOGETHER]) and not stop.is_set() and time.monotonic() < ends:
        refused += _refusals(office, draft, [lines[number] for number in numbers], worth)
        carried += len(numbers)
        _note(office, draft, carried, refused)


def _refusals(office: Office, draft: Draft, lines: list[Line], worth: Cents) -> list[tuple[int, str]]:
    """What the rules answer to the lines that they do not take."""
    unread: dict[int, str] = {}
    number_of: dict[str, int] = {}
    given: list[tuple[Command, str]] = []
    for line in lines:
        member = understand(line, draft.layout).member
        if member is None:  # a newer version reads less than the one that agreed to it
            unread[line.number] = _("Cette ligne ne se lit plus comme elle a été acceptée.")
            continue
        for act, gesture in acts(member, line.number, draft.source, worth):
            given.append((act, gesture))
            number_of[gesture] = line.number
    refused = office.record.execute_all(given, draft.source.by)
    first = {number_of[gesture]: said(refusal).whole for gesture, refusal in reversed(refused.items())}
    return sorted((unread | first).items())


def _note(office: Office, draft: Draft, carried: int, refused: list[tuple[int, str]]) -> None:
    with office.reading() as db:
        drafts.advance(db, draft.id, carried, refused)
        if carried == len(draft.agreed):
            drafts.finish(db, draft.id)

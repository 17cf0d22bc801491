"""Carrying out what was confirmed, line by line, in the name of who confirmed it. A crash loses nothing: lines already
recorded answer their receipt."""

import time
from threading import Event

from governance.command import Refused
from web.edge.spreadsheet import Line
from web.office import Office
from web.takeover import drafts
from web.takeover.drafts import Draft
from web.takeover.lines import understand
from web.takeover.rehearsal import acts
from web.words import said

SLICE = 5.0  # seconds: letters and votes have their turn between two
NOTED = 100  # lines between two marks of progress


def carry_out(office: Office, stop: Event) -> None:
    """Every register that was confirmed, as far as one turn goes."""
    with office.reading() as db:
        waiting = drafts.confirmed(db)
    for draft in waiting:
        _carry_on(office, draft, stop)


def _carry_on(office: Office, draft: Draft, stop: Event) -> None:
    with office.reading() as db:
        sheet = drafts.sheet(db, office.vault, draft)
    lines = {line.number: line for line in sheet or ()}
    carried, refused, ends = draft.carried, list(draft.refused), time.monotonic() + SLICE
    for number in draft.agreed[carried:]:
        if stop.is_set() or time.monotonic() > ends:
            break
        if why := _refusal(office, draft, lines[number]):
            refused.append((number, why))
        carried += 1
        if carried % NOTED == 0:
            _note(office, draft, carried, refused)
    _note(office, draft, carried, refused)


def _refusal(office: Office, draft: Draft, line: Line) -> str:
    """What the rules answer, nothing if it is done."""
    member = understand(line, draft.layout).member
    assert member is not None  # it was agreed as it was understood, and the file is the same
    try:
        for act, gesture in acts(member, line.number, draft.whose):
            office.record.execute(act, draft.whose.by, gesture)
    except Refused as refusal:
        return said(refusal).whole
    return ""


def _note(office: Office, draft: Draft, carried: int, refused: list[tuple[int, str]]) -> None:
    with office.reading() as db:
        drafts.advance(db, draft.id, carried, refused)
        if carried == len(draft.agreed):
            drafts.finish(db, draft.id)

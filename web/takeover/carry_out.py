"""What the worker does of registers that are taken over: rehearse those that are long, and carry out, line by line, in
the name of who confirmed it, what was. A crash loses nothing: lines already recorded answer their receipt."""

from collections.abc import Iterable, Mapping
from threading import Event

from governance.command import Refused
from web.edge.spreadsheet import Line
from web.i18n import gettext as _
from web.office import Office
from web.takeover import drafts, kept
from web.takeover.acts import Given, acts, first_act
from web.takeover.drafts import Draft
from web.takeover.known import Known, known
from web.takeover.lines import Layout, understand
from web.takeover.rehearsal import TOGETHER
from web.words import said


class _Disallowed(Exception):
    """Who agreed does not hold her office any more."""


def carry_out(office: Office, stop: Event) -> None:
    """Every register that waits, until told to stop."""
    with office.reading() as db:
        unread = [one for one in drafts.every(db, "draft") if one.lines > kept.AT_ONCE and one.seen is None]
        agreed = drafts.every(db, "confirmed")
    for draft in unread:
        kept.rehearse(office, draft, stop)
    for draft in agreed:
        try:
            _carry_on(office, draft, stop)
        except _Disallowed:
            with office.reading() as db:
                drafts.hand_back(db, draft.id)


def _carry_on(office: Office, draft: Draft, stop: Event) -> None:
    with office.reading() as db:
        sheet, there = drafts.sheet(db, office.vault, draft), known(db, but=draft.id)
    lines = {line.number: line for line in sheet or ()}
    first = _first_lines(draft.layout, (lines[number] for number in draft.agreed))
    carried, refused = draft.carried, list(draft.refused)
    if not carried:
        refused += [(0, why) for why in _done(office, draft, first_act(draft.source)).values()]
    while (numbers := draft.agreed[carried : carried + TOGETHER]) and not stop.is_set():
        refused += _refusals(office, draft, [lines[number] for number in numbers], first, there)
        carried += len(numbers)
        _note(office, draft, carried, refused)


def _first_lines(layout: Layout, agreed: Iterable[Line]) -> Mapping[int, int]:
    """The lines that bring more shares of somebody, each with the one that made her a member."""
    if layout.twice != "more":
        return {}
    found: dict[tuple[str, str], int] = {}
    first = {line.number: found.setdefault(layout.whose(line), line.number) for line in agreed}
    return {number: one for number, one in first.items() if number != one}


def _refusals(
    office: Office, draft: Draft, lines: list[Line], first: Mapping[int, int], there: Known
) -> list[tuple[int, str]]:
    """What the rules answer to the lines that they do not take."""
    unread: dict[int, str] = {}
    number_of: dict[str, int] = {}
    given: list[Given] = []
    for line in lines:
        try:
            asked = _asked(line, draft, first.get(line.number), there)
        except ValueError as why:
            unread[line.number] = str(why)
            continue
        given += asked
        number_of |= {gesture: line.number for _act, gesture in asked}
    refused = _done(office, draft, given)
    return sorted((unread | {number_of[gesture]: why for gesture, why in reversed(refused.items())}).items())


def _asked(line: Line, draft: Draft, first: int | None, there: Known) -> Iterable[Given]:
    """Raises ValueError where the line is not any more what was agreed to."""
    member = understand(line, draft.layout).member
    if member is None:  # a newer version reads less than the one that agreed to it
        raise ValueError(_("Cette ligne ne se lit plus comme elle a été acceptée."))
    if there.holds(member):
        raise ValueError(_("Entré au registre depuis votre accord : laissé tel quel."))
    return acts(member, line.number, draft.source, first)


def _done(office: Office, draft: Draft, given: Iterable[Given]) -> dict[str, str]:
    """Why each act that is refused is. Raises _Disallowed where it is its author."""
    refused: dict[str, Refused] = office.record.execute_all(list(given), draft.source.by)
    if any(refusal.reason == "not-allowed" for refusal in refused.values()):
        raise _Disallowed
    return {gesture: said(refusal).whole for gesture, refusal in refused.items()}


def _note(office: Office, draft: Draft, carried: int, refused: list[tuple[int, str]]) -> None:
    with office.reading() as db:
        drafts.advance(db, draft.id, carried, refused)
        if carried == len(draft.agreed):
            drafts.finish(db, draft.id)

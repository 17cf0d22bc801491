"""What an adviser is told of one cooperative: what falls due, what is wrong, its next révision. Nobody is named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from psycopg import Connection
from psycopg.rows import DictRow

from governance.assembly.year_facts import Duty
from governance.evidence.revision import Lacking, NextRevision
from governance.statutes.facts import Organ
from governance.words import Day
from projections import agenda
from projections.dues import dues
from projections.membership import invariants
from web import home, organs, year
from web.i18n import gettext as _
from web.i18n import ngettext
from web.organs import Board
from web.revisions import pages as revisions
from web.revisions.due import due

MOST = 5


@dataclass(frozen=True)
class Deadline:
    what: str
    on: Day
    late: bool = False


@dataclass(frozen=True)
class Outlook:
    deadlines: Sequence[Deadline] = ()
    alerts: Sequence[str] = ()
    revision: NextRevision | None = None


def outlook(db: Connection[DictRow], day: Day) -> Outlook:
    board, terms, revision = organs.board(db, day), home.renewals(db), due(db, day)
    deadlines = sorted(_deadlines(db, day, board, terms), key=lambda one: one.on)
    return Outlook(deadlines[:MOST], list(_alerts(db, day, board, terms)), revision)


def _deadlines(db: Connection[DictRow], day: Day, board: Board | None, terms: list[DictRow]) -> Iterator[Deadline]:
    for line in year.coming(db, day):
        if line.due.duty is not Duty.REVIEW:  # told by itself
            yield Deadline(line.title, line.due.last, line.late)
    if meeting := agenda.next_of(db, Organ.ASSEMBLY, day):
        yield Deadline(meeting["title"], Day(meeting["day"]))
    called = {row["year"]: Day(row["due"]) for row in dues.calls(db)}
    for of, on in called.items():
        if on >= day:
            yield Deadline(_("Cotisations %(year)s", year=of), on)
    if board and board.ending and board.meeting:
        ends = ngettext("%(num)s mandat finit", "%(num)s mandats finissent", board.ending)
        yield Deadline(ends, Day(board.meeting["day"]))
    if coming := [Day(row["until"]) for row in terms if not row["over"]]:
        words = ngettext("%(num)s mandat de représentant", "%(num)s mandats de représentants", len(coming))
        yield Deadline(words, coming[0])


def _alerts(db: Connection[DictRow], day: Day, board: Board | None, terms: list[DictRow]) -> Iterator[str]:
    for row in invariants.broken(db):
        yield home.alert(row)["what"]
    if worry := revisions.alert(db, day):
        yield {
            Lacking.REVISER: _("Révision coopérative : aucun réviseur n’est nommé"),
            Lacking.REPORT: _("Révision coopérative : le rapport du réviseur n’est pas arrivé"),
        }[worry[1]]
    if board and board.vacant:
        yield ngettext("%(num)s siège vacant", "%(num)s sièges vacants", board.vacant)
    if unspoken := sum(row["over"] for row in terms):
        yield ngettext("%(num)s organisation sans représentant", "%(num)s organisations sans représentant", unspoken)
    if db.execute("select from public.register where broken is not null").fetchone():
        yield _("Un registre est en retard sur le journal.")

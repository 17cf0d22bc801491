"""How far the cooperative is with a label on a day: what is counted and attached, of what was chosen to be shown."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from psycopg import Connection
from psycopg.rows import DictRow

from governance.evidence.coverage import Coverage, coverage
from governance.evidence.facts import EVERYTHING, Composition, PieceAttached
from governance.evidence.figure import Figure
from governance.evidence.template import LabelId, Template
from governance.words import Day
from projections.evidence import dossiers
from projections.figures import figures
from projections.statutes import versions


@dataclass(frozen=True)
class Standing:
    """How far the cooperative is with a label on a day, and from what: pieces with the entry that attached each.

    `composition`: what was chosen, of which only what holds in its period. `late`: a register does not stand with the
    others, so that figures may be wrong.
    """

    coverage: Coverage
    figures: tuple[Figure, ...]
    attached: tuple[tuple[int, PieceAttached], ...]
    statutes: str
    late: bool
    composition: Composition


def standing_of(db: Connection[DictRow], label: LabelId, on: Day, chosen: Composition = EVERYTHING) -> Standing | None:
    """Everything of one moment of the registers; None if the label is not pursued."""
    with db.transaction():
        db.execute("set transaction isolation level repeatable read, read only")
        template = dossiers.template(db, label)
        if template is None:
            return None
        until = chosen.until or on
        asked = [one.figure for evidence in template.evidence for one in evidence.requirements if one.figure]
        counted = figures(db, until, asked, chosen.since)
        attached = dossiers.pieces(db, [evidence.id for evidence in template.evidence])
        version = versions.in_force(db, until)
        [row] = db.execute("select count(distinct position) > 1 as late from public.register")
    held = [(position, piece) for position, piece in attached if chosen.may_hold(piece.on)]
    chosen = _holding(replace(chosen, until=until), template, [piece for _, piece in held])
    hidden = {one.piece for one in chosen.left_out}
    shown = tuple((position, piece) for position, piece in held if piece.piece not in hidden)
    covered = coverage(template, counted, (piece for _, piece in shown))
    in_force = str(version["in_force_from"]) if version else ""
    return Standing(covered, counted, shown, in_force, row["late"], chosen)


def _holding(chosen: Composition, template: Template, pieces: Iterable[PieceAttached]) -> Composition:
    """Without what is not of its period, nor of this edition of the label."""
    held, known = {piece.piece for piece in pieces}, {criterion.id for criterion in template.criteria}
    left_out = tuple(one for one in chosen.left_out if one.piece in held)
    comments = tuple(one for one in chosen.comments if one.criterion in known)
    return replace(chosen, left_out=left_out, comments=comments)

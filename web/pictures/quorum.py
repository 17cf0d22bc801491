"""The quorum, as it stands: who is there, how many must be, out of how many."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from markupsafe import Markup

from web.i18n import fraction, number
from web.i18n import gettext as _
from web.pictures.drawing import FAINT, SOLID, box, filled, lines, rule, svg

LEFT = Fraction(0)


class Counts(Enum):
    """What the statutes count: people, points out of a hundred where they count weights, shares of the capital."""

    HEADS = "heads"
    POINTS = "points"
    SHARES = "shares"


@dataclass(frozen=True)
class Attendance:
    """Who is there, in what the quorum counts.

    `needed` is the least that suffices; None where the statutes ask for no quorum.
    """

    present: Fraction | int
    represented: Fraction | int
    needed: Fraction | int | None
    entitled: Fraction | int
    counts: Counts = Counts.HEADS

    @property
    def there(self) -> Fraction:
        return Fraction(self.present) + self.represented

    @property
    def reached(self) -> bool:
        return self.needed is None or self.there >= self.needed


def quorum_gauge(attendance: Attendance, key: str = "quorum", width: int | None = None) -> Markup:
    said = list(_sentences(attendance))
    head, y = lines(0, said[0], bold=True)
    told, after = lines(y + 46, " ".join(said[1:]), soft=True)
    body = [*head, *_bar(attendance, key, y + 8), *told]
    return svg(key, _title(attendance), " ".join(said), after + 4, body, width)


def _title(attendance: Attendance) -> str:
    if attendance.needed is None:
        return _("Présence : aucun quorum n’est demandé")
    return _("Quorum atteint") if attendance.reached else _("Quorum non atteint")


def _sentences(attendance: Attendance) -> Iterator[str]:
    figures = {
        "there": _figure(attendance, attendance.there),
        "entitled": _figure(attendance, attendance.entitled),
        "present": _figure(attendance, attendance.present),
        "represented": _figure(attendance, attendance.represented),
    }
    if attendance.counts is Counts.SHARES:
        yield _("%(there)s parts sur %(entitled)s présentes ou représentées", **figures)
    else:
        yield _("%(there)s sur %(entitled)s présents ou représentés", **figures)
    yield _("Présents : %(present)s ; représentés : %(represented)s.", **figures)
    if attendance.needed is None:
        yield _("Les statuts ne demandent pas de quorum.")
    elif attendance.reached:
        yield _("Il en faut %(needed)s : c’est atteint.", needed=_figure(attendance, attendance.needed))
    else:
        missing = _figure(attendance, attendance.needed - attendance.there)
        needed = _figure(attendance, attendance.needed)
        yield _("Il en faut %(needed)s : il en manque %(missing)s.", needed=needed, missing=missing)


def _figure(attendance: Attendance, value: Fraction | int) -> str:
    exact = Fraction(value)
    return fraction(exact) if attendance.counts is Counts.POINTS else number(int(exact))


def _bar(attendance: Attendance, key: str, y: int) -> Iterator[str]:
    whole = Fraction(attendance.entitled) or Fraction(1)
    present, represented = Fraction(attendance.present) / whole, Fraction(attendance.represented) / whole
    yield box(LEFT, y, Fraction(1), 26, FAINT)
    yield box(LEFT, y, present, 26, SOLID)
    yield box(present, y, represented, 26, filled(key, "hatch")) if represented else ""
    if attendance.needed is not None:
        yield rule(Fraction(attendance.needed) / whole, y - 4, y + 34, 'stroke-width="2.5"')

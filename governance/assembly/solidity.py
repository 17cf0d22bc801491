"""How solid a meeting is: what went against a rule, set against what it would have taken to change each result."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from governance.assembly.facts import IrregularityNoted
from governance.statutes.facts import Form
from governance.words import Day, Public, ResolutionId

REFORM = Day("2025-10-01")  # ordonnance 2025-229: what is decided from this day on follows the new law


class Ground(Enum):
    """Whether a judge may annul for it, if all the rest is there too."""

    LAW = "law"
    CONTRACT = "contract"  # the statutes bind the members of an association as a contract does (loi 1901 art. 1)
    IF_STATUTES_SAY = "if-statutes-say"  # a SAS: only if its statutes make it a nullity (C.com L227-20-1)
    STATUTES_ALONE = "statutes-alone"  # no nullity of its own (C.civ 1844-10)


class Influence(Enum):
    NOTHING_NOTED = "nothing-noted"
    CANNOT = "cannot"
    MAY = "may"


class Missing(Enum):
    """What the proof of the meeting still lacks."""

    MINUTES = "minutes"
    SIGNATURE = "signature"
    SHEET = "sheet"
    SECRETARY = "secretary"
    TELLERS = "tellers"


@dataclass(frozen=True)
class Window:
    """`until`: the last day to contest; counted in years from the meeting."""

    until: Day
    years: int
    article: Public


@dataclass(frozen=True)
class Result:
    """A vote or a round of an election that was counted. `margin`: the fewest ballots which, on the other side, would
    have changed it; None where no number would, or none is proved."""

    resolution: ResolutionId
    margin: int | None


@dataclass(frozen=True)
class Bearing:
    """`effect`: how many ballots all that was noted may have touched, at most; None: it has no bound."""

    effect: int | None
    influence: Influence


def window(form: Form, on: Day) -> Window:
    """Two years for a company since the reform, three for what it decided before (C.civ 1844-14); five, the common law,
    for an association (C.civ 2224)."""
    if form is Form.ASSOCIATION:
        return Window(_after(on, 5), 5, Public("C.civ 2224"))
    years = 3 if on < REFORM else 2
    return Window(_after(on, years), years, Public("C.civ 1844-14"))


def ground(form: Form, on: Day, article: str) -> Ground:
    """`article`: a number alone is the statutes'; anything else is the law's."""
    if not article[:1].isdigit():
        return Ground.LAW
    if form is Form.ASSOCIATION:
        return Ground.CONTRACT
    if on < REFORM:
        return Ground.LAW  # judges annulled where the law leaves the rule to the statutes: nobody is told it is safe
    return Ground.IF_STATUTES_SAY if form is Form.SAS else Ground.STATUTES_ALONE


def bearing(result: Result, noted: Iterable[IrregularityNoted]) -> Bearing:
    """A ballot that should not have been there counts at most as one that should have been on the other side: so what
    touched fewer ballots than the margin cannot have changed the result."""
    mine = [one.largest_effect for one in noted if one.resolution in (None, result.resolution)]
    if not mine:
        return Bearing(0, Influence.NOTHING_NOTED)
    bounded = [effect for effect in mine if effect is not None]
    effect = sum(bounded) if len(bounded) == len(mine) else None
    safe = effect is not None and result.margin is not None and effect < result.margin
    return Bearing(effect, Influence.CANNOT if safe else Influence.MAY)


def missing(form: Form, *, minutes: bool, signed: bool, sheet: bool, secretary: bool, tellers: int) -> list[Missing]:
    """Once the meeting is over. `signed`: its last minutes came back so; `sheet`: the attendance sheet, signed and
    certified, is kept. The law wants two tellers in a SA alone (C.com R225-101)."""
    lacks = {
        Missing.MINUTES: not minutes,
        Missing.SIGNATURE: minutes and not signed,
        Missing.SHEET: not sheet,
        Missing.SECRETARY: not secretary,
        Missing.TELLERS: form is Form.SA and tellers < 2,
    }
    return [what for what, lacking in lacks.items() if lacking]


def _after(day: Day, years: int) -> Day:
    """The same day so many years later; of a 29 February, the 28th (C.proc.civ 641)."""
    last = day.last
    leap = (last.month, last.day) == (2, 29)
    return Day.of(date(last.year + years, 2, 28) if leap else last.replace(year=last.year + years))

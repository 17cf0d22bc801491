"""What part of a cooperative must ask for a point together, by its statutes and by the law of its form."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from governance.assembly.facts import AssemblyPlanned
from governance.assembly.parts import capital_by_member, part_of
from governance.statutes.facts import Form, RequestBase, Statutes
from governance.words import Fact, MemberId, Public

SA, SARL = Public("C.com L225-105, R225-71"), Public("C.com L223-27")
TWENTIETH = Fraction(1, 20)
_EURO = 100
SLICES = (  # of the capital of an SA, in euros, and the part that is asked of each (C.com R225-71)
    (750_000, Fraction(4, 100)),
    (7_500_000, Fraction(25, 1000)),
    (15_000_000, Fraction(1, 100)),
)
BEYOND = Fraction(5, 1000)


@dataclass(frozen=True)
class Threshold:
    """What part must ask together, of what, and the article."""

    needed: Fraction
    base: RequestBase
    article: Public


def thresholds(statutes: Statutes, capital: int) -> list[Threshold]:
    """Those of the statutes and of the law: one that is reached suffices. `capital` in cents."""
    found = []
    if said := statutes.agenda_request:
        base = said.base.value if said.base else RequestBase.VOTES
        found.append(Threshold(said.fraction.value, base, said.fraction.article))
    if statutes.form is Form.SA:
        found.append(Threshold(_part_of_sa(capital), RequestBase.CAPITAL, SA))
    if statutes.form is Form.SARL:
        found.append(Threshold(TWENTIETH, RequestBase.CAPITAL, SARL))
    return found


def _part_of_sa(capital: int) -> Fraction:
    """A twentieth, less where the capital is above 750 000 euros."""
    if capital <= SLICES[0][0] * _EURO:
        return TWENTIETH
    asked, below = Fraction(0), 0
    for top, part in SLICES:
        asked += part * (min(capital, top * _EURO) - below)
        below = min(capital, top * _EURO)
    return (asked + BEYOND * (capital - below)) / capital


def nearest(
    facts: Iterable[Fact], members: Iterable[MemberId], planned: AssemblyPlanned, statutes: Statutes
) -> tuple[Fraction, Threshold | None]:
    """What they make on the day of `planned`, by the threshold that they come nearest to reaching; heads where there is
    none."""
    known, asking = list(facts), list(members)
    capital = sum(capital_by_member(known, planned.day).values())
    made = [(part_of(known, asking, one.base, planned, statutes), one) for one in thresholds(statutes, capital)]
    if not made:
        return part_of(known, asking, RequestBase.MEMBERS, planned, statutes), None
    return max(made, key=lambda each: each[0] - each[1].needed)

"""The majority that a vote must reach: the statutes', and below it the law's own for each legal form."""

from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from governance.command import Refused
from governance.counting.tally import Rules
from governance.statutes.facts import Form, Kind, Majority, MajorityBase, Organ, Ruled, Statutes
from governance.words import Day, Public

HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)

CASTING_VOTE = Public("C.com L225-37")
SECOND_CONSULTATION = Public("C.com L223-29 al. 2")


def need(fraction: Fraction, heads: int, strict: bool) -> int:
    """How many heads reach this part of so many: more than it when strict, else at least."""
    return floor(fraction * heads) + 1 if strict else ceil(fraction * heads)


def reaches(majority: Majority, for_: Fraction, base: Fraction) -> bool:
    """A tie is not more than half; on an empty base nothing is reached."""
    level = majority.threshold.value * base
    return base > 0 and (for_ > level or (for_ == level and not majority.strict))


def _law(threshold: Fraction, strict: bool, base: MajorityBase, article: str) -> Majority:
    return Majority(Ruled(threshold, Public(article)), strict, Ruled(base, Public(article)))


_SAS = _law(HALF, True, MajorityBase.CAST, "C.com L227-9, Cass. ass. plén. 15/11/2024 n° 23-16.670")

LAW = {
    (Form.SA, Kind.ORDINARY): _law(HALF, True, MajorityBase.CAST, "C.com L225-98"),
    (Form.SA, Kind.EXTRAORDINARY): _law(TWO_THIRDS, False, MajorityBase.CAST, "C.com L225-96"),
    (Form.SARL, Kind.ORDINARY): _law(HALF, True, MajorityBase.ALL, "C.com L223-29"),
    (Form.SARL, Kind.EXTRAORDINARY): _law(TWO_THIRDS, False, MajorityBase.PRESENT, "C.com L223-30"),
    (Form.SAS, Kind.ORDINARY): _SAS,
    (Form.SAS, Kind.EXTRAORDINARY): _SAS,
}
"""What no clause may go below in an assembly. The law counts shares: in a cooperative each member has one vote
(L47 art. 9). For an association it says nothing."""

LAW_OF_2005 = Day("2005-08-04")
BEFORE_2005 = _law(Fraction(3, 4), False, MajorityBase.ALL, "C.com L223-30 al. 2")
"""A SARL formed before that day, for what changes its statutes."""


def formed_before_2005(statutes: Statutes) -> bool:
    """Whether the older majority of the SARL is theirs. A day that is not known well enough does not say so."""
    since = statutes.form_effective_from
    return statutes.form is Form.SARL and since is not None and since.surely_before(LAW_OF_2005)


def legal(rules: Rules) -> Majority | None:
    """The law's own majority for this vote, None if it has none: it rules assemblies only."""
    law = LAW.get((rules.form, rules.kind)) if rules.scheme.organ is Organ.ASSEMBLY else None
    if law and rules.before_2005 and (rules.form, rules.kind) == (Form.SARL, Kind.EXTRAORDINARY):
        return BEFORE_2005
    return _at_second_consultation(rules, law) if law else None


def stated(rules: Rules) -> Majority:
    """The majority of the statutes; where they say nothing, the law's, save in a SAS: there it is only a floor."""
    majority = rules.majority or (legal(rules) if rules.form is not Form.SAS else None)
    if majority is None:
        raise Refused("majority-unknown", form=rules.form.value, kind=rules.kind.value)
    return _at_second_consultation(rules, majority)


def applicable(rules: Rules) -> Majority:
    """The majority stated, where half is enough if the chair's vote carries a tie."""
    majority = stated(rules)
    return replace(majority, strict=False) if casting(rules) and majority.threshold.value == HALF else majority


def decided_again(rules: Rules) -> bool:
    """Whether members who did not adopt are consulted a second time, which decides otherwise."""
    again = replace(rules, second_call=True)
    return rules.scheme.organ is Organ.ASSEMBLY and applicable(again) != applicable(rules)


def casting(rules: Rules) -> bool:
    """Whether the chair's vote carries a tie. Refused where neither the law nor the statutes give her that."""
    if rules.chair_for is None:
        return False
    if casting_by(rules) is None:
        raise Refused("no-casting-vote", article=CASTING_VOTE)
    return rules.chair_for


def casting_by(rules: Rules) -> Public | None:
    """The article by which her vote prevails: never in an assembly; the law's in the board of a SA, unless the statutes
    say no (C.com L225-37); elsewhere the statutes'."""
    if rules.scheme.organ is Organ.ASSEMBLY:
        return None
    if said := rules.casting_vote:
        return said.article if said.value else None
    return CASTING_VOTE if (rules.form, rules.scheme.organ) == (Form.SA, Organ.BOARD) else None


def _at_second_consultation(rules: Rules, majority: Majority) -> Majority:
    """Consulted again, the members of a SARL decide by the votes cast, however many (C.com L223-29 al. 2)."""
    first = (Form.SARL, Kind.ORDINARY, MajorityBase.ALL)
    if rules.second_call and (rules.form, rules.kind, majority.base.value) == first:
        return replace(majority, base=Ruled(MajorityBase.CAST, SECOND_CONSULTATION))
    return majority

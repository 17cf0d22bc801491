"""The least that the law lets statutes ask of an assembly, by legal form and kind of resolution.

The law counts shares; a cooperative counts persons, for each has one vote (L47 art. 9).
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from governance.statutes.facts import AbstentionEffect, Form, Kind, Majority, MajorityBase, Statutes

PLENARY = "Cass. ass. plén. 15/11/2024 n° 23-16.670"
FIFTH, QUARTER, HALF = Fraction(1, 5), Fraction(1, 4), Fraction(1, 2)
TWO_THIRDS, THREE_QUARTERS = Fraction(2, 3), Fraction(3, 4)


@dataclass(frozen=True)
class Frame:
    """None where the statutes are free. Days are full days before the meeting; `strict`: more than the threshold."""

    article: str
    notice_article: str = ""
    notice: int | None = None
    second_notice: int | None = None
    quorum: Fraction | None = None
    second_quorum: Fraction | None = None
    threshold: Fraction = HALF
    strict: bool = True
    bases: frozenset[MajorityBase] = frozenset(MajorityBase)
    abstention: AbstentionEffect | None = None

    def satisfied_by(self, majority: Majority) -> bool:
        """Whether a majority asks as much as the law does, its base apart."""
        asked = majority.threshold.value
        return asked > self.threshold or (asked == self.threshold and majority.strict >= self.strict)


_SA = Frame(  # loi 2019-744: what is not expressed is out of the base
    "C.com L225-98", "C.com R225-69", 15, 10, FIFTH,
    bases=frozenset({MajorityBase.CAST}), abstention=AbstentionEffect.NEUTRAL,
)  # fmt: skip
_SARL = Frame(
    "C.com L223-29", "C.com R223-20", 15, 15,
    bases=frozenset({MajorityBase.ALL}), abstention=AbstentionEffect.AGAINST,
)  # fmt: skip
_SARL_TOGETHER = replace(
    _SARL, article="C.com L223-30", quorum=QUARTER, second_quorum=FIFTH, threshold=TWO_THIRDS, strict=False,
    bases=frozenset({MajorityBase.PRESENT, MajorityBase.ALL}),
)  # fmt: skip
_SARL_BEFORE_2005 = replace(_SARL, article="C.com L223-30", threshold=THREE_QUARTERS, strict=False)
"""Companies created before 4/8/2005: no quorum, three quarters of all."""

FREE = Frame("", threshold=Fraction(0), strict=False)
FRAMES = {
    (Form.SA, Kind.ORDINARY): _SA,
    (Form.SA, Kind.EXTRAORDINARY): replace(
        _SA, article="C.com L225-96", quorum=QUARTER, second_quorum=FIFTH, threshold=TWO_THIRDS, strict=False
    ),
    (Form.SARL, Kind.ORDINARY): _SARL,
    (Form.SARL, Kind.EXTRAORDINARY): _SARL_TOGETHER,
    (Form.SAS, Kind.ORDINARY): Frame(PLENARY),
    (Form.SAS, Kind.EXTRAORDINARY): Frame(PLENARY),
}


def frame(statutes: Statutes, kind: Kind) -> Frame:
    """Which frame bears on these statutes; FREE for an association."""
    found, rules = FRAMES.get((statutes.form, kind), FREE), statutes.meeting(kind)
    of_all = rules is not None and rules.majority.base.value is MajorityBase.ALL
    if found is _SARL_TOGETHER and rules and of_all and _SARL_BEFORE_2005.satisfied_by(rules.majority):
        return _SARL_BEFORE_2005
    return found

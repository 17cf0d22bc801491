"""The ways of deliberating, each as data: what a participant gives, and by what arithmetic it is counted.

None of them decides in law: a resolution that the law wants is voted besides, and may tell what was found here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from governance.counting.points import Spread
from governance.words import Office, Public


class Method(Enum):
    CONSENT = "consent"
    NO_CANDIDATE = "no_candidate"
    ADVICE = "advice"
    APPROVAL = "approval"
    JUDGMENT = "judgment"
    POINTS = "points"
    SCORES = "scores"


class Gives(Enum):
    """What a participant gives."""

    WORD = "word"  # no objection, or one with its reason
    NAME = "name"  # somebody, and why; then her word on whom is proposed
    ONE = "one"  # one option
    SEVERAL = "several"  # any of them
    GRADES = "grades"  # a grade to each
    NUMBERS = "numbers"  # a number to each


@dataclass(frozen=True)
class Way:
    """`spread`: how marks add up; None where grades or words do not. `offered`: the options that are always those."""

    gives: Gives
    spread: Spread | None = None
    offered: tuple[Public, ...] = ()

    @property
    def shared(self) -> bool:
        """Whether a ballot has so many points in all, and not for each option."""
        return self.spread in (Spread.CHOICE, Spread.DOTS)

    @property
    def each_once(self) -> bool:
        """Whether a ballot gives an option one voice or none."""
        return self.spread in (Spread.CHOICE, Spread.APPROVALS)

    @property
    def in_rounds(self) -> bool:
        return self.gives in (Gives.WORD, Gives.NAME)


FACILITATORS = frozenset({Office.SECRETARY, Office.CHAIR, Office.BOARD})
"""Who opens one, types what came on paper, and closes it."""

ADVICE = (Public("for"), Public("against"), Public("abstention"))
WAYS: Mapping[Method, Way] = {
    Method.CONSENT: Way(Gives.WORD),
    Method.NO_CANDIDATE: Way(Gives.NAME),
    Method.ADVICE: Way(Gives.ONE, Spread.CHOICE, ADVICE),
    Method.APPROVAL: Way(Gives.SEVERAL, Spread.APPROVALS),
    Method.JUDGMENT: Way(Gives.GRADES),
    Method.POINTS: Way(Gives.NUMBERS, Spread.DOTS),
    Method.SCORES: Way(Gives.NUMBERS, Spread.SCORES),
}
"""A new one is a line here, and where it adds up otherwise, a function in the counting."""

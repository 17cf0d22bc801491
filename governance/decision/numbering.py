"""The numbers of the register of decisions: one after the other, none twice, none missing."""

from dataclasses import dataclass

from governance.command import Fold
from governance.decision.facts import DecisionRecorded
from governance.words import Fact


@dataclass(frozen=True)
class Numbering(Fold):
    kinds = (DecisionRecorded,)
    last: int = 0

    @property
    def following(self) -> int:
        return self.last + 1

    def after(self, fact: Fact) -> "Numbering":
        return Numbering(fact.number) if isinstance(fact, DecisionRecorded) else self

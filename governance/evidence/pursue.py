"""Aiming at a label: from then on, its criteria say what to gather."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.evidence.facts import Digest, LabelPursued
from governance.evidence.standing import pursued
from governance.evidence.template import Template
from governance.words import Day, Fact, Office, PersonId, legal_day


@dataclass(frozen=True)
class PursueLabel:
    may = frozenset({Office.SECRETARY, Office.CHAIR})
    template: Template
    on: Day
    text_digest: Digest

    def boundary(self) -> list[About]:
        return [about(LabelPursued, label=self.template.label)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if legal_day(now).surely_before(self.on):
            raise Refused("day-to-come", on=self.on)
        _whole(self.template)
        decided = LabelPursued(self.template.label, self.template, self.on, self.text_digest)
        return [] if pursued(facts, self.template.label) == self.template else [decided]


def _whole(template: Template) -> None:
    """A criterion that nothing proves would always pass or always fail: the template says all, or is refused."""
    _once("evidence-twice", [evidence.id for evidence in template.evidence])
    _once("criterion-twice", [criterion.id for criterion in template.criteria])
    if not template.criteria:
        raise Refused("label-without-criterion")
    for criterion in template.criteria:
        unknown = [wanted for wanted in criterion.evidence if not template.asks_for(wanted)]
        if unknown or not criterion.evidence:
            raise Refused("criterion-without-evidence", criterion=criterion.id, unknown=unknown)
    for evidence in template.evidence:
        least = [one.least for one in evidence.requirements]
        if not any(least) or min(least) < 0:
            raise Refused("evidence-without-requirement", evidence=evidence.id)


def _once(reason: str, names: Sequence[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise Refused(reason, name=name)

"""A label as data: its criteria, the evidence that proves each, and what each evidence requires."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NewType

from governance.words import Public

LabelId = NewType("LabelId", str)
CriterionId = NewType("CriterionId", str)
"""A criterion as its label numbers it: `T1`."""
EvidenceId = NewType("EvidenceId", str)
"""A line of the evidence matrix that all labels share: `EV09` is the territory, whoever asks for it."""
FigureName = NewType("FigureName", str)
"""A figure that the registers compute: `survey_answers`."""


@dataclass(frozen=True)
class Requirement:
    """At least so much of a figure or, where no figure is named, at least so many pieces."""

    title: Public  # as the list of what is missing names it
    least: int  # 0: told beside the others, nothing is asked of it
    basis: Public  # where `least` comes from: an article, a source, or a mark of our own, said to be so
    supplier: Public  # who can supply what is missing
    figure: FigureName | None = None


@dataclass(frozen=True)
class Evidence:
    id: EvidenceId
    title: Public
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True)
class Criterion:
    id: CriterionId
    title: Public
    evidence: tuple[EvidenceId, ...]


@dataclass(frozen=True)
class Template:
    """One edition of a label. `unpublished` says what its sources do not tell, so that nobody invents it."""

    label: LabelId
    name: Public
    edition: Public
    source: Public
    unpublished: tuple[Public, ...]
    criteria: tuple[Criterion, ...]
    evidence: tuple[Evidence, ...]

    def of(self, criterion: Criterion) -> Iterator[Evidence]:
        """The evidence of a criterion, in the order of the matrix."""
        return (evidence for evidence in self.evidence if evidence.id in criterion.evidence)

    def asks_for(self, evidence: EvidenceId) -> bool:
        return any(evidence == known.id for known in self.evidence)

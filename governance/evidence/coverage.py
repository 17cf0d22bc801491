"""What a cooperative can prove of a label: criterion by criterion, what is there and what is still missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from governance.evidence.facts import PieceAttached
from governance.evidence.figure import Figure
from governance.evidence.template import Criterion, Evidence, Requirement, Template


class State(Enum):
    PROVED = "proved"
    PARTLY = "partly"
    MISSING = "missing"


@dataclass(frozen=True)
class Answer:
    """A requirement, and what was found for it: its figure if it names one, else pieces."""

    requirement: Requirement
    figure: Figure | None
    pieces: tuple[PieceAttached, ...]

    @property
    def found(self) -> Fraction:
        if self.requirement.figure:
            return self.figure.amount if self.figure else Fraction(0)
        return Fraction(len(self.pieces))

    @property
    def state(self) -> State:
        if self.found >= self.requirement.least:
            return State.PROVED
        return State.PARTLY if self.found > 0 else State.MISSING


@dataclass(frozen=True)
class EvidenceCoverage:
    evidence: Evidence
    answers: tuple[Answer, ...]

    @property
    def state(self) -> State:
        return together(answer.state for answer in self.answers)


@dataclass(frozen=True)
class CriterionCoverage:
    criterion: Criterion
    evidence: tuple[EvidenceCoverage, ...]

    @property
    def state(self) -> State:
        return together(covered.state for covered in self.evidence)

    @property
    def missing(self) -> tuple[Answer, ...]:
        """The requirements not met yet, in the order of the matrix: what to go and look for."""
        return tuple(answer for answer in self._answers() if answer.state is not State.PROVED)

    @property
    def proofs(self) -> tuple[Answer, ...]:
        """Whatever counts for this criterion, met in full or in part."""
        return tuple(answer for answer in self._answers() if answer.state is not State.MISSING)

    def _answers(self) -> Iterable[Answer]:
        return (answer for covered in self.evidence for answer in covered.answers)


@dataclass(frozen=True)
class Coverage:
    template: Template
    criteria: tuple[CriterionCoverage, ...]


def coverage(template: Template, figures: Iterable[Figure], pieces: Iterable[PieceAttached]) -> Coverage:
    """Figures and pieces that no requirement asks for are left aside."""
    named = {figure.name: figure for figure in figures}
    attached = tuple(pieces)

    def answer(evidence: Evidence, requirement: Requirement) -> Answer:
        if requirement.figure:
            return Answer(requirement, named.get(requirement.figure), ())
        return Answer(requirement, None, tuple(p for p in attached if p.evidence == evidence.id))

    def covered(evidence: Evidence) -> EvidenceCoverage:
        return EvidenceCoverage(evidence, tuple(answer(evidence, one) for one in evidence.requirements))

    return Coverage(
        template,
        tuple(
            CriterionCoverage(criterion, tuple(map(covered, template.of(criterion)))) for criterion in template.criteria
        ),
    )


def together(states: Iterable[State]) -> State:
    """All proved is proved, all missing is missing; anything between is proved in part."""
    found = set(states)
    return found.pop() if len(found) == 1 else State.PARTLY

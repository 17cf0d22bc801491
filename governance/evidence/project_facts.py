"""What the record says of the yearly report on the cooperative project, beside its figures."""

from dataclasses import dataclass

from governance.evidence.template import CriterionId
from governance.words import Day, Fact, Public


@dataclass(frozen=True)
class ProjectParagraphWritten(Fact):
    """What the secretary tells of one part of the year closed on that day. A later text replaces it, an empty one takes
    it away."""

    tags = ((),)
    closing: Day
    section: CriterionId
    words: Public
    on: Day

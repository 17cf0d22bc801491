"""What others may ask of this room: the edition of a label that the cooperative goes by."""

from collections.abc import Iterable

from governance.evidence.facts import LabelPursued
from governance.evidence.template import LabelId, Template
from governance.words import Fact


def pursued(facts: Iterable[Fact], label: LabelId) -> Template | None:
    """The last edition recorded, None if the cooperative does not aim at that label."""
    editions = [fact.template for fact in facts if isinstance(fact, LabelPursued) and fact.label == label]
    return editions[-1] if editions else None

"""What acts ask of this room: the edition of a label that the cooperative goes by, whom its dossiers name, one that was
sealed.
"""

from collections.abc import Iterable

from governance.command import Refused
from governance.evidence.disclosure_facts import DisclosureChosen
from governance.evidence.facts import DossierSealed, LabelPursued
from governance.evidence.template import LabelId, Template
from governance.words import DossierId, Fact


def pursued(facts: Iterable[Fact], label: LabelId) -> Template | None:
    """The last edition recorded, None if the cooperative does not aim at that label."""
    editions = [fact.template for fact in facts if isinstance(fact, LabelPursued) and fact.label == label]
    return editions[-1] if editions else None


def chosen(facts: Iterable[Fact]) -> list[DisclosureChosen]:
    """What goes out now, of each person: the last thing said of her."""
    last = {fact.person: fact for fact in facts if isinstance(fact, DisclosureChosen)}
    return [fact for fact in last.values() if fact.fields]


def check_sealed(facts: Iterable[Fact], dossier: DossierId) -> DossierSealed:
    for fact in facts:
        if isinstance(fact, DossierSealed) and fact.dossier == dossier:
            return fact
    raise Refused("unknown-dossier")

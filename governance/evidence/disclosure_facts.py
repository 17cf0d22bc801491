"""What the record says of persons whom a dossier names: which fields go out, what for, by what right."""

from dataclasses import dataclass
from enum import Enum

from governance.evidence.template import LabelId
from governance.membership.person_facts import Shown
from governance.words import DossierId, Fact, PersonId, Public


class Ground(Enum):
    """By what right (RGPD art. 6, 1)."""

    CONSENT = "consent"  # a)
    DUTY = "duty"  # c)


@dataclass(frozen=True)
class DisclosureChosen(Fact):
    """These fields of a person go out with every dossier sealed for a label from now on. Said again, it takes the place
    of what was said; no field takes everything back. `basis`: how she consented, or the article that wants it.
    """

    tags = (("label",), ("label", "person"), ("person",))
    label: LabelId
    person: PersonId
    fields: tuple[Shown, ...]
    purpose: Public
    ground: Ground
    basis: Public


@dataclass(frozen=True)
class FieldsDisclosed(Fact):
    """A dossier was sealed with these fields of a person in clear words, which are not here."""

    tags = (("dossier",), ("person",))
    dossier: DossierId
    person: PersonId
    fields: tuple[Shown, ...]
    purpose: Public
    ground: Ground
    basis: Public

"""What is said of persons in a dossier: the words that were chosen, beside what commits to them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from governance.command import about
from governance.evidence.disclosure_facts import DisclosureChosen
from governance.evidence.standing import chosen
from governance.evidence.template import LabelId
from governance.membership.person_facts import Shown
from governance.rights.said import about_said, said
from web.office import Office


@dataclass(frozen=True)
class Disclosed:
    """Words of a person as they go out. `text`: the bytes `[salt, what it is, words]` whose SHA-256 the entry holds."""

    choice: DisclosureChosen
    field: Shown
    position: int
    text: bytes

    @property
    def name(self) -> str:
        return f"personnes/{self.position}-{self.field.value}.json"

    @property
    def words(self) -> str:
        return str(json.loads(self.text)[2])


def chosen_for(at: Office, label: LabelId) -> tuple[DisclosureChosen, ...]:
    return tuple(chosen(entry.fact for entry in at.record.within([about(DisclosureChosen, label=label)])))


def opened(at: Office, choices: Sequence[DisclosureChosen]) -> tuple[Disclosed, ...]:
    """The words of what was chosen; nothing where they were forgotten."""
    entries = at.record.within([each for one in choices for each in about_said(one.person)]) if choices else []
    positions = {entry.fact: entry.position for entry in entries}
    stands = {one: said(positions, one.person) for one in choices}
    wanted = [(one, field, stands[one][field]) for one in choices for field in one.fields if field in stands[one]]
    with at.reading() as db:
        texts = at.vault.reveal(db, [seal.commitment for _, _, (_, seal) in wanted])
    return tuple(
        Disclosed(one, field, positions[fact], texts[seal.commitment])
        for one, field, (fact, seal) in wanted
        if seal.commitment in texts
    )

"""Naming somebody in the dossiers of a label: only the fields that are needed, with what for and by what right."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.evidence.disclosure_facts import DisclosureChosen, Ground
from governance.evidence.facts import LabelPursued
from governance.evidence.standing import pursued
from governance.evidence.template import LabelId
from governance.membership.person_facts import Shown
from governance.rights.said import about_said, said
from governance.words import Fact, Office, PersonId, Public


@dataclass(frozen=True)
class ChooseDisclosure:
    """`fields`: all that goes out of her; none takes everything back (RGPD art. 5, 1 c: what is necessary, no more)."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    label: LabelId
    person: PersonId
    fields: tuple[Shown, ...]
    purpose: Public
    ground: Ground
    basis: Public

    def boundary(self) -> list[About]:
        chosen_before = about(DisclosureChosen, label=self.label, person=self.person)
        return [about(LabelPursued, label=self.label), chosen_before, *about_said(self.person)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not pursued(known, self.label):
            raise Refused("label-not-pursued", label=self.label)
        if self.fields and not (self.purpose.strip() and self.basis.strip()):
            raise Refused("disclosure-unexplained")
        if set(self.fields) - said(known, self.person).keys():
            raise Refused("field-not-known")
        fields = tuple(field for field in Shown if field in self.fields)
        wanted = DisclosureChosen(self.label, self.person, fields, self.purpose, self.ground, self.basis)
        stands = [fact for fact in known if isinstance(fact, DisclosureChosen)][-1:]
        return [] if stands == [wanted] or not (stands or fields) else [wanted]

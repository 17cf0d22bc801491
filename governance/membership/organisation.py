"""What the cooperative knows of an organisation, corrected where it was guessed or has changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import ActorKind, OrganisationRegistered
from governance.membership.person_facts import OrganisationCorrected
from governance.membership.place import check_day
from governance.words import Day, Fact, MemberId, Office, PersonId, Public


@dataclass(frozen=True)
class CorrectOrganisation:
    """Everything as it should stand from a day on, None if nobody knows which. `siret` is of its seat, `rna` of an
    association; empty: not known.
    """

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    member: MemberId
    name: Public
    kind: ActorKind
    public_body: bool
    siren: Public = Public("")
    siret: Public = Public("")
    rna: Public = Public("")
    seat: Public = Public("")
    on: Day | None = None

    def boundary(self) -> list[About]:
        return [about(OrganisationRegistered, member=self.member), *about_number(self.siren)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        said = organisations(facts)
        if self.member not in said:
            raise Refused("unknown-organisation")
        if self.siret and self.siren and not self.siret.startswith(self.siren):
            raise Refused("siret-of-another", siren=self.siren, siret=self.siret)
        if self.on:
            check_day(self.on, now)
        check_number({who: one for who, one in said.items() if who != self.member}, self.siren)
        corrected = OrganisationCorrected(**vars(self))
        return [] if _known(said[self.member]) == _known(corrected) else [corrected]


def about_number(siren: str) -> list[About]:
    """Corrections are few: all of them, for any may have given or taken this number."""
    return [about(OrganisationCorrected), *([about(OrganisationRegistered, siren=siren)] if siren else [])]


Organisations = dict[MemberId, OrganisationRegistered | OrganisationCorrected]


def organisations(facts: Iterable[Fact]) -> Organisations:
    """The last that was said of each."""
    return {fact.member: fact for fact in facts if isinstance(fact, OrganisationRegistered | OrganisationCorrected)}


def check_number(others: Organisations, siren: str) -> None:
    """Two organisations do not have one SIREN."""
    for other in others.values():
        if siren and other.siren == siren:
            raise Refused("siren-already-known", name=other.name, siren=siren)


def _known(said: OrganisationRegistered | OrganisationCorrected) -> tuple[object, ...]:
    """What is said, whenever; a registration has no room for every number."""
    numbers = (said.siret, said.rna) if isinstance(said, OrganisationCorrected) else ("", "")
    return (said.name, said.kind, said.public_body, said.siren, said.seat, *numbers)

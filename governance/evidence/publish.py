"""Publishing a sealed dossier at an address, and ending that."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.evidence.disclosure_facts import FieldsDisclosed
from governance.evidence.facts import DossierSealed
from governance.evidence.given_facts import DossierPublished, PublicationEnded, PublicationId
from governance.evidence.standing import check_sealed
from governance.network.check import SECRETARIAT
from governance.words import Day, DossierId, Fact, PersonId, legal_day


@dataclass(frozen=True)
class PublishDossier:
    may = SECRETARIAT
    publication: PublicationId
    dossier: DossierId
    listed: bool
    until: Day | None = None

    def boundary(self) -> list[About]:
        of_it = [about(kind, dossier=self.dossier) for kind in (DossierSealed, FieldsDisclosed)]
        return [*of_it, about(DossierPublished, publication=self.publication)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known, today = list(facts), legal_day(now)
        check_sealed(known, self.dossier)
        if any(isinstance(fact, DossierPublished) for fact in known):
            return []
        if self.listed and any(isinstance(fact, FieldsDisclosed) for fact in known):
            raise Refused("published-with-persons")
        if self.until and not self.until.full:
            raise Refused("full-day-needed", on=self.until)
        if self.until and self.until.surely_before(today):
            raise Refused("published-until-the-past", until=self.until)
        return [DossierPublished(self.publication, self.dossier, self.listed, today, self.until)]


@dataclass(frozen=True)
class EndPublication:
    may = SECRETARIAT
    publication: PublicationId

    def boundary(self) -> list[About]:
        return [about(kind, publication=self.publication) for kind in (DossierPublished, PublicationEnded)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not any(isinstance(fact, DossierPublished) for fact in known):
            raise Refused("unknown-publication")
        if any(isinstance(fact, PublicationEnded) for fact in known):
            return []
        return [PublicationEnded(self.publication, legal_day(now))]

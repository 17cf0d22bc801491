"""Handing a sealed dossier to whom it is for: which version, on which day, by which means."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.evidence.facts import DossierSealed
from governance.evidence.given_facts import DossierHanded, HandingId, Means
from governance.evidence.standing import check_sealed
from governance.network.check import SECRETARIAT, already_told, check_told
from governance.words import Day, DossierId, Fact, PersonId, Public


@dataclass(frozen=True)
class HandDossier:
    may = SECRETARIAT
    handing: HandingId
    dossier: DossierId
    recipient: Public
    means: Means
    on: Day

    def boundary(self) -> list[About]:
        return [about(DossierSealed, dossier=self.dossier), about(DossierHanded, handing=self.handing)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        sealed = check_sealed(known, self.dossier)
        handed = DossierHanded(**vars(self), digest=sealed.digest)
        if already_told(known, handed):
            return []
        check_told(self.on, now, self.recipient)
        if self.on.surely_before(sealed.on):
            raise Refused("handed-before-sealed", on=sealed.on)
        return [handed]

"""Another name of somebody or of an organisation, under which she is looked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import OrganisationRegistered, PersonRegistered
from governance.membership.person_facts import AliasGiven
from governance.words import Fact, Office, PersonId, Sealed


@dataclass(frozen=True)
class GiveAlias:
    may = frozenset({Office.SECRETARY, Office.CHAIR})
    person: PersonId
    name: Sealed

    def boundary(self) -> list[About]:
        return [about(PersonRegistered, person=self.person), about(OrganisationRegistered, member=self.person)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if not list(facts):
            raise Refused("unknown-person")
        return [AliasGiven(self.person, self.name)]

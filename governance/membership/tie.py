"""What somebody also is to the cooperative: of another category of the statutes, of an organisation that she does not
represent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import OrganisationRegistered, PersonRegistered
from governance.membership.person_facts import Affiliated, QualityHeld
from governance.membership.place import check_day, statutes_on
from governance.statutes.facts import StatutesAdopted
from governance.words import CategoryId, Day, Fact, MemberId, Office, PersonId, legal_day

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class NoteQuality:
    """Said again from the same day with an `until`, it ends."""

    may = SECRETARIAT
    person: PersonId
    category: CategoryId
    on: Day
    until: Day | None = None

    def boundary(self) -> list[About]:
        known = [about(PersonRegistered, person=self.person), about(OrganisationRegistered, member=self.person)]
        return [*known, about(QualityHeld, person=self.person), about(StatutesAdopted)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not any(isinstance(fact, PersonRegistered | OrganisationRegistered) for fact in known):
            raise Refused("unknown-person")
        if self.category not in {one.id for one in statutes_on(known, legal_day(now)).categories}:
            raise Refused("unknown-category", category=self.category)
        return _said(QualityHeld(self.person, self.category, self.on, self.until), known, now)


@dataclass(frozen=True)
class Affiliate:
    """The same towards an organisation: its employee, its volunteer, on its list, but not its voice."""

    may = SECRETARIAT
    person: PersonId
    organisation: MemberId
    on: Day
    until: Day | None = None

    def boundary(self) -> list[About]:
        people = [about(PersonRegistered, person=self.person), about(OrganisationRegistered, member=self.organisation)]
        return [*people, about(Affiliated, person=self.person)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        for kind, reason in ((OrganisationRegistered, "unknown-organisation"), (PersonRegistered, "unknown-person")):
            if not any(isinstance(fact, kind) for fact in known):
                raise Refused(reason)
        return _said(Affiliated(self.person, self.organisation, self.on, self.until), known, now)


def _said(tie: QualityHeld | Affiliated, known: list[Fact], now: datetime) -> list[Fact]:
    """Nothing where the last that was said from that day says the same."""
    check_day(tie.on, now)
    if tie.until and tie.until < tie.on:
        raise Refused("ends-before-it-begins", on=tie.on, until=tie.until)
    said = {_what(fact): fact for fact in known if isinstance(fact, type(tie))}
    return [] if said.get(_what(tie)) == tie else [tie]


def _what(tie: QualityHeld | Affiliated) -> tuple[str, Day]:
    return (tie.category if isinstance(tie, QualityHeld) else tie.organisation, tie.on)

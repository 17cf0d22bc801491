"""Taking and leaving an office: secretary, chair, board, réviseur."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import OfficeLeft, OfficeTaken, PersonRegistered
from governance.membership.standing import authority, held, offices
from governance.words import CollegeId, Day, Fact, Office, PersonId

GIVEN = frozenset({Office.SECRETARY, Office.CHAIR, Office.BOARD, Office.AUDITOR})


@dataclass(frozen=True)
class TakeOffice:
    """The first one is given by whoever opens the cooperative on the machine, under the name of Palabre. `college`:
    whose seat it is. `provisional`: by the board, until the assembly ratifies: then it is taken again, without it."""

    may = frozenset({Office.SECRETARY, Office.CHAIR, Office.WORKER})
    person: PersonId
    office: Office
    on: Day
    until: Day | None = None
    college: CollegeId | None = None
    provisional: bool = False

    def boundary(self) -> list[About]:
        return [about(PersonRegistered, person=self.person), *authority(self.person)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if self.office not in GIVEN:
            raise Refused("not-an-office")
        if not any(isinstance(fact, PersonRegistered) for fact in known):
            raise Refused("unknown-person")
        if self.until and self.until < self.on:
            raise Refused("ends-before-it-begins", on=self.on, until=self.until)
        if self.office in (offices if self.provisional else held)(known, self.person, self.on):
            return []
        return [OfficeTaken(self.person, self.office, self.on, self.until, self.college, self.provisional)]


@dataclass(frozen=True)
class LeaveOffice:
    may = frozenset({Office.SECRETARY, Office.CHAIR})
    person: PersonId
    office: Office
    on: Day

    def boundary(self) -> list[About]:
        return authority(self.person)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not self.on.full:
            raise Refused("full-day-needed", on=self.on)
        if OfficeLeft(self.person, self.office, self.on) in known:
            return []
        if self.office not in offices(known, self.person, self.on):
            raise Refused("office-not-held")
        return [OfficeLeft(self.person, self.office, self.on)]

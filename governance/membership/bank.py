"""Where a member is reimbursed: the account that she gives, herself or on paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import OrganisationRegistered, PersonRegistered
from governance.membership.herself import about_speaker, check_speaks
from governance.membership.person_facts import BankAccountGiven
from governance.membership.place import check_day
from governance.words import Day, Fact, MemberId, Office, PersonId, Sealed, legal_day


@dataclass(frozen=True)
class GiveBankAccount:
    """`iban`: as the counter understood it, its key checked."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    member: MemberId
    iban: Sealed
    on: Day

    def boundary(self) -> list[About]:
        return [
            about(PersonRegistered, person=PersonId(self.member)),
            about(OrganisationRegistered, member=self.member),
        ]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        if not any(isinstance(fact, PersonRegistered | OrganisationRegistered) for fact in facts):
            raise Refused("unknown-person")
        check_day(self.on, now)
        return [BankAccountGiven(self.member, self.iban, self.on)]


@dataclass(frozen=True)
class GiveMyBankAccount(GiveBankAccount):
    """The same, by who speaks for the member."""

    may = frozenset({Office.ANYONE})

    def boundary(self) -> list[About]:
        return [*super().boundary(), *about_speaker(self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_speaks(known, by, self.member, legal_day(now))
        return super().decide(known, by, now)

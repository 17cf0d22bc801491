"""Taking notice by e-mail: agreed in writing, for a purpose, and withdrawn at any time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import PersonRegistered
from governance.membership.herself import check_herself
from governance.membership.person_facts import NoticeAgreed, NoticeWithdrawn, Purpose, Way
from governance.membership.place import check_day
from governance.statutes.facts import Form
from governance.words import Day, Fact, Office, PersonId

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})
DEMANDED: Mapping[Form, str] = {Form.SARL: "C.com R223-20", Form.SA: "C.com R225-63"}
"""Where the law wants a written agreement before a notice of meeting leaves by e-mail, and its article."""


@dataclass(frozen=True)
class AgreeToNotice:
    """`way`: how she gave it. `purpose`: what for; another one takes the place of the former."""

    may = SECRETARIAT
    person: PersonId
    way: Way
    purpose: Purpose
    on: Day

    def boundary(self) -> list[About]:
        return [about(PersonRegistered, person=self.person), *about_consent(self.person)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not any(isinstance(fact, PersonRegistered) for fact in known):
            raise Refused("unknown-person")
        check_day(self.on, now)
        agreed = NoticeAgreed(self.person, self.way, self.on, self.purpose)
        return [] if last_word(known, self.person, self.on) == agreed else [agreed]


@dataclass(frozen=True)
class AgreeToMyNotice(AgreeToNotice):
    """The same, by herself."""

    may = frozenset({Office.ANYONE})

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        check_herself(by, self.person)
        return super().decide(facts, by, now)


@dataclass(frozen=True)
class WithdrawAgreement:
    """She takes paper from a day on, whether she had agreed or was never asked."""

    may = SECRETARIAT
    person: PersonId
    on: Day

    def boundary(self) -> list[About]:
        return [about(PersonRegistered, person=self.person), *about_consent(self.person)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        if not any(isinstance(fact, PersonRegistered) for fact in known):
            raise Refused("unknown-person")
        check_day(self.on, now)
        said = last_word(known, self.person, self.on)
        return [] if isinstance(said, NoticeWithdrawn) else [NoticeWithdrawn(self.person, self.on)]


@dataclass(frozen=True)
class WithdrawMyAgreement(WithdrawAgreement):
    """The same, by herself."""

    may = frozenset({Office.ANYONE})

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        check_herself(by, self.person)
        return super().decide(facts, by, now)


def about_consent(person: PersonId) -> list[About]:
    return [about(kind, person=person) for kind in (NoticeAgreed, NoticeWithdrawn)]


def last_word(facts: Iterable[Fact], person: PersonId, day: Day) -> NoticeAgreed | NoticeWithdrawn | None:
    """What holds on a day: the last that was agreed or withdrawn by then, None if she was never asked."""
    said = [
        fact
        for fact in facts
        if isinstance(fact, NoticeAgreed | NoticeWithdrawn) and fact.person == person and fact.on <= day
    ]
    return sorted(said, key=lambda fact: fact.on)[-1] if said else None

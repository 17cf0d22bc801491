"""Opening a record, and saying what every document must say of the cooperative and of its funders."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from governance.command import About, Refused, about
from governance.statutes.facts import CooperativeDescribed, Form, FundersMentioned, RecordOpened
from governance.words import Day, Fact, Office, PersonId, Public


@dataclass(frozen=True)
class OpenRecord:
    """The first entry of all. A demonstration says so for ever: it may be given a past, a real record may not."""

    may = frozenset({Office.WORKER})
    name: Public
    demonstration: bool

    def boundary(self) -> list[About]:
        return [about(RecordOpened)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        opened, known = RecordOpened(self.name, self.demonstration), list(facts)
        if opened in known:
            return []
        if known:
            raise Refused("record-already-open")
        if not self.name.strip():
            raise Refused("name-needed")
        return [opened]


@dataclass(frozen=True)
class DescribeCooperative:
    """Name, legal form, seat and registration as they are from a day on; saying the same again adds nothing."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    name: Public
    form: Form
    seat: Public
    registration: Public
    on: Day

    def boundary(self) -> list[About]:
        return [about(CooperativeDescribed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        described = CooperativeDescribed(self.name, self.form, self.seat, self.registration, self.on)
        stands = [fact for fact in facts if isinstance(fact, CooperativeDescribed)][-1:]
        if described in [replace(fact, on=self.on) for fact in stands]:
            return []
        if not self.name.strip():
            raise Refused("name-needed")
        return [described]


@dataclass(frozen=True)
class MentionFunders:
    may = frozenset({Office.SECRETARY, Office.CHAIR})
    mention: Public
    on: Day

    def boundary(self) -> list[About]:
        return [about(FundersMentioned)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        said = [fact.mention for fact in facts if isinstance(fact, FundersMentioned)]
        standing = said[-1] if said else Public("")
        return [] if standing == self.mention else [FundersMentioned(self.mention, self.on)]

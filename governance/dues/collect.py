"""Calling the dues of a year, and what becomes of them: paid, waived, reminded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.dues.facts import DuesCalled, DuesPaid, DuesReminded, DuesWaived
from governance.dues.standing import called, owed
from governance.membership.place import check_day, statutes_on
from governance.membership.standing import about_member, standing
from governance.statutes.facts import Form, StatutesAdopted
from governance.words import CategoryId, Cents, Day, Fact, MemberId, Office, PersonId, Public, Sealed

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class CallDues:
    """What the assembly, or whom the statutes name, fixed for a category and a year. Called again, it replaces the
    first call: an error corrected, an amount that the assembly lowered. `votes` needs an article of the statutes:
    nothing else takes a vote away (C.civ 1844)."""

    may = SECRETARIAT
    year: str
    category: CategoryId
    amount: Cents
    on: Day
    due: Day
    votes: bool = False
    article: Public = Public("")

    def boundary(self) -> list[About]:
        return [about(StatutesAdopted), about(DuesCalled, year=self.year)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        if not self.due.full:
            raise Refused("full-day-needed", on=self.due)
        statutes = statutes_on(known, self.on)
        if self.category not in {one.id for one in statutes.categories}:
            raise Refused("unknown-category", category=self.category)
        if self.amount <= 0:
            raise Refused("dues-of-nothing")
        if self.due < self.on:
            raise Refused("due-before-called", on=self.on)
        if self.votes and not self.article.strip():
            raise Refused("vote-taken-without-article", article="C.civ 1844")
        if self.votes and statutes.form is not Form.ASSOCIATION:
            raise Refused("vote-taken-without-law", form=statutes.form.value)
        call = DuesCalled(self.year, self.category, self.amount, self.on, self.due, self.votes, self.article)
        return [] if call in called(known, self.category) else [call]


def _about(member: MemberId, year: str) -> list[About]:
    mine = [about(kind, member=member, year=year) for kind in (DuesPaid, DuesWaived, DuesReminded)]
    return [*about_member(member), about(DuesCalled, year=year), *mine]


def _owing(facts: list[Fact], member: MemberId, year: str, on: Day) -> Cents:
    """What she owes for that year on that day; refused where nothing was called of her."""
    place = standing(facts, member, on)
    if place is None:
        raise Refused("not-a-member", on=on)
    calls = called(facts, place.category)
    if not calls:
        raise Refused("no-dues-called", year=year)
    return owed(facts, member, calls[-1], on)


@dataclass(frozen=True)
class PayDues:
    """In parts if she likes, never more than she owes. Two equal payments are two gestures."""

    may = SECRETARIAT
    member: MemberId
    year: str
    amount: Cents
    on: Day
    reference: Sealed | None = None

    def boundary(self) -> list[About]:
        return _about(self.member, self.year)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        owing = _owing(known, self.member, self.year, self.on)
        if not 0 < self.amount <= owing:
            raise Refused("more-than-owed", owed=owing)
        return [DuesPaid(self.member, self.year, self.amount, self.on, note=self.reference)]


@dataclass(frozen=True)
class WaiveDues:
    may = SECRETARIAT
    member: MemberId
    year: str
    on: Day
    reason: Sealed | None = None

    def boundary(self) -> list[About]:
        return _about(self.member, self.year)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        if not _owing(known, self.member, self.year, self.on):
            return []
        return [DuesWaived(self.member, self.year, self.on, self.reason)]


@dataclass(frozen=True)
class RemindDues:
    may = SECRETARIAT
    prepared = frozenset({"on"})
    member: MemberId
    year: str
    on: Day

    def boundary(self) -> list[About]:
        return _about(self.member, self.year)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        reminded = DuesReminded(self.member, self.year, self.on)
        if reminded in known:
            return []
        if not _owing(known, self.member, self.year, self.on):
            raise Refused("nothing-owed", year=self.year)
        return [reminded]

"""What other rooms may ask of the dues: what a member owes for a year, and whether that takes her vote."""

from collections.abc import Iterable

from governance.dues.facts import DuesCalled, DuesPaid, DuesWaived
from governance.words import CategoryId, Cents, Day, Fact, MemberId


def called(facts: Iterable[Fact], category: CategoryId) -> list[DuesCalled]:
    """The calls that hold for a category, the last of each year."""
    last = {fact.year: fact for fact in facts if isinstance(fact, DuesCalled) and fact.category == category}
    return list(last.values())


def owed(facts: Iterable[Fact], member: MemberId, call: DuesCalled, on: Day) -> Cents:
    """What remains to be paid of a call, on a day; nothing once it was waived."""
    rest = int(call.amount)
    for fact in facts:
        match fact:
            case DuesPaid() if fact.member == member and fact.year == call.year and fact.on <= on:
                rest -= fact.amount
            case DuesWaived() if fact.member == member and fact.year == call.year and fact.on <= on:
                return Cents(0)
    return Cents(max(rest, 0))


def unpaid_for_vote(facts: Iterable[Fact], member: MemberId, category: CategoryId, day: Day) -> DuesCalled | None:
    """The dues whose lack takes her vote on that day: due since, and not paid."""
    known = list(facts)
    for call in called(known, category):
        if call.votes and call.due < day and owed(known, member, call, day):
            return call
    return None

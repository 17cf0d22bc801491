"""What the record says of dues (cotisations): called by year and category, paid, waived, reminded. Amounts in cents."""

from dataclasses import dataclass

from governance.words import CategoryId, Cents, Day, Fact, MemberId, Public, Sealed


@dataclass(frozen=True)
class DuesCalled(Fact):
    """What every member of a category owes for a year; the last call of the same year and category prevails.

    `year` is a name: `2026`, or `2026-2027` where years run from September. `votes`: whether who owes it has no vote,
    by `article` of the statutes.
    """

    tags = ((), ("year",))
    year: str
    category: CategoryId
    amount: Cents
    on: Day
    due: Day
    votes: bool
    article: Public = Public("")


@dataclass(frozen=True)
class DuesPaid(Fact):
    """`note`: the cheque or the transfer, in words that may name somebody; `reference`: the same in the oldest
    entries, in public words."""

    tags = ((), ("member", "year"))
    member: MemberId
    year: str
    amount: Cents
    on: Day
    reference: Public = Public("")
    note: Sealed | None = None


@dataclass(frozen=True)
class DuesWaived(Fact):
    """Nothing is owed any more for that year, for a reason."""

    tags = ((), ("member", "year"))
    member: MemberId
    year: str
    on: Day
    reason: Sealed | None = None


@dataclass(frozen=True)
class DuesReminded(Fact):
    tags = (("member", "year"),)
    member: MemberId
    year: str
    on: Day

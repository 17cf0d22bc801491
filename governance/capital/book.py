"""The book of shares: what every holder has, who waits to be paid back, and the capital from its first day on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import accumulate

from governance.capital.account import EMPTY, MOVEMENTS, NUMBERED, Account, Change, Lots, Movement, changes, less
from governance.capital.curve import Curve, Point
from governance.capital.facts import ClaimId, RegisterContinued, ReimbursementAsked, SharesCancelled
from governance.command import Fold
from governance.membership.facts import MemberAdmitted, MemberLeft, OrganisationRegistered
from governance.membership.person_facts import OrganisationCorrected
from governance.shelves import Shelves
from governance.words import Cents, Day, Fact, MemberId


@dataclass(frozen=True)
class Claim:
    """Shares that wait to be cancelled: a leaver's, under her own name, or those that a member who stays asked back.

    `rank`: in the order of the record, for those of one day.
    """

    claim: ClaimId
    member: MemberId
    on: Day
    rank: int
    lots: Lots


@dataclass(frozen=True)
class Asked:
    claim: ClaimId
    on: Day
    rank: int
    shares: int


@dataclass(frozen=True)
class Holder:
    """`stands`: since when she is, or is no more, a member; `rank`: when that was written; `gained`: the last day on
    which shares came to her."""

    account: Account = EMPTY
    gained: Day | None = None
    stands: Day | None = None
    left: bool = False
    rank: int = 0
    asked: tuple[Asked, ...] = ()

    def after(self, fact: Fact, rank: int) -> Holder:
        match fact:
            case MemberAdmitted() | MemberLeft() if self.stands is None or self.stands <= fact.on:
                return replace(self, stands=fact.on, left=isinstance(fact, MemberLeft), rank=rank)
            case ReimbursementAsked():
                return replace(self, asked=(*self.asked, Asked(fact.claim, fact.on, rank, fact.shares)))
            case SharesCancelled():
                return replace(self, asked=tuple(_served(one, fact) for one in self.asked))
        return self

    def changed(self, change: Change, on: Day) -> Holder:
        gained = max(self.gained or on, on) if change.shares > 0 else self.gained
        return replace(self, account=self.account.after(change), gained=gained)

    @property
    def waiting(self) -> int:
        """The shares that she asked back and that are still hers."""
        return sum(one.shares for one in self.asked)

    def claims(self, member: MemberId) -> list[Claim]:
        """What she asked first; once she has left, all that remains."""
        found, lots = [], self.account.lots
        for one in self.asked:
            taken = some(lots, one.shares)
            found.append(Claim(one.claim, member, one.on, one.rank, taken))
            lots = less(lots, taken)
        if self.left and self.stands:
            found.append(Claim(ClaimId(member), member, self.stands, self.rank, lots))
        return [claim for claim in found if claim.lots]


def _served(asked: Asked, fact: SharesCancelled) -> Asked:
    return replace(asked, shares=asked.shares - fact.shares) if asked.claim == fact.claim else asked


def some(lots: Lots, shares: int) -> Lots:
    """So many shares of these, the smallest values first; all of them if there are fewer."""
    taken: dict[Cents, int] = {}
    for nominal in sorted(lots):
        taken[nominal] = min(lots[nominal], shares)
        shares -= taken[nominal]
    return {nominal: number for nominal, number in taken.items() if number}


@dataclass(frozen=True)
class ShareBook(Fold):
    kinds = (
        *MOVEMENTS,
        RegisterContinued,
        ReimbursementAsked,
        MemberAdmitted,
        MemberLeft,
        OrganisationRegistered,
        OrganisationCorrected,
    )
    holders: Shelves[MemberId, Holder] = field(default_factory=Shelves, repr=False, compare=False)
    days: Shelves[Day, tuple[int, ...]] = field(default_factory=Shelves, repr=False, compare=False)
    waiting: frozenset[MemberId] = field(default=frozenset(), compare=False)
    public_bodies: frozenset[MemberId] = field(default=frozenset(), compare=False)
    capital: Cents = field(default=Cents(0), compare=False)
    public: Cents = field(default=Cents(0), compare=False)
    before: Cents = field(default=Cents(0), compare=False)
    facts: int = field(default=0, compare=False)
    numbered: int = field(default=0, compare=False)

    def after(self, fact: Fact) -> ShareBook:
        book = replace(self, facts=self.facts + 1)
        match fact:
            case RegisterContinued():
                return replace(book, before=fact.highest)
            case OrganisationRegistered() | OrganisationCorrected():
                return book._said_public(fact.member, fact.public_body)
            case MemberAdmitted() | MemberLeft() | ReimbursementAsked():
                return book._put(fact.member, self.holder(fact.member).after(fact, book.facts))
        moved = book._moved(fact) if isinstance(fact, MOVEMENTS) else book
        return replace(moved, numbered=book.numbered + isinstance(fact, NUMBERED))

    def _said_public(self, member: MemberId, public_body: bool) -> ShareBook:
        if public_body == (member in self.public_bodies):
            return self
        held = self.holder(member).account.worth
        public = Cents(self.public + (held if public_body else -held))
        return replace(self, public_bodies=self.public_bodies ^ {member}, public=public)

    def _moved(self, fact: Movement) -> ShareBook:
        book = self
        for change in changes(fact):
            holder = book.holder(change.member).changed(change, fact.on).after(fact, book.facts)
            public = change.worth if change.member in book.public_bodies else 0
            book = replace(book, capital=Cents(book.capital + change.worth), public=Cents(book.public + public))
            book = book._put(change.member, holder)
        if moved := book.capital - self.capital:
            book = replace(book, days=book.days.with_(fact.on, _joined(book.days.get(fact.on, ()), moved)))
        return book

    def _put(self, member: MemberId, holder: Holder) -> ShareBook:
        waiting = self.waiting
        if bool(holder.claims(member)) != (member in waiting):
            waiting = waiting ^ {member}
        return replace(self, holders=self.holders.with_(member, holder), waiting=waiting)

    def holder(self, member: MemberId) -> Holder:
        return self.holders.get(member, Holder())

    def queue(self, day: Day) -> list[Claim]:
        """Who waits on a day, in the order in which they left or asked."""
        claims = [claim for member in self.waiting for claim in self.holder(member).claims(member)]
        return sorted((claim for claim in claims if claim.on <= day), key=lambda claim: (claim.on, claim.rank))

    @property
    def curve(self) -> Curve:
        steps = [(day, step) for day, moved in sorted(self.days.items()) for step in moved]
        heights = accumulate(step for _, step in steps)
        points = [Point(day, Cents(height)) for (day, _), height in zip(steps, heights, strict=True)]
        return Curve(points, self.before)

    @property
    def public_part(self) -> Fraction:
        return Fraction(self.public, self.capital) if self.capital else Fraction(0)


def _joined(steps: tuple[int, ...], step: int) -> tuple[int, ...]:
    """The ups and downs of a day, without the heights between two ups or two downs: they are never the extreme."""
    if steps and (steps[-1] > 0) == (step > 0):
        return (*steps[:-1], steps[-1] + step)
    return (*steps, step)

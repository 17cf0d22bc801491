"""The book of shares: what every holder has, who waits to be paid back, and the capital from its first day on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import accumulate

from governance.capital.account import EMPTY, MOVEMENTS, NUMBERED, Account, Change, Lots, Movement, changes, less
from governance.capital.curve import Curve, Point
from governance.capital.facts import ClaimId, RegisterContinued, ReimbursementAsked, SharesCancelled
from governance.command import Fold
from governance.membership.facts import AdmissionRedated, MemberAdmitted, MemberLeft, OrganisationRegistered
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
            case AdmissionRedated() if self.stands == fact.was and not self.left:
                return replace(self, stands=fact.on)
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


NOBODY = Holder()


def waits(waiting: frozenset[MemberId], member: MemberId, holder: Holder) -> frozenset[MemberId]:
    """Those who wait, with or without this one."""
    if not (holder.left or holder.asked or member in waiting):
        return waiting  # the most of them, at no cost
    return waiting | {member} if holder.claims(member) else waiting - {member}


@dataclass(frozen=True)
class ShareBook(Fold):
    kinds = (
        *MOVEMENTS,
        RegisterContinued,
        ReimbursementAsked,
        MemberAdmitted,
        AdmissionRedated,
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
        match fact:
            case RegisterContinued():
                return replace(self, before=fact.highest)
            case OrganisationRegistered() | OrganisationCorrected() if self._turns(fact.member, fact.public_body):
                held = self.holder(fact.member).account.worth
                bodies = self.public_bodies ^ {fact.member}
                public = self.public + held if fact.public_body else self.public - held
                return replace(self, public_bodies=bodies, public=Cents(public))
            case MemberAdmitted() | AdmissionRedated() | MemberLeft() | ReimbursementAsked():
                holder = self.holder(fact.member).after(fact, self.facts)
                holders, waiting = self.holders.with_(fact.member, holder), waits(self.waiting, fact.member, holder)
                return replace(self, holders=holders, waiting=waiting, facts=self.facts + 1)
        return self._moved(fact) if isinstance(fact, MOVEMENTS) else self

    def _turns(self, member: MemberId, public_body: bool) -> bool:
        """Whether she was known as the contrary until now."""
        return (member in self.public_bodies) != public_body

    def _moved(self, fact: Movement) -> ShareBook:
        """In one step, however many accounts it touches: a whole register is folded so when a process begins."""
        holders, waiting, capital, public = self.holders, self.waiting, self.capital, self.public
        for change in changes(fact):
            holder = holders.get(change.member, NOBODY).changed(change, fact.on).after(fact, self.facts)
            holders, waiting = holders.with_(change.member, holder), waits(waiting, change.member, holder)
            capital = Cents(capital + change.worth)
            public = Cents(public + change.worth) if change.member in self.public_bodies else public
        moved, days = capital - self.capital, self.days
        return replace(
            self,
            holders=holders,
            days=days.with_(fact.on, _joined(days.get(fact.on, ()), moved)) if moved else days,
            waiting=waiting,
            capital=capital,
            public=public,
            facts=self.facts + 1,
            numbered=self.numbered + isinstance(fact, NUMBERED),
        )

    def holder(self, member: MemberId) -> Holder:
        return self.holders.get(member, NOBODY)

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

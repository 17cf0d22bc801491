"""Leaving: the rights end on that day; the shares and the money follow later (C.com L231-6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.command import PALABRE, About, Fold, Refused, about, folded
from governance.membership.body import Body, consequences
from governance.membership.facts import (
    Cause,
    MemberAdmitted,
    MemberLeft,
    OrganisationRegistered,
    WithdrawalNotified,
    WithdrawalTakenBack,
)
from governance.membership.place import check_day
from governance.membership.standing import about_member, standing
from governance.statutes.facts import LossCause, StatutesAdopted
from governance.statutes.standing import in_force
from governance.words import Day, Fact, MemberId, Office, PersonId, legal_day


def about_leaving(member: MemberId) -> list[About | Fold]:
    """The member, and the whole that she leaves."""
    return [about(StatutesAdopted), Body(), *about_member(member)]


def about_withdrawal(member: MemberId) -> list[About]:
    return [about(kind, member=member) for kind in (WithdrawalNotified, WithdrawalTakenBack)]


def withdrawing(facts: Iterable[Fact]) -> WithdrawalNotified | None:
    """The withdrawal that waits for its day: the last one, unless she took it back, left or came again."""
    found: WithdrawalNotified | None = None
    for fact in facts:
        match fact:
            case WithdrawalNotified():
                found = fact
            case WithdrawalTakenBack() | MemberLeft() | MemberAdmitted():
                found = None
    return found


def last_letter(facts: Iterable[Fact]) -> WithdrawalNotified | WithdrawalTakenBack | None:
    """What was written last of a withdrawal: that it is, or that it is no more."""
    letters = [fact for fact in facts if isinstance(fact, WithdrawalNotified | WithdrawalTakenBack)]
    return letters[-1] if letters else None


def leaving(
    facts: Iterable[Fact], member: MemberId, cause: Cause, on: Day, lost: LossCause | None = None
) -> list[Fact]:
    """She is gone from that day on, with what her going breaks. Nothing if it is written already."""
    known = list(facts)
    left = MemberLeft(member, cause, on, lost)
    if left in known:
        return []
    if standing(known, member, on) is None:
        raise Refused("not-a-member", on=on)
    version = in_force(known, on)
    return [left, *consequences(folded(Body, known), [left], version.statutes if version else None, on)]


@dataclass(frozen=True)
class Leave:
    """What ends a membership of itself: death, dissolution, a condition lost; and a withdrawal on its day.

    Withdrawing and excluding have acts of their own; a departure of long ago is recorded by this one. `lost`: the
    condition that is no longer met.
    """

    may = frozenset({Office.SECRETARY, Office.CHAIR, Office.WORKER})
    member: MemberId
    cause: Cause
    on: Day
    lost: LossCause | None = None

    def boundary(self) -> Sequence[About | Fold]:
        mine = [about(OrganisationRegistered, member=self.member), *about_withdrawal(self.member)]
        return [*about_leaving(self.member), *mine]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        legal = any(isinstance(fact, OrganisationRegistered) for fact in known)
        if self.cause is Cause.DEATH and legal:
            raise Refused("organisations-do-not-die")
        if self.cause is Cause.DISSOLUTION and not legal:
            raise Refused("persons-are-not-dissolved")
        if by == PALABRE and withdrawing(known) is None:
            raise Refused("no-withdrawal-notified")
        return leaving(known, self.member, self.cause, self.on, self.lost)


@dataclass(frozen=True)
class NotifyWithdrawal:
    """A member leaves when she finds it fit, in writing. Her rights end on the day that takes effect; her shares wait
    their turn behind the floor of the capital (C.com L231-5, L231-6)."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    member: MemberId
    on: Day
    effective: Day

    def boundary(self) -> Sequence[About | Fold]:
        return [*about_leaving(self.member), *about_withdrawal(self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        if not self.effective.full:
            raise Refused("full-day-needed", on=self.effective)
        if self.effective < self.on:
            raise Refused("effective-before-notified", on=self.on)
        notified = WithdrawalNotified(self.member, self.on, self.effective)
        if last_letter(known) == notified:
            return []
        if standing(known, self.member, self.on) is None:
            raise Refused("not-a-member", on=self.on)
        if legal_day(now) < self.effective:
            return [notified]
        return [notified, *leaving(known, self.member, Cause.WITHDRAWAL, self.effective)]

"""What somebody takes back, and a day that was entered wrong: facts of their own, nothing is edited."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Fold, Refused, about, folded
from governance.membership.apply import about_application, waiting
from governance.membership.body import Body, consequences
from governance.membership.facts import (
    AdmissionRedated,
    ApplicationWithdrawn,
    Cause,
    MemberAdmitted,
    MemberLeft,
    WithdrawalTakenBack,
)
from governance.membership.irregular import irregular
from governance.membership.leave import about_leaving, about_withdrawal, last_letter, withdrawing
from governance.membership.place import check_day, check_place, statutes_on
from governance.membership.standing import Standing, about_member, in_order, standing
from governance.statutes.facts import StatutesAdopted
from governance.words import Day, Fact, MemberId, Office, PersonId, Sealed

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})


@dataclass(frozen=True)
class WithdrawApplication:
    """The candidate gives up; she may apply again."""

    may = SECRETARIAT
    member: MemberId
    on: Day

    def boundary(self) -> list[About]:
        return about_application(self.member)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        given_up = ApplicationWithdrawn(self.member, self.on)
        applied = waiting(known)
        if applied is None and given_up in known:
            return []
        if applied is None:
            raise Refused("no-application")
        if self.on < applied.on:
            raise Refused("answer-before-application", applied=applied.on)
        return [given_up]


@dataclass(frozen=True)
class TakeBackWithdrawal:
    """Before it takes effect she simply stays. Afterwards she is a member no more and applies again; `despite`: why
    she was taken back nonetheless, in the place that she had."""

    may = SECRETARIAT
    member: MemberId
    on: Day
    despite: Sealed | None = None

    def boundary(self) -> Sequence[About | Fold]:
        return [*about_leaving(self.member), *about_withdrawal(self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        taken_back, notified = WithdrawalTakenBack(self.member, self.on), withdrawing(known)
        if last_letter(known) == taken_back:
            return []
        if notified is None:
            return self._come_back(known, taken_back)
        if self.on < notified.on:
            raise Refused("withdrawal-before-notified", on=notified.on)
        if self.on >= notified.effective:
            raise Refused("withdrawal-took-effect", on=notified.effective)
        return [taken_back]

    def _come_back(self, facts: list[Fact], taken_back: Fact) -> list[Fact]:
        last = next((one for one in reversed(in_order(facts)) if isinstance(one, MemberLeft)), None)
        place = _place_before(facts, last) if last and last.cause is Cause.WITHDRAWAL else None
        if last is None or place is None or self.on < last.on or standing(facts, self.member, self.on):
            raise Refused("no-withdrawal-notified")
        check_place(facts, place.category, place.college, self.on)
        broken = [Refused("withdrawal-took-effect", on=last.on, article="C.com L231-6")]
        noted = irregular(self.member, self.on, broken, self.despite, largest_effect=1)
        back = MemberAdmitted(self.member, place.category, place.college, self.on)
        statutes = statutes_on(facts, self.on)
        return [taken_back, back, *noted, *consequences(folded(Body, facts), [back], statutes, self.on)]


def _place_before(facts: list[Fact], left: MemberLeft) -> Standing | None:
    return standing([fact for fact in facts if fact != left], left.member, left.on)


@dataclass(frozen=True)
class RedateAdmission:
    """An admission was entered on the wrong day: `on`, when it was true. What she voted meanwhile stands."""

    may = SECRETARIAT
    member: MemberId
    on: Day

    def boundary(self) -> list[About]:
        return [about(StatutesAdopted), *about_application(self.member), *about_member(self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        trail = in_order(known)
        entered = next((n for n in reversed(range(len(trail))) if isinstance(trail[n], MemberAdmitted)), None)
        if entered is None:
            raise Refused("not-a-member", on=self.on)
        admitted = trail[entered]
        if admitted.on == self.on:
            return []
        for before in trail[max(entered - 1, 0) : entered]:
            if not before.on < self.on:
                raise Refused("moved-meanwhile", day=before.on)
        for since in trail[entered + 1 : entered + 2]:
            if not self.on < since.on:
                raise Refused("moved-meanwhile", day=since.on)
        return [AdmissionRedated(self.member, admitted.on, self.on)]

"""Leaving: the rights end on that day; the shares and the money follow later (C.com L231-6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused
from governance.membership.facts import Cause, MemberLeft
from governance.membership.place import check_day
from governance.membership.standing import about_member, standing
from governance.words import Day, Fact, MemberId, Office, PersonId


@dataclass(frozen=True)
class Leave:
    """A member leaves when she finds it fit; the other causes are recorded by the secretariat."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    member: MemberId
    cause: Cause
    on: Day

    def boundary(self) -> list[About]:
        return about_member(self.member)

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        left = MemberLeft(self.member, self.cause, self.on)
        if left in known:
            return []
        if standing(known, self.member, self.on) is None:
            raise Refused("not-a-member", on=self.on)
        return [left]

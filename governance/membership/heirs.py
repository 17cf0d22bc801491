"""After a death: whom the value of the shares is paid to. The quality of member is not inherited (C.com L231-8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import Cause, HeirsNamed, MemberLeft
from governance.membership.place import check_day
from governance.words import Day, Fact, MemberId, Office, PersonId, Sealed


@dataclass(frozen=True)
class NameHeirs:
    """`heirs`: a name, then an address. An heir who wants to be a member applies like anybody."""

    may = frozenset({Office.SECRETARY, Office.CHAIR})
    member: MemberId
    on: Day
    heirs: Sealed

    def boundary(self) -> list[About]:
        return [about(kind, member=self.member) for kind in (MemberLeft, HeirsNamed)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        died = next((fact for fact in known if isinstance(fact, MemberLeft) and fact.cause is Cause.DEATH), None)
        if died is None or self.on < died.on:
            raise Refused("nobody-died")
        named = HeirsNamed(self.member, self.on, self.heirs)
        return [] if named in known else [named]

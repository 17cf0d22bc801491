"""Moving a member to another collège: an act of the board, never a change of the statutes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Refused, about
from governance.membership.facts import CollegeChanged
from governance.membership.place import check_college, check_day, statutes_on
from governance.membership.standing import about_member, standing
from governance.statutes.facts import StatutesAdopted
from governance.words import CollegeId, Day, Fact, MemberId, Office, PersonId


@dataclass(frozen=True)
class ChangeCollege:
    """A roll that is already frozen keeps the collège that it holds (L47 art. 19 octies)."""

    may = frozenset({Office.SECRETARY, Office.CHAIR, Office.BOARD})
    member: MemberId
    college: CollegeId
    on: Day

    def boundary(self) -> list[About]:
        return [about(StatutesAdopted), *about_member(self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        check_college(statutes_on(known, self.on), self.college)
        place = standing(known, self.member, self.on)
        if place is None:
            raise Refused("not-a-member", on=self.on)
        if place.college == self.college:
            return []
        return [CollegeChanged(self.member, self.college, self.on)]

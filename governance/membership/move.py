"""Moving a member to another collège or category: an act of the board, never a change of the statutes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.command import About, Fold, Refused, about, folded
from governance.membership.body import Body, consequences
from governance.membership.facts import CategoryChanged, CollegeChanged
from governance.membership.place import check_college, check_day, check_place, statutes_on
from governance.membership.standing import about_member, standing
from governance.statutes.facts import StatutesAdopted
from governance.words import CategoryId, CollegeId, Day, Fact, MemberId, Office, PersonId


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


@dataclass(frozen=True)
class ChangeCategory:
    """Her link with the cooperative is another from that day on: hired, retired, no longer a user. `college`: the one
    where she belongs from then on, if that changes too."""

    may = ChangeCollege.may
    member: MemberId
    category: CategoryId
    on: Day
    college: CollegeId | None = None

    def boundary(self) -> Sequence[About | Fold]:
        return [about(StatutesAdopted), Body(), *about_member(self.member)]

    def decide(self, facts: Iterable[Fact], by: PersonId, now: datetime, /) -> list[Fact]:
        known = list(facts)
        check_day(self.on, now)
        place = standing(known, self.member, self.on)
        if place is None:
            raise Refused("not-a-member", on=self.on)
        college = self.college or place.college
        check_place(known, self.category, college, self.on)
        moved: list[Fact] = []
        if self.category != place.category:
            moved.append(CategoryChanged(self.member, self.category, self.on))
        if college is not None and college != place.college:
            moved.append(CollegeChanged(self.member, college, self.on))
        return [*moved, *consequences(folded(Body, known), moved, statutes_on(known, self.on), self.on)]

"""How long the law wants a name kept: a register says who was bound by what, as long as anybody may be asked for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from governance.capital.account import about_account, account
from governance.command import About
from governance.membership.facts import MemberAdmitted, MemberLeft, OfficeLeft, OfficeTaken
from governance.membership.standing import about_member, authority, offices, standing
from governance.words import Day, Fact, MemberId, Office, PersonId

YEARS = 5
TAIL, OFFICERS, SHARES = "C.com L231-6", "C.civ 2224", "C.com R228-8"
"""Who left stays bound five years by what existed then; so long one may ask who decided; holders are registered."""


@dataclass(frozen=True)
class Hold:
    """The article that keeps a name, until a day; None as long as she is what she is."""

    article: str
    until: Day | None


def about_hold(person: PersonId) -> list[About]:
    return [*about_member(MemberId(person)), *about_account(MemberId(person)), *authority(person)]


def hold(facts: Iterable[Fact], person: PersonId, today: Day) -> Hold | None:
    """What keeps her name today, for the longest; None once nothing does."""
    found = [one for one in _holds(list(facts), person, today) if one.until is None or today < one.until]
    return max(found, key=lambda one: (one.until is None, one.until or today), default=None)


def _holds(facts: list[Fact], person: PersonId, today: Day) -> Iterator[Hold]:
    if standing(facts, MemberId(person), today):
        yield Hold(TAIL, None)
    if account(facts, MemberId(person), today).shares:
        yield Hold(SHARES, None)
    if offices(facts, person, today) != {Office.ANYONE}:
        yield Hold(OFFICERS, None)
    for fact in facts:
        match fact:
            case MemberAdmitted(member=member) | MemberLeft(member=member) if member == MemberId(person):
                yield Hold(TAIL, _years_after(fact.on))
            case OfficeTaken(person=who, until=until) if who == person:
                yield Hold(OFFICERS, _years_after(until or fact.on))
            case OfficeLeft(person=who) if who == person:
                yield Hold(OFFICERS, _years_after(fact.on))


def _years_after(day: Day) -> Day:
    """The same day five years later; of a 29 February, the 1st of March."""
    last = day.last
    leap = (last.month, last.day) == (2, 29)
    return Day.of(date(last.year + YEARS, 3, 1) if leap else last.replace(year=last.year + YEARS))

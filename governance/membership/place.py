"""Where a member may be: a category and a collège that the statutes know on that day."""

from collections.abc import Iterable
from datetime import datetime

from governance.command import Refused
from governance.statutes.facts import Statutes
from governance.statutes.standing import in_force
from governance.words import CategoryId, CollegeId, Day, Fact, legal_day


def check_day(on: Day, now: datetime) -> None:
    """The register of members is kept by the day, and holds nothing that has not happened."""
    if not on.full:
        raise Refused("full-day-needed", on=on)
    if legal_day(now).surely_before(on):
        raise Refused("day-to-come", on=on)


def statutes_on(facts: Iterable[Fact], on: Day) -> Statutes:
    version = in_force(facts, on)
    if version is None:
        raise Refused("no-statutes-yet", on=on)
    return version.statutes


def check_place(facts: Iterable[Fact], category: CategoryId, college: CollegeId | None, on: Day) -> None:
    """Where the statutes have collèges, every member is in one of them."""
    statutes = statutes_on(facts, on)
    if category not in {known.id for known in statutes.categories}:
        raise Refused("unknown-category", category=category)
    check_college(statutes, college)


def check_college(statutes: Statutes, college: CollegeId | None) -> None:
    colleges = {known.id for scheme in statutes.schemes for known in scheme.colleges}
    if colleges and college is None:
        raise Refused("college-needed")
    if college is not None and college not in colleges:
        raise Refused("unknown-college", college=college)

"""What the statutes of a day say of the capital, and what an act on shares asks of its author and of its day."""

from collections.abc import Iterable

from governance.command import Refused
from governance.membership.facts import (
    ApplicationRejected,
    CategoryChanged,
    MemberAdmitted,
    MemberLeft,
    MembershipApplied,
)
from governance.statutes.facts import Capital, Category, Statutes
from governance.statutes.standing import in_force
from governance.words import CategoryId, Day, Fact, MemberId, Office

SECRETARIAT = frozenset({Office.SECRETARY, Office.CHAIR})
PLACES = (MembershipApplied, ApplicationRejected, MemberAdmitted, CategoryChanged, MemberLeft)
"""The kinds from which the category of a candidate or of a member is known."""
MOST = 1_000_000
"""Shares in one act: more is a slip of the finger."""


def statutes_with_capital(facts: Iterable[Fact], on: Day) -> tuple[Statutes, Capital]:
    version = in_force(facts, on)
    if version is None:
        raise Refused("no-statutes-yet", on=on)
    if version.statutes.capital is None:
        raise Refused("no-capital", form=version.statutes.form.value)
    return version.statutes, version.statutes.capital


def category_of(facts: Iterable[Fact], member: MemberId) -> CategoryId | None:
    """Of the last admission or application; who left, or was rejected, has none."""
    for fact in reversed([fact for fact in facts if isinstance(fact, PLACES) and fact.member == member]):
        if isinstance(fact, MemberLeft | ApplicationRejected):
            return None
        return fact.category
    return None


def least(statutes: Statutes, category: CategoryId | None) -> Category | None:
    """The category with the fewest shares that it asks."""
    return next((one for one in statutes.categories if one.id == category), None)


def check_shares(shares: int) -> None:
    if not 1 <= shares <= MOST:
        raise Refused("whole-shares")

"""A cooperative seen by its capital: who holds what, written in a few words."""

from dataclasses import replace
from fractions import Fraction

from governance.capital.facts import RegisterContinued, SharesTakenOver
from governance.membership.facts import ActorKind, Cause, MemberLeft, OrganisationRegistered
from governance.statutes.facts import Capital, Reimbursement, Ruled, Statutes
from governance.words import Cents, Day, MemberId, Public, Sealed, SubscriptionId
from tests.coop import admitted, adopted, scic

OPENING = Day("2021-02-01")
NOMINAL = Cents(5000)
WHY = Sealed("ef" * 32)
"""Why something irregular is recorded, in words that may speak of somebody."""


def euros(amount: int) -> Cents:
    return Cents(amount * 100)


def holds(member: str, shares: int, nominal: int = NOMINAL, paid: int | None = None, on: str = OPENING.text):
    """A member from the opening day, with shares that are paid unless said otherwise."""
    worth = shares * nominal if paid is None else paid
    taken = SharesTakenOver(
        SubscriptionId(f"{member}.0"), MemberId(member), shares, Cents(nominal), Cents(worth), Day(on)
    )
    return [admitted(member), taken]


def public(member: str) -> OrganisationRegistered:
    return OrganisationRegistered(MemberId(member), Public(member), ActorKind.LOCAL_AUTHORITY, True)


def left(member: str, on: str, cause: Cause = Cause.WITHDRAWAL) -> MemberLeft:
    return MemberLeft(MemberId(member), cause, Day(on))


def highest(amount: int, last_number: int = 0) -> RegisterContinued:
    return RegisterContinued(last_number, euros(amount), OPENING)


def statutes(nominal: int = NOMINAL, minimum: int = 2000, **changed: object) -> Statutes:
    """Those of the demonstration, with other rules on the capital."""
    capital = scic().capital
    assert capital is not None
    ruled = replace(capital, nominal=Ruled(Cents(nominal), "8"), minimum=Ruled(euros(minimum), "9"), **changed)
    return replace(scic(), capital=ruled)


def reimbursement(**changed: object) -> Reimbursement:
    capital = scic().capital
    assert isinstance(capital, Capital)
    assert capital.reimbursement is not None
    return replace(capital.reimbursement, **changed)


def in_force(**changed: object):
    return adopted(statutes(**changed))


HALF = Fraction(1, 2)

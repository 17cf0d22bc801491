"""Two browsers cancel, record what was done, leave and pay back at once: the floor, the queue and the sums hold."""

from fractions import Fraction
from functools import partial, reduce

import pytest

from governance.capital.account import account
from governance.capital.appropriate import AppropriateResult
from governance.capital.book import ShareBook
from governance.capital.cancel import CancelShares
from governance.capital.facts import (
    CancellationId,
    ResultAppropriated,
    SharesCancelled,
    SharesReimbursed,
    ShareValued,
)
from governance.capital.reimburse import Reimburse
from governance.capital.subscribe import Subscribe
from governance.capital.transfer import TransferShares
from governance.membership.admit import Admit
from governance.membership.facts import Cause, MemberAdmitted, MemberLeft
from governance.membership.leave import Leave
from governance.statutes.facts import Organ
from governance.words import Cents, Day, MemberId, PersonId, SubscriptionId
from tests.conftest import Database
from tests.coop import applied
from tests.gwt import SECRETARY, in_office
from tests.races.racing import refusals, together, two_records
from tests.rules.capital.holders import euros, highest, holds, in_force, left

ON = Day("2026-02-01")
E17 = [
    in_office,
    in_force(),
    highest(48_000),
    *(fact for who, shares in (("anne", 40), ("bo", 50), ("cleo", 10), ("dan", 200)) for fact in holds(who, shares)),
    *(left(who, f"2025-0{month}-01") for month, who in enumerate(("anne", "bo", "cleo"), start=3)),
]
THREADS = 8


@pytest.fixture
def records(durable_cooperative: Database):
    with two_records(durable_cooperative) as records:
        records[0].enter(E17, PersonId("test"), "past")
        yield records


def book(records) -> ShareBook:
    return reduce(ShareBook.after, (entry.fact for entry in records[0].entries()), ShareBook())


def give(records, number: int, command):
    return partial(records[number % 2].execute, command, SECRETARY, f"g{number}")


def test_the_queue_is_served_once_however_many_press(records):
    acts = [give(records, n, CancelShares(CancellationId(f"c{n}"), ON)) for n in range(THREADS)]

    answers = together(acts)

    gone = [entry.fact for entry in records[0].entries() if isinstance(entry.fact, SharesCancelled)]
    assert [(fact.member, fact.shares) for fact in gone] == [("anne", 40), ("bo", 20)]
    assert refusals(answers) == ["floor-reached"] * (THREADS - 1)
    assert book(records).capital == euros(12_000)


@pytest.mark.parametrize("round_", range(3))
def test_while_some_leave_subscribe_and_transfer_nobody_passes_the_floor(records, round_):
    serve = [give(records, n, CancelShares(CancellationId(f"c{n}"), ON)) for n in range(4)]
    others = [
        Leave(MemberId("dan"), Cause.WITHDRAWAL, ON),
        TransferShares(MemberId("dan"), MemberId("dan"), 1, ON, Organ.BOARD, "CA"),
        Subscribe(SubscriptionId("s"), MemberId("dan"), 20, ON),
    ]
    together([*serve, *(give(records, n, act) for n, act in enumerate(others, start=10))])

    after = book(records)
    floor = after.curve.floor(in_force().statutes.capital, ON)
    gone = [entry.fact for entry in records[0].entries() if isinstance(entry.fact, SharesCancelled)]
    assert after.capital >= floor.amount
    assert [fact.member for fact in gone] == sorted(fact.member for fact in gone)  # anne, bo, cleo, dan


def test_two_browsers_admit_withdraw_and_reimburse_at_once(records):
    """Whatever comes first, each newcomer is admitted once, each leaver leaves once and waits, each debt is paid once,
    and the shares of all are the capital."""
    debt = [
        ShareValued(Day("2025-12-31"), Cents(0), Cents(0), Cents(0), Fraction(0), Fraction(0), ON),
        *(SharesCancelled(f"{who}.1", who, who, 4, Cents(5000), Cents(0), Day("2025-06-01")) for who in ("anne", "bo")),
    ]
    newcomers = [MemberId(f"new{n}") for n in range(4)]
    records[0].enter([*debt, *(applied(who) for who in newcomers)], PersonId("test"), "news")
    acts = [
        *(Admit(who, ON) for who in newcomers),
        *(Subscribe(SubscriptionId(f"s.{who}"), who, 2, ON) for who in newcomers),
        Leave(MemberId("dan"), Cause.WITHDRAWAL, ON),
        *(Reimburse(CancellationId(f"{who}.1"), MemberId(who), euros(200), ON, early="AGO") for who in ("anne", "bo")),
    ]

    together([give(records, place, act) for place, act in enumerate([*acts, *acts])])

    facts = [entry.fact for entry in records[0].entries()]
    after = book(records)
    assert sorted(fact.member for fact in facts if isinstance(fact, MemberAdmitted) and fact.on == ON) == newcomers
    assert [fact.member for fact in facts if isinstance(fact, MemberLeft) and fact.on == ON] == ["dan"]
    paid = [fact.cancellation for fact in facts if isinstance(fact, SharesReimbursed)]
    assert paid in (["anne.1"], ["anne.1", "bo.1"])  # bo is never paid before her
    held = [account(facts, MemberId(who), ON).worth for who in ("anne", "bo", "cleo", "dan", *newcomers)]
    assert sum(held) == after.capital
    assert "dan" in [claim.member for claim in after.queue(ON)]


def test_a_result_is_appropriated_once_however_many_decide(records):
    def decide(interest: int) -> AppropriateResult:
        amounts = [euros(amount) for amount in (20_000, 0, 0, 0, 15_000, 3000, 8500, interest, 8500 - interest)]
        return AppropriateResult(Day("2025-12-31"), *amounts, ON, "AGO")

    answers = together([give(records, n, decide(n)) for n in range(THREADS)])

    assert sum(isinstance(entry.fact, ResultAppropriated) for entry in records[0].entries()) == 1
    assert refusals(answers) == ["already-appropriated"] * (THREADS - 1)


def test_one_debt_is_not_paid_twice(records):
    valued = ShareValued(Day("2025-12-31"), Cents(0), Cents(0), Cents(0), Fraction(0), Fraction(0), ON)
    cancelled = SharesCancelled("c.1", "anne", MemberId("anne"), 40, Cents(5000), Cents(0), Day("2025-06-01"))
    records[0].enter([valued, cancelled], PersonId("test"), "cancelled")
    pay = Reimburse(CancellationId("c.1"), MemberId("anne"), euros(1500), ON, early="AGO")

    answers = together([give(records, n, pay) for n in range(THREADS)])

    paid = [entry.fact.amount for entry in records[0].entries() if isinstance(entry.fact, SharesReimbursed)]
    assert paid == [euros(1500)]
    assert refusals(answers) == ["more-than-due"] * (THREADS - 1)

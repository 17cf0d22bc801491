"""Payment in parts: at once, on a call, within the law's delay; and what happens to who does not pay (L47 art. 12)."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.capital.call import CallCapital
from governance.capital.calls import last_day, overdue
from governance.capital.default import GiveUpRecovery, SendFormalNotice
from governance.capital.delays import months_after, years_after
from governance.capital.facts import (
    CallId,
    CapitalCalled,
    FormalNoticeSent,
    RecoveryGivenUp,
    SharesCancelled,
    SharesPaid,
    SharesSubscribed,
    SharesTakenOver,
)
from governance.capital.pay import Pay
from governance.membership.facts import Cause, MemberLeft
from governance.statutes.facts import Ruled
from governance.words import Cents, Day, SubscriptionId
from tests.coop import LEA, admitted
from tests.gwt import given
from tests.rules.capital.holders import NOMINAL, in_force, statutes

S1 = SubscriptionId("s1")
HALF = Fraction(1, 2)
promised = SharesSubscribed(S1, LEA, 4, NOMINAL, Day("2024-01-31"))
quarter = SharesPaid(S1, LEA, Cents(5000), Day("2024-01-31"))
call = CapitalCalled(CallId("k"), HALF, Day("2025-09-30"), Day("2025-07-01"), "CA du 1/7/2025")
letter = FormalNoticeSent(LEA, S1, Cents(5000), Day("2025-10-31"), "1A 123")
PAST = [admitted(LEA), promised, quarter]
RULES = statutes().capital


def ask(part="1/2", due="2025-09-30", on="2025-07-01", subscription=None):
    return CallCapital(CallId("k"), Fraction(part), Day(due), Day(on), "CA du 1/7/2025", subscription)


def test_the_organ_calls_a_further_part_of_every_subscription():
    given(in_force(), *PAST).when(ask()).then(call)


@pytest.mark.parametrize(
    ("past", "act", "reason"),
    [
        ([], ask("1/4"), "call-not-higher"),
        ([], ask("5/4"), "call-not-higher"),
        ([replace(call, call=CallId("before"))], ask("1/2"), "call-not-higher"),
        ([call], ask("3/4"), "name-already-used"),
        ([], ask(due="2025-06-30"), "due-before-call"),
        ([], ask(due="2025-09"), "full-day-needed"),
        ([], ask(on="2026-07-01"), "day-to-come"),
        ([], ask(due="2027-02-01", subscription=S1), "due-too-late"),
        ([], ask(subscription=SubscriptionId("other")), "unknown-subscription"),
    ],
)
def test_a_call_is_refused(past, act, reason):
    given(in_force(), *PAST, *past).when(act).refused(reason)


@pytest.mark.parametrize(("years", "day"), [(None, "2027-01-31"), (2, "2026-01-31"), (5, "2027-01-31")])
def test_all_is_paid_within_the_statutes_delay_and_three_years_at_most(years, day):
    rules = replace(RULES, max_delay_years=Ruled(years, "10") if years else None)

    assert last_day(promised, rules) == Day(day)


@pytest.mark.parametrize(
    ("day", "owed"),
    [
        ("2024-01-31", 0),
        ("2024-02-01", 0),  # the quarter that the statutes ask at once was paid
        ("2025-09-30", 0),  # due on that day: not late yet
        ("2025-10-01", 5000),
        ("2027-01-31", 5000),
        ("2027-02-01", 15_000),  # three years: all of it, whatever was called
    ],
)
def test_what_is_overdue_on_a_day(day, owed):
    assert overdue([*PAST, call], promised, RULES, Day(day)) == owed


def test_a_call_is_not_for_those_who_subscribe_after_it():
    later = replace(promised, on=Day("2025-07-02"))

    assert overdue([quarter, call], later, RULES, Day("2025-10-01")) == 0


def test_a_part_of_a_cent_is_asked_whole():
    odd = replace(promised, shares=1, nominal=Cents(101))

    assert overdue([call], odd, RULES, Day("2025-10-01")) == 51


def test_a_balance_taken_over_falls_due_from_the_first_share():
    taken = SharesTakenOver(S1, LEA, 4, NOMINAL, Cents(5000), Day("2025-01-01"), Day("2022-05-05"))

    assert overdue([], taken, RULES, Day("2025-05-05")) == 0
    assert overdue([], taken, RULES, Day("2025-05-06")) == 15_000
    given(in_force(), admitted(LEA), taken).when(Pay(S1, LEA, Cents(1), Day("2025-02-01"))).then(
        SharesPaid(S1, LEA, Cents(1), Day("2025-02-01"))
    )


def notice(on="2025-10-31"):
    return SendFormalNotice(LEA, S1, Day(on), "1A 123")


def test_a_registered_letter_asks_for_what_is_overdue():
    given(in_force(), *PAST, call).when(notice()).then(letter)
    given(in_force(), *PAST, call, letter).when(notice()).then()
    given(in_force(), *PAST, call).when(notice("2025-09-30")).refused("nothing-overdue")
    given(in_force(), *PAST).when(notice()).refused("nothing-overdue")


def give_up(on="2026-01-31"):
    return GiveUpRecovery(LEA, S1, Day(on))


def test_three_months_after_the_letter_the_law_excludes_who_has_not_paid():
    past = [in_force(), *PAST, call, letter]

    given(*past).when(give_up()).then(
        RecoveryGivenUp(LEA, S1, Cents(5000), Day("2026-01-31")),
        MemberLeft(LEA, Cause.AUTOMATIC_LOSS, Day("2026-01-31")),
    )
    given(*past).when(give_up("2026-01-30")).refused("notice-too-recent", until=Day("2026-01-31"))


def test_a_second_letter_gives_no_new_delay():
    again = replace(letter, on=Day("2026-01-15"))

    assert given(in_force(), *PAST, call, letter, again).when(give_up()).gained()


def test_who_pays_in_time_stays():
    paid = SharesPaid(S1, LEA, Cents(5000), Day("2026-01-30"))
    part = replace(paid, amount=Cents(4999))

    given(in_force(), *PAST, call, letter, paid).when(give_up()).refused("no-notice-stands")
    given(in_force(), *PAST, call, letter, part).when(give_up()).then(
        RecoveryGivenUp(LEA, S1, Cents(1), Day("2026-01-31")),
        MemberLeft(LEA, Cause.AUTOMATIC_LOSS, Day("2026-01-31")),
    )


def test_without_a_letter_nobody_is_excluded():
    given(in_force(), *PAST, call).when(give_up()).refused("no-notice-stands", article="L47 art. 12")


def test_what_was_set_off_on_cancelled_shares_is_no_longer_owed():
    gone = SharesCancelled("c.1", LEA, LEA, 4, NOMINAL, Cents(15_000), Day("2026-01-01"))

    given(in_force(), *PAST, gone).when(Pay(S1, LEA, Cents(1), Day("2026-02-01"))).refused("more-than-owed", owed=0)


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        ("2025-10-31", 3, "2026-01-31"),
        ("2025-11-30", 3, "2026-02-28"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2025-12-15", 1, "2026-01-15"),
        ("2026-03-31", -1, "2026-02-28"),
    ],
)
def test_a_delay_in_months_ends_on_the_same_date_or_the_last_of_the_month(day, months, end):
    assert months_after(Day(day), months) == Day(end)


def test_a_delay_in_years_ends_on_the_same_date():
    assert years_after(Day("2024-02-29"), 5) == Day("2029-02-28")
    assert years_after(Day("2024-12-31"), -1) == Day("2023-12-31")

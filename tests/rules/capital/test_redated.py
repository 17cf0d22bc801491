"""An admission whose day is corrected, then a departure before the day that was first written: her shares wait."""

from functools import reduce

from governance.capital.book import ShareBook
from governance.capital.debts import Debts
from governance.capital.facts import SharesSubscribed
from governance.membership.facts import AdmissionRedated, Cause, MemberAdmitted, MemberLeft
from governance.words import CategoryId, Cents, Day, SubscriptionId
from tests.coop import LEA

WRONG, TRUE, GONE = Day("2023-01-10"), Day("2021-01-10"), Day("2022-06-01")
past = [
    MemberAdmitted(LEA, CategoryId("benevoles"), None, WRONG),
    SharesSubscribed(SubscriptionId("s"), LEA, 2, Cents(1000), TRUE),
    AdmissionRedated(LEA, WRONG, TRUE),
]


def test_who_leaves_before_the_day_that_was_written_first_waits_for_her_shares():
    book = reduce(ShareBook.after, [*past, MemberLeft(LEA, Cause.WITHDRAWAL, GONE)], ShareBook())

    assert [(claim.member, claim.on) for claim in book.queue(GONE)] == [(LEA, GONE)]


def test_she_bears_the_losses_of_the_years_since_her_true_day():
    assert reduce(Debts.after, past, Debts()).came.get(LEA, GONE) == TRUE

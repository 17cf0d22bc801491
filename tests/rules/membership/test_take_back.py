"""What is taken back, corrected, inherited: facts of their own, and what was written stays."""

import pytest

from governance.assembly.roll import lines
from governance.membership.apply import ApplyAgain
from governance.membership.facts import (
    AdmissionRedated,
    ApplicationRejected,
    ApplicationWithdrawn,
    Cause,
    CollegeChanged,
    HeirsNamed,
    MemberAdmitted,
    MemberLeft,
    MembershipApplied,
    MembershipIrregular,
    WithdrawalNotified,
    WithdrawalTakenBack,
)
from governance.membership.heirs import NameHeirs
from governance.membership.leave import Leave, NotifyWithdrawal
from governance.membership.standing import standing
from governance.membership.take_back import RedateAdmission, TakeBackWithdrawal, WithdrawApplication
from governance.statutes.facts import LossCause
from governance.words import CategoryId, Day, Public, Sealed
from tests.coop import BENEVOLES, LEA, SALARIES, TOM, admitted, adopted, applied, known, scic
from tests.gwt import given
from tests.rules.assembly.coop import planned

WHY, HEIRS = Sealed("ef" * 32), Sealed("aa" * 32)
ON, LATER = Day("2026-03-01"), Day("2026-03-15")
statutes = adopted(scic())
member = [statutes, admitted(LEA)]
notified = WithdrawalNotified(LEA, Day("2026-02-20"), LATER)
back = WithdrawalTakenBack(LEA, ON)


def test_a_withdrawal_is_taken_back_before_it_takes_effect():
    given(*member, notified).when(TakeBackWithdrawal(LEA, ON)).then(back)
    given(*member, notified, back).when(TakeBackWithdrawal(LEA, ON)).then()
    given(*member, notified).when(TakeBackWithdrawal(LEA, Day("2026-02-19"))).refused("withdrawal-before-notified")
    given(*member).when(TakeBackWithdrawal(LEA, ON)).refused("no-withdrawal-notified")


def test_who_stays_votes_and_may_notify_again():
    on_roll = lines([*member, notified, back], planned, scic())

    assert LEA in on_roll
    assert LEA not in lines([*member, notified], planned, scic())
    again = WithdrawalNotified(LEA, ON, Day("2026-12-31"))
    given(*member, notified, back).when(NotifyWithdrawal(LEA, ON, Day("2026-12-31"))).then(again)


def test_the_last_letter_of_a_day_is_the_one_that_counts():
    told = WithdrawalNotified(LEA, ON, LATER)

    given(*member, told, back).when(NotifyWithdrawal(LEA, ON, LATER)).then(told)
    given(*member, told, back, told).when(NotifyWithdrawal(LEA, ON, LATER)).then()
    given(*member, told, back, told).when(TakeBackWithdrawal(LEA, ON)).then(back)


def test_nobody_is_made_to_leave_by_a_withdrawal_taken_back():
    leave = Leave(LEA, Cause.WITHDRAWAL, ON)

    given(*member, notified, back).when(leave, by="palabre").refused("no-withdrawal-notified")
    given(*member, notified).when(leave, by="palabre").then(MemberLeft(LEA, Cause.WITHDRAWAL, ON))


def test_after_its_effect_she_applies_again_or_her_return_is_irregular():
    told, left = WithdrawalNotified(LEA, Day("2026-02-01"), Day("2026-02-10")), Day("2026-02-10")
    past = [*member, told, MemberLeft(LEA, Cause.WITHDRAWAL, left)]
    returned = MemberAdmitted(LEA, CategoryId("benevoles"), BENEVOLES, ON)
    noted = MembershipIrregular(LEA, ON, "withdrawal-took-effect", Public("C.com L231-6"), WHY, 1)

    given(*past).when(TakeBackWithdrawal(LEA, ON)).refused("withdrawal-took-effect", on=left)
    given(*past).when(TakeBackWithdrawal(LEA, ON, WHY)).then(back, returned, noted)
    given(*past, returned).when(TakeBackWithdrawal(LEA, ON, WHY)).refused("no-withdrawal-notified")


def test_a_candidate_gives_up_and_applies_again_but_never_twice_at_once():
    first, given_up = applied(LEA, on="2026-01-01"), ApplicationWithdrawn(LEA, ON)
    again = ApplyAgain(LEA, CategoryId("salaries"), SALARIES, ON)

    given(statutes, first).when(WithdrawApplication(LEA, ON)).then(given_up)
    given(statutes, first, given_up).when(WithdrawApplication(LEA, ON)).then()
    given(statutes, first, ApplicationRejected(LEA, ON)).when(WithdrawApplication(LEA, ON)).refused("no-application")
    given(statutes, known(LEA), first).when(again).refused("application-waiting", applied=first.on)
    given(statutes, known(LEA), first, given_up).when(again).then(
        MembershipApplied(LEA, CategoryId("salaries"), SALARIES, ON)
    )


@pytest.mark.parametrize("true_day", ["2020-06-01", "2025-06-01"])
def test_an_admission_takes_the_place_of_its_true_day(true_day):
    day = Day(true_day)
    corrected = AdmissionRedated(LEA, Day("2021-02-01"), day)

    given(*member).when(RedateAdmission(LEA, day)).then(corrected)
    given(*member, corrected).when(RedateAdmission(LEA, day)).then()
    since = standing([*member, corrected], LEA, ON)
    assert since is not None
    assert since.since == day
    assert standing([*member, corrected], LEA, Day("2021-03-01")) == (since if true_day < "2021" else None)


def test_a_corrected_day_does_not_change_the_order_of_what_happened():
    moved = CollegeChanged(LEA, SALARIES, Day("2023-01-01"))

    given(*member, moved).when(RedateAdmission(LEA, Day("2023-06-01"))).refused("moved-meanwhile", day=moved.on)
    given(*member, moved).when(RedateAdmission(LEA, Day("2022-06-01"))).then(
        AdmissionRedated(LEA, Day("2021-02-01"), Day("2022-06-01"))
    )
    given(statutes).when(RedateAdmission(LEA, ON)).refused("not-a-member")


def test_what_happened_on_the_day_of_an_admission_comes_after_it():
    moved = CollegeChanged(LEA, SALARIES, Day("2021-02-01"))  # the day on which she was admitted

    given(*member, moved).when(RedateAdmission(LEA, Day("2022-06-01"))).refused("moved-meanwhile", day=moved.on)
    given(*member, moved).when(RedateAdmission(LEA, Day("2020-06-01"))).then(
        AdmissionRedated(LEA, Day("2021-02-01"), Day("2020-06-01"))
    )


def test_the_estate_is_paid_to_whom_it_names_and_nobody_inherits_the_membership():
    died = MemberLeft(LEA, Cause.DEATH, Day("2026-02-01"))
    named = HeirsNamed(LEA, ON, HEIRS)

    given(*member, died).when(NameHeirs(LEA, ON, HEIRS)).then(named)
    given(*member, died, named).when(NameHeirs(LEA, ON, HEIRS)).then()
    given(*member).when(NameHeirs(LEA, ON, HEIRS)).refused("nobody-died")
    assert standing([*member, died, named], LEA, ON) is None


def test_the_condition_that_was_lost_is_written():
    given(statutes, admitted(LEA), admitted(TOM)).when(
        Leave(LEA, Cause.AUTOMATIC_LOSS, ON, LossCause.EMPLOYMENT_ENDED)
    ).then(MemberLeft(LEA, Cause.AUTOMATIC_LOSS, ON, LossCause.EMPLOYMENT_ENDED))

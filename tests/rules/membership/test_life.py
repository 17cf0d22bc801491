"""The life of a membership: admitted by whom the statutes name, ratified, withdrawn, excluded, ended of itself."""

from dataclasses import replace

import pytest

from governance.membership.admit import Admit
from governance.membership.exclude import HearMember, ProposeExclusion, SetExclusionAside
from governance.membership.exclusion_facts import ExclusionProposed, ExclusionSetAside, MemberHeard
from governance.membership.facts import (
    ActorKind,
    AdmissionRatified,
    ApplicationRejected,
    Cause,
    MemberAdmitted,
    MemberLeft,
    MembershipIrregular,
    OrganisationRegistered,
    RejectionReported,
    WithdrawalNotified,
)
from governance.membership.leave import Leave, NotifyWithdrawal
from governance.membership.ratify import Ratify, RefuseRatification, ReportRejection
from governance.statutes.facts import Exclusion, Loss, Organ, Ruled
from governance.words import CategoryId, Day, Public, Sealed
from tests.coop import BENEVOLES, LEA, admitted, adopted, applied, scic
from tests.gwt import given

WHY = Sealed("ef" * 32)
ON = Day("2026-03-01")
statutes = adopted(scic())
MINUTES = Public("CA du 1er mars 2026")
member = [statutes, admitted(LEA)]


def test_the_organ_that_the_statutes_name_admits_and_the_minutes_are_quoted():
    given(statutes, applied(LEA)).when(Admit(LEA, ON, Organ.BOARD, MINUTES)).then(
        MemberAdmitted(LEA, CategoryId("benevoles"), BENEVOLES, ON, Organ.BOARD, MINUTES)
    )


def test_another_organ_is_refused_with_the_article_and_recorded_if_it_happened():
    past = [statutes, applied(LEA)]
    by_assembly = MemberAdmitted(LEA, CategoryId("benevoles"), BENEVOLES, ON, Organ.ASSEMBLY)
    noted = MembershipIrregular(LEA, ON, "another-organ-admits", Public("13"), WHY, 1)

    given(*past).when(Admit(LEA, ON, Organ.ASSEMBLY)).refused("another-organ-admits", organ="board", article="13")
    given(*past).when(Admit(LEA, ON, Organ.ASSEMBLY, despite=WHY)).then(by_assembly, noted)


def test_an_admission_is_ratified_once():
    ratified = AdmissionRatified(LEA, ON, MINUTES)

    given(*member).when(Ratify(LEA, ON, MINUTES)).then(ratified)
    given(*member, ratified).when(Ratify(LEA, ON, MINUTES)).then()
    given(statutes).when(Ratify(LEA, ON)).refused("not-a-member")


def test_who_came_back_is_ratified_again():
    past = [admitted(LEA, on="2020-02-01"), AdmissionRatified(LEA, Day("2020-06-01"))]
    past += [MemberLeft(LEA, Cause.WITHDRAWAL, Day("2021-01-01")), admitted(LEA, on="2025-02-01")]

    given(statutes, *past).when(Ratify(LEA, ON)).then(AdmissionRatified(LEA, ON))


def test_who_is_not_ratified_is_no_longer_a_member():
    gone = MemberLeft(LEA, Cause.NOT_RATIFIED, ON)

    given(*member).when(RefuseRatification(LEA, ON)).then(gone)
    given(*member, AdmissionRatified(LEA, ON)).when(RefuseRatification(LEA, ON)).refused("already-ratified")
    given(*member, gone).when(RefuseRatification(LEA, ON)).then()


def test_a_rejection_is_reported_once():
    rejected, reported = ApplicationRejected(LEA, Day("2026-02-01")), RejectionReported(LEA, ON)

    given(rejected).when(ReportRejection(LEA, ON)).then(reported)
    given(rejected, reported).when(ReportRejection(LEA, ON)).then()
    given().when(ReportRejection(LEA, ON)).refused("no-rejection-to-report")


def test_a_withdrawal_takes_effect_on_its_day():
    told = WithdrawalNotified(LEA, Day("2026-02-01"), ON)

    given(*member).when(NotifyWithdrawal(LEA, Day("2026-02-01"), ON)).then(told, MemberLeft(LEA, Cause.WITHDRAWAL, ON))


def test_a_withdrawal_of_a_day_to_come_waits_for_it():
    later = Day("2026-12-31")
    told = WithdrawalNotified(LEA, ON, later)

    given(*member).when(NotifyWithdrawal(LEA, ON, later)).then(told)
    given(*member, told).when(NotifyWithdrawal(LEA, ON, later)).then()
    given(*member).when(NotifyWithdrawal(LEA, ON, Day("2026-02-01"))).refused("effective-before-notified")
    given(*member).when(NotifyWithdrawal(LEA, ON, Day("2026"))).refused("full-day-needed")
    given(statutes).when(NotifyWithdrawal(LEA, ON, later)).refused("not-a-member")


def test_a_person_dies_and_an_organisation_is_dissolved():
    organisation = OrganisationRegistered(LEA, Public("UDESS 05"), ActorKind.ESS_ENTERPRISE, False)

    given(*member).when(Leave(LEA, Cause.DEATH, ON)).then(MemberLeft(LEA, Cause.DEATH, ON))
    given(*member).when(Leave(LEA, Cause.DISSOLUTION, ON)).refused("persons-are-not-dissolved")
    given(*member, organisation).when(Leave(LEA, Cause.DEATH, ON)).refused("organisations-do-not-die")
    given(*member, organisation).when(Leave(LEA, Cause.DISSOLUTION, ON)).then(MemberLeft(LEA, Cause.DISSOLUTION, ON))


propose = ProposeExclusion(LEA, WHY, ON, Day("2026-03-16"))
proposed = ExclusionProposed(LEA, ON, WHY, Day("2026-03-16"))


def test_the_grounds_of_an_exclusion_are_told_fifteen_days_before():
    given(*member).when(propose).then(proposed)
    given(*member).when(replace(propose, assembly_on=Day("2026-03-15"))).refused(
        "exclusion-notice-too-short", required=15, given=14
    )
    given(*member, proposed).when(propose).refused("exclusion-already-proposed")
    given(statutes).when(propose).refused("not-a-member")


def test_the_statutes_may_ask_for_a_longer_notice():
    exclusion = Exclusion(Ruled(Organ.ASSEMBLY, Public("15")), notice_days=Ruled(30, Public("15.2")))
    longer = adopted(replace(scic(), loss=Loss(exclusion=exclusion)))

    given(longer, admitted(LEA)).when(propose).refused(
        "exclusion-notice-too-short", required=30, given=15, article="15.2"
    )


@pytest.mark.parametrize("came", [True, False])
def test_she_is_heard_or_was_invited_and_did_not_come(came):
    heard = MemberHeard(LEA, ON, came)

    given(*member, proposed).when(HearMember(LEA, ON, came)).then(heard)
    given(*member, proposed, heard).when(HearMember(LEA, ON, came)).then()
    given(*member).when(HearMember(LEA, ON, came)).refused("no-exclusion-proposed")
    given(*member, proposed).when(HearMember(LEA, Day("2026-02-01"), came)).refused("heard-before-told")


def test_an_exclusion_set_aside_may_be_proposed_again():
    aside = ExclusionSetAside(LEA, ON)

    given(*member, proposed).when(SetExclusionAside(LEA, ON)).then(aside)
    given(*member, proposed, aside).when(SetExclusionAside(LEA, ON)).refused("no-exclusion-proposed")
    given(*member, proposed, aside).when(propose).then(proposed)

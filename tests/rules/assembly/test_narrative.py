"""The narrative of a meeting: version after version, approved by who chaired or by a later meeting."""

from dataclasses import replace

import pytest

from governance.assembly.facts import SessionClosed
from governance.assembly.minutes_facts import NarrativeApproved, NarrativeKept
from governance.assembly.narrative import ApproveNarrativeAsChair, KeepNarrative
from governance.decision.approve import ApproveNarrative
from governance.decision.facts import DecisionRecorded, Way
from governance.statutes.facts import Organ
from governance.words import AssemblyId, Day, DecisionId, Public
from tests.coop import LEA, TOM
from tests.gwt import given
from tests.rules.vote.test_voting import AG, planned, session

first, second = NarrativeKept(AG, 1, "one", 10), NarrativeKept(AG, 2, "two", 12)
over = (planned, session, SessionClosed(AG))
NEXT = DecisionId("next")
decided = DecisionRecorded(
    NEXT, 1, Public("Récit"), Public("Approuvé."), Organ.ASSEMBLY, Day("2027-03-01"), Way.VOTE, True,
    assembly=AssemblyId("ag2027"),
)  # fmt: skip


def test_versions_follow_one_another_once_the_meeting_is_over():
    given(*over).when(KeepNarrative(AG, "one", 10)).then(first)
    given(*over, first).when(KeepNarrative(AG, "two", 12)).then(second)
    given(*over, first).when(KeepNarrative(AG, "one", 10)).then()
    given(planned, session).when(KeepNarrative(AG, "one", 10)).refused("meeting-not-over")


def test_who_chaired_approves_the_last_version():
    agreed = NarrativeApproved(AG, 1, Day("2026-03-02"))

    given(*over, first).when(ApproveNarrativeAsChair(AG, 1), by=LEA).then(agreed)
    given(*over, first, agreed).when(ApproveNarrativeAsChair(AG, 1), by=LEA).then()
    given(*over, first).when(ApproveNarrativeAsChair(AG, 1), by=TOM).refused("only-the-chair-approves")
    given(*over, first, second).when(ApproveNarrativeAsChair(AG, 1), by=LEA).refused("not-the-last-narrative")
    given(*over).when(ApproveNarrativeAsChair(AG, 1), by=LEA).refused("not-the-last-narrative")


def test_a_later_meeting_of_the_same_organ_approves_it_by_a_decision():
    approval = ApproveNarrative(AG, 1, NEXT)
    agreed = NarrativeApproved(AG, 1, decided.on, NEXT)

    given(*over, first, decided).when(approval).then(agreed)
    given(*over, first, decided, agreed).when(approval).then()
    given(*over, first).when(approval).refused("unknown-decision")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"assembly": AG}, "approved-by-another-meeting"),
        ({"organ": Organ.BOARD}, "approved-by-another-meeting"),
        ({"on": Day("2026-01-01")}, "approved-by-another-meeting"),
        ({"adopted": False}, "decision-rejected-it"),
    ],
)
def test_another_decision_does_not_approve_it(changed, why):
    given(*over, first, replace(decided, **changed)).when(ApproveNarrative(AG, 1, NEXT)).refused(why)

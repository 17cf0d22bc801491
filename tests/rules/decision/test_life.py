"""What becomes of a decision: tasks, a day to look at it again, later decisions that change it."""

from dataclasses import replace

import pytest

from governance.decision.change import ChangeDecision, SetReview
from governance.decision.follow import FinishFollowUp, FinishMyFollowUp, SetFollowUp
from governance.decision.life_facts import Change, DecisionChanged, FollowUpDone, FollowUpSet, ReviewSet, TaskId
from governance.membership.facts import PersonRegistered
from governance.words import Day, DecisionId, Public, Sealed
from tests.coop import LEA, TOM
from tests.gwt import given
from tests.rules.decision.test_decisions import D1, D2, agreed, voted

lea = PersonRegistered(LEA, Sealed("lea"))
TASK, SOON = TaskId("t1"), Day("2026-04-01")
ask = SetFollowUp(D1, TASK, Public("Déposer les comptes"), LEA, SOON)
asked = FollowUpSet(D1, TASK, Public("Déposer les comptes"), LEA, SOON)
done = FollowUpDone(D1, TASK, Day("2026-03-02"))


def test_a_task_is_given_once_and_given_again_otherwise():
    later = replace(ask, due=Day("2026-05-01"))

    given(voted, lea).when(ask).then(asked)
    given(voted, lea, asked).when(ask).then()
    given(voted, lea, asked).when(later).then(replace(asked, due=later.due))


@pytest.mark.parametrize(
    ("facts", "changed", "why"),
    [
        ((lea,), {}, "unknown-decision"),
        ((voted,), {}, "unknown-owner"),
        ((voted, lea), {"what": Public(" ")}, "follow-up-without-words"),
        ((voted, lea), {"due": Day("2026")}, "full-day-needed"),
    ],
)
def test_a_task_has_words_an_owner_and_a_day(facts, changed, why):
    given(*facts).when(replace(ask, **changed)).refused(why)


def test_a_task_is_done_by_its_owner_or_as_the_secretary_saw():
    given(asked).when(FinishMyFollowUp(D1, TASK), by=LEA).then(done)
    given(asked).when(FinishFollowUp(D1, TASK, Day("2026-03-02"))).then(done)
    given(asked, done).when(FinishMyFollowUp(D1, TASK), by=LEA).then()
    given(asked).when(FinishMyFollowUp(D1, TASK), by=TOM).refused("not-her-follow-up")
    given().when(FinishMyFollowUp(D1, TASK), by=LEA).refused("not-her-follow-up")
    given().when(FinishFollowUp(D1, TASK, Day("2026-03-02"))).refused("unknown-follow-up")
    given(asked).when(FinishFollowUp(D1, TASK, Day("2026-03-03"))).refused("day-to-come")


def test_a_decision_is_looked_at_again_on_a_day_to_come():
    given(voted).when(SetReview(D1, SOON)).then(ReviewSet(D1, SOON))
    given(voted, ReviewSet(D1, SOON)).when(SetReview(D1, SOON)).then()
    given().when(SetReview(D1, SOON)).refused("unknown-decision")
    given(voted).when(SetReview(D1, Day("2026-03-01"))).refused("review-in-the-past")
    given(voted).when(SetReview(D1, Day("2026-04"))).refused("full-day-needed")


older = replace(agreed, number=2)  # of 2018


@pytest.mark.parametrize("change", list(Change))
def test_a_later_decision_changes_an_older_one(change):
    changed = DecisionChanged(D2, D1, change, voted.on)

    given(voted, older).when(ChangeDecision(D2, D1, change)).then(changed)
    given(voted, older, changed).when(ChangeDecision(D2, D1, change)).then()


@pytest.mark.parametrize(
    ("facts", "command", "why"),
    [
        ((voted, older), ChangeDecision(D1, D2, Change.AMENDS), "changed-by-an-older"),
        ((voted,), ChangeDecision(D1, D1, Change.REVOKES), "changed-by-an-older"),
        ((voted,), ChangeDecision(D1, DecisionId("nowhere"), Change.AMENDS), "unknown-decision"),
        ((replace(voted, adopted=False), older), ChangeDecision(D2, D1, Change.AMENDS), "decision-rejected-it"),
    ],
)
def test_what_is_older_unknown_or_rejected_changes_nothing(facts, command, why):
    given(*facts).when(command).refused(why)

"""A thing is discussed: signed remarks, one answer deep, hidden with a reason, until it is closed."""

from dataclasses import replace

import pytest

from governance.evidence.discuss import CloseDiscussion, HideRemark, MakeRemark
from governance.evidence.remark_facts import DiscussionClosed, RemarkHidden, RemarkId, RemarkMade
from governance.evidence.trace_facts import Thing
from governance.words import Day, DecisionId, PersonId, Public, Sealed
from tests.gwt import given
from tests.rules.network.test_meetings import noted
from tests.rules.network.test_reports import proposed
from tests.rules.project.test_reach import D1, decided

TODAY, ADA = Day("2026-03-02"), PersonId("ada")
PROPOSAL, TOPIC = Thing(f"proposal.{proposed.proposal}"), Thing(f"topic.{noted.topic}")
remark = MakeRemark(RemarkId("r1"), PROPOSAL, ADA, Sealed("seal"))
made = RemarkMade(remark.remark, PROPOSAL, ADA, remark.words, TODAY)
reply = replace(remark, remark=RemarkId("r2"), answers=made.remark)
answer = replace(made, remark=RemarkId("r2"), answers=made.remark)
hidden = RemarkHidden(made.remark, PROPOSAL, Public("Hors sujet."), TODAY)
closed = DiscussionClosed(PROPOSAL, TODAY, DecisionId(D1))


def test_a_remark_is_made_answered_hidden_and_the_discussion_closed_once():
    given(proposed).when(remark, by=ADA).then(made)
    given(proposed, made).when(remark, by=ADA).then()
    given(noted).when(replace(remark, thing=TOPIC), by=ADA).then(replace(made, thing=TOPIC))
    given(proposed, made).when(reply, by=ADA).then(answer)
    given(proposed, made).when(HideRemark(made.remark, PROPOSAL, hidden.reason)).then(hidden)
    given(proposed, made, hidden).when(HideRemark(made.remark, PROPOSAL, hidden.reason)).then()
    given(proposed, decided).when(CloseDiscussion(PROPOSAL, DecisionId(D1))).then(closed)
    given(proposed, closed).when(CloseDiscussion(PROPOSAL)).then()


@pytest.mark.parametrize(
    ("known", "command", "by", "reason"),
    [
        ([proposed], remark, "bea", "not-about-you"),
        ([], remark, ADA, "unknown-thing"),
        ([decided], replace(remark, thing=Thing(f"decision.{D1}")), ADA, "not-discussed"),
        ([proposed, closed], remark, ADA, "discussion-closed"),
        ([proposed], reply, ADA, "unknown-remark"),
        ([proposed, made, hidden], reply, ADA, "unknown-remark"),
        (
            [proposed, made, answer],
            replace(reply, remark=RemarkId("r3"), answers=answer.remark),
            ADA,
            "answers-an-answer",
        ),
        ([proposed], HideRemark(made.remark, PROPOSAL, Public("Non")), "secretary", "unknown-remark"),
        ([proposed, made], HideRemark(made.remark, PROPOSAL, Public(" ")), "secretary", "hidden-without-reason"),
        ([proposed], CloseDiscussion(PROPOSAL, DecisionId("nulle")), "secretary", "unknown-decision"),
    ],
)
def test_a_discussion_refuses(known, command, by, reason):
    given(*known).when(command, by=by).refused(reason)

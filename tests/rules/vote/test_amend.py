"""Amendments in a meeting: laid on a draft, voted first, and the text that they make."""

from dataclasses import replace

import pytest

from governance.assembly.facts import AssemblyPlanned, Backing, Manner, SessionClosed
from governance.assembly.presence_facts import FormReceived
from governance.counting.amending import AmendmentId, Fate
from governance.decision.record import RecordVotedDecision
from governance.vote.amend import LayAmendment, LayMyAmendment, RankAmendments, WithdrawAmendment
from governance.vote.amendment_facts import AmendmentLaid, AmendmentSettled, AmendmentsRanked
from governance.vote.close import CountVote
from governance.vote.facts import Channel, Choice, FormFilled, VoteClosed, VoteCounted
from governance.vote.open import OpenVote
from governance.words import CollegeId, Day, DecisionId, Public, VoteId
from tests.coop import LEA, NOE, TOM
from tests.gwt import NOON, given
from tests.rules.vote.test_voting import (
    AG,
    R1,
    V1,
    VERSION,
    ballot,
    convened,
    held,
    line,
    opened,
    planned,
    sealed,
    session,
    statutes,
    tabled,
    there,
)  # fmt: skip

A1, A2, A3, VA = AmendmentId("a1"), AmendmentId("a2"), AmendmentId("a3"), VoteId("va")
TITLE = Public("Sous réserve")


def laid(amendment=A1, number=1, passage="sont approuvés", instead="ne sont pas approuvés", author=LEA):
    backing = Backing.NEITHER if author else Backing.PRESENTED
    return AmendmentLaid(amendment, AG, R1, number, TITLE, Public(passage), Public(instead), author, backing)


def lay(act=LayAmendment, **changed):
    words = {"title": TITLE, "passage": Public("sont approuvés"), "instead": Public("ne sont pas approuvés")}
    return act(**{"amendment": A1, "assembly": AG, "resolution": R1, **words, "author": LEA, **changed})


other = laid(A2, 2, "sont approuvés", "sont rejetés", author=None)
added = laid(A3, 3, "", " Ils sont publiés.")
room = (*held, line(LEA), line(TOM))


def settled(amendment, fate, vote=VA):
    return AmendmentSettled(amendment, R1, fate, vote)


def test_a_member_lays_an_amendment_by_herself_or_by_the_secretary():
    given(*room).when(lay()).then(laid())
    given(*room).when(lay(LayMyAmendment), by=LEA).then(laid())
    given(*room).when(lay(author=None)).then(laid(author=None))
    given(*room).when(lay(approved=True)).then(replace(laid(), backing=Backing.APPROVED))
    given(*room, laid()).when(lay()).then()


@pytest.mark.parametrize(
    ("past", "changed", "reason"),
    [
        (convened, {}, "not-on-the-roll"),
        ((statutes, planned, tabled(), line(LEA)), {}, "not-convened"),
        ((statutes, planned, sealed(), line(LEA)), {}, "unknown-resolution"),
        ((*room, opened()), {}, "vote-already-opened"),
        ((*room, SessionClosed(AG)), {}, "session-closed"),
        (room, {"title": Public(" ")}, "amendment-changes-nothing"),
        (room, {"instead": Public("sont approuvés")}, "amendment-changes-nothing"),
        (room, {"passage": Public("es")}, "passage-not-found-once"),
    ],
)
def test_an_amendment_that_cannot_be_laid(past, changed, reason):
    given(*past).when(lay(**changed)).refused(reason)


def test_nothing_is_amended_where_everybody_answers_in_writing():
    consulted = replace(planned, manner=Manner.CONSULTATION)
    assert isinstance(consulted, AssemblyPlanned)

    given(statutes, consulted, tabled(), sealed(benevoles=1), line(LEA)).when(lay()).refused("no-amendment-in-writing")


@pytest.mark.parametrize("changed", [{"author": TOM}, {"author": None}, {"approved": True}])
def test_nobody_lays_one_in_anothers_name(changed):
    given(*room).when(lay(LayMyAmendment, **changed), by=LEA).refused("not-her-voter")


def test_the_text_waits_for_its_amendments_and_the_furthest_comes_first():
    past = (*room, laid(), other, AmendmentsRanked(R1, (A2, A1)))

    given(*past).when(OpenVote(V1, AG, R1, VERSION)).refused("amendments-first", awaited=2)
    given(*past).when(OpenVote(VA, AG, R1, VERSION, amendment=A1)).refused("amendment-not-next")
    given(*past).when(OpenVote(VA, AG, R1, VERSION, amendment=A2)).then(
        opened(vote=VA, opens=NOON, title=TITLE, text=Public("Les comptes sont rejetés."), amendment=A2)
    )


def test_its_adoption_changes_the_text_and_fells_those_that_touch_the_same_words():
    past = (*room, other, laid(), added, settled(A2, Fate.ADOPTED), settled(A3, Fate.ADOPTED))

    given(*past).when(OpenVote(V1, AG, R1, VERSION)).then(
        opened(opens=NOON, text=Public("Les comptes sont rejetés. Ils sont publiés."), amended=(A2, A3))
    )


@pytest.mark.parametrize(("choice", "fate"), [(Choice.FOR, Fate.ADOPTED), (Choice.AGAINST, Fate.REJECTED)])
def test_the_count_settles_it_and_it_is_no_decision(choice, fate):
    asked = opened(vote=VA, amendment=A1)
    past = (*room, laid(), asked, replace(ballot(LEA, choice=choice), vote=VA), VoteClosed(VA))

    counted, said = given(*past).when(CountVote(VA, AG)).gained()

    assert isinstance(counted, VoteCounted)
    assert said == settled(A1, fate)
    given(*past, counted).when(RecordVotedDecision(DecisionId("d"), VA, AG)).refused("amendment-is-no-decision")


def test_it_is_withdrawn_before_it_is_voted_and_not_after():
    withdraw = WithdrawAmendment(A1, AG, R1)

    given(*room, laid()).when(withdraw).then(settled(A1, Fate.WITHDRAWN, None))
    given(*room, laid(), settled(A1, Fate.REJECTED)).when(withdraw).then()
    given(*room).when(withdraw).refused("unknown-amendment")
    given(*room, laid(), opened(vote=VA, amendment=A1)).when(withdraw).refused("vote-already-opened")


def test_the_officers_rank_all_of_them():
    given(*room, laid(), other).when(RankAmendments(AG, R1, (A2, A1))).then(AmendmentsRanked(R1, (A2, A1)))
    given(*room, laid(), other).when(RankAmendments(AG, R1, (A2,))).refused("amendments-to-rank")
    given(*room, laid(), AmendmentsRanked(R1, (A1,))).when(RankAmendments(AG, R1, (A1,))).then()


@pytest.mark.parametrize("changed", [{"amendment": A1}, {"amended": (A1,)}])
def test_a_form_that_knew_another_text_abstains(changed):
    """C.com R225-77: what is amended in session is not what it answered."""
    came = FormReceived(AG, NOE, Day("2026-02-27"), CollegeId("benevoles"))
    said = FormFilled(AG, NOE, Channel.POSTAL, ((R1, Choice.FOR),))
    past = (*convened, there(LEA), line(LEA), line(NOE), session, came, said, laid())
    if "amended" in changed:
        past = (*past, settled(A1, Fate.ADOPTED))

    found = given(*past).when(OpenVote(VA, AG, R1, VERSION, amendment=changed.get("amendment"))).gained()

    assert [one.choice for one in found[1:]] == [Choice.ABSTENTION]

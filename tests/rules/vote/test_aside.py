"""Who has an interest in an agreement: kept from voting on it, and from the bases that the law of the form says."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.assembly.interest_facts import AgreementSubmitted
from governance.assembly.presence_facts import ProxyGiven
from governance.statutes.facts import Form, MajorityBase, Ruled
from governance.vote.cast import Ballot, CastBallots
from governance.vote.close import CountVote
from governance.vote.facts import BallotCast, Channel, Choice, VoteClosed, VoteOpened
from governance.vote.hands import CountHands, Raised
from governance.vote.open import OpenVote
from governance.words import AgreementId, CollegeId, Day, Public
from tests.coop import LEA, TOM, adopted, scic
from tests.gwt import given
from tests.rules.vote.test_voting import AG, R1, V1, VERSION, ballot, planned, roll, sealed, session, tabled, there

BENEVOLES = CollegeId("benevoles")
agreement = AgreementSubmitted(AgreementId("a1"), R1, (LEA,), Day("2026-02-01"))
ask = OpenVote(V1, AG, R1, VERSION, channels=(Channel.HANDS, Channel.ONLINE), interested=(LEA,))


def hall(form=Form.SA, quorum=Fraction(0), *here):
    """Three volunteers and an employee on the roll."""
    written = scic()
    ordinary = replace(written.ordinary, quorum=replace(written.ordinary.quorum, first=Ruled(quorum, Public("21"))))
    said = adopted(replace(written, form=form, ordinary=ordinary))
    return (said, planned, tabled(), sealed(benevoles=3, salaries=1), session, *roll, *map(there, here), agreement)


def opened(form=Form.SA, *here):
    [vote] = [one for one in given(*hall(form, Fraction(0), *here)).when(ask).gained() if isinstance(one, VoteOpened)]
    return vote


@pytest.mark.parametrize(
    ("form", "aside"), [(Form.SA, True), (Form.SARL, True), (Form.SAS, False), (Form.ASSOCIATION, False)]
)
def test_the_law_of_the_form_sets_her_aside_there_or_not(form, aside):
    for here in ((), (LEA, TOM)):
        assert opened(form, *here).aside == (((LEA, BENEVOLES),) if aside else ())


def test_the_counter_must_have_named_everybody():
    given(*hall()).when(replace(ask, interested=())).refused("agenda-has-moved")
    given(*hall()).when(replace(ask, interested=(LEA, TOM))).gained()


@pytest.mark.parametrize(("form", "reached"), [(Form.SA, True), (Form.SARL, False)])
def test_she_counts_in_the_quorum_of_a_sa_and_not_of_a_sarl(form, reached):
    """Two of four are half; without Léa, one of three is not."""
    question = given(*hall(form, Fraction(1, 2), LEA, TOM)).when(ask)

    if reached:
        question.gained()
    else:
        question.refused("no-quorum")


def test_she_does_not_vote_and_her_hand_is_not_counted():
    past = (*hall(Form.SA, Fraction(0), LEA, TOM), opened(Form.SA, LEA, TOM))

    given(*past).when(CastBallots(V1, AG, (Ballot(LEA, Choice.FOR),)), by=LEA).refused("stands-aside")
    [counted] = given(*past).when(CountHands(V1, AG, (Raised(BENEVOLES, 0, 0, 1),))).gained()
    assert [(line.college, line.there) for line in counted.lines if line.there] == [(BENEVOLES, 1)]


def test_she_leaves_the_base_even_where_it_holds_everybody_and_the_count_says_so():
    """Two volunteers of the two who may, though a third is on the roll."""
    vote = replace(opened(), channels=(Channel.ONLINE,))
    every = replace(vote.majority, base=Ruled(MajorityBase.ALL, Public("21"))) if vote.majority else None
    past = (*hall(), replace(vote, majority=every), ballot(TOM), VoteClosed(V1))

    [counted] = given(*past).when(CountVote(V1, AG)).gained()

    benevoles = next(line.tally for line in counted.count.lines if line.tally.college == BENEVOLES)
    assert (benevoles.entitled, counted.count.steps[0].key) == (2, "aside-majority")


def test_her_power_without_a_name_is_not_cast_either():
    past = (*hall(), ProxyGiven(AG, LEA, None, BENEVOLES), ProxyGiven(AG, TOM, None, BENEVOLES))

    found = [one.member for one in given(*past).when(ask).gained() if isinstance(one, BallotCast)]

    assert found == [TOM]

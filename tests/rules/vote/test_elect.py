"""An election, from who stands to who sits: two tellers, a second round, and a decision without a name in it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.assembly.facts import Matter, OfficersNamed
from governance.counting.urn import Named, Tie, Urn
from governance.decision.elect import RecordElection
from governance.decision.facts import DecisionRecorded
from governance.decision.part_tie import PartTie
from governance.membership.facts import OfficeTaken
from governance.statutes.facts import Ruled
from governance.vote.elect import CloseElection, OpenElection, OpenNextRound
from governance.vote.election_facts import EldestSaid, ElectionOpened, UrnsCounted
from governance.vote.facts import VoteClosed
from governance.vote.session import CloseSession
from governance.vote.urns import CountElection, CountMyUrns, CountUrns
from governance.words import CollegeId, DecisionId, Office, PersonId, Public, VoteId
from tests.coop import LEA, TOM
from tests.gwt import NOON, given
from tests.rules.vote.test_voting import AG, R1, V1, VERSION, opened, planned, sealed, session, statutes, tabled, there

ANNE, BEN, CHLOE = PersonId("anne"), PersonId("ben"), PersonId("chloe")
SECOND = VoteId("vote2")
officers = OfficersNamed(AG, PersonId("lea"), None, (ANNE, BEN))
hall = (statutes, planned, tabled(Matter.PERSONS), sealed(benevoles=5), session, officers, there(LEA), there(TOM))
ask = OpenElection(V1, AG, R1, VERSION, Office.BOARD, 2, (ANNE, BEN, CHLOE))
[election] = given(*hall).when(ask).gained()
held = (*hall, election)


def urn(anne, ben, chloe, papers=5):
    votes = (Named(ANNE, anne), Named(BEN, ben), Named(CHLOE, chloe))
    return Urn(CollegeId("benevoles"), 5, papers, votes)


def counted(urns, *tellers):
    return [UrnsCounted(V1, teller, (urns,)) for teller in tellers]


CLEAR, OPEN = urn(4, 3, 1), urn(4, 2, 2)


def result(urns):
    past = (*held, VoteClosed(V1), *counted(urns, ANNE, BEN))
    [fact] = given(*past).when(CountElection(V1, AG)).gained()
    return fact


def test_who_stands_and_how_it_is_counted_is_fixed_as_it_opens():
    assert (election.number, election.running.seats, election.running.candidates) == (1, 2, (ANNE, BEN, CHLOE))
    assert (election.opens, election.suffrage.scheme) == (NOON, statutes.statutes.schemes[0])


@pytest.mark.parametrize(
    ("past", "command", "reason"),
    [
        (hall, replace(ask, candidates=()), "no-candidate"),
        (hall, replace(ask, candidates=(ANNE, ANNE)), "candidate-twice"),
        (hall, replace(ask, seats=0), "no-seat"),
        (hall, replace(ask, office=Office.WORKER), "not-an-office"),
        (hall, replace(ask, college=CollegeId("inconnu")), "college-not-voting"),
        (held, replace(ask, vote=SECOND), "vote-already-opened"),
        ((*hall, opened()), ask, "vote-already-opened"),
        ((*hall[:2], tabled(), *hall[3:]), ask, "not-about-persons"),
        ((*hall[:4], *hall[5:]), ask, "session-not-open"),
        (hall[:-2], ask, "no-quorum"),
    ],
)
def test_an_election_that_may_not_be_held_is_refused(past, command, reason):
    given(*past).when(command).refused(reason)


def test_seats_of_two_colleges_are_two_elections_of_one_resolution():
    benevoles = replace(ask, vote=SECOND, college=CollegeId("benevoles"))

    [second] = given(*held).when(benevoles).gained()

    assert second.running.college == "benevoles"


def test_the_session_waits_for_its_elections():
    given(*held).when(CloseSession(AG, votes=(V1,))).refused("votes-still-open")
    assert given(*held, VoteClosed(V1)).when(CloseSession(AG, votes=(V1,))).gained()


def test_two_tellers_who_agree_make_the_result():
    closed = (*held, VoteClosed(V1))

    given(*held).when(CountMyUrns(V1, AG, (CLEAR,), (ANNE,)), by=ANNE).then(*counted(CLEAR, ANNE))
    given(*held).when(CountMyUrns(V1, AG, (CLEAR,), (ANNE,)), by=BEN).refused("tellers-needed")
    given(*held).when(CountUrns(V1, AG, (CLEAR,), (ANNE, BEN))).then(*counted(CLEAR, ANNE, BEN))
    given(*closed, *counted(CLEAR, ANNE)).when(CountElection(V1, AG)).refused("tellers-awaited")
    given(*closed, *counted(CLEAR, ANNE), *counted(OPEN, BEN)).when(CountElection(V1, AG)).refused("tellers-awaited")
    given(*held, *counted(CLEAR, ANNE, BEN)).when(CountElection(V1, AG)).refused("vote-not-closed")


def test_urns_that_cannot_be_are_refused_when_they_are_said():
    given(*held).when(CountUrns(V1, AG, (urn(4, 3, 1, papers=9),), (ANNE, BEN))).refused("more-papers-than-entitled")
    given(*held).when(CountUrns(V1, AG, (urn(9, 0, 0),), (ANNE, BEN))).refused("papers-do-not-add-up")


def test_how_many_could_vote_is_what_the_roll_says():
    boasting = replace(CLEAR, entitled=500)

    given(*held).when(CountUrns(V1, AG, (boasting,), (ANNE, BEN))).then(*counted(CLEAR, ANNE, BEN))


def test_the_seats_of_a_college_are_filled_by_its_own_urn():
    own = replace(election, running=replace(election.running, college=CollegeId("salaries")))

    given(*hall, own).when(CountUrns(V1, AG, (CLEAR,), (ANNE, BEN))).refused("college-not-voting")


def test_urns_are_counted_after_the_election_opened():
    early = CountUrns(V1, AG, (CLEAR,), (ANNE, BEN), happened_at=NOON - timedelta(hours=1))

    given(*held).when(early).refused("hour-outside-the-vote")


def test_a_majority_in_the_first_round_is_enough():
    assert result(CLEAR).election.elected == (ANNE, BEN)
    given(*held, VoteClosed(V1), result(CLEAR)).when(CountUrns(V1, AG, (CLEAR,), (ANNE, BEN))).refused("vote-counted")


def test_the_seats_left_open_are_for_those_who_stand_again():
    first = result(OPEN)
    again = OpenNextRound(SECOND, V1, AG)

    [second] = given(*held, VoteClosed(V1), first).when(again).gained()

    assert (first.election.elected, first.election.again) == ((ANNE,), (BEN, CHLOE))
    assert (second.running.seats, second.running.candidates, second.running.round) == (1, (BEN, CHLOE), 2)
    given(*held, VoteClosed(V1), first, second).when(replace(again, vote=VoteId("vote3"))).refused(
        "vote-already-opened"
    )
    given(*held, VoteClosed(V1), result(CLEAR)).when(again).refused("no-second-round")


def test_the_elected_sit_from_the_day_of_the_meeting_by_a_decision_that_names_nobody():
    record = RecordElection(DecisionId("d1"), V1, AG, (ANNE, BEN))
    past = (*held, VoteClosed(V1), result(CLEAR))

    decision, *taken = given(*past).when(record).gained()

    assert isinstance(decision, DecisionRecorded)
    assert (decision.adopted, decision.vote, decision.text) == (True, V1, "")
    assert taken == [OfficeTaken(who, Office.BOARD, planned.day) for who in (ANNE, BEN)]
    given(*held).when(record).refused("vote-not-counted")
    given(*past).when(replace(record, elected=(CHLOE,))).refused("vote-not-counted")


def test_closing_twice_is_closing_once():
    given(*held).when(CloseElection(V1)).then(VoteClosed(V1))
    given(*held, VoteClosed(V1)).when(CloseElection(V1)).then()


def last_round():
    """The second round, for one seat, that two share."""
    running = replace(election.running, seats=1, candidates=(BEN, CHLOE), round=2, elected=(ANNE,))
    again = replace(election, vote=SECOND, running=running, earlier=V1)
    votes = (Named(BEN, 2), Named(CHLOE, 2))
    told = [UrnsCounted(SECOND, teller, (Urn(CollegeId("benevoles"), 5, 4, votes),)) for teller in (ANNE, BEN)]
    past = (*held, again, VoteClosed(SECOND), *told)
    [tied] = given(*past).when(CountElection(SECOND, AG)).gained()
    assert tied.election.tied == (BEN, CHLOE)
    return (*past, tied)


def test_a_tie_is_parted_by_who_is_the_elder():
    past = last_round()

    said, parted = given(*past).when(PartTie(SECOND, AG, (CHLOE, BEN))).gained()

    assert said == EldestSaid(SECOND, (CHLOE, BEN))
    assert (parted.election.elected, parted.election.tied) == ((CHLOE,), ())
    given(*past, said, parted).when(PartTie(SECOND, AG, (BEN, CHLOE))).then()
    record = RecordElection(DecisionId("d"), SECOND, AG, (CHLOE,))
    assert given(*past, said, parted).when(record).gained()[1].person == CHLOE


def test_a_tie_that_age_does_not_part():
    past = last_round()
    asked = next(fact for fact in past if isinstance(fact, ElectionOpened) and fact.vote == SECOND)
    again = Ruled(Tie.AGAIN, Public("art. 9"))
    ruled = [replace(fact, suffrage=replace(fact.suffrage, tie=again)) if fact is asked else fact for fact in past]
    act = PartTie(SECOND, AG, (CHLOE, BEN))

    given(*ruled).when(act).refused("tie-not-by-age", article="art. 9")
    given(*past).when(PartTie(SECOND, AG, (CHLOE,))).refused("tied-to-order")
    given(*past[:-1]).when(act).refused("nothing-tied")

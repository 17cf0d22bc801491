"""Paper: who voted is ticked, two tellers must find the same, and what does not add up is said, not hidden."""

import pytest

from governance.assembly.facts import IrregularityNoted, OfficersNamed
from governance.counting.tally import Tally
from governance.vote.bulletins import CountBulletins, CountMyBulletins, Emarge
from governance.vote.cast import Ballot, CastBallots
from governance.vote.close import CountVote
from governance.vote.facts import (
    Bulletins,
    BulletinsCounted,
    Channel,
    Choice,
    Emarged,
    Hands,
    HandsCounted,
    VoteClosed,
    VoteCounted,
)
from governance.words import CollegeId, PersonId, VoteId
from tests.coop import IRIS, LEA, NOE, TOM
from tests.gwt import given
from tests.rules.vote.test_voting import AG, V1, ballot, convened, opened, roll, there

BENEVOLES = CollegeId("benevoles")
ANNE, BEN, CHAIR = PersonId("anne"), PersonId("ben"), PersonId("lea")
officers = OfficersNamed(AG, CHAIR, None, (ANNE, BEN))
hall = (*convened, officers, *roll, there(LEA), there(TOM), there(IRIS, "salaries"))
vote = opened(channels=(Channel.PAPER,), secret=True)
URN = Bulletins(BENEVOLES, 1, 1)
SALARIES = Bulletins(CollegeId("salaries"), 1, 0)


def found(*lines, by=ANNE):
    return BulletinsCounted(V1, by, lines)


def count(*lines, tellers=(ANNE,)):
    return CountBulletins(V1, AG, lines, tellers)


def result(*past):
    return given(*hall, *past).when(CountVote(V1, AG)).gained()


def tally(counted, college=BENEVOLES):
    return next(one.tally for one in counted.count.lines if one.tally.college == college)


def test_each_teller_says_what_she_found():
    mine = CountMyBulletins(V1, AG, (URN,), (ANNE,))

    given(*hall, vote).when(mine, by=ANNE).then(found(URN))
    given(*hall, vote, found(URN)).when(mine, by=ANNE).then()
    given(*hall, vote).when(mine, by=BEN).refused("tellers-needed")


def test_who_types_a_signed_sheet_names_both_tellers():
    given(*hall, vote).when(count(URN, tellers=(ANNE, BEN))).then(found(URN), found(URN, by=BEN))


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (count(URN, tellers=()), "tellers-needed"),
        (count(URN, tellers=(ANNE, ANNE)), "tellers-needed"),
        (count(URN, tellers=(PersonId("passante"),)), "tellers-needed"),
        (count(URN, URN), "college-counted-twice"),
        (count(Bulletins(CollegeId("inconnu"), 1, 0)), "college-not-voting"),
        (count(Bulletins(BENEVOLES, 1, -1)), "negative-counter"),
    ],
)
def test_figures_that_cannot_be_are_refused(command, reason):
    given(*hall, vote).when(command).refused(reason)


def test_urns_are_counted_after_the_box_is_closed_and_until_the_result():
    closed = (*hall, vote, VoteClosed(V1))
    [counted] = result(vote, VoteClosed(V1), found(URN, SALARIES), found(URN, SALARIES, by=BEN))

    given(*closed).when(count(URN)).then(found(URN))
    given(*closed, counted).when(count(URN)).refused("vote-counted")
    assert isinstance(counted, VoteCounted)
    assert (tally(counted).for_, tally(counted).against, tally(counted).there) == (1, 1, 2)


@pytest.mark.parametrize("second", [(), (found(Bulletins(BENEVOLES, 2, 0), by=BEN),)])
def test_there_is_no_result_until_two_tellers_agree(second):
    given(*hall, vote, VoteClosed(V1), found(URN), *second).when(CountVote(V1, AG)).refused("tellers-awaited")


def test_a_teller_who_counts_again_is_heard_for_her_last_figures():
    wrong = Bulletins(BENEVOLES, 2, 0)

    [counted] = result(vote, found(wrong), found(URN, by=BEN), found(URN), VoteClosed(V1))

    assert tally(counted).against == 1


def test_three_tellers_of_whom_one_differs_wait():
    others = (found(URN), found(URN, by=BEN), found(Bulletins(BENEVOLES, 2, 0), by=CHAIR))

    given(*hall, vote, VoteClosed(V1), *others).when(CountVote(V1, AG)).refused("tellers-awaited")


def test_more_bulletins_than_people_is_counted_and_said_with_its_largest_effect():
    three = Bulletins(BENEVOLES, 2, 1)

    counted, noted = result(vote, found(three), found(three, by=BEN), VoteClosed(V1))

    assert isinstance(noted, IrregularityNoted)
    assert (noted.rule, noted.largest_effect, tally(counted).for_) == ("more-voices-than-people", 1, 2)


def test_where_voters_are_ticked_bulletins_are_held_against_the_ticks():
    ticked = Emarged(V1, LEA, BENEVOLES)

    _, noted = result(vote, ticked, found(URN), found(URN, by=BEN), VoteClosed(V1))

    assert noted.largest_effect == 1


def test_a_voter_is_ticked_once_and_where_she_is():
    given(*hall, vote).when(Emarge(V1, AG, (LEA,))).then(Emarged(V1, LEA, BENEVOLES))
    given(*hall, vote, Emarged(V1, LEA, BENEVOLES)).when(Emarge(V1, AG, (LEA,))).then()
    given(*hall, vote).when(Emarge(V1, AG, (NOE,))).refused("not-there")


def test_who_stands_aside_puts_nothing_in():
    aside = opened(channels=(Channel.PAPER,), aside=((LEA, BENEVOLES),))

    given(*hall, aside).when(Emarge(V1, AG, (LEA,))).refused("stands-aside")


def test_a_voice_is_in_one_box_only():
    both = opened(channels=(Channel.PAPER, Channel.ONLINE))

    given(*hall, both, ballot(LEA)).when(Emarge(V1, AG, (LEA,))).refused("already-voted")
    past = (*hall, both, Emarged(V1, LEA, BENEVOLES))
    given(*past).when(CastBallots(V1, AG, (Ballot(LEA, Choice.FOR),)), by="lea").refused("already-voted")


def test_an_urn_fuller_than_the_roll_does_not_stop_the_count():
    five = Bulletins(BENEVOLES, 4, 1)

    counted, noted = result(vote, found(five), found(five, by=BEN), VoteClosed(V1))

    assert (tally(counted).entitled, noted.largest_effect) == (5, 3)


def test_a_teller_who_left_out_an_empty_urn_has_found_the_same():
    empty = Bulletins(CollegeId("salaries"), 0, 0)

    assert result(vote, found(URN, empty), found(URN, by=BEN), VoteClosed(V1))


def test_beside_a_show_of_hands_only_those_ticked_put_a_bulletin_in():
    both = opened(channels=(Channel.PAPER, Channel.HANDS))
    hands = HandsCounted(V1, (Hands(BENEVOLES, 2, 0, 0, 2),))

    given(*hall, both).when(count(URN)).refused("tick-first", ticked=0)
    given(*hall, both, *(Emarged(V1, who, BENEVOLES) for who in (LEA, TOM))).when(count(URN)).then(found(URN))
    given(*hall, both, hands).when(Emarge(V1, AG, (LEA,))).refused("hands-already-counted")


def test_a_collège_that_keeps_its_mandate_has_no_urn():
    again = opened(channels=(Channel.PAPER,), second_round_of=VoteId("v0"), kept=(Tally(BENEVOLES, 3, 2, 2),))

    given(*hall, again).when(count(URN)).refused("college-not-voting")

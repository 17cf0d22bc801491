"""A show of hands: pour is what remains of those in the room, and nobody is heard twice."""

from dataclasses import replace

import pytest

from governance.assembly.presence_facts import AttendanceEnded, ProxyGiven
from governance.vote.cast import Ballot, CastBallots
from governance.vote.close import CountVote
from governance.vote.facts import Channel, Choice, Hands, HandsCounted, VoteClosed
from governance.vote.hands import CountHands, Raised
from governance.words import CollegeId
from tests.coop import IRIS, LEA, NOE, TOM
from tests.gwt import NOON, given
from tests.rules.vote.test_voting import AG, HOUR, V1, ballot, convened, line, opened, roll, there

BOTH = (Channel.HANDS, Channel.ONLINE)
hall = (*convened, *roll, there(LEA), there(TOM), there(IRIS, "salaries"))
vote = opened(channels=BOTH)
SALARIES, BENEVOLES = CollegeId("salaries"), CollegeId("benevoles")


def raised(**seen):
    """college=(against, abstention, in_favour)"""
    return CountHands(V1, AG, tuple(Raised(CollegeId(college), *figures) for college, figures in seen.items()))


def lines(*given):
    empty = {
        college: Hands(CollegeId(college), 0, 0, 0, 0)
        for college in ("salaries", "structures", "benevoles", "partenaires")
    }
    return tuple((empty | {one.college: one for one in given}).values())


def test_those_in_favour_are_those_who_remain():
    counted = HandsCounted(V1, lines(Hands(SALARIES, 1, 0, 0, 1), Hands(BENEVOLES, 2, 1, 0, 1)))

    given(*hall, vote).when(raised(benevoles=(1, 0, 1))).then(counted)


def test_unanimous_is_nobody_named():
    counted = HandsCounted(V1, lines(Hands(SALARIES, 1, 0, 0, 1), Hands(BENEVOLES, 2, 0, 0, 2)))

    given(*hall, vote).when(raised()).then(counted)


def test_a_represented_member_has_a_hand_in_her_own_college():
    power = ProxyGiven(AG, NOE, IRIS, BENEVOLES)

    [fact] = given(*hall, power, vote).when(raised()).gained()

    assert Hands(BENEVOLES, 3, 0, 0, 3) in fact.lines


def test_a_voice_already_in_the_box_has_no_hand():
    [fact] = given(*hall, vote, ballot(LEA)).when(raised()).gained()

    assert Hands(BENEVOLES, 1, 0, 0, 1) in fact.lines


def test_nobody_votes_by_name_once_hands_are_counted():
    past = (*hall, vote, HandsCounted(V1, lines()))

    given(*past).when(CastBallots(V1, AG, (Ballot(LEA, Choice.FOR),)), by="lea").refused("hands-already-counted")


@pytest.mark.parametrize(
    ("seen", "reason"),
    [
        ({"benevoles": (2, 1, -1)}, "more-hands-than-people"),
        ({"benevoles": (0, 0, 3)}, "room-has-moved"),
        ({"benevoles": (-1, 0, 3)}, "negative-counter"),
        ({"inconnu": (0, 0, 0)}, "college-not-voting"),
    ],
)
def test_figures_that_cannot_be_are_refused(seen, reason):
    given(*hall, vote).when(raised(**seen)).refused(reason)


@pytest.mark.parametrize(
    ("past", "reason"),
    [
        ((opened(),), "not-by-this-channel"),
        ((opened(opens=NOON + HOUR, channels=BOTH),), "vote-not-open-yet"),
        ((vote, VoteClosed(V1)), "vote-closed"),
        ((), "unknown-vote"),
    ],
)
def test_hands_are_counted_while_the_vote_is_open_to_them(past, reason):
    given(*hall, *past).when(raised()).refused(reason)


def test_an_hour_told_afterwards_is_one_of_the_vote():
    late = replace(raised(), happened_at=NOON - 2 * HOUR)

    given(*hall, vote).when(late).refused("hour-outside-the-vote")


def test_hands_and_named_ballots_make_one_count_and_who_leaves_meanwhile_has_voted():
    hands = HandsCounted(V1, lines(Hands(SALARIES, 1, 0, 0, 1), Hands(BENEVOLES, 1, 1, 0, 0)))
    past = (*hall, vote, ballot(LEA), hands, AttendanceEnded(AG, TOM), VoteClosed(V1))

    [counted] = given(*past).when(CountVote(V1, AG)).gained()

    tally = next(one.tally for one in counted.count.lines if one.tally.college == BENEVOLES)
    assert (tally.for_, tally.against, tally.there, tally.did_not_take_part) == (1, 1, 2, 0)


def test_who_stands_aside_has_no_hand_and_is_in_no_base():
    aside = opened(channels=BOTH, aside=((LEA, BENEVOLES),))

    [hands] = given(*hall, aside).when(raised()).gained()
    [counted] = given(*hall, aside, hands, VoteClosed(V1)).when(CountVote(V1, AG)).gained()

    assert Hands(BENEVOLES, 1, 0, 0, 1) in hands.lines
    assert [one.tally.entitled for one in counted.count.lines if one.tally.college == BENEVOLES] == [2]
    given(*hall, aside).when(CastBallots(V1, AG, (Ballot(LEA, Choice.FOR),)), by="lea").refused("stands-aside")


def test_a_member_on_the_roll_twice_is_nobody_twice():
    [hands] = given(*hall, line(LEA), vote).when(raised()).gained()

    assert Hands(BENEVOLES, 2, 0, 0, 2) in hands.lines

"""A vote from its opening to its count: who may vote, for whom, when, and what is refused with its article."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from governance.assembly.facts import (
    AssemblyPlanned,
    MandateEntered,
    Matter,
    ResolutionTabled,
    RollSealed,
    SessionClosed,
    SessionOpened,
)
from governance.assembly.presence_facts import AttendanceEnded, AttendanceSigned, ProxyGiven, ProxyWithdrawn
from governance.statutes.facts import Kind, Organ, Scheme
from governance.vote.cast import Ballot, CastBallots
from governance.vote.close import CloseVote, CountVote
from governance.vote.facts import BallotCast, Choice, VoteClosed, VoteCounted, VoteOpened
from governance.vote.open import OpenVote
from governance.vote.session import CloseSession
from governance.words import (
    AssemblyId,
    CategoryId,
    CollegeId,
    Day,
    PersonId,
    Public,
    ResolutionId,
    StatutesId,
    VoteId,
)
from tests.coop import IRIS, LEA, NOE, TOM, adopted, scic
from tests.gwt import NOON, given

AG, R1, V1, VERSION = AssemblyId("ag"), ResolutionId("r1"), VoteId("vote1"), StatutesId("v1")
HOUR = timedelta(hours=1)

planned = AssemblyPlanned(AG, Organ.ASSEMBLY, Public("AGO"), Day("2026-03-02"), "12:00", Public("Gap"))
statutes = adopted(scic())


def tabled(matter=Matter.GENERAL, kind=Kind.ORDINARY):
    return ResolutionTabled(AG, R1, 1, kind, matter, Public("Comptes"), Public("Les comptes sont approuvés."))


def line(member, college="benevoles", votes=True):
    college = CollegeId(college)
    return MandateEntered(AG, member, PersonId(member), CategoryId(college), college, votes, Fraction(15))


def sealed(**by_college):
    colleges = ("salaries", "structures", "benevoles", "partenaires")
    counts = tuple((CollegeId(college), by_college.get(college, 0)) for college in colleges)
    return RollSealed(AG, VERSION, sum(by_college.values()), counts)


def there(member, college="benevoles"):
    return AttendanceSigned(AG, member, PersonId(member), CollegeId(college))


session = SessionOpened(AG, PersonId("lea"), 3, 0, 4, Fraction(1), "heads", Public("21.1"))
convened = (statutes, planned, tabled(), sealed(benevoles=3, salaries=1), session)
held = (*convened, there(LEA))
roll = (line(LEA), line(TOM), line(IRIS, "salaries"), line(NOE))


offline = adopted(replace(scic(), online_vote=None))


def opened(closes=None, **changed):
    return VoteOpened(
        **{
            "vote": V1, "assembly": AG, "resolution": R1, "number": 1, "title": Public("Comptes"),
            "text": Public("Les comptes sont approuvés."), "statutes": VERSION, "form": scic().form,
            "kind": Kind.ORDINARY, "scheme": scic().scheme(Organ.ASSEMBLY) or Scheme(Organ.ASSEMBLY),
            "majority": scic().ordinary.majority, "second_call": False, "opens": NOON - HOUR, "closes": closes,
            **changed,
        }
    )  # fmt: skip


def cast(member, choice=Choice.FOR, holder=None):
    return CastBallots(V1, AG, (Ballot(member, choice, holder),))


def ballot(member, college="benevoles", choice=Choice.FOR, holder=None):
    return BallotCast(V1, member, CollegeId(college), True, choice, holder)


def test_a_vote_opens_with_the_text_and_the_rules_of_the_roll():
    given(*held).when(OpenVote(V1, AG, R1, VERSION)).then(opened(opens=NOON))


@pytest.mark.parametrize(
    ("past", "reason"),
    [
        ((statutes, planned, sealed(), session), "unknown-resolution"),
        ((statutes, planned, tabled(), sealed()), "session-not-open"),
        ((*convened, SessionClosed(AG)), "session-not-open"),
        ((*convened, opened()), "vote-already-opened"),
        ((statutes, planned, tabled(Matter.PERSONS), sealed(benevoles=1), there(LEA), session), "secret-vote-on-paper"),
        ((offline, planned, tabled(), sealed(benevoles=1), there(LEA), session), "channel-not-in-statutes"),
        ((planned, tabled(), sealed(), session), "statutes-changed"),
        (convened, "no-quorum"),
        ((*held, AttendanceEnded(AG, LEA)), "no-quorum"),
    ],
)
def test_a_vote_that_may_not_be_held_here_is_refused(past, reason):
    given(*past).when(OpenVote(V1, AG, R1, VERSION)).refused(reason)


def test_the_refusal_of_a_secret_vote_quotes_the_statutes():
    past = (statutes, planned, tabled(Matter.PERSONS), sealed(benevoles=1), there(LEA), session)

    given(*past).when(OpenVote(V1, AG, R1, VERSION)).refused("secret-vote-on-paper", article="24")


def test_a_vote_does_not_close_before_it_opens():
    given(*held).when(OpenVote(V1, AG, R1, VERSION, closes=NOON)).refused("closes-in-the-past")


def test_an_entitled_member_who_is_there_casts_one_ballot():
    given(opened(), *roll, there(LEA)).when(cast(LEA), by=LEA).then(ballot(LEA))
    given(opened(), *roll, there(LEA), ballot(LEA)).when(cast(LEA, Choice.AGAINST), by=LEA).refused("already-voted")


def test_the_ballot_of_another_is_not_mine():
    given(opened(), *roll, there(LEA), ballot(TOM)).when(cast(LEA), by=LEA).then(ballot(LEA))


@pytest.mark.parametrize(
    ("past", "by", "now", "reason"),
    [
        ((*roll, there(LEA)), LEA, NOON, "unknown-vote"),
        ((opened(assembly=AssemblyId("other")), *roll, there(LEA)), LEA, NOON, "unknown-vote"),
        ((opened(), *roll), LEA, NOON, "not-there"),
        ((opened(), there(LEA)), LEA, NOON, "not-on-the-roll"),
        ((opened(), *roll, there(LEA)), TOM, NOON, "not-her-voter"),
        ((opened(), *roll, there(LEA), VoteClosed(V1)), LEA, NOON, "vote-closed"),
        ((opened(closes=NOON), *roll, there(LEA)), LEA, NOON, "vote-closed"),
        ((opened(opens=NOON + HOUR), *roll, there(LEA)), LEA, NOON, "vote-not-open-yet"),
        ((opened(), *roll, there(LEA), ProxyGiven(AG, LEA, TOM)), LEA, NOON, "voted-by-proxy"),
    ],
)
def test_nobody_votes_out_of_turn(past, by, now, reason):
    given(*past).when(cast(LEA), by=by, now=now).refused(reason)


def test_a_vote_closes_at_its_hour_to_the_second():
    past = (opened(closes=NOON), *roll, there(LEA))

    given(*past).when(cast(LEA), by=LEA, now=NOON - timedelta(seconds=1)).then(ballot(LEA))
    given(*past).when(cast(LEA), by=LEA, now=NOON).refused("vote-closed")


def test_a_holder_votes_for_herself_and_for_each_proxy_at_once():
    past = (opened(), *roll, there(TOM), ProxyGiven(AG, LEA, TOM), ProxyGiven(AG, IRIS, TOM))
    both = (Ballot(TOM, Choice.FOR), Ballot(LEA, Choice.AGAINST, TOM), Ballot(IRIS, Choice.ABSTENTION, TOM))

    given(*past).when(CastBallots(V1, AG, both), by=TOM).then(
        ballot(TOM),
        ballot(LEA, choice=Choice.AGAINST, holder=TOM),
        ballot(IRIS, "salaries", Choice.ABSTENTION, TOM),
    )


def test_a_proxy_votes_in_the_college_of_the_grantor():
    past = (opened(), *roll, there(TOM), ProxyGiven(AG, IRIS, TOM))

    given(*past).when(cast(IRIS, holder=TOM), by=TOM).then(ballot(IRIS, "salaries", holder=TOM))


@pytest.mark.parametrize(
    ("powers", "reason"),
    [
        ((), "proxy-withdrawn"),
        ((ProxyGiven(AG, LEA, TOM), ProxyWithdrawn(AG, LEA, TOM)), "proxy-withdrawn"),
        ((ProxyGiven(AG, LEA, NOE),), "proxy-withdrawn"),
    ],
)
def test_only_a_proxy_that_stands_gives_a_ballot(powers, reason):
    given(opened(), *roll, there(TOM), *powers).when(cast(LEA, holder=TOM), by=TOM).refused(reason)


def test_one_wrong_ballot_and_none_is_cast():
    past = (opened(), *roll, there(TOM), ballot(LEA), ProxyGiven(AG, LEA, TOM))
    both = (Ballot(TOM, Choice.FOR), Ballot(LEA, Choice.FOR, TOM))

    given(*past).when(CastBallots(V1, AG, both), by=TOM).refused("already-voted")
    given(*past).when(CastBallots(V1, AG, (both[0], both[0])), by=TOM).refused("already-voted")
    given(*past).when(CastBallots(V1, AG, ()), by=TOM).refused("no-ballot")


def test_a_vote_is_closed_once_and_never_before_its_hour():
    given(opened()).when(CloseVote(V1)).then(VoteClosed(V1))
    given(opened(), VoteClosed(V1)).when(CloseVote(V1)).then()
    given(opened(closes=NOON + HOUR)).when(CloseVote(V1)).refused("closes-later")
    given(opened(closes=NOON)).when(CloseVote(V1)).then(VoteClosed(V1))
    given().when(CloseVote(V1)).refused("unknown-vote")


def counted(*past):
    [fact] = given(*past).when(CountVote(V1, AG)).gained()
    assert isinstance(fact, VoteCounted)
    return fact.count


def test_a_vote_is_counted_by_college_after_its_closing():
    past = (opened(), sealed(benevoles=3, salaries=1), *map(there, (LEA, TOM, NOE)), there(IRIS, "salaries"))
    ballots = (ballot(LEA), ballot(TOM, choice=Choice.AGAINST), ballot(IRIS, "salaries"), ballot(NOE))

    given(*past, *ballots).when(CountVote(V1, AG)).refused("vote-not-closed")
    result = counted(*past, *ballots, VoteClosed(V1))

    assert result.adopted
    assert [(each.tally.college, each.tally.for_, each.tally.against) for each in result.lines] == [
        ("salaries", 1, 0),
        ("structures", 0, 0),
        ("benevoles", 2, 1),
        ("partenaires", 0, 0),
    ]


def test_a_vote_without_any_ballot_is_rejected():
    assert not counted(opened(), sealed(benevoles=3), VoteClosed(V1)).adopted


def test_a_vote_is_counted_once():
    past = (opened(), sealed(benevoles=1), VoteClosed(V1))
    first = VoteCounted(V1, counted(*past))

    given(*past, first).when(CountVote(V1, AG)).then()


def test_a_member_decides_nothing_about_a_vote():
    for command in (OpenVote(V1, AG, R1, VERSION), CloseVote(V1), CountVote(V1, AG)):
        given(*convened, opened()).when(command, by=LEA).refused("not-allowed")


def test_who_is_there_and_casts_nothing_did_not_take_part():
    past = (opened(), sealed(benevoles=3), *map(there, (LEA, TOM)), ballot(LEA), VoteClosed(V1))

    [benevoles] = [one.tally for one in counted(*past).lines if one.tally.college == "benevoles"]

    assert (benevoles.there, benevoles.did_not_take_part, benevoles.absent) == (2, 1, 1)


def test_nothing_moves_under_the_count_once_the_vote_is_closed():
    past = (opened(), sealed(benevoles=3), there(LEA), ballot(LEA), VoteClosed(V1))

    assert counted(*past, there(TOM)) == counted(*past)


def test_nobody_votes_once_the_session_is_closed():
    given(opened(), *roll, there(LEA), SessionClosed(AG)).when(cast(LEA), by=LEA).refused("vote-closed")


def test_a_slip_of_the_pen_does_not_keep_a_vote_open_for_ever():
    given(*held).when(OpenVote(V1, AG, R1, VERSION, closes=NOON + timedelta(days=61))).refused("closes-too-late")


@pytest.mark.parametrize(
    ("past", "votes"),
    [
        ((), (V1,)),
        ((), ()),
        ((VoteClosed(V1),), ()),  # opened since the page was shown
        ((VoteClosed(VoteId("another")),), (VoteId("another"),)),
    ],
)
def test_a_session_does_not_close_on_those_who_still_vote(past, votes):
    close = CloseSession(AG, votes=votes)

    given(*convened, opened(), *past).when(close).refused("votes-still-open", votes=["Comptes"])


def test_a_session_closes_once_nobody_votes_any_more():
    close = CloseSession(AG, votes=(V1,))

    given(*convened).when(close).then(SessionClosed(AG))
    given(*convened, opened(), VoteClosed(V1)).when(close).then(SessionClosed(AG))
    given(*convened, opened(closes=NOON)).when(close).then(SessionClosed(AG))
    given(*convened, opened(closes=NOON + HOUR)).when(close).refused("votes-still-open")

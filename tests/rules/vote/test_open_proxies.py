"""Powers that name nobody vote for what the board presents or approves, against the rest (C.com L225-106)."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.assembly.attendance import SignAttendance
from governance.assembly.facts import Backing, MandateEntered, SessionOpened
from governance.assembly.presence_facts import ProxyGiven, ProxyWithdrawn
from governance.assembly.proxies import GiveProxy
from governance.assembly.session import OpenSession
from governance.command import Refused
from governance.record.record import Record
from governance.record.recorder import MemoryRecorder
from governance.record.vault import MemoryVault
from governance.statutes.facts import OpenProxyRule
from governance.vote.cast import Ballot, CastBallots
from governance.vote.close import CloseVote, CountVote
from governance.vote.facts import BallotCast, Choice, VoteCounted
from governance.vote.open import OpenVote
from governance.words import CategoryId, CollegeId, MemberId, PersonId, ResolutionId, VoteId
from tests.coop import BENEVOLES, LEA, NOE, TOM, adopted, scic
from tests.gwt import NOON, SECRETARY, given, in_office
from tests.rules.statutes.samples import ruled
from tests.rules.vote.test_voting import AG, R1, V1, VERSION, convened, line, opened, planned, sealed, tabled, there

R2, V2 = ResolutionId("r2"), VoteId("vote2")
MEMBERS = [MemberId(f"m{n:02}") for n in range(45)]
CHAIR, HOLDER, *ABSENT = MEMBERS


def names_nobody(member):
    return ProxyGiven(AG, member, None, BENEVOLES)


def by_open_proxy(member, choice=Choice.FOR, vote=V1):
    return BallotCast(vote, member, BENEVOLES, True, choice, open_proxy=True)


@pytest.mark.parametrize(
    ("backing", "choice"),
    [
        (Backing.PRESENTED, Choice.FOR),
        (Backing.APPROVED, Choice.FOR),
        (Backing.NEITHER, Choice.AGAINST),
    ],
)
def test_it_votes_with_the_board_as_the_vote_opens(backing, choice):
    on_it = [replace(tabled(), backing=backing) if fact == tabled() else fact for fact in convened]
    taken_back = ProxyWithdrawn(AG, TOM, None)

    given(*on_it, names_nobody(LEA), names_nobody(TOM), taken_back).when(OpenVote(V1, AG, R1, VERSION)).then(
        opened(opens=NOON, backing=backing), by_open_proxy(LEA, choice)
    )


def test_a_power_that_names_somebody_waits_for_its_holder():
    past = (*convened, there(NOE), ProxyGiven(AG, LEA, TOM, BENEVOLES))

    given(*past).when(OpenVote(V1, AG, R1, VERSION)).then(opened(opens=NOON))


def test_who_comes_once_it_has_served_has_voted():
    past = (opened(), line(LEA), there(LEA), by_open_proxy(LEA))

    given(*past).when(CastBallots(V1, AG, (Ballot(LEA, Choice.AGAINST),)), by=LEA).refused("already-voted")


def _of_forty_five():
    """The roll of an assembly on which two resolutions wait: the second against the board's advice."""
    proxies = replace(scic().proxies, open_proxy=ruled(OpenProxyRule.CHAIR_WITH_BOARD, "26"))
    second = replace(tabled(), resolution=R2, number=2, backing=Backing.NEITHER)
    roll = [
        MandateEntered(AG, who, PersonId(who), CategoryId("benevoles"), CollegeId("benevoles"), True, Fraction(15))
        for who in MEMBERS
    ]
    return [adopted(replace(scic(), proxies=proxies)), planned, tabled(), second, *roll, sealed(benevoles=45)]


class Hall:
    """One record, in the hands of the secretary."""

    def __init__(self):
        self.record = Record(MemoryRecorder(lambda: NOON), MemoryVault())
        self.record.enter([in_office, *_of_forty_five()], PersonId("test"), "past")
        self.gestures = 0

    def do(self, command, by=SECRETARY):
        self.gestures += 1
        self.record.execute(command, by, f"g{self.gestures}")

    def facts(self, kind):
        return [entry.fact for entry in self.record.entries() if isinstance(entry.fact, kind)]


def test_e12_of_seven_powers_among_45_members_two_are_carried_one_is_refused_and_four_vote_with_the_board():
    hall, (named, open_ones) = Hall(), (ABSENT[:3], ABSENT[3:7])

    for grantor in named[:2]:
        hall.do(GiveProxy(AG, VERSION, grantor, HOLDER))
    with pytest.raises(Refused) as refusal:
        hall.do(GiveProxy(AG, VERSION, named[2], HOLDER))
    for grantor in open_ones:
        hall.do(GiveProxy(AG, VERSION, grantor, None))
    for member in (CHAIR, HOLDER, *ABSENT[7:11]):
        hall.do(SignAttendance(AG, member))
    hall.do(OpenSession(AG, VERSION, PersonId(CHAIR)))
    hall.do(OpenVote(V1, AG, R1, VERSION))
    hall.do(OpenVote(V2, AG, R2, VERSION))
    for vote in (V1, V2):
        hall.do(CloseVote(vote))
        hall.do(CountVote(vote, AG))

    assert (refusal.value.reason, refusal.value.details["most"]) == ("too-many-proxies", 2)
    [session] = hall.facts(SessionOpened)
    assert (session.present, session.represented, session.need) == (6, 2 + 4, 12)  # without the four, no quorum
    assert hall.facts(BallotCast) == [
        by_open_proxy(who, choice, vote)
        for vote, choice in ((V1, Choice.FOR), (V2, Choice.AGAINST))
        for who in open_ones
    ]
    board, members = [
        next(each.tally for each in fact.count.lines if each.tally.college == BENEVOLES)
        for fact in hall.facts(VoteCounted)
    ]
    assert (board.for_, board.against, board.there, board.did_not_take_part) == (4, 0, 12, 8)
    assert (members.for_, members.against, members.there, members.did_not_take_part) == (0, 4, 12, 8)

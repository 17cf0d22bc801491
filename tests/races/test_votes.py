"""Everybody votes at once, while a box is closed, urns are entered twice, powers are given and taken back."""

from collections.abc import Sequence
from functools import partial

import pytest

from governance.assembly.attendance import SignAttendance
from governance.assembly.facts import OfficersNamed
from governance.assembly.proxies import GiveProxy, WithdrawProxy
from governance.assembly.standing import holder_of, presence
from governance.vote.before import said_before
from governance.vote.box import agreed
from governance.vote.bulletins import CountBulletins, Emarge
from governance.vote.cast import Ballot, CastBallots
from governance.vote.close import CloseVote, CountVote
from governance.vote.facts import (
    BallotCast,
    Bulletins,
    Channel,
    Choice,
    Emarged,
    VoteClosed,
    VoteCounted,
    VoteOpened,
)
from governance.vote.open import OpenVote
from governance.words import CollegeId, Fact, MemberId, PersonId
from tests.conftest import Database
from tests.gwt import SECRETARY, in_office
from tests.races.racing import refusals, together, two_records
from tests.rules.vote.test_voting import AG, R1, V1, VERSION, convened, line, opened, sealed, there

BENEVOLES = CollegeId("benevoles")
MEMBERS = [MemberId(f"m{n:02}") for n in range(12)]
FIRST, HOLDER, *OTHERS = MEMBERS
TELLERS = (PersonId("m00"), PersonId("m01"))
hall = [in_office, *convened[:3], sealed(benevoles=len(MEMBERS)), convened[4], *map(line, MEMBERS)]


@pytest.fixture
def records(durable_cooperative: Database):
    with two_records(durable_cooperative) as records:
        records[0].enter([*hall, OfficersNamed(AG, TELLERS[0], None, TELLERS)], PersonId("test"), "past")
        yield records


def past(records, *facts):
    records[0].enter(list(facts), PersonId("test"), "more")


def facts(records) -> list[Fact]:
    return [entry.fact for entry in records[0].entries()]


def of(records, kind):
    return [fact for fact in facts(records) if isinstance(fact, kind)]


def acting(records, *acts):
    """Each `(command, who gives it)`, over two offices."""
    return [partial(records[n % 2].execute, command, by, f"act{n}") for n, (command, by) in enumerate(acts)]


def cast(member, holder=None, choice=Choice.FOR):
    return CastBallots(V1, AG, (Ballot(member, choice, holder),)), PersonId(holder or member)


def by_secretary(*commands):
    return [(command, SECRETARY) for command in commands]


def check_every_ballot(told: Sequence[Fact]) -> None:
    """Each was cast once, before the closing, by whoever spoke for its member at that moment."""
    for n, ballot in enumerate(told):
        if isinstance(ballot, BallotCast):
            before = told[:n]
            assert not any(isinstance(one, VoteClosed) for one in before)
            assert not any(isinstance(one, BallotCast | Emarged) and one.member == ballot.member for one in before)
            if not ballot.open_proxy:
                assert holder_of(before, ballot.member) == ballot.holder
                assert (ballot.holder or ballot.member) in presence(before).signed


@pytest.mark.parametrize("round_", range(3))
def test_a_ballot_that_arrives_as_the_vote_closes_is_counted_or_refused(records, round_):
    past(records, *map(there, MEMBERS), opened())
    close, count = by_secretary(CloseVote(V1), CountVote(V1, AG))
    half = len(MEMBERS) // 2

    votes = [cast(member) for member in MEMBERS]
    answers = together(acting(records, *votes[:half], close, *votes[half:]))
    records[0].execute(*count, "count")

    in_the_box, [result] = of(records, BallotCast), of(records, VoteCounted)
    assert set(refusals(answers)) <= {"vote-closed"}
    assert len(in_the_box) + len(refusals(answers)) == len(MEMBERS)
    assert sum(one.tally.for_ for one in result.count.lines) == len(in_the_box)
    check_every_ballot(facts(records))


@pytest.mark.parametrize("round_", range(3))
def test_of_two_sheets_typed_at_once_for_the_same_urns_one_stands_whole(records, round_):
    past(records, *map(there, MEMBERS), opened(channels=(Channel.PAPER,)), VoteClosed(V1))
    sheets = [CountBulletins(V1, AG, (Bulletins(BENEVOLES, for_, 12 - for_),), TELLERS) for for_ in (7, 7, 8)]

    answers = together(acting(records, *by_secretary(*sheets, CountVote(V1, AG))))

    assert set(refusals(answers)) <= {"tellers-awaited", "vote-counted"}
    [found] = agreed(facts(records))
    assert found in (Bulletins(BENEVOLES, 7, 5), Bulletins(BENEVOLES, 8, 4))
    if "tellers-awaited" in refusals(answers):
        records[0].execute(CountVote(V1, AG), SECRETARY, "count")
    [result] = of(records, VoteCounted)
    assert sum(one.tally.for_ for one in result.count.lines) == found.for_


@pytest.mark.parametrize("round_", range(3))
def test_whoever_is_ticked_at_two_urns_and_votes_online_is_heard_once(records, round_):
    past(records, *map(there, MEMBERS), opened(channels=(Channel.PAPER, Channel.ONLINE)))
    ticks = by_secretary(*(Emarge(V1, AG, tuple(MEMBERS[:6])) for _ in range(2)))

    answers = together(acting(records, *ticks, *(cast(member) for member in MEMBERS[:6])))

    heard = [fact.member for fact in facts(records) if isinstance(fact, BallotCast | Emarged)]
    assert len(heard) == len(set(heard))
    assert set(refusals(answers)) <= {"already-voted"}


@pytest.mark.parametrize("round_", range(3))
def test_powers_that_name_nobody_are_in_the_box_if_they_stood_when_the_vote_opened(records, round_):
    past(records, there(HOLDER), there(OTHERS[0]))
    records[0].execute(GiveProxy(AG, VERSION, FIRST, None), SECRETARY, "given")
    late = [GiveProxy(AG, VERSION, grantor, None) for grantor in OTHERS[1:4]]

    open_vote = OpenVote(V1, AG, R1, VERSION)
    answers = together(acting(records, *by_secretary(late[0], WithdrawProxy(AG, FIRST), open_vote, *late[1:])))

    assert refusals(answers) == []
    told = facts(records)
    [at] = [n for n, fact in enumerate(told) if isinstance(fact, VoteOpened)]
    assert of(records, BallotCast) == said_before(told[:at], told[at])
    check_every_ballot(told)


@pytest.mark.parametrize("round_", range(3))
def test_while_a_power_is_given_or_its_giver_comes_one_of_the_two_votes(records, round_):
    past(records, there(FIRST), there(HOLDER), opened())
    kept, given = OTHERS[:2]
    records[0].execute(GiveProxy(AG, VERSION, kept, HOLDER), SECRETARY, "given")
    moves = by_secretary(SignAttendance(AG, kept), GiveProxy(AG, VERSION, given, FIRST))

    answers = together(
        acting(records, *moves, cast(kept, HOLDER), cast(given, FIRST), cast(HOLDER), cast(FIRST), cast(kept))
    )

    assert set(refusals(answers)) <= {"proxy-withdrawn", "already-voted", "voted-by-proxy", "not-there"}
    check_every_ballot(facts(records))

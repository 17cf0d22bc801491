"""A quorum that the statutes count in shares of the capital: the roll holds those of each member, and follows them."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.assembly.attendance import SignAttendance
from governance.assembly.facts import MandateEntered, RollSealed
from governance.assembly.roll import roll as drawn
from governance.assembly.session import OpenSession
from governance.capital.facts import SharesSubscribed
from governance.command import Refused
from governance.counting.tally import Held
from governance.statutes.facts import Kind, MajorityBase, QuorumBase
from governance.vote.box import gathered
from governance.vote.cast import Ballot, CastBallots
from governance.vote.facts import BallotCast, Channel, Choice
from governance.vote.question import check_named, rules_for
from governance.words import Cents, Day, MemberId, PersonId, SubscriptionId, VoteId
from tests.gwt import given
from tests.rules.assembly.coop import EVENING, SPRING, V1, convened, members, planned, statutes, tabled
from tests.rules.statutes.samples import adopted as adopt
from tests.rules.statutes.samples import ruled
from tests.rules.vote.test_voting import opened as opened_vote

A_THIRD = replace(statutes.ordinary.quorum, first=ruled(Fraction(1, 3), "17"), base=ruled(QuorumBase.SHARES, "17"))
by_shares = adopt(statutes=replace(statutes, ordinary=replace(statutes.ordinary, quorum=A_THIRD)))
HELD = {"alma": 1, "basile": 2, "chloe": 10, "dario": 4, "elsa": 3, "cabane": 10}


def bought(member, number, on="2021-01-15"):
    return SharesSubscribed(SubscriptionId(f"{member}-{on}"), MemberId(member), number, Cents(5000), Day(on))


capital = [bought(*one) for one in HELD.items()]
lines = drawn([*members, *capital], planned, by_shares)
ready = [by_shares, *members, *capital, planned, tabled(), *lines, convened]


def come(*names):
    """What signing the sheet writes."""
    who = {"cabane": "farida"}
    signed = []
    for name in names:
        act = SignAttendance(SPRING, MemberId(name))
        signed += given(*ready, *signed).when(act, now=EVENING).gained()
    assert [fact.person for fact in signed] == [who.get(name, name) for name in names]
    return signed


def test_the_roll_holds_the_shares_of_the_day_and_its_seal_those_of_each_college():
    *entered, seal = lines

    assert {line.member: line.shares for line in entered} == HELD
    assert dict(seal.shares_by_college) == {"staff": 3, "users": 17, "town": 10}


def test_where_heads_are_counted_the_roll_holds_none():
    *entered, seal = drawn([*members, *capital], planned, adopt(statutes=statutes))

    assert ({line.shares for line in entered}, seal.shares_by_college) == ({0}, ())


@pytest.mark.parametrize(
    ("names", "there"), [(("alma", "basile", "dario"), 7), (("alma", "basile", "dario", "elsa"), 10)]
)
def test_a_session_opens_on_a_third_of_the_capital_whoever_holds_it(names, there):
    act, past = OpenSession(SPRING, V1, PersonId("alma")), [*ready, *come(*names)]

    if there < 10:
        given(*past).when(act, now=EVENING).refused("no-quorum-of-shares", need=10, there=there, article="17")
        return
    session = given(*past).when(act, now=EVENING).gained()[0]
    assert (session.base, session.need, session.present) == ("shares", 10, 4)


def test_shares_taken_after_the_notice_count_when_it_opens():
    past, later = [*ready, *come("alma", "dario")], bought("alma", 9, "2026-03-10")

    gained = given(*past, later).when(OpenSession(SPRING, V1, PersonId("alma")), now=EVENING).gained()

    [line] = [fact for fact in gained if isinstance(fact, MandateEntered)]
    [seal] = [fact for fact in gained if isinstance(fact, RollSealed)]
    assert (line.shares, dict(seal.shares_by_college)["staff"]) == (10, 12)


def test_a_ballot_by_name_weighs_the_shares_of_its_line():
    vote = opened_vote(vote=VoteId("v"), assembly=SPRING, scheme=by_shares.statutes.schemes[0], opens=EVENING)
    past = [*ready, *come("chloe", "dario"), vote]

    cast = given(*past).when(
        CastBallots(vote.vote, SPRING, (Ballot(MemberId("chloe"), Choice.FOR),)), by="chloe", now=EVENING
    )
    [ballot] = cast.gained()

    assert isinstance(ballot, BallotCast)
    [users] = [tally for tally in gathered([*past, ballot], vote) if tally.college == "users"]
    assert users.shares == Held(17, 14, 10)


def test_hands_and_papers_have_no_shares_to_count():
    three_quarters = replace(statutes.ordinary.majority, base=ruled(MajorityBase.SHARES, "22"))
    flat = replace(statutes, ordinary=replace(statutes.ordinary, majority=three_quarters), schemes=())
    rules = rules_for(flat, planned, Kind.ORDINARY)

    check_named(rules, [Channel.ONLINE, Channel.POSTAL])
    for channel in (Channel.HANDS, Channel.PAPER):
        with pytest.raises(Refused, match="shares-vote-by-name"):
            check_named(rules, [Channel.ONLINE, channel])

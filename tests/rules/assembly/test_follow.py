"""Who votes is who votes on the day: the roll follows the movements from the notice to the opening, then no more."""

from dataclasses import replace

import pytest

from governance.assembly.attendance import SignAttendance
from governance.assembly.convene import Convene
from governance.assembly.facts import MandateWithheld, OfficersNamed, SessionOpened, Withheld
from governance.assembly.follow import FollowMovements
from governance.assembly.presence_facts import AttendanceEnded, FormLapsed, FormReceived, ProxyGiven, ProxyWithdrawn
from governance.assembly.proxies import GiveProxy
from governance.assembly.roll import lines
from governance.assembly.session import OpenSession
from governance.membership.facts import Cause, CollegeChanged, MemberAdmitted, MemberLeft, RepresentativeNamed
from governance.words import CategoryId, CollegeId, Day, MemberId, PersonId, Public
from tests.gwt import NOON, given
from tests.rules.assembly.coop import (
    DAY,
    EVENING,
    SPRING,
    V1,
    adopted,
    entered,
    given_power,
    members,
    planned,
    sealed,
    signed,
    tabled,
)
from tests.rules.statutes.samples import ruled

TOWN, USERS, STAFF = CollegeId("town"), CollegeId("users"), CollegeId("staff")
TODAY = Day("2026-03-02")
follow = FollowMovements(SPRING, V1)
notice = given(adopted, planned, tabled(), *members).when(Convene(SPRING, V1, TODAY)).gained()
ready = [adopted, planned, tabled(), *members, *notice]

gino = MemberAdmitted(MemberId("gino"), CategoryId("other"), USERS, TODAY)
gino_enters = replace(entered("chloe"), member=MemberId("gino"), voter=PersonId("gino"))
chloe_leaves = MemberLeft(MemberId("chloe"), Cause.WITHDRAWAL, TODAY)
chloe_is_out = MandateWithheld(SPRING, MemberId("chloe"), Withheld.LEFT, Public(""))
elsa_moves = CollegeChanged(MemberId("elsa"), TOWN, TODAY)
elsa_in_town = replace(entered("elsa"), college=TOWN, weight=entered("cabane").weight)
gina = RepresentativeNamed(MemberId("cabane"), PersonId("gina"), TODAY)
gina_speaks = replace(entered("cabane"), voter=PersonId("gina"))


def form(member, college=USERS):
    return FormReceived(SPRING, MemberId(member), TODAY, college)


def seal(mandates, staff=2, users=3, town=1, as_of=TODAY):
    return replace(
        sealed, mandates=mandates, members_by_college=((STAFF, staff), (USERS, users), (TOWN, town)), as_of=as_of
    )


@pytest.mark.parametrize(
    ("since", "moved"),
    [
        ([], []),
        ([gino], [gino_enters, seal(7, users=4)]),
        ([chloe_leaves], [chloe_is_out, seal(5, users=2)]),
        ([elsa_moves], [elsa_in_town, seal(6, users=2, town=2)]),
        ([gina], [gina_speaks, seal(6)]),
        ([chloe_leaves, signed("chloe")], [chloe_is_out, AttendanceEnded(SPRING, MemberId("chloe")), seal(5, users=2)]),
        ([elsa_moves, signed("elsa")], [elsa_in_town, replace(signed("elsa"), college=TOWN), seal(6, users=2, town=2)]),
        ([chloe_leaves, form("chloe")], [chloe_is_out, FormLapsed(SPRING, MemberId("chloe")), seal(5, users=2)]),
        ([elsa_moves, form("elsa")], [elsa_in_town, form("elsa", TOWN), seal(6, users=2, town=2)]),
        ([gina, form("cabane", TOWN)], [gina_speaks, form("cabane", TOWN), seal(6)]),
        ([gina, signed("cabane")], [gina_speaks, AttendanceEnded(SPRING, MemberId("cabane")), seal(6)]),
        (
            [given_power("dario", "chloe"), chloe_leaves],
            [chloe_is_out, ProxyWithdrawn(SPRING, MemberId("dario"), MemberId("chloe")), seal(5, users=2)],
        ),
        (
            [given_power("chloe", None), chloe_leaves],
            [chloe_is_out, ProxyWithdrawn(SPRING, MemberId("chloe"), None), seal(5, users=2)],
        ),
        (
            [given_power("elsa", "dario"), elsa_moves],
            [elsa_in_town, replace(given_power("elsa", "dario"), college=TOWN), seal(6, users=2, town=2)],
        ),
    ],
    ids=str,
)
def test_the_roll_follows_what_moves_and_presence_and_powers_with_it(since, moved):
    given(*ready, *since).when(follow).then(*moved)
    given(*ready, *since, *moved).when(follow).then()


def test_a_power_falls_with_who_holds_it_even_as_who_gave_it_moves():
    elsa_in_staff = CollegeChanged(MemberId("elsa"), STAFF, TODAY)
    since = [given_power("elsa", "alma"), CollegeChanged(MemberId("alma"), CollegeId("nowhere"), TODAY), elsa_in_staff]

    moved = given(*ready, *since).when(follow).gained()

    assert ProxyWithdrawn(SPRING, MemberId("elsa"), MemberId("alma")) in moved
    assert not [fact for fact in moved if isinstance(fact, ProxyGiven)]


def test_the_opening_brings_the_roll_up_to_that_moment_and_seals_it_for_good():
    here = [*ready, signed("alma"), signed("dario")]

    facts = given(*here, gino, chloe_leaves).when(OpenSession(SPRING, V1, PersonId("alma")), now=EVENING).gained()

    assert facts[:3] == [gino_enters, chloe_is_out, seal(6, as_of=DAY)]
    [opened] = [fact for fact in facts if isinstance(fact, SessionOpened)]
    assert (opened.entitled, opened.present) == (6, 2)
    assert isinstance(facts[-1], OfficersNamed)
    given(*here, *facts, elsa_moves).when(follow, now=EVENING).then()


def test_who_left_neither_signs_nor_carries_a_power_and_who_came_does():
    out, came = [*ready, chloe_leaves, chloe_is_out, seal(5, users=2)], [*ready, gino, gino_enters, seal(7, users=4)]

    given(*out).when(SignAttendance(SPRING, MemberId("chloe")), now=EVENING).refused("not-on-the-roll")
    given(*out).when(GiveProxy(SPRING, V1, MemberId("dario"), MemberId("chloe"))).refused("not-on-the-roll")
    given(*came).when(SignAttendance(SPRING, MemberId("gino")), now=EVENING).then(
        replace(signed("chloe"), member=MemberId("gino"), person=PersonId("gino"))
    )


@pytest.mark.parametrize(("days", "votes"), [(0, True), (18, True), (19, False)])
def test_the_statutes_may_ask_to_be_a_member_some_days_before(days, votes):
    version = replace(adopted.statutes, roll_days=ruled(days, "18"))

    found = lines([*members, gino], planned, version)[MemberId("gino")]  # admitted 18 days before the meeting

    late = MandateWithheld(SPRING, MemberId("gino"), Withheld.TOO_RECENT, Public("18"))
    assert found == (gino_enters if votes else late)


def test_a_meeting_that_is_not_convened_has_no_roll_to_follow():
    given(adopted, planned, tabled(), *members).when(follow, now=NOON).then()

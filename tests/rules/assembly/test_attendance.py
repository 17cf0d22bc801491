"""The attendance sheet: one line a mandate, signed by its voter or ticked by the secretary."""

import pytest

from governance.assembly.attendance import EndAttendance, EndMyAttendance, SignAttendance, SignMyAttendance
from governance.assembly.facts import AttendanceEnded, ProxyWithdrawn, SessionClosed
from governance.words import MemberId, Public
from tests.gwt import NOON, given
from tests.rules.assembly.coop import EVENING, SPRING, adjourned, entered, given_power, opened, ready, signed

ALMA, CABANE = MemberId("alma"), MemberId("cabane")


def test_the_secretary_ticks_a_member():
    given(*ready).when(SignAttendance(SPRING, ALMA), now=EVENING).then(signed("alma"))


def test_a_representative_signs_for_her_organisation():
    given(*ready).when(SignMyAttendance(SPRING, CABANE), by="farida", now=EVENING).then(signed("cabane"))


def test_nobody_signs_for_another():
    given(*ready).when(SignMyAttendance(SPRING, CABANE), by="alma", now=EVENING).refused("not-her-voter")
    given(*ready).when(SignAttendance(SPRING, CABANE), by="alma", now=EVENING).refused("not-allowed")


def test_a_line_is_signed_once():
    given(*ready, signed("alma")).when(SignAttendance(SPRING, ALMA), now=EVENING).then()


def test_a_grantor_who_comes_takes_her_vote_back():
    given(*ready, given_power("alma", "basile")).when(SignAttendance(SPRING, ALMA), now=EVENING).then(
        signed("alma"), ProxyWithdrawn(SPRING, ALMA, MemberId("basile"))
    )


def test_so_does_one_who_had_named_nobody():
    given(*ready, given_power("alma", None)).when(SignAttendance(SPRING, ALMA), now=EVENING).then(
        signed("alma"), ProxyWithdrawn(SPRING, ALMA, None)
    )


def test_an_advisory_member_signs_too():
    heard = entered("alma", votes=False)

    given(*ready[:3], heard, *ready[-2:]).when(SignAttendance(SPRING, ALMA), now=EVENING).then(
        signed("alma", votes=False)
    )


@pytest.mark.parametrize(
    ("past", "member", "now", "reason"),
    [
        ((), "gil", EVENING, "not-on-the-roll"),
        ((), "alma", NOON, "before-its-day"),
        ((opened, SessionClosed(SPRING, Public(""))), "alma", EVENING, "session-closed"),
        ((adjourned,), "alma", EVENING, "assembly-adjourned"),
    ],
)
def test_a_signature_that_cannot_be_is_refused(past, member, now, reason):
    given(*ready, *past).when(SignAttendance(SPRING, MemberId(member)), now=now).refused(reason)


def test_a_session_put_off_in_part_goes_on():
    given(*ready, opened, adjourned).when(SignAttendance(SPRING, ALMA), now=EVENING).then(signed("alma"))


def test_a_member_leaves_and_comes_back():
    gone = AttendanceEnded(SPRING, ALMA)

    given(*ready, signed("alma")).when(EndAttendance(SPRING, ALMA), now=EVENING).then(gone)
    given(*ready, signed("alma"), gone).when(EndAttendance(SPRING, ALMA), now=EVENING).then()
    given(*ready, signed("alma"), gone).when(SignAttendance(SPRING, ALMA), now=EVENING).then(signed("alma"))


def test_a_voter_says_herself_that_she_leaves():
    here = given(*ready, signed("cabane"))

    here.when(EndMyAttendance(SPRING, CABANE), by="farida", now=EVENING).then(AttendanceEnded(SPRING, CABANE))
    here.when(EndMyAttendance(SPRING, CABANE), by="alma", now=EVENING).refused("not-her-voter")

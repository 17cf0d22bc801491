"""The attendance sheet: one line a mandate, signed by its voter or ticked by the secretary."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from governance.assembly.attendance import EndAttendance, EndMyAttendance, SignAttendance, SignMyAttendance
from governance.assembly.facts import IrregularityNoted, SessionClosed
from governance.assembly.presence_facts import AttendanceEnded, ProxyWithdrawn
from governance.assembly.proxies import GiveProxy, WithdrawProxy
from governance.assembly.sheet import INCIDENT, KeepSheet, NoteIncident
from governance.assembly.sheet_facts import SheetKept, TechnicalIncidentNoted
from governance.statutes.votes import Remote
from governance.words import MemberId, Public
from tests.gwt import NOON, given
from tests.rules.assembly.coop import (
    EVENING,
    SPRING,
    V1,
    adjourned,
    adopt,
    entered,
    given_power,
    opened,
    ready,
    signed,
    statutes,
)
from tests.rules.statutes.samples import ruled

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


def at(hour, minute=0):
    return datetime(2026, 3, 20, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("past", "act", "reason"),
    [
        ((), SignAttendance(SPRING, ALMA, at(19)), "hour-to-come"),
        ((), SignAttendance(SPRING, ALMA, datetime(2026, 3, 19, 18, tzinfo=UTC)), "before-its-day"),
        ((replace(signed("alma"), happened_at=at(18)),), EndAttendance(SPRING, ALMA, at(17)), "hour-before-the-last"),
        ((signed("alma"),), EndAttendance(SPRING, ALMA, at(19)), "hour-to-come"),
        ((), GiveProxy(SPRING, V1, ALMA, CABANE, at(19)), "hour-to-come"),
        ((given_power("alma", "basile"),), WithdrawProxy(SPRING, ALMA, at(19)), "hour-to-come"),
    ],
)
def test_what_is_told_afterwards_is_past_and_in_its_order(past, act, reason):
    given(*ready, *past).when(act, now=EVENING).refused(reason)


def test_true_hours_are_kept_beside_those_of_the_record():
    came = replace(signed("alma"), happened_at=at(17))
    gone = AttendanceEnded(SPRING, ALMA, at(18))

    given(*ready).when(SignAttendance(SPRING, ALMA, at(17)), now=EVENING).then(came)
    given(*ready, came).when(EndAttendance(SPRING, ALMA, at(18)), now=EVENING).then(gone)
    given(*ready, came, gone).when(SignAttendance(SPRING, ALMA, at(18, 30)), now=EVENING).then(
        replace(came, happened_at=at(18, 30))
    )


def test_a_tick_of_a_sheet_that_moved_since_is_refused_and_harmless_where_it_changes_nothing():
    gone = AttendanceEnded(SPRING, ALMA)
    came_and_went = given(*ready, signed("alma"), gone)

    came_and_went.when(SignAttendance(SPRING, ALMA, seen=0), now=EVENING).refused("sheet-moved-since")
    came_and_went.when(SignAttendance(SPRING, ALMA, seen=2), now=EVENING).then(signed("alma"))
    came_and_went.when(EndAttendance(SPRING, ALMA, seen=1), now=EVENING).then()
    given(*ready, signed("alma")).when(SignAttendance(SPRING, ALMA, seen=0), now=EVENING).then()


def with_video(allowed):
    return adopt(statutes=replace(statutes, remote=Remote(video=ruled(allowed, "22.4"))))


def test_whoever_follows_live_is_there_where_the_statutes_say_so():
    afar = replace(signed("alma"), remote=True)
    act = SignAttendance(SPRING, ALMA, remote=True, statutes=V1)
    allowed = given(with_video(True), *ready[1:])

    allowed.when(act, now=EVENING).then(afar)
    given(with_video(True), *ready[1:], afar).when(SignAttendance(SPRING, ALMA), now=EVENING).then(signed("alma"))
    given(with_video(False), *ready[1:]).when(act, now=EVENING).refused("remote-not-in-statutes", article="22.4")
    given(*ready).when(act, now=EVENING).refused("remote-not-in-statutes", form="SAS", article="C.com L227-9")


def test_an_incident_is_noted_with_its_effect_and_counted_where_it_cut_somebody_off():
    said = {"what": Public("Plus de son."), "effect": Public("Deux minutes d’arrêt.")}
    afar = replace(signed("alma"), remote=True)
    lost = IrregularityNoted(SPRING, "technical-incident", INCIDENT, Public("Deux minutes d’arrêt."), 1)

    given(*ready, afar).when(NoteIncident(SPRING, **said), now=EVENING).then(
        TechnicalIncidentNoted(SPRING, **said, cut_off=0)
    )
    given(*ready, afar).when(NoteIncident(SPRING, **said, cut_off=1), now=EVENING).then(
        TechnicalIncidentNoted(SPRING, **said, cut_off=1), lost
    )
    given(*ready).when(NoteIncident(SPRING, **said, cut_off=1), now=EVENING).refused("more-cut-off-than-remote")
    given(*ready).when(NoteIncident(SPRING, Public(" "), Public("Rien.")), now=EVENING).refused(
        "incident-without-words"
    )


def test_a_signed_sheet_is_kept_once_the_meeting_is_over():
    scan = ("f" * 64, 1200, "application/pdf")
    over = given(*ready, opened, SessionClosed(SPRING, Public("")))

    over.when(KeepSheet(SPRING, *scan), now=EVENING).then(SheetKept(SPRING, *scan))
    given(*over.facts, SheetKept(SPRING, *scan)).when(KeepSheet(SPRING, *scan), now=EVENING).then()
    given(*ready, opened).when(KeepSheet(SPRING, *scan), now=EVENING).refused("sheet-before-the-end")

"""Planning a meeting and its agenda; a second call brings the same agenda back."""

from dataclasses import replace

import pytest

from governance.assembly.facts import Matter, ResolutionWithdrawn
from governance.assembly.plan import PlanAssembly
from governance.assembly.table import TableResolution, WithdrawResolution
from governance.statutes.facts import Kind, Organ
from governance.words import AssemblyId, Day, Public, ResolutionId
from tests.gwt import given
from tests.rules.assembly.coop import SPRING, adjourned, convened, opened, planned, tabled

AGAIN = AssemblyId("again")
plan = PlanAssembly(SPRING, planned.organ, planned.title, planned.day, "18:30", planned.place)
second_call = replace(plan, assembly=AGAIN, day=Day("2026-04-02"), second_call_of=SPRING)
second_planned = replace(planned, assembly=AGAIN, day=Day("2026-04-02"), second_call_of=SPRING)
table = TableResolution(
    SPRING, ResolutionId("budget"), Kind.ORDINARY, Matter.GENERAL, Public("Budget"), Public("Texte")
)


def test_a_meeting_is_planned():
    given().when(plan).then(planned)


def test_the_plan_changes_until_the_notice():
    given(planned).when(replace(plan, starts="09:00")).then(replace(planned, starts="09:00"))


def test_the_same_plan_is_written_once():
    given(planned).when(plan).then()


@pytest.mark.parametrize(
    ("past", "command", "reason"),
    [
        ((), replace(plan, day=Day("2026-03")), "meeting-day-needed"),
        ((), replace(plan, starts="24:00"), "not-an-hour"),
        ((), replace(plan, starts="6 h"), "not-an-hour"),
        ((planned, convened), replace(plan, starts="09:00"), "already-convened"),
        ((planned,), replace(plan, organ=Organ.BOARD), "another-assembly"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(past, command, reason):
    given(*past).when(command).refused(reason)


def test_a_second_call_takes_up_the_agenda_of_the_first():
    same = replace(tabled(), assembly=AGAIN, resolution=ResolutionId("again.1"))

    given(planned, tabled(), adjourned).when(second_call).then(second_planned, same)


def test_a_resolution_withdrawn_does_not_come_back():
    off = ResolutionWithdrawn(SPRING, tabled(1).resolution)

    given(planned, tabled(1), off, tabled(2), adjourned).when(second_call).then(
        second_planned, replace(tabled(2), assembly=AGAIN, resolution=ResolutionId("again.2"))
    )


def test_only_what_lacked_its_quorum_comes_back():
    """The session went on for the ordinary resolutions."""
    partly = replace(adjourned, kinds=(Kind.EXTRAORDINARY,))
    past = (planned, tabled(1), tabled(2, Kind.EXTRAORDINARY), opened, partly)

    given(*past).when(second_call).then(
        second_planned,
        replace(tabled(2, Kind.EXTRAORDINARY), assembly=AGAIN, resolution=ResolutionId("again.2")),
    )


@pytest.mark.parametrize(
    ("past", "command", "reason"),
    [
        ((planned, tabled()), second_call, "first-call-not-adjourned"),
        ((), second_call, "first-call-not-adjourned"),
        ((planned, tabled(), adjourned), replace(second_call, day=planned.day), "second-call-before-first"),
        (
            (planned, adjourned, second_planned),
            replace(second_call, assembly=AssemblyId("third")),
            "second-call-already-planned",
        ),
    ],
)
def test_a_second_call_that_cannot_be_is_refused(past, command, reason):
    given(*past).when(command).refused(reason)


def test_a_resolution_takes_the_next_number():
    tabled_next = replace(tabled(2), resolution=table.resolution, title=table.title)

    given(planned, tabled(1)).when(table).then(tabled_next)


def test_a_number_is_never_given_twice():
    off = ResolutionWithdrawn(SPRING, tabled(2).resolution)
    third = replace(tabled(3), resolution=table.resolution, title=table.title)

    given(planned, tabled(1), tabled(2), off).when(table).then(third)


def test_a_resolution_is_withdrawn_once():
    withdraw, off = (
        WithdrawResolution(SPRING, tabled().resolution),
        ResolutionWithdrawn(SPRING, tabled().resolution),
    )

    given(planned, tabled()).when(withdraw).then(off)
    given(planned, tabled(), off).when(withdraw).then()


@pytest.mark.parametrize(
    ("past", "command", "reason"),
    [
        ((), table, "unknown-assembly"),
        ((planned,), replace(table, text=Public(" ")), "resolution-without-text"),
        ((planned, tabled(), convened), table, "agenda-frozen"),
        ((planned, tabled(), convened), WithdrawResolution(SPRING, tabled().resolution), "agenda-frozen"),
        ((second_planned,), replace(table, assembly=AGAIN), "agenda-of-the-first-call"),
        (
            (planned, replace(tabled(), assembly=AGAIN, resolution=table.resolution)),
            table,
            "resolution-already-tabled",
        ),
    ],
)
def test_an_agenda_that_does_not_move_any_more(past, command, reason):
    given(*past).when(command).refused(reason)


def test_a_member_does_not_set_the_agenda():
    given(planned).when(table, by="alma").refused("not-allowed")

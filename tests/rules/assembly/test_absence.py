"""Absent and unrepresented so many ordinary assemblies in a row: warned in the notice, then no longer a member."""

from dataclasses import replace

import pytest

from governance.assembly.absence import StateAbsence, WarnOfAbsence
from governance.assembly.facts import AssemblyPlanned, MandateEntered
from governance.assembly.presence_facts import AttendanceSigned, FormReceived, ProxyGiven
from governance.membership.facts import AbsenceWarned, Cause, MemberLeft
from governance.statutes.facts import Kind, Loss, LossCause, Organ
from governance.words import AssemblyId, Day, MemberId, PersonId, Public
from tests.gwt import given
from tests.rules.assembly.coop import entered, members, opened, statutes, tabled
from tests.rules.statutes.samples import adopted as adopt
from tests.rules.statutes.samples import ruled

ALMA = MemberId("alma")
strict = adopt(statutes=replace(statutes, loss=Loss(absence_n_ago=ruled(3, "14.2"))))
YEARS = tuple(AssemblyId(f"ag{year}") for year in (2022, 2023, 2024))


def assembly(name: AssemblyId, *there: object, kind=Kind.ORDINARY, held=True, organ=Organ.ASSEMBLY):
    day = Day(f"{name[2:]}-06-10")
    plan = AssemblyPlanned(name, organ, Public(f"AG {day}"), day, "18:30", Public("Gap"))
    roll = [entered("alma", assembly=name), entered("chloe", assembly=name)]
    session = [replace(opened, assembly=name)] if held else []
    return [plan, tabled(1, kind, name), *roll, *there, *session]


def came(name, member="alma"):
    return AttendanceSigned(name, MemberId(member), PersonId(member))


def empowered(name, holder="chloe"):
    return ProxyGiven(name, ALMA, holder and MemberId(holder))


def missed_three():
    return [fact for year in YEARS for fact in assembly(year)]


def warned(of=YEARS[-1], missed=2):
    return AbsenceWarned(ALMA, of, Day("2024-05-20"), missed, Public("14.2"))


state = StateAbsence(ALMA, YEARS)
left = MemberLeft(ALMA, Cause.AUTOMATIC_LOSS, Day("2024-06-10"), LossCause.ABSENCE)


def test_the_third_absence_in_a_row_ends_a_membership_on_its_day_once_it_was_warned():
    given(strict, *members, *missed_three(), warned()).when(state).then(left)
    given(strict, *members, *missed_three(), warned(), left).when(state).then()


def test_without_a_warning_in_the_notice_nothing_is_lost():
    given(strict, *members, *missed_three()).when(state).refused("absence-without-warning", article="14.2")
    given(strict, *members, *missed_three(), warned(YEARS[0])).when(state).refused("absence-without-warning")


@pytest.mark.parametrize(
    ("second", "row"),
    [
        ([came(YEARS[1])], 1),
        ([empowered(YEARS[1]), came(YEARS[1], "chloe")], 1),
        ([empowered(YEARS[1], None)], 1),  # the chair votes for her
        ([FormReceived(YEARS[1], MemberId("alma"), Day("2020-01-01"))], 1),
        ([empowered(YEARS[1])], 3),  # her holder did not come either
        ([came(YEARS[1], "chloe")], 3),
    ],
)
def test_who_came_or_was_represented_begins_again(second, row):
    past = [*assembly(YEARS[0]), *assembly(YEARS[1], *second), *assembly(YEARS[2])]

    if row == 3:
        given(strict, *members, *past, warned()).when(state).then(left)
    else:
        given(strict, *members, *past, warned()).when(state).refused("not-absent-enough", missed=row, allowed=3)


@pytest.mark.parametrize("changed", [{"kind": Kind.EXTRAORDINARY}, {"held": False}])
def test_only_ordinary_assemblies_that_were_held_count(changed):
    past = [*assembly(YEARS[0]), *assembly(YEARS[1], **changed), *assembly(YEARS[2])]

    given(strict, *members, *past, warned()).when(state).refused("not-absent-enough", missed=2)


def test_an_assembly_to_which_she_was_not_called_does_not_count():
    not_called = [fact for fact in assembly(YEARS[1]) if not (isinstance(fact, MandateEntered) and fact.member == ALMA)]
    past = [*assembly(YEARS[0]), *not_called, *assembly(YEARS[2])]

    given(strict, *members, *past, warned()).when(state).refused("not-absent-enough", missed=2)


def test_no_assembly_between_two_others_is_forgotten():
    past = [*missed_three(), warned()]

    given(strict, *members, *past).when(StateAbsence(ALMA, (YEARS[0], YEARS[2]))).refused("assembly-forgotten")
    given(strict, *members, *past).when(StateAbsence(ALMA, (AssemblyId("ag1999"),))).refused("unknown-assembly")
    given(strict, *members, *past).when(StateAbsence(ALMA, ())).refused("unknown-assembly")


def test_a_board_meeting_is_no_assembly():
    board = assembly(AssemblyId("ca2023"), organ=Organ.BOARD)

    given(strict, *members, *missed_three(), *board, warned()).when(state).then(left)


def test_the_notice_warns_who_missed_all_but_one():
    past = [*assembly(YEARS[0]), *assembly(YEARS[1])]
    warn = WarnOfAbsence(ALMA, YEARS[2], YEARS[:2])
    fact = AbsenceWarned(ALMA, YEARS[2], Day("2026-03-02"), 2, Public("14.2"))

    given(strict, *members, *past).when(warn).then(fact)
    given(strict, *members, *past, fact).when(warn).then()
    given(strict, *members, *past[: len(past) // 2]).when(WarnOfAbsence(ALMA, YEARS[2], YEARS[:1])).refused(
        "not-absent-enough", missed=1, allowed=3
    )


def test_statutes_that_do_not_say_it_end_nothing():
    silent = adopt(statutes=statutes)

    given(silent, *members, *missed_three(), warned()).when(state).refused("absence-not-in-statutes")

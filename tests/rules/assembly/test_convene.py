"""Convening in time, once, with the delays of the statutes and of the law; then a second time."""

from dataclasses import replace

import pytest

from governance.assembly.convene import Convene
from governance.assembly.deadline import Delay, delay
from governance.assembly.facts import IrregularityNoted
from governance.assembly.presence_facts import ProxyGiven, ProxyWithdrawn
from governance.membership.facts import (
    Cause,
    MemberLeft,
)
from governance.statutes.facts import Form, Kind, Organ
from governance.words import (
    AssemblyId,
    Day,
    MemberId,
    Public,
    StatutesId,
)
from tests.gwt import given
from tests.rules.assembly.coop import (
    DAY,
    SPRING,
    V1,
    adopted,
    convened,
    given_power,
    members,
    planned,
    roll,
    sealed,
    statutes,
    tabled,
)
from tests.rules.statutes.samples import ruled

convene = Convene(SPRING, V1, Day("2026-03-02"))


def test_an_assembly_is_convened_with_its_roll():
    given(adopted, *members, planned, tabled()).when(convene).then(*roll, sealed, convened)


def test_convened_once():
    given(adopted, *members, planned, tabled(), *roll, sealed, convened).when(convene).then()


def test_fifteen_days_are_enough():
    on = Day("2026-03-05")
    gained = given(adopted, *members, replace(planned, day=DAY), tabled()).when(
        replace(convene, on=Day("2026-03-01"), despite=Public(""))
    )

    assert gained.gained()[-1] == replace(convened, on=Day("2026-03-01"), notice_days=19)
    assert delay(statutes, Organ.ASSEMBLY, {Kind.ORDINARY}, False).latest(DAY) == on


def test_a_notice_that_leaves_too_late_is_refused_with_its_article():
    early = replace(planned, day=Day("2026-03-16"))

    given(adopted, *members, early, tabled()).when(convene).refused(
        "notice-too-short", required=15, given=14, latest=Day("2026-03-01"), article="17 §1"
    )


def test_or_it_leaves_all_the_same_and_the_irregularity_is_written():
    early = replace(planned, day=Day("2026-03-16"))
    late = IrregularityNoted(SPRING, "notice-too-short", Public("17 §1"), Public("La salle fermait."), None)

    given(adopted, *members, early, tabled()).when(replace(convene, despite=late.reason)).then(
        *roll, sealed, replace(convened, notice_days=14), late
    )


@pytest.mark.parametrize(
    ("past", "command", "reason"),
    [
        ((adopted, *members), convene, "unknown-assembly"),
        ((adopted, *members, planned), convene, "nothing-on-the-agenda"),
        ((*members, planned, tabled()), convene, "no-statutes-yet"),
        (
            (adopted, *members, planned, tabled()),
            replace(convene, version=StatutesId("v0")),
            "statutes-changed",
        ),
        ((adopted, *members, planned, tabled()), replace(convene, on=Day("2026-03-03")), "day-to-come"),
        ((adopted, *members, planned, tabled()), replace(convene, on=Day("2026")), "notice-day-needed"),
        (
            (adopted, *members, replace(planned, day=Day("2026-03-01")), tabled()),
            replace(convene, despite=Public("oubli")),
            "convened-after-the-meeting",
        ),
        ((adopted, planned, tabled()), convene, "nobody-may-vote"),
        ((adopted, *members, replace(planned, organ=Organ.STEERING), tabled()), convene, "seats-unknown"),
    ],
)
def test_a_notice_that_cannot_leave(past, command, reason):
    given(*past).when(command).refused(reason)


@pytest.mark.parametrize(
    ("form", "second_call", "days", "article"),
    [
        (Form.SA, False, 15, "C.com R225-69"),
        (Form.SA, True, 10, "C.com R225-69"),
        (Form.SARL, False, 15, "C.com R223-20"),
        (Form.SARL, True, 15, "C.com R223-20"),
    ],
)
def test_the_law_bears_where_the_statutes_ask_for_less(form, second_call, days, article):
    brief = replace(statutes.ordinary, notice_days=ruled(8), second_notice_days=ruled(8))
    loose = replace(statutes, form=form, ordinary=brief)

    assert delay(loose, Organ.ASSEMBLY, {Kind.ORDINARY}, second_call) == Delay(days, Public(article))


def test_the_latest_day_of_an_assembly_of_june_2027():
    by_law = delay(replace(statutes, form=Form.SA), Organ.ASSEMBLY, set(Kind), False)

    assert by_law.latest(Day("2027-06-19")) == Day("2027-06-04")


def test_a_second_call_has_its_own_delay():
    assert delay(statutes, Organ.ASSEMBLY, {Kind.ORDINARY}, True).days == 8


def test_without_a_second_delay_the_first_holds():
    once = replace(statutes, ordinary=replace(statutes.ordinary, second_notice_days=None))

    assert delay(once, Organ.ASSEMBLY, {Kind.ORDINARY}, True).days == 15


def test_a_board_meets_without_delay():
    assert delay(statutes, Organ.BOARD, {Kind.ORDINARY}, False).days == 0


AGAIN = AssemblyId("again")
second_call = [
    adopted,
    *members,
    replace(planned, assembly=AGAIN, day=Day("2026-03-10"), second_call_of=SPRING),
    tabled(assembly=AGAIN),
]
convene_again = replace(convene, assembly=AGAIN, first=SPRING)


def test_a_second_call_is_convened_sooner():
    gained = given(*second_call).when(convene_again).gained()

    assert (gained[-1].notice_days, gained[-1].required_days) == (8, 8)


def test_the_powers_that_stood_hold_for_the_second_call():
    taken_back = ProxyWithdrawn(SPRING, MemberId("dario"), MemberId("elsa"))
    of_who_left = MemberLeft(MemberId("basile"), Cause.WITHDRAWAL, Day("2026-03-09"))
    powers = [
        given_power("alma", "chloe"),
        given_power("dario", "elsa"),
        given_power("basile", "elsa"),
        given_power("basile", None),
        given_power("elsa", None),
        taken_back,
    ]

    gained = given(*second_call, of_who_left, *powers).when(convene_again).gained()

    assert [fact for fact in gained if isinstance(fact, ProxyGiven)] == [
        replace(given_power("alma", "chloe"), assembly=AGAIN),
        replace(given_power("elsa", None), assembly=AGAIN),
    ]


def test_a_second_call_names_its_first():
    given(*second_call).when(replace(convene_again, first=None)).refused("another-assembly")
    given(adopted, *members, planned, tabled()).when(replace(convene, first=AGAIN)).refused("another-assembly")

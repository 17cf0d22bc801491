"""At the door of an assembly everybody comes, gives power and takes it back at once."""

from dataclasses import replace
from functools import partial

import pytest

from governance.assembly.attendance import EndAttendance, SignAttendance
from governance.assembly.facts import MandateEntered
from governance.assembly.presence_facts import AttendanceSigned, ProxyGiven
from governance.assembly.proxies import GiveProxy
from governance.assembly.standing import presence
from governance.words import AssemblyId, CategoryId, CollegeId, MemberId, PersonId
from tests.conftest import Database
from tests.gwt import SECRETARY, in_office
from tests.races.racing import refusals, together, two_records
from tests.rules.assembly.coop import V1, adopted, planned, sealed

SPRING = AssemblyId("spring")
GRANTORS = [MemberId(f"g{n}") for n in range(8)]
HOLDER = MemberId("holder")


def line(member: MemberId) -> MandateEntered:
    return MandateEntered(SPRING, member, PersonId(member), CategoryId("other"), CollegeId("users"), True, None)


@pytest.fixture
def records(durable_cooperative: Database):
    """An assembly of 146 whose day is past: each may carry seven powers."""
    with two_records(durable_cooperative) as records:
        roll = [line(member) for member in (*GRANTORS, HOLDER)]
        held = [adopted, replace(planned), *roll, replace(sealed, mandates=146)]
        records[0].enter([in_office, *held], PersonId("test"), "past")
        yield records


def give(grantor: MemberId, holder: MemberId) -> GiveProxy:
    return GiveProxy(SPRING, V1, grantor, holder)


def acting(records, *commands):
    return [partial(records[n % 2].execute, one, SECRETARY, f"act{n}") for n, one in enumerate(commands)]


def sheet(records):
    return presence([entry.fact for entry in records[0].entries()])


@pytest.mark.parametrize("round_", range(5))
def test_eight_powers_at_once_for_one_holder_are_seven(records, round_):
    answers = together(acting(records, *(give(grantor, HOLDER) for grantor in GRANTORS)))

    assert refusals(answers) == ["too-many-proxies"]
    assert sum(isinstance(entry.fact, ProxyGiven) for entry in records[0].entries()) == 7


@pytest.mark.parametrize("round_", range(5))
def test_whoever_signs_while_her_power_is_registered_votes_herself(records, round_):
    together(acting(records, give(GRANTORS[0], HOLDER), SignAttendance(SPRING, GRANTORS[0])))

    assert GRANTORS[0] in sheet(records).signed
    assert sheet(records).proxies == {}


@pytest.mark.parametrize("round_", range(5))
def test_two_doors_that_tick_the_same_member_have_seen_her_once(records, round_):
    ticks = [SignAttendance(SPRING, GRANTORS[0], seen=0) for _ in range(4)]

    answers = together(acting(records, *ticks))

    assert refusals(answers) == []
    assert sum(isinstance(entry.fact, AttendanceSigned) for entry in records[0].entries()) == 1


@pytest.mark.parametrize("round_", range(5))
def test_of_a_door_that_sees_her_leave_and_one_that_was_late_nobody_is_believed_blindly(records, round_):
    member = GRANTORS[0]
    records[0].execute(SignAttendance(SPRING, member, seen=0), SECRETARY, "came")

    answers = together(acting(records, EndAttendance(SPRING, member, seen=1), SignAttendance(SPRING, member, seen=0)))

    assert refusals(answers) in ([], ["sheet-moved-since"])
    assert member not in sheet(records).signed


@pytest.mark.parametrize("round_", range(5))
def test_a_power_is_never_handed_on_even_at_once(records, round_):
    first, second, third = GRANTORS[:3]

    answers = together(acting(records, give(first, second), give(second, third), give(third, first)))

    given = sheet(records).proxies
    assert len(refusals(answers)) == 2
    assert len(given) == 1

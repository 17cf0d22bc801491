"""Two people move the roadmap at once: no circle comes of it, and a milestone is reached once, on the true figure."""

from dataclasses import replace
from functools import partial

import pytest

from governance.membership.facts import Cause, MemberLeft
from governance.membership.leave import Leave
from governance.project.facts import MilestoneReached
from governance.project.plan import PlanMilestone
from governance.project.reach import ReachMilestone
from governance.words import Day, MemberId
from tests.conftest import Database
from tests.gwt import SECRETARY, in_office
from tests.races.racing import refusals, together, two_records
from tests.rules.project.roadmap import GROUP, PILOT, SCIC, TEN, group, pilot, started, structures, ten

lonely = replace(pilot, after=())
hurried = replace(ten, after=())


@pytest.fixture
def records(durable_cooperative: Database):
    with two_records(durable_cooperative) as records:
        records[0].enter([in_office, started, group, lonely, hurried, *structures(10)], SECRETARY, "past")
        yield records


def at_once(records, *acts) -> list:
    return together([partial(records[n % 2].execute, act, SECRETARY, f"g{n}") for n, act in enumerate(acts)])


@pytest.mark.parametrize("round_", range(5))
def test_two_plans_given_at_once_make_no_circle(records, round_):
    plans = (replace(group, after=(PILOT,)), replace(lonely, after=(GROUP,)))

    answers = at_once(records, *(PlanMilestone(**vars(plan)) for plan in plans))

    assert refusals(answers) == ["milestone-after-itself"]


def test_a_milestone_is_reached_once(records):
    days = [Day(f"2025-{month:02}") for month in range(1, 9)]

    answers = at_once(records, *(ReachMilestone(GROUP, SCIC, day) for day in days))

    assert refusals(answers) == ["milestone-already-reached"] * 7


@pytest.mark.parametrize("round_", range(5))
def test_nobody_leaves_unseen_while_the_tenth_structure_is_counted(records, round_):
    on = Day("2026-01-31")
    at_once(records, ReachMilestone(TEN, SCIC, on), Leave(MemberId("s3"), Cause.WITHDRAWAL, on))

    told = [entry.fact for entry in records[0].entries() if isinstance(entry.fact, MilestoneReached | MemberLeft)]
    assert [type(fact) for fact in told] in ([MilestoneReached, MemberLeft], [MemberLeft])

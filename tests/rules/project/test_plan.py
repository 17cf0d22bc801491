"""Starting a project, planning its milestones, moving their dates: days that nobody knows are never invented."""

import contextlib
from dataclasses import replace
from graphlib import TopologicalSorter

import hypothesis
import pytest
from hypothesis import strategies

from governance.command import Refused
from governance.project.facts import Condition, Counted, MilestonePlanned, MilestonePostponed
from governance.project.plan import PlanMilestone
from governance.project.postpone import PostponeMilestone
from governance.project.standing import plans
from governance.project.start import StartProject
from governance.words import Day, MilestoneId, Office, ProjectId, Public
from tests.gwt import NOON, SECRETARY, given
from tests.rules.project.roadmap import (
    FORUM,
    GROUP,
    PILOT,
    PTCE,
    ROADMAP,
    SCIC,
    TEN,
    group,
    pilot,
    reached,
    started,
    ten,
)

start = StartProject(SCIC, started.title, started.purpose, FORUM)
put_off = PostponeMilestone(PILOT, Day("2026-12"), Public("Deux structures hésitent."), Day("2026-02"))
moved = MilestonePostponed(PILOT, Day("2026-12"), put_off.reason, put_off.on)


def plan(milestone: MilestonePlanned, **changed) -> PlanMilestone:
    return PlanMilestone(**vars(milestone) | changed)


def test_a_project_starts_once():
    given().when(start).then(started)
    given(started).when(start).then()


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"title": Public(" ")}, "project-without-purpose"),
        ({"purpose": Public("")}, "project-without-purpose"),
        ({"on": Day("2026-03-03")}, "day-to-come"),
    ],
)
def test_a_project_is_refused(changed, reason):
    given().when(replace(start, **changed)).refused(reason)


def test_a_project_does_not_start_again_under_another_title():
    given(started).when(replace(start, title=Public("Autre"))).refused("project-already-started")


@pytest.mark.parametrize("due", [None, Day("2027"), Day("2026-06"), Day("2026-06-30")])
def test_a_milestone_is_due_as_exactly_as_anybody_can_say(due):
    given(started).when(plan(group, due=due)).then(replace(group, due=due))


def test_a_milestone_comes_after_others_and_waits_for_a_figure():
    given(*ROADMAP[:4]).when(plan(ten)).then(ten)


def test_the_same_plan_again_changes_nothing():
    given(started, group).when(plan(group)).then()


def test_a_plan_is_made_again():
    other = replace(pilot, title=Public("UDESS 05 ou ADDET 05"), after=())

    given(started, group, pilot).when(plan(other)).then(other)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"title": Public("  ")}, "milestone-without-title"),
        ({"on": Day("2026-04")}, "day-to-come"),
        ({"due": Day("2018-10")}, "due-before-plan"),
        ({"after": (MilestoneId("nowhere"),)}, "unknown-milestone"),
        ({"after_any": (MilestoneId("nowhere"),)}, "unknown-milestone"),
        ({"after": (PILOT,)}, "milestone-after-itself"),
        ({"conditions": (Condition(Counted.MEMBERS, 0),)}, "condition-of-nothing"),
        ({"conditions": (Condition(Counted.MEMBERS, 3), Condition(Counted.MEMBERS, 5))}, "condition-twice"),
        ({"project": ProjectId("other")}, "unknown-project"),
    ],
)
def test_a_plan_is_refused(changed, reason):
    given(started, group).when(plan(pilot, **changed)).refused(reason)


@pytest.mark.parametrize("by", ["after", "after_any"])
def test_planned_again_a_milestone_does_not_come_after_itself_however_far_round(by):
    given(*ROADMAP).when(plan(group, **{by: (PTCE,)})).refused("milestone-after-itself")


NAMES = [MilestoneId(f"m{number}") for number in range(6)]
SOME = strategies.lists(strategies.sampled_from(NAMES), max_size=3).map(tuple)


@hypothesis.given(strategies.lists(strategies.tuples(strategies.sampled_from(NAMES), SOME, SOME), max_size=30))
def test_whatever_is_planned_in_whatever_order_something_comes_first(asked):
    facts = [started, *(replace(group, milestone=name) for name in NAMES)]
    for name, after, after_any in asked:
        again = plan(replace(group, milestone=name, after=after, after_any=after_any))
        with contextlib.suppress(Refused):
            facts += again.decide(facts, SECRETARY, NOON)

    first = {name: {*one.after, *one.after_any} for name, one in plans(facts).items()}
    assert set(TopologicalSorter(first).static_order()) == set(NAMES)


def test_a_milestone_of_another_project_is_not_taken_over():
    elsewhere = replace(started, project=ProjectId("other"))

    given(started, group, elsewhere).when(plan(group, project=ProjectId("other"))).refused(
        "milestone-of-another-project"
    )


def test_a_milestone_of_another_project_does_not_come_first():
    elsewhere = replace(started, project=ProjectId("other"))
    lonely = replace(pilot, project=ProjectId("other"), after=(GROUP,))

    given(started, group, elsewhere).when(plan(lonely)).refused("unknown-milestone")


def test_a_milestone_reached_is_not_planned_again():
    done = reached(GROUP, "2019-01")

    given(started, group, done).when(plan(group, title=Public("Autre"))).refused(
        "milestone-already-reached", on=Day("2019-01")
    )


def test_a_date_is_not_moved_by_planning_again_but_may_be_said_for_the_first_time():
    dated = replace(pilot, due=Day("2026-06"))

    given(started, group, pilot).when(plan(dated)).then(dated)
    given(started, group, dated).when(plan(dated, due=Day("2026-07"))).refused(
        "due-moves-by-postponing", due=Day("2026-06")
    )
    given(started, group, dated, moved).when(plan(dated, title=Public("Autre"))).refused(
        "due-moves-by-postponing", due=Day("2026-12")
    )


def test_a_date_is_moved_with_its_reason():
    given(started, group, replace(pilot, due=Day("2026-06"))).when(put_off).then(moved)
    given(started, group, pilot).when(put_off).then(moved)
    given(started, group, pilot, moved).when(put_off).then()


def test_a_milestone_may_lose_its_date():
    dated = replace(pilot, due=Day("2026-06"))

    given(started, group, dated).when(replace(put_off, due=None)).then(replace(moved, due=None))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"reason": Public(" ")}, "postponed-without-reason"),
        ({"due": Day("2026-01-31")}, "due-before-plan"),
        ({"on": Day("2026-03-03")}, "day-to-come"),
        ({"milestone": TEN}, "unknown-milestone"),
    ],
)
def test_a_postponement_is_refused(changed, reason):
    given(started, group, pilot).when(replace(put_off, **changed)).refused(reason)


def test_what_is_reached_is_not_postponed():
    given(started, group, pilot, reached(PILOT, "2025-01")).when(put_off).refused("milestone-already-reached")


@pytest.mark.parametrize("command", [start, plan(group), put_off])
def test_the_board_plans_and_nobody_else(command):
    assert command.may == {Office.SECRETARY, Office.CHAIR, Office.BOARD}
    given(started).when(command, by="lea").refused("not-allowed")

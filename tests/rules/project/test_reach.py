"""Reaching a milestone: after what it comes after, with the figures of that very day, or in spite of them, told."""

from dataclasses import replace

import pytest

from governance.command import folded
from governance.decision.facts import DecisionRecorded, Way
from governance.membership.facts import ActorKind, Cause, MemberLeft, OrganisationRegistered
from governance.network.facts import SurveyId, SurveyReported
from governance.project.facts import Checked, Counted
from governance.project.figures import Census
from governance.project.reach import ReachMilestone
from governance.statutes.facts import Organ
from governance.words import Day, DecisionId, MemberId, MilestoneId, Public
from tests.coop import admitted
from tests.gwt import given
from tests.rules.project.roadmap import (
    GROUP,
    LABEL,
    PILOT,
    PTCE,
    ROAD,
    ROADMAP,
    SCIC,
    TEN,
    reached,
    structures,
)

D1 = DecisionId("d1")
decided = DecisionRecorded(
    D1,
    1,
    Public("Pilote"),
    Public("L’UDESS 05 pilote."),
    Organ.STEERING,
    Day("2019"),
    Way.COMMON_ACCORD,
    True,
)
BEFORE_TEN = (*ROADMAP, reached(GROUP, "2018-12"), reached(PILOT, "2019"), reached(ROAD, "2020-06"))


def reach(milestone: MilestoneId, on: str = "2026-02", **more) -> ReachMilestone:
    return ReachMilestone(milestone, SCIC, Day(on), **more)


def test_what_waits_for_nothing_is_reached_on_a_day_known_by_its_month():
    given(*ROADMAP).when(reach(GROUP, "2018-12")).then(reached(GROUP, "2018-12"))


def test_what_is_reached_is_not_reached_twice():
    done = reached(GROUP, "2018-12")

    given(*ROADMAP, done).when(reach(GROUP, "2018-12")).then()
    given(*ROADMAP, done).when(reach(GROUP, "2019")).refused("milestone-already-reached", on=Day("2018-12"))


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (reach(MilestoneId("nowhere")), "unknown-milestone"),
        (reach(GROUP, "2026-04"), "day-to-come"),
        (reach(GROUP, decision=D1), "unknown-decision"),
    ],
)
def test_what_is_not_there_or_not_yet_is_refused(command, reason):
    given(*ROADMAP).when(command).refused(reason)


def test_everything_before_it_comes_first():
    given(*ROADMAP, reached(GROUP, "2018-12")).when(reach(ROAD)).refused("milestone-waits", waits=["Structure pilote"])


def test_what_comes_first_was_reached_by_that_day():
    later = (*ROADMAP, reached(GROUP, "2019-02"))

    given(*later).when(reach(PILOT, "2019-01")).refused("milestone-waits")
    given(*later).when(reach(PILOT, "2019")).then(reached(PILOT, "2019"))


def test_one_of_several_ways_is_enough():
    ways = (*ROADMAP, reached(TEN, "2025"))

    given(*ROADMAP).when(reach(LABEL)).refused(
        "milestone-waits", waits=["SCIC d’au moins dix structures", "Pôle territorial"]
    )
    given(*ways).when(reach(LABEL)).then(reached(LABEL, "2026-02"))


def test_nine_structures_are_not_ten():
    given(*BEFORE_TEN, *structures(9)).when(reach(TEN)).refused(
        "condition-not-met", figure="structures", least=10, there=9
    )


def test_ten_structures_are_enough_and_their_number_is_kept():
    kept = replace(reached(TEN, "2026-02"), checked=(Checked(Counted.STRUCTURES, 10, 11),))

    given(*BEFORE_TEN, *structures(11)).when(reach(TEN)).then(kept)


def test_structures_count_from_the_day_of_their_admission():
    given(*BEFORE_TEN, *structures(10, on="2026-02-01")).when(reach(TEN, "2026-01-31")).refused(
        "condition-not-met", there=0
    )


def test_a_structure_that_left_does_not_count():
    left = MemberLeft(MemberId("s0"), Cause.WITHDRAWAL, Day("2026-01-01"))

    given(*BEFORE_TEN, *structures(10), left).when(reach(TEN)).refused("condition-not-met", there=9)
    assert given(*BEFORE_TEN, *structures(10), left).when(reach(TEN, "2025-12")).gained()


def test_what_happened_all_the_same_is_told_with_the_figures_that_it_had():
    why = Public("La préfecture a tenu la condition pour remplie.")
    told = replace(reached(TEN, "2026-02"), checked=(Checked(Counted.STRUCTURES, 10, 9),), despite=why)

    given(*BEFORE_TEN, *structures(9)).when(reach(TEN, despite=why)).then(told)
    given(*ROADMAP).when(reach(PTCE, despite=why)).then(
        replace(reached(PTCE, "2026-02"), waited_for=(TEN,), despite=why)
    )


def test_a_regular_act_keeps_no_excuse():
    given(*ROADMAP).when(reach(GROUP, "2018-12", despite=Public("Au cas où."))).then(reached(GROUP, "2018-12"))


def test_a_proof_and_a_decision_go_with_it():
    proof = Public("Compte rendu du 3 décembre")

    given(*ROADMAP, decided).when(reach(GROUP, "2018-12", proof=proof, decision=D1)).then(
        replace(reached(GROUP, "2018-12"), proof=proof, decision=D1)
    )


def counted(day: str, *facts) -> dict:
    census = Census()
    for fact in facts:
        census = census.after(fact)
    return dict(census.on(Day(day)))


def test_what_the_census_counts():
    town = OrganisationRegistered(MemberId("town"), Public("Commune"), ActorKind.LOCAL_AUTHORITY, True)
    survey = SurveyReported(
        SurveyId("s"), Public("Besoins"), Day("2018"), 310, 28, Public("établissements"), Public("CEIS")
    )
    facts = [*structures(2), town, admitted("town", "communes"), admitted("lea"), admitted("iris"), survey]

    assert counted("2026", *facts) == {
        Counted.STRUCTURES: 2,
        Counted.MEMBERS: 5,
        Counted.CATEGORIES: 3,
        Counted.SURVEY_ANSWERS: 28,
        Counted.POLE: 3,
    }
    assert set(counted("2017", *facts).values()) == {0}


def test_what_is_entered_late_takes_its_place_among_days():
    left_early = MemberLeft(MemberId("lea"), Cause.WITHDRAWAL, Day("2022-01-01"))
    back = admitted("lea", on="2023-01-01")

    assert counted("2024", admitted("lea"), back, left_early)[Counted.MEMBERS] == 1
    assert counted("2022-06", admitted("lea"), back, left_early)[Counted.MEMBERS] == 0


def test_a_census_of_twenty_thousand_is_counted_and_let_go():
    census = Census()
    for number in range(20_000):
        census = census.after(admitted(f"m{number}"))

    assert census.on(Day("2026"))[Counted.MEMBERS] == 20_000
    assert folded(Census, [census]) is census

"""Registers of the roadmap and of the territory: given facts, these rows; and the same when they are built again."""

from dataclasses import replace
from typing import Any

import pytest

from governance.evidence.facts import Digest, Medium, PieceId
from governance.evidence.trace_facts import DocumentDelivered, DocumentId, Thing
from governance.network.pole_facts import PoleJoined
from governance.project.choice_facts import Remark, RemarksMade
from governance.project.facts import Checked, Counted, DecisionLinked, EvidenceLinked, MilestonePostponed
from governance.project.life_facts import ProjectMoved
from governance.words import Day, DecisionId, MemberId, MilestoneId, ProjectId, Public
from projections.follower import Follower
from projections.network import groups, meetings, reports
from projections.project import milestones
from projections.registers import REGISTERS
from tests.rules.evidence.label import TERRITORY, attached
from tests.rules.network.test_reports import formed, met, proposed, stated, surveyed
from tests.rules.project.roadmap import GROUP, LABEL, PILOT, PTCE, ROAD, ROADMAP, SCIC, TEN, pilot, reached, started
from tests.rules.project.test_lives import (
    chosen,
    followed,
    joined,
    laid,
    lined,
    measured,
    move,
    opined,
    spent,
    struck,
)
from tests.rules.project.test_reach import D1, decided
from tests.site import Site, open_site

TODAY = Day("2026-03-02")
delivered = DocumentDelivered(
    DocumentId("doc"), Thing(f"milestone.{PILOT}"), Public("Étude"), Digest("0" * 64), 9, Medium.PDF, TODAY
)
moved_on = ProjectMoved(**vars(move))


@pytest.fixture
def site(cooperative):
    with open_site(cooperative) as site:
        yield site


def read(site: Site, query, *asked) -> Any:
    with site.office.reading() as db:
        return query(db, *asked)


def moved(milestone: MilestoneId, due: str | None, on: str) -> MilestonePostponed:
    return MilestonePostponed(milestone, Day(due) if due else None, Public("Deux structures hésitent."), Day(on))


def titles(site: Site, day: Day = TODAY) -> list[MilestoneId]:
    return [row["id"] for row in read(site, milestones.roadmap, day)]


def test_without_dates_the_order_is_the_one_of_the_plan(site):
    site.given(*ROADMAP)

    assert titles(site) == [GROUP, PILOT, ROAD, TEN, PTCE, LABEL]
    assert {row["state"] for row in read(site, milestones.roadmap, TODAY)} == {"planned"}


def test_partial_dates_are_sorted_by_their_first_possible_day_and_what_has_none_comes_last(site):
    dues = {PTCE: "2027", TEN: "2026-12", ROAD: "2026-12-01", LABEL: "2026-11-30", PILOT: None}
    site.given(*ROADMAP, *(moved(milestone, due, "2026-01") for milestone, due in dues.items()))

    assert titles(site) == [LABEL, TEN, ROAD, PTCE, GROUP, PILOT]


def test_a_date_moved_twice_stands_beside_the_one_before_and_its_reasons_are_kept(site):
    site.given(*ROADMAP[:2], replace(pilot, due=Day("2025-06")), moved(PILOT, "2026", "2025-05"))
    site.given(moved(PILOT, None, "2026-02"))

    row = read(site, milestones.of, PILOT, TODAY)
    assert (row["state"], row["due"], row["before"]) == ("postponed", None, "2026")
    told = [(one["what"], one["before"], one["due"]) for one in read(site, milestones.history, [PILOT])]
    assert told == [("planned", None, "2025-06"), ("postponed", "2025-06", "2026"), ("postponed", "2026", None)]


@pytest.mark.parametrize(
    ("day", "state", "due"),
    [
        ("2018-11-05", None, None),
        ("2025-04-30", "planned", "2025-06"),
        ("2025-05-01", "postponed", "2026"),
        ("2026-01-31", "postponed", "2026"),
        ("2026-02-01", "reached", "2026"),
    ],
)
def test_the_roadmap_of_a_past_day(site, day, state, due):
    site.given(*ROADMAP[:2], replace(pilot, due=Day("2025-06")), moved(PILOT, "2026", "2025-05"))
    site.given(reached(PILOT, "2026-02"))

    row = read(site, milestones.of, PILOT, Day(day))
    assert (row and (row["state"], row["due"])) == (state and (state, due))


def test_the_last_plan_holds(site):
    site.given(*ROADMAP, replace(pilot, title=Public("UDESS 05 pilote"), after=()))

    row = read(site, milestones.of, PILOT, TODAY)
    assert (row["title"], row["after"]) == ("UDESS 05 pilote", [])
    assert titles(site)[1] == PILOT


def test_what_was_irregular_is_kept_with_its_figures(site):
    fact = replace(
        reached(TEN, "2026-02"),
        checked=(Checked(Counted.STRUCTURES, 10, 9),),
        waited_for=(ROAD,),
        despite=Public("La préfecture l’a admis."),
    )
    site.given(*ROADMAP, fact)

    row = read(site, milestones.of, TEN, TODAY)
    assert (row["checked"], row["waited_for"]) == ([{"figure": "structures", "least": 10, "there": 9}], [ROAD])
    assert row["despite"] == "La préfecture l’a admis."


def test_decisions_and_evidence_that_bear_on_a_milestone_each_once(site):
    other = replace(decided, decision=DecisionId("d2"), number=2)
    report, card = attached("report", TERRITORY), attached("map", TERRITORY)
    site.given(
        *ROADMAP, decided, other, DecisionLinked(PILOT, D1, TODAY), DecisionLinked(PILOT, DecisionId("d2"), TODAY)
    )
    site.given(report, card, EvidenceLinked(PILOT, report.piece, TODAY), replace(reached(PILOT, "2019"), decision=D1))

    assert [row["number"] for row in read(site, milestones.decisions, [PILOT])] == [1, 2]
    assert [row["title"] for row in read(site, milestones.pieces, [PILOT])] == ["Pièce report"]
    assert read(site, milestones.decisions, [GROUP]) == []


def test_projects_with_how_far_each_has_come(site):
    elsewhere = replace(started, project=ProjectId("garden"), title=Public("Jardin"))
    site.given(*ROADMAP, pilot, elsewhere, reached(GROUP, "2018-12"))

    told = [(row["id"], row["planned"], row["reached"]) for row in read(site, milestones.projects)]
    assert told == [(SCIC, 6, 1), ("garden", 0, 0)]
    assert len(read(site, milestones.roadmap, TODAY, SCIC)) == 6
    assert read(site, milestones.roadmap, TODAY, ProjectId("garden")) == []


def test_a_survey_with_its_needs_in_the_order_of_its_report(site):
    site.given(*surveyed)

    [row] = read(site, reports.surveys)
    assert (row["respondents"], row["population"], row["unit"]) == (28, 310, "établissements")
    assert row["needs"] == ["Locaux", "Formation"]


def test_groups_with_how_often_they_met(site):
    site.given(formed, met, replace(met, meeting="m2", group=formed.group, at_least=None, present=7))

    assert [(row["name"], row["meetings"]) for row in read(site, groups.every)] == [("Structures proactives", 1)]
    told = [(row["present"], row["at_least"], row["group_name"]) for row in read(site, meetings.held)]
    assert told == [(7, None, "Structures proactives"), (None, 20, None)]


def test_meetings_go_on_by_their_key(site):
    site.given(*(replace(met, meeting=f"m{month}", on=Day(f"2018-{month:02}")) for month in range(1, 6)))

    first = read(site, meetings.held, ("~", ""), 3)
    rest = read(site, meetings.held, (first[-1]["held"], first[-1]["id"]), 3)
    assert [row["held"] for row in first + rest] == ["2018-05", "2018-04", "2018-03", "2018-02", "2018-01"]


def test_visions_by_horizon_and_proposals(site):
    site.given(replace(stated, vision="later", horizon=Day("2030")), stated, proposed)

    assert [row["horizon"] for row in read(site, reports.visions)] == ["2023", "2030"]
    assert [row["proposed_by"] for row in read(site, reports.proposals)] == ["CEIS"]


TABLES = (
    *("project", "milestone_plan", "milestone_move", "milestone_reached", "trace"),
    *("project_stage", "project_part", "budget_line", "budget_amount", "indicator", "measure", "opinion"),
    *("choice", "choice_remark", "choice_made", "delivered", "pole_period"),
    *("working_group", "gathering", "survey", "need", "vision", "proposal"),
)


def test_rebuilt_the_registers_are_the_same(site, cooperative):
    linked = [DecisionLinked(PILOT, D1, TODAY), EvidenceLinked(ROAD, PieceId("p1"), TODAY)]
    done = replace(reached(PILOT, "2026-02"), decision=D1)
    site.given(*ROADMAP, pilot, moved(ROAD, "2027", "2026"), decided, *linked, done)
    site.given(formed, met, *surveyed, stated, proposed)
    site.given(moved_on, joined, lined, spent, struck, followed, measured, opined, laid, chosen)
    site.given(PoleJoined(MemberId("s0"), TODAY), delivered)
    site.given(RemarksMade(laid.choice, (Remark(laid.options[0], laid.criteria[0], Public("Aucun.")),), TODAY))

    before = read(site, everything)
    assert all(before.values()), "every table has something to lose"
    Follower(site.office.record, site.office.vault, cooperative.conninfo("worker"), REGISTERS).rebuild(
        ["milestones", "reports", "traces", "project_lives", "choices", "pole"]
    )

    assert read(site, everything) == before


def everything(db) -> dict[str, list[str]]:
    return {
        table: [row["line"] for row in db.execute(f"select {table}::text as line from {table} order by 1")]
        for table in TABLES
    }

"""Registers of evidence: given facts, these labels, pieces, dossiers and figures; and the same when built again."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest

from governance.assembly.minutes_facts import MinutesDrawnUp
from governance.evidence.disclosure import SHOWN, withheld
from governance.evidence.facts import Digest, DossierSealed, PieceId
from governance.evidence.project_facts import ProjectParagraphWritten
from governance.evidence.revision_facts import (
    BreachFollowed,
    FindingClosed,
    ReportDiscussed,
    ReportOpened,
    Step,
    YearResultStated,
)
from governance.evidence.template import CriterionId
from governance.evidence.trace_facts import Kind, thing
from governance.membership.facts import Cause, MemberLeft
from governance.network.facts import MeetingId
from governance.network.meeting_facts import AttendanceId, AttendanceNoted, MeetingHeld, MeetingPlanned, Presence
from governance.statutes.facts import Voice
from governance.words import AssemblyId, Cents, Day, DossierId, Fact, MemberId, Public, legal_day
from projections.evidence import dossiers
from projections.evidence.proofs import proofs
from projections.figures import MEASURES, figures
from projections.follower import Follower
from projections.registers import REGISTERS
from tests.coop import adopted, scic
from tests.registers.evidence import (
    ASSEMBLY,
    NETWORK,
    ORGANISATIONS,
    PERSONS,
    ROADMAP,
    statutes,
)
from tests.rules.evidence.label import LABEL, SUPPORT, TERRITORY, attached, pursued, template
from tests.rules.evidence.revised import MAYA, REVISION, breach, named, report
from tests.rules.statutes.samples import college, colleges, scheme
from tests.site import Site, open_site
from web.edge.label_file import shipped

TODAY = legal_day(datetime.now(UTC))
sealed = DossierSealed(
    DossierId("d1"), LABEL, TODAY, 41, 40, Digest("c" * 64), Digest("d" * 64), (PieceId("carte"), PieceId("lettre"))
)


@pytest.fixture
def site(cooperative):
    with open_site(cooperative) as site:
        site.person("lea", "Léa")
        yield site


def read(site: Site, query, *asked) -> Any:
    with site.office.reading() as db:
        return query(db, *asked)


def figure(site: Site, name: str, on: Day = TODAY):
    [found] = read(site, figures, on, [name])
    return found


def proving(site: Site, name: str, on: Day = TODAY) -> list[Fact]:
    """The facts that a figure cites."""
    cited = figure(site, name, on).facts
    return [entry.fact for entry in site.office.record.entries() if entry.position in cited]


def test_a_label_is_shown_in_its_last_edition(site):
    later = replace(template, edition=Public("modèle 2027"))
    site.given(pursued, replace(pursued, template=later, on=Day("2026-03-01")))

    assert read(site, dossiers.template, LABEL) == later
    assert [row["since"] for row in read(site, dossiers.labels)] == ["2026-03-01"]
    assert read(site, dossiers.template, "autre") is None


def test_the_pieces_of_an_evidence_with_the_entry_that_attached_each(site):
    first, second = attached("carte", TERRITORY), attached("lettre", SUPPORT)
    site.given(pursued, first, second)

    assert read(site, dossiers.pieces, [SUPPORT]) == [(site.head, second)]
    assert read(site, dossiers.pieces, [TERRITORY, SUPPORT]) == [(site.head - 1, first), (site.head, second)]
    assert read(site, dossiers.piece, "carte") == first


def test_a_dossier_sealed_with_its_pieces_in_their_order(site):
    site.given(pursued, attached("lettre", SUPPORT), attached("carte", TERRITORY), sealed)

    row = read(site, dossiers.of, "d1")
    assert (row["name"], row["head"], row["size"], row["root"]) == ("Petit label", 41, 40, "c" * 64)
    assert [piece["id"] for piece in row["shown"]] == ["lettre", "carte"]
    assert [one["id"] for one in read(site, dossiers.sealed)] == ["d1"]


def test_heads_that_were_given_to_somebody_are_remembered(site):
    site.given(pursued, sealed, MinutesDrawnUp(AssemblyId("spring"), "e" * 64, 12))

    assert read(site, dossiers.printed) == [12, 41]


@pytest.fixture
def everything(site):
    site.given(statutes(), *ORGANISATIONS, *PERSONS, *ASSEMBLY, *NETWORK, *ROADMAP)
    return site


@pytest.mark.parametrize(
    ("name", "value", "base"),
    [
        ("statutes_in_force", 1, "versions adoptées\u00a0: 1"),
        ("lawful_voting", 1, "versions en vigueur\u00a0: 1"),
        ("organisations", 3, "membres, personnes physiques comprises\u00a0: 4"),
        ("members", 4, "catégories\u00a0: 3"),
        ("actor_kinds", 3, "personnes morales membres\u00a0: 3"),
        ("structures", 1, "personnes morales membres\u00a0: 3"),
        ("organisations_located", 2, "personnes morales membres\u00a0: 3"),
        ("categories", 3, "membres, personnes physiques comprises\u00a0: 4"),
        ("assemblies_held", 1, "assemblées générales convoquées\u00a0: 1"),
        ("votes_counted", 1, "scrutins ouverts\u00a0: 1"),
        ("offices_held", 1, "personnes en fonction\u00a0: 1"),
        ("meetings", 1, "réunions prévues ou tenues\u00a0: 1"),
        ("attendance", 1, "réunions tenues\u00a0: 1"),
        ("survey_answers", 28, "personnes ou structures interrogées\u00a0: 310"),
        ("needs", 2, "enquêtes\u00a0: 1"),
        ("milestones_planned", 2, "jalons, atteints compris\u00a0: 2"),
        ("milestones_reached", 1, "jalons inscrits\u00a0: 2"),
    ],
)
def test_a_figure_of_today_with_its_base(everything, name, value, base):
    found = figure(everything, name)

    assert (found.amount, found.base) == (Fraction(value), base)
    assert (found.on, found.position) == (TODAY, everything.head)


@pytest.mark.parametrize("name", MEASURES)
def test_an_empty_cooperative_has_nothing_to_show(site, name):
    found = figure(site, name)

    assert (found.value, found.facts) == ("0", ())


def test_a_meeting_held_counts_once_with_its_workshops_and_whoever_sent_somebody(everything):
    plan = MeetingPlanned(MeetingId("m2"), Public("Forum"), Day("2021-05"), True, Day("2021-03"))
    workshop = replace(plan, meeting=MeetingId("w"), within=plan.meeting)
    held = MeetingHeld(plan.meeting, Day("2021-05"), present=9)
    line = AttendanceNoted(AttendanceId("a"), MeetingId("w"), Presence.PRESENT, Day("2021-05"), Public("Créacoop"))
    everything.given(plan, workshop, held, replace(held, present=10), replace(held, meeting=workshop.meeting), line)
    everything.given(replace(line, attendance=AttendanceId("b"), presence=Presence.EXCUSED, organisation=Public("x")))

    assert (figure(everything, "meetings").value, figure(everything, "attendance").value) == ("2", "2")
    assert len(proving(everything, "meetings")) == 4
    assert not withheld(proving(everything, "attendance"))
    assert figure(everything, "meetings", Day("2021-04-30")).value == "1"


REVISED = (
    *(named, replace(named, deputy=MAYA), named, report, ReportOpened(REVISION, Day("2026-02-20")), breach),
    FindingClosed(breach.finding, thing(Kind.PIECE, "carte"), Day("2026-02-21")),
    ReportDiscussed(REVISION, AssemblyId("spring"), Day("2026-03-20")),
    BreachFollowed(REVISION, Step.NOTICE, Day("2026-02-12"), Day("2026-05-12")),
    YearResultStated(Day("2025-12-31"), Cents(-100_00)),
    YearResultStated(Day("2025-12-31"), Cents(-90_00)),
    ProjectParagraphWritten(Day("2025-12-31"), CriterionId("D6"), Public("Un projet"), TODAY),
    ProjectParagraphWritten(Day("2025-12-31"), CriterionId("D6"), Public("Un projet plus large"), TODAY),
)
YEARS = [
    ("joined_in_year", "2022-01-31", 4, "membres un an avant\u00a0: 0"),
    ("joined_in_year", "2022-02-28", 1, "membres un an avant\u00a0: 3"),
    ("left_in_year", "2025-12-31", 1, "membres un an avant\u00a0: 4"),
    ("left_in_year", "2026-12-31", 0, "membres un an avant\u00a0: 3"),
    ("assemblies_in_year", "2026-12-31", 1, "membres inscrits à leurs listes\u00a0: 0"),
    ("assemblies_in_year", "2025-12-31", 0, "membres inscrits à leurs listes\u00a0: 0"),
    ("statutes_in_year", "2020-12-31", 1, "versions adoptées\u00a0: 1"),
    ("statutes_in_year", "2021-12-31", 0, "versions adoptées\u00a0: 1"),
    ("offices_in_year", "2021-12-31", 1, "mandats au registre\u00a0: 1"),
    ("meetings_in_year", "2017-12-31", 1, "organisations différentes venues à l’une d’elles\u00a0: 1"),
    ("milestones_in_year", "2018-12-31", 1, "jalons inscrits\u00a0: 2"),
    ("milestones_in_year", "2019-12-31", 0, "jalons inscrits\u00a0: 2"),
    ("impact_told", "2025-12-31", 1, "parties écrites de ce rapport\u00a0: 1"),
    ("impact_told", "2024-12-31", 0, "parties écrites de ce rapport\u00a0: 0"),
    ("context_told", "2025-12-31", 0, "parties écrites de ce rapport\u00a0: 1"),
    ("revisers_named", "2026-03-01", 1, "révisions confiées\u00a0: 1"),
    ("revision_reports", "2026-02-09", 0, "rapports au registre\u00a0: 0"),
    ("revision_reports", "2026-02-10", 1, "rapports au registre\u00a0: 1"),
    ("revision_reports", "2031-02-10", 0, "rapports au registre\u00a0: 1"),
    ("findings_closed", "2026-02-20", 0, "points soulevés\u00a0: 1"),
    ("findings_closed", "2026-02-21", 1, "points soulevés\u00a0: 1"),
    ("revision_settled", "2026-02-20", 0, "points ouverts\u00a0: 1"),
    ("revision_settled", "2026-02-21", 1, "points ouverts\u00a0: 0"),
]


def test_what_a_year_was_and_how_far_the_revision_is(everything):
    left = MemberLeft(MemberId("scierie"), Cause.WITHDRAWAL, Day("2025-06-30"))
    everything.given(left, *REVISED)

    found = [(name, on, figure(everything, name, Day(on))) for name, on, _value, _base in YEARS]

    assert [(name, on, one.amount, one.base) for name, on, one in found] == YEARS


def test_figures_of_a_past_day_ignore_what_came_after(everything):
    then = {one.name: one.value for one in read(everything, figures, Day("2021-06-01"))}

    assert (then["organisations"], then["actor_kinds"], then["statutes_in_force"]) == ("2", "2", "1")
    assert then["assemblies_held"] == "0"
    assert figure(everything, "statutes_in_force", Day("2019-12-31")).value == "0"


def test_a_member_who_left_is_not_counted_any_more(everything):
    everything.given(MemberLeft(MemberId("atelier"), Cause.DISSOLUTION, Day("2025-01-01")))

    assert (figure(everything, "organisations").value, figure(everything, "structures").value) == ("2", "0")
    assert figure(everything, "organisations", Day("2024-12-31")).value == "3"


def test_organisations_are_proved_by_their_registrations_and_admissions(everything):
    assert proving(everything, "organisations") == ORGANISATIONS


def test_a_milestone_planned_again_is_one_milestone_proved_by_both_entries(everything):
    assert proving(everything, "milestones_planned") == ROADMAP[:3]


def test_whoever_holds_an_office_is_counted_and_not_cited(everything):
    assert proving(everything, "offices_held") == []


@pytest.mark.parametrize("name", MEASURES)
def test_what_a_figure_cites_may_leave_the_house(everything, name):
    assert withheld(proving(everything, name)) == []


def test_the_register_of_proofs_holds_only_what_may_leave():
    assert set(proofs.sentences) <= SHOWN


def test_every_figure_that_our_labels_ask_for_is_known():
    asked = {one.figure for label in shipped() for evidence in label.template.evidence for one in evidence.requirements}

    assert asked - {None} <= set(MEASURES)


def test_a_figure_that_nobody_computes_is_left_out(site):
    assert read(site, figures, TODAY, ["phase_of_the_moon"]) == ()


@pytest.mark.parametrize(
    ("weights", "lawful"),
    [
        ([], True),
        ([50, 50], False),
        ([20, 40, 40], True),
        ([Fraction(100, 3)] * 3, True),
        ([10, 40, 50], True),
        ([9, 41, 50], False),
        (["51", 29, 20], False),
        ([None, 50, 50], False),
    ],
)
def test_voting_is_lawful_by_head_or_by_three_colleges_within_bounds(site, weights, lawful):
    voting = replace(scic(), schemes=(scheme(*colleges(*weights)),))
    site.given(adopted(voting))

    assert figure(site, "lawful_voting").value == str(int(lawful))


def test_an_advisory_college_has_no_weight_to_judge(site):
    heard = (*colleges(30, 30, 40), college("salaries", None, Voice.ADVISORY))
    site.given(adopted(replace(scic(), schemes=(scheme(*heard),))))

    assert figure(site, "lawful_voting").value == "1"


TABLES = (
    *("label", "piece", "dossier", "proof", "project_paragraph"),
    *("revision", "revision_discussed", "finding", "finding_step", "breach_step", "year_result"),
)


def dump(db) -> Any:
    return {table: db.execute(f"select * from {table} order by 1").fetchall() for table in TABLES}


def test_built_again_they_are_the_same(everything, cooperative):
    everything.given(pursued, attached("lettre", SUPPORT), attached("carte", TERRITORY))
    everything.given(replace(pursued, on=Day("2026-03-01")), sealed, *REVISED)
    followed = read(everything, dump)

    office, worker = everything.office, cooperative.conninfo("worker")
    Follower(office.record, office.vault, worker, REGISTERS).rebuild(
        ["proofs", "dossiers", "revisions", "project_reports"]
    )

    assert all(followed.values())
    assert read(everything, dump) == followed

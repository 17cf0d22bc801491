"""The roadmap by year and by quarter, on paper, and as it was planned on a day beside what it is today."""

from dataclasses import replace

import pytest

from governance.project.facts import MilestonePostponed
from governance.words import Day, MilestoneId, Office, Public
from tests.coop import adopted, scic
from tests.documents.reading import Paper
from tests.pages.test_roadmap import words
from tests.rules.project.roadmap import GROUP, PILOT, ROAD, TEN, group, label, pilot, ptce, reached, road, started, ten
from tests.site import Site

HERE = "/feuille-de-route"


def put_off(milestone: MilestoneId, due: str | None, why: str, on: str) -> MilestonePostponed:
    return MilestonePostponed(milestone, Day(due) if due else None, Public(why), Day(on))


@pytest.fixture
def member(site: Site):
    dues = {GROUP: "2024-11", PILOT: "2025-06-15", ROAD: "2025-12", TEN: "2026"}
    planned = [replace(one, due=Day(dues[one.milestone])) for one in (group, pilot, road, ten)]
    site.given(adopted(scic()), started, *planned, replace(ptce, on=Day("2026-01")), label)
    site.given(reached(GROUP, "2024-12"))
    site.given(put_off(PILOT, "2025-07-01", "Une structure hésite.", "2025-05"))
    site.given(put_off(PILOT, "2025-09-30", "L’autre aussi.", "2025-07"))
    site.given(put_off(TEN, "2027-03", "Sept seulement.", "2026-02"), put_off(ROAD, None, "Personne.", "2026-02"))
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD))


def test_what_moved_since_a_day_by_how_much_and_why(site, member):
    page = words(member.get(site.at(f"{HERE}/ecarts?depuis=2025-06-01")))

    for said in (
        "91 jours plus tard",
        "L’autre aussi.",
        "1 an plus tard",
        "n’a plus de date",
        "prévu depuis",
        "toujours sans date",
    ):
        assert said in page, said
    assert "Une structure hésite." not in page, "that was known already on that day"
    assert "1er juillet 2025" in page


def test_what_was_reached_later_than_it_was_planned_says_so(site, member):
    assert "1 mois plus tard" in words(member.get(site.at(f"{HERE}/ecarts?depuis=2020")))


@pytest.mark.parametrize("asked", ["", "?depuis=", "?depuis=hier", "?depuis=2025-02-30", "?depuis=0001"])
def test_a_day_that_is_none_is_a_year_ago(site, member, asked):
    assert member.get(site.at(f"{HERE}/ecarts{asked}")).status_code == 200


@pytest.mark.parametrize(
    ("view", "there", "away"),
    [
        ("2025", ("Structure pilote", "T3"), ("SCIC d’au moins dix structures :", "Pôle territorial :")),
        ("2025-T3", ("Structure pilote", "août 2025"), ("Groupe de travail :",)),
        ("2027", ("SCIC d’au moins dix structures :",), ("Structure pilote :",)),
        ("2025-T9", ("Pôle territorial :", "Structure pilote :"), ()),
        ("9999", ("Pôle territorial :", "Structure pilote :"), ()),
    ],
)
def test_the_picture_and_the_table_hold_what_falls_in_a_year_or_a_quarter(site, member, view, there, away):
    page = words(member.get(site.at(f"{HERE}?vue={view}")))

    assert all(one in page for one in there), there
    assert not any(one in page for one in away), away


def test_the_milestones_of_a_year_leave_as_a_table(site, member):
    [row] = member.get(site.at(f"{HERE}/jalons.json?vue=2025")).json()["rows"]

    assert (row["title"], row["due"], row["moves"]) == (
        "Structure pilote", "2025-09-30", "Une structure hésite. · L’autre aussi."
    )  # fmt: skip


def test_a_past_day_keeps_its_year(site, member):
    page = member.get(site.at(f"{HERE}?vue=2025&le=2025-06-01")).text

    assert "?vue=2025-T2&amp;le=2025-06-01" in page
    assert "1er juillet 2025" in words(member.get(site.at(f"{HERE}?le=2025-06-01")))


def test_the_roadmap_is_printed_on_a3_with_its_picture_and_its_table(site, member):
    answer = member.get(site.at(f"{HERE}/papier.pdf?vue=2025"))

    paper = Paper(answer.content)
    assert paper.content("feuille-de-route")["title"] == "Feuille de route, 2025"
    assert [row["title"] for row in paper.content("feuille-de-route")["roads"][0]["rows"]] == ["Structure pilote"]
    assert tuple(round(float(side) / 72 * 25.4) for side in paper.file.pages[0].MediaBox[2:]) == (420, 297)

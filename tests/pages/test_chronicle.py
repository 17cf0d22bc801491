"""The story of a cooperative: its great moments, each year in numbers, and everything between two days."""

import re
from datetime import datetime

import pytest

from governance.membership.facts import MemberAdmitted
from governance.words import PARIS, Office, legal_day
from tests.pages.evidence import words
from tests.registers.evidence import ASSEMBLY, NETWORK, ORGANISATIONS, PERSONS, ROADMAP, statutes
from tests.site import Site


@pytest.fixture
def reader(site: Site):
    site.given(*PERSONS, *ORGANISATIONS, statutes(), *ASSEMBLY, *NETWORK, *ROADMAP)
    return site.browser(site.person("sol", "Sol", Office.AUDITOR))


def shown(site: Site, reader, **days: str) -> str:
    return words(reader.get(site.at("/chronologie"), params=days))


def test_whoever_arrives_reads_the_great_moments_and_each_year_in_numbers(site: Site, reader):
    page = shown(site, reader)

    assert "Jalon atteint" in page
    assert "Statuts en vigueur" in page
    arrivals = sum(isinstance(fact, MemberAdmitted) for fact in site.facts)
    assert arrivals > 0
    assert sum(int(n) for n in re.findall(r"(\d+) arrivée", page)) == arrivals
    assert "départ" not in page, "what did not happen is not counted"


def test_between_two_days_everything_is_told_and_nothing_of_another_year(site: Site, reader):
    years = {fact.on.text[:4] for fact in site.facts if isinstance(fact, MemberAdmitted)}
    for year in years:
        page = shown(site, reader, du=year, au=year)
        assert "arrivée" in page
        assert all(f"<h2>{other}" not in page for other in {"2017", "2018", "2020", "2021"} - {year})


def test_what_was_only_learnt_then_is_told_apart(site: Site, reader):
    today = legal_day(datetime.now(PARIS))
    page = shown(site, reader, du=str(today), au=str(today))

    assert "Jalon atteint" in page.partition("Ce qu’on a seulement appris")[2]
    assert "Ce qu’on a seulement appris" not in shown(site, reader, du="2018", au="2018")


def test_before_everything_nothing_happened(site: Site, reader):
    assert "Rien ne s’est passé entre ces jours." in shown(site, reader, du="1900", au="1901")


def test_a_day_that_is_none_is_said_and_stays_in_the_form(site: Site, reader):
    answer = reader.get(site.at("/chronologie"), params={"du": "hier", "au": ""})

    assert (answer.status_code, 'value="hier"' in answer.text) == (422, True)

"""The register of mandates: when each ends by the statutes, on which day it was so, as known when."""

from dataclasses import replace

import pytest

from governance.assembly.facts import AssemblyPlanned, Matter, ResolutionTabled, SessionClosed
from governance.membership.facts import OfficeLeft, OfficeTaken
from governance.statutes.facts import Kind, Organ, StatutesAdopted
from governance.words import AssemblyId, Day, Office, PersonId, Public, ResolutionId
from tests.coop import adopted, scic
from tests.site import Site


def taken(site: Site, who: str, office: Office, on: str, until: str = "") -> None:
    site.given(OfficeTaken(site.person(who, who.capitalize()), office, Day(on), Day(until) if until else None))


def assembly(site: Site, on: str, kind: Kind = Kind.ORDINARY) -> None:
    held = AssemblyId(f"ag-{on}")
    named = (Public("Assemblée annuelle"), Day(on), "18:00", Public("Gap"))
    resolution = (ResolutionId(f"r-{on}"), 1, kind, next(iter(Matter)), Public("Comptes"), Public("Texte"))
    site.given(AssemblyPlanned(held, Organ.ASSEMBLY, *named), ResolutionTabled(held, *resolution), SessionClosed(held))


@pytest.fixture
def coop(site: Site) -> Site:
    site.given(adopted(scic()))
    site.person("sec", "Sacha", Office.SECRETARY)
    return site


def page(site: Site, query: str = "", who: str = "sec") -> str:
    return site.browser(who).get(site.at(f"/mandats{query}")).text


def test_a_mandate_ends_with_the_assembly_on_the_accounts_of_its_last_year(coop: Site):
    taken(coop, "ana", Office.BOARD, "2024-06-10")

    read = page(coop)

    assert "à la clôture de l’assemblée de 2027, sur les comptes de 2026" in read
    assert "art. 25 des statuts" in read


def test_once_that_assembly_is_closed_the_day_is_known(coop: Site):
    taken(coop, "ana", Office.CHAIR, "2022-06-10")
    assembly(coop, "2025-03-01", Kind.EXTRAORDINARY)
    assembly(coop, "2025-06-14")

    assert "échu le 14 juin 2025, à la clôture de l’assemblée" in page(coop)
    assert "à la clôture de l’assemblée de 2025, sur les comptes de 2024" in page(coop, "?le=2025-06-13")


def test_a_day_that_was_fixed_prevails(coop: Site):
    taken(coop, "ana", Office.BOARD, "2024-06-10", "2028-01-10")

    assert "10 janvier 2028" in page(coop)
    assert "comptes de" not in page(coop)


def test_statutes_that_fix_no_term_end_none(site: Site):
    silent = replace(scic(), term_years=None)
    site.given(StatutesAdopted("v0", Day("2020-01-01"), Day("2020-01-01"), silent, "0" * 64, Public("")))
    site.person("sec", "Sacha", Office.SECRETARY)
    taken(site, "ana", Office.BOARD, "2024-06-10")

    assert "sans terme fixé" in page(site)
    assert "jusqu’à ce qu’on y mette fin" in page(site)


def test_who_held_an_office_on_a_day_and_as_was_known(coop: Site):
    taken(coop, "ana", Office.BOARD, "2024-06-10")
    coop.given(OfficeLeft(PersonId("ana"), Office.BOARD, Day("2025-01-01")))

    assert "Ana" not in page(coop)
    assert "31 décembre 2024" in page(coop, "?le=2024-07-01")
    assert "Ana" not in page(coop, "?le=2024-07-01&su=2024-08-01"), "nobody had written it yet"


def test_only_the_secretariat_finds_the_door_that_ends_one(coop: Site):
    coop.person("rev", "Réviseuse", Office.AUDITOR)

    assert "/mandats/sec/secretary/fin" in page(coop)
    assert "/mandats/sec/secretary/fin" not in page(coop, who="rev")


@pytest.mark.parametrize("ending", ["csv", "ods", "xlsx", "pdf"])
def test_the_register_is_taken_away(coop: Site, ending):
    given = coop.browser("sec").get(coop.at(f"/mandats.{ending}"))

    assert given.status_code == 200
    assert ending != "csv" or ("Sacha" in given.text and "Mettre fin" not in given.text)

"""The yearly report on the cooperative project: what the registers say of a year, what is written, what is missing."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from governance.evidence.facts import LabelPursued, PieceAttached
from governance.evidence.project_facts import ProjectParagraphWritten
from governance.membership.facts import Cause, CollegeChanged, MemberLeft
from governance.words import CollegeId, Day, MemberId, Office
from tests.pages.evidence import words
from tests.registers.evidence import ASSEMBLY, NETWORK, ORGANISATIONS, PERSONS, ROADMAP, statutes
from tests.site import Site
from web.edge.label_file import shipped

YEAR = "/dossiers/projet-cooperatif/2025-12-31"
[REVISION] = [label for label in shipped() if label.template.label == "revision-cooperative"]


@pytest.fixture
def secretary(site: Site):
    site.person("lea", "Léa")
    left = MemberLeft(MemberId("scierie"), Cause.WITHDRAWAL, Day("2025-06-30"))
    site.given(statutes(), *ORGANISATIONS, *PERSONS, *ASSEMBLY, *NETWORK, *ROADMAP, left)
    return site.browser(site.person("sol", "Sol", Office.SECRETARY))


def sent(browser, path, **told):
    gesture = re.search(r'name="gesture" value="([0-9a-f]+)"', browser.get(path).text)[1]
    return browser.post(path, data={"gesture": gesture, **told})


def test_a_year_is_told_as_it_stood_on_its_last_day_with_what_is_missing_and_who_supplies_it(site: Site, secretary):
    page = words(secretary.get(site.at(YEAR))).replace("\u00a0", " ")

    assert "Associés au dernier jour de l’exercice : 3 (catégories : 3)." in page
    assert "Sorties dans l’exercice : 1 (membres un an avant : 4)." in page
    assert "Analyse de l’impact sur le projet coopératif, en un texte : le conseil ou la gérance" in page
    assert re.search(r"Producteurs.*?</th><td>2</td><td>0</td><td>1</td><td>1</td>", page, re.IGNORECASE)
    assert secretary.get(site.at("/dossiers/projet-cooperatif")).url.path == site.at("/annee")
    assert secretary.get(site.at("/dossiers/projet-cooperatif/2099-12-31")).status_code == 404
    assert secretary.get(site.at("/dossiers/projet-cooperatif/lune")).status_code == 404


def test_who_changes_college_neither_came_into_her_category_nor_left_it(site: Site, secretary):
    moved = CollegeChanged(MemberId("atelier"), CollegeId("autre"), Day("2025-03-01"))
    back = CollegeChanged(MemberId("atelier"), CollegeId("encore"), Day("2026-01-15"))
    site.given(moved, back)
    page = words(secretary.get(site.at(YEAR))).replace("\u00a0", " ")

    assert re.search(r"Producteurs.*?</th><td>2</td><td>0</td><td>1</td><td>1</td>", page, re.IGNORECASE)
    assert re.search(r"autre</th><td>0</td><td>1</td><td>0</td><td>1</td>", page, re.IGNORECASE)
    assert "encore</th>" not in page, "nobody was there yet"


def test_a_paragraph_that_is_written_is_in_every_text_and_no_longer_missing(site: Site, secretary):
    section, told = site.at(f"{YEAR}/parties/D6"), "Le projet s’est élargi à la forêt."
    secretary.post(section, data={"gesture": "a" * 32, "words": told})
    page = secretary.post(section, data={"gesture": "a" * 32, "words": told})

    written = [fact for fact in site.facts if isinstance(fact, ProjectParagraphWritten)]
    odt = secretary.get(site.at(f"{YEAR}/rapport.odt")).content
    assert [fact.words for fact in written] == [told]
    assert told in words(page)
    assert "en un texte : le conseil" not in words(page).replace("\u00a0", " ").partition('id="D6"')[2]
    assert told in ZipFile(BytesIO(odt)).read("content.xml").decode()
    assert told in secretary.get(site.at(f"{YEAR}/rapport.txt")).text
    assert secretary.get(site.at(f"{YEAR}/rapport.pdf")).content.startswith(b"%PDF")


def test_it_is_attached_in_one_press_to_a_label_that_asks_for_it(site: Site, secretary):
    assert "Joindre au dossier" not in secretary.get(site.at(YEAR)).text
    site.given(LabelPursued(REVISION.template.label, REVISION.template, Day("2026"), REVISION.digest))

    page = sent(secretary, site.at(YEAR).replace(YEAR, f"{YEAR}/labels/revision-cooperative"))

    [piece] = [fact for fact in site.facts if isinstance(fact, PieceAttached)]
    assert "Joindre au dossier" in secretary.get(site.at(YEAR)).text
    assert (piece.evidence, piece.on) == ("EV07", Day("2025-12-31"))
    assert piece.title in words(page)

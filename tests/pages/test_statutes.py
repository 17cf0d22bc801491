"""Statutes at the counter: read in plain words, adopted, refused with the line and the article."""

import pytest

from governance.statutes.facts import StatutesAdopted
from governance.words import Office
from tests.coop import DEMONSTRATION, adopted, association
from tests.site import Site

SCIC = (DEMONSTRATION / "statuts-hautes-alpes.yaml").read_text()
DAYS = {"on": "01/02/2026", "in_force_from": "01/02/2026", "gesture": "a" * 32}


@pytest.fixture
def secretary(site: Site):
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


def adopt(site, browser, text, **changed):
    return browser.post(site.at("/statuts/adoption"), data={**DAYS, "text": text, **changed})


def test_statutes_are_adopted_and_read_in_plain_words(site: Site, secretary):
    page = adopt(site, secretary, SCIC)

    assert page.url.path == site.at("/statuts")
    for words in (
        "En vigueur depuis le 1er février 2026",
        "Collège des salariés",
        "40\u00a0%",
        "1/4 (25\u00a0%)",
        "50,00\u00a0€",
    ):
        assert words in page.text


def test_a_file_uploaded_is_the_one_adopted(site: Site, secretary):
    page = secretary.post(site.at("/statuts/adoption"), data=DAYS, files={"file": ("statuts.yaml", SCIC.encode())})

    assert page.url.path == site.at("/statuts")
    assert [fact.text for fact in site.facts if isinstance(fact, StatutesAdopted)] == [SCIC]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("weight: 20", "weight: 5", ["19 octies", "29"]),
        ("weight: 40", "weight: 41", ["100"]),
        ("floor_fraction: {value: 1/4", "floor_fraction: {value: 1/10", ["art. 13"]),
        ("aggregation:", "agregation:", ["agregation", "vouliez-vous dire"]),
        ("form: SAS", "form: [SAS", ["ligne"]),
        ("strict: true", "strict: peut-être", ["strict"]),
    ],
)
def test_statutes_against_the_law_are_refused_with_line_and_article(site: Site, secretary, old, new, words):
    page = adopt(site, secretary, SCIC.replace(old, new, 1))

    assert page.status_code == 409
    for word in words:
        assert word in page.text
    assert not any(isinstance(fact, StatutesAdopted) for fact in site.facts)
    assert "Collège des salariés" in page.text, "what was typed is still there"


def test_unknown_weights_are_accepted_and_shown(site: Site, secretary):
    page = adopt(site, secretary, (DEMONSTRATION / "statuts-pole-economie-solidaire.yaml").read_text())

    assert page.url.path == site.at("/statuts")
    assert "inconnu" in page.text
    assert "consultatif" in page.text


def test_the_same_text_twice_is_one_version(site: Site, secretary):
    adopt(site, secretary, SCIC)
    adopt(site, secretary, SCIC, gesture="b" * 32)

    assert sum(isinstance(fact, StatutesAdopted) for fact in site.facts) == 1


def test_the_version_of_a_past_day(site: Site, secretary):
    site.given(adopted(association(), "2020-01-01", "v1"))
    adopt(site, secretary, SCIC)

    assert "Aucuns statuts" in secretary.get(site.at("/statuts?le=2019-12-31")).text
    # the text of v1 is not kept by this test's fact: only that another version is shown
    assert "Collège des salariés" not in secretary.get(site.at("/statuts?le=2026-01-31")).text
    assert "Collège des salariés" in secretary.get(site.at("/statuts?le=2026-02-01")).text


def test_a_board_member_reads_and_does_not_adopt(site: Site, secretary):
    board = site.browser(site.person("bo", "Bo", Office.BOARD))

    assert board.get(site.at("/statuts")).status_code == 200
    assert adopt(site, board, SCIC).status_code == 403


def test_a_file_of_20_mb_is_refused_and_nothing_else_breaks(site: Site, secretary):
    page = secretary.post(site.at("/statuts/adoption"), data=DAYS, files={"file": ("x.yaml", b"a" * 20_000_000)})

    assert page.status_code == 413
    assert secretary.get(site.at("/statuts")).status_code == 200

"""Statutes in a phone's browser: refused with line and article, corrected where they stand, adopted once."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.types import ASGIApp

from governance.statutes.facts import StatutesAdopted
from governance.words import Office
from tests.browser.stage import Stage, check, check_this, follow, press, rebuilt_is_the_same
from tests.conftest import Database
from tests.hall import FILE
from tests.site import open_site

ADOPTION = "/statuts/adoption"
LIGHT = FILE.text.replace("weight: 20", "weight: 5").replace("weight: 25", "weight: 5")
MISNAMED = LIGHT.replace("aggregation:", "agregation:", 1)
BROKEN = FILE.text.replace("strict: true", "strict: [true", 1)
OCTIES = "loi n° 47-1775 du 10 septembre 1947, art. 19 octies"


@pytest.fixture
def stage(cooperative: Database, serve: Callable[[ASGIApp], str]) -> Iterator[Stage]:
    with open_site(cooperative) as site:
        site.person("irene", "Irène Laye", Office.SECRETARY)
        yield Stage(site, serve(site.app), cooperative)


@pytest.fixture
def secretary(quiet: Page, stage: Stage) -> Page:
    stage.enter(quiet, "irene")
    return quiet


def submit(page: Page, text: str, on: str = "01/02/2026") -> None:
    page.get_by_label("ou son texte").fill(text)
    page.get_by_label("Adoptés le").fill(on)
    page.get_by_label("En vigueur à partir du").fill("02/02/2026")
    press(page, "Adopter")


def line(text: str, holding: str) -> str:
    """« Ligne 23 », the first that holds these words."""
    lines = text.splitlines()
    return f"Ligne {next(number for number, words in enumerate(lines, 1) if holding in words)}"


def remarked(page: Page, line: str, *words: str) -> None:
    remark = page.locator(".timeline li", has=page.get_by_text(line, exact=True))
    for each in words:
        expect(remark).to_contain_text(each)


def adopted(stage: Stage) -> list[StatutesAdopted]:
    return [fact for fact in stage.site.facts if isinstance(fact, StatutesAdopted)]


def test_a_text_against_the_law_is_refused_line_by_line_then_adopted(secretary: Page, stage: Stage) -> None:
    page = secretary
    stage.go(page, "/statuts")
    follow(page, "Adopter une version")
    submit(page, BROKEN)
    remarked(page, line(BROKEN, "base: {value: cast"), "Ce n’est plus du YAML")
    expect(page.get_by_label("ou son texte")).to_have_value(BROKEN.strip())

    submit(page, MISNAMED)
    remarked(page, line(MISNAMED, "agregation:"), "vouliez-vous dire «\u00a0aggregation\u00a0»", "agregation: {value")
    remarked(page, line(MISNAMED, "weight: 5"), "Collège des salariés", "5\u00a0% des voix", OCTIES)
    expect(page.get_by_text("Collège des collectivités et partenaires\u00a0: 5\u00a0% des voix")).to_be_visible()
    expect(page.get_by_label("ou son texte")).to_have_value(MISNAMED.strip())
    assert adopted(stage) == []

    page.get_by_label("ou son texte").fill(FILE.text)
    press(page, "Adopter")
    expect(page.get_by_text("Adoptés le 1er février 2026, en vigueur depuis le 2 février 2026.")).to_be_visible()
    expect(page.get_by_role("table", name="Le poids de chacun")).to_contain_text("40\u00a0%")
    rebuilt_is_the_same(page, stage, "versions")


def test_a_file_that_is_refused_stays_in_the_form_as_text(secretary: Page, stage: Stage) -> None:
    page = secretary
    stage.go(page, ADOPTION)
    page.get_by_label("Le fichier").set_input_files(
        {"name": "statuts.yaml", "mimeType": "application/yaml", "buffer": LIGHT.encode()}
    )
    page.get_by_label("Adoptés le").fill("01/02/2026")
    press(page, "Adopter")
    remarked(page, line(LIGHT, "weight: 5"), "weight: 5", OCTIES)
    expect(page.get_by_label("ou son texte")).to_have_value(LIGHT)

    page.get_by_label("ou son texte").fill(FILE.text)
    press(page, "Adopter")
    expect(page.get_by_role("heading", name="Statuts", level=1)).to_be_visible()
    assert len(adopted(stage)) == 1


def test_sent_twice_a_text_is_one_version(secretary: Page, stage: Stage) -> None:
    page = secretary
    stage.go(page, ADOPTION)
    page.get_by_label("ou son texte").fill(FILE.text)
    page.get_by_label("Adoptés le").fill("01/02/2026")
    page.get_by_role("button", name="Adopter").dblclick()
    expect(page.get_by_role("heading", name="Statuts", level=1)).to_be_visible()
    page.go_back()
    press(page, "Adopter")
    expect(page.get_by_role("heading", name="Statuts", level=1)).to_be_visible()
    stage.go(page, ADOPTION)
    page.get_by_label("ou son texte").fill(FILE.text)
    page.get_by_label("Adoptés le").fill("01/02/2026")
    press(page, "Adopter")
    expect(page.get_by_role("heading", name="Statuts", level=1)).to_be_visible()

    assert len(adopted(stage)) == 1


def test_without_javascript_a_text_is_refused_then_adopted(browser: Browser, stage: Stage) -> None:
    page = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    stage.enter(page, "irene")
    stage.go(page, ADOPTION)
    submit(page, LIGHT, on="30/02/2026")
    expect(page.locator(".errors")).to_contain_text("Adoptés le — Le 30/02/2026 n’existe pas dans le calendrier.")
    submit(page, LIGHT)
    remarked(page, line(LIGHT, "weight: 5"), OCTIES)
    submit(page, FILE.text)
    expect(page.get_by_text("Adoptés le 1er février 2026")).to_be_visible()


def test_the_pages_of_statutes_are_accessible(secretary: Page, stage: Stage, axe: Callable[[Page], list[str]]) -> None:
    page = secretary
    stage.go(page, ADOPTION)
    submit(page, MISNAMED)
    check_this(page, axe)
    submit(page, FILE.text)
    check(page, axe, [stage.address + stage.site.at(path) for path in ("/statuts", ADOPTION)])

"""Statutes drafted in a browser: from the questionnaire to the adviser's reading, without losing a word."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.types import ASGIApp

from governance.statutes.facts import StatutesAdopted
from governance.words import Office
from tests.browser.stage import Stage, check_this, follow, press, rebuilt_is_the_same
from tests.conftest import Database
from tests.hall import FILE
from tests.site import open_site


@pytest.fixture
def stage(cooperative: Database, serve: Callable[[ASGIApp], str]) -> Iterator[Stage]:
    with open_site(cooperative) as site:
        site.person("irene", "Irène Laye", Office.SECRETARY)
        yield Stage(site, serve(site.app), cooperative)


def begin(page: Page, stage: Stage, text: str) -> None:
    stage.go(page, "/statuts")
    follow(page, "Préparer une version")
    page.get_by_label("Un fichier YAML").check()
    page.get_by_label("Le fichier, si c’est lui").fill(text)
    press(page, "Commencer")


def test_a_draft_is_corrected_tried_adopted_and_read(quiet: Page, stage: Stage) -> None:
    page = quiet
    stage.enter(page, "irene")
    begin(page, stage, FILE.text.replace("floor_fraction: {value: 1/4", "floor_fraction: {value: 1/10"))
    page.get_by_role("link", name="Capital plancher à 1/10").click()
    floor = page.get_by_role("group", name="Plancher, part du plus haut capital atteint")
    expect(floor).to_contain_text("contraire à la loi")
    floor.get_by_label("Réponse").fill("1/3")
    floor.get_by_label("Sa phrase, mot pour mot").fill("Le capital ne descend pas sous le tiers.")
    page.get_by_role("button", name="Vérifier").first.click()
    expect(page.get_by_text("Rien à redire")).to_be_visible()

    follow(page, "Et si ces règles avaient déjà valu ?")
    expect(page.get_by_text("Aucun vote n’a encore été dépouillé.")).to_be_visible()
    follow(page, "Revenir au brouillon")
    follow(page, "Adopter ce brouillon")
    page.get_by_label("Adoptés le").fill("01/02/2026")
    page.get_by_label("En vigueur à partir du").fill("01/02/2026")
    press(page, "Adopter")
    expect(page.get_by_text("Règles non relues")).to_be_visible()
    expect(page.get_by_text("Le capital ne descend pas sous le tiers.")).to_be_visible()

    [adopted] = [fact for fact in stage.site.facts if isinstance(fact, StatutesAdopted)]
    stage.go(page, f"/statuts/{adopted.version}")
    follow(page, "Marquer comme relus")
    page.get_by_label("Relus par").select_option("urscop")
    press(page, "Marquer comme relus")
    expect(page.get_by_text("par l’URSCOP")).to_be_visible()
    rebuilt_is_the_same(page, stage, "statutes")


def test_without_javascript_nothing_typed_is_lost(browser: Browser, stage: Stage) -> None:
    page = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 740}).new_page()
    stage.enter(page, "irene")
    stage.go(page, "/statuts/brouillons")
    page.get_by_label("SARL").check()
    press(page, "Commencer")
    nominal = page.get_by_role("group", name="Valeur d’une part")
    nominal.get_by_label("Réponse").fill("cinquante")
    nominal.get_by_label("Article des statuts").fill("8")
    page.locator("#section-10").get_by_role("button", name="Enregistrer").click()
    expect(nominal.get_by_label("Réponse")).to_have_value("cinquante")
    expect(nominal.get_by_label("Article des statuts")).to_have_value("8")
    expect(nominal).to_contain_text("à corriger")


def test_the_questionnaire_is_accessible(quiet: Page, stage: Stage, axe: Callable[[Page], list[str]]) -> None:
    page = quiet
    stage.enter(page, "irene")
    begin(page, stage, FILE.text.replace("weight: 20", "weight: 5"))
    check_this(page, axe)
    follow(page, "Et si ces règles avaient déjà valu ?")
    check_this(page, axe)

"""The révision coopérative from a phone: its réviseur, its report, a point until it is closed; the yearly report."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from governance.assembly.year_facts import YearEndSet
from governance.words import Day, Office
from tests.browser.stage import check_this
from tests.conftest import Database
from tests.registers.evidence import ASSEMBLY, ORGANISATIONS, PERSONS, statutes
from tests.rules.evidence.label import TERRITORY, attached
from tests.site import Site, open_site


@pytest.fixture
def site(cooperative: Database) -> Iterator[Site]:
    with open_site(cooperative) as site:
        site.person("sol", "Sol Aubert", Office.SECRETARY)
        site.person("lea", "Léa Martin")
        site.given(statutes(), *ORGANISATIONS, *PERSONS, *ASSEMBLY, attached("carte", TERRITORY))
        site.given(YearEndSet(Day("2025-12-31")))
        yield site


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name).first.click()


def test_a_revision_from_the_reviser_to_the_point_that_a_piece_closes(
    quiet: Page, serve: Callable[[ASGIApp], str], site: Site, axe, tmp_path: Path
):
    page, address = quiet, serve(site.app)
    page.goto(address + site.link("sol"))
    page.get_by_role("button", name="Oui").click()
    follow(page, "Révision coopérative : aucun réviseur n’est nommé")
    follow(page, "Inscrire le réviseur que l’assemblée a nommé")
    page.get_by_label("Nommé le").fill("15/01/2026")
    page.get_by_label("Une organisation").first.fill("Union des réviseurs")
    check_this(page, axe)
    press(page, "Inscrire")

    follow(page, "Déposer le rapport")
    report = tmp_path / "rapport.pdf"
    report.write_bytes(b"%PDF-1.7 rapport")
    page.get_by_label("Reçu le").fill("10/02/2026")
    page.get_by_label("Le rapport").set_input_files(report)
    press(page, "Déposer")
    follow(page, "Dire que les associés peuvent le lire")
    page.get_by_label("Depuis le").fill("20/02/2026")
    press(page, "Mettre à disposition")

    follow(page, "Inscrire un point du rapport")
    page.get_by_label("réserve").check()
    page.get_by_label("Ce qu’il demande").fill("Tenir le registre des mouvements à jour")
    press(page, "Inscrire")
    follow(page, "Répondre")
    page.get_by_label("Ce qui sera fait").fill("Le relire chaque mois")
    page.get_by_label("Quelle fonction s’en charge").fill("le secrétariat")
    page.get_by_label("Pour le").fill("01/03/2026")
    press(page, "Répondre")
    expect(page.get_by_text("en retard")).to_be_visible()
    check_this(page, axe)
    follow(page, "Clore, preuve à l’appui")
    page.get_by_label("Ce qui le prouve").select_option("piece.carte")
    press(page, "Clore")
    expect(page.get_by_role("link", name="Pièce carte")).to_be_visible()

    follow(page, "Révision coopérative")
    expect(page.get_by_text("Prochaine révision : le 20 février 2031 au plus tard")).to_be_visible()
    check_this(page, axe)
    page.goto(address + site.at("/dossiers/projet-cooperatif"))
    check_this(page, axe)

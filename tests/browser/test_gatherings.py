"""A meeting of the network held on a phone: planned, noted, pasted and sorted, told."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from governance.words import Office
from tests.browser.stage import PHONE
from tests.conftest import Database
from tests.coop import adopted, scic
from tests.rules.network.test_reports import formed
from tests.site import Site, open_site


@pytest.fixture
def site(cooperative: Database) -> Iterator[Site]:
    with open_site(cooperative) as site:
        site.given(adopted(scic()), formed)
        site.person("bea", "Béa Bureau", Office.BOARD, Office.SECRETARY)
        yield site


@pytest.fixture
def visit(page: Page, serve: Callable[[ASGIApp], str], site: Site) -> Callable[[str], None]:
    address = serve(site.app)
    page.goto(address + site.link("bea"))
    page.locator("main").get_by_role("button").first.click()
    return lambda path: page.goto(address + site.at(path)) and None


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_a_meeting_is_held_on_a_phone(page: Page, visit):
    page.set_viewport_size({"width": PHONE, "height": 640})
    visit("/reseau/reunions/nouvelle?groupe=g")
    page.get_by_label("Réunion", exact=True).fill("Réunion collective 2")
    page.get_by_label("Quand").fill("30/01/2014")
    press(page, "Enregistrer")
    page.get_by_role("link", name="La réunion a lieu").click()
    page.get_by_label("Quand").fill("30/01/2014")
    press(page, "Enregistrer")
    page.get_by_role("link", name="Noter").click()
    page.get_by_label("C’est").select_option(label="Point à rediscuter")
    page.get_by_label("En mots").fill("Le format et le lieu")
    press(page, "Noter")
    page.get_by_role("link", name="Coller des notes").click()
    page.get_by_label("Notes").fill("Jardins de Cocagne ; Ada Byron ; présidente\nD’un commun accord, on y va.")
    press(page, "Trier")
    page.get_by_label("C’est").nth(0).select_option(label="Présent")
    page.get_by_label("C’est").nth(1).select_option(label="Décision d’un commun accord")
    press(page, "Écrire le compte rendu")

    main = page.locator("main")
    for told in (
        "Jardins de Cocagne – Ada Byron, présidente",
        "n° 1 au registre",
        "Le format et le lieu",
        "1 structure",
    ):
        expect(main).to_contain_text(told)

"""The registers of the network in Chromium: found in three clicks, written on a phone, accessible."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from governance.words import Office
from tests.browser.stage import BOTH, check_this
from tests.conftest import Database
from tests.coop import admitted, adopted, scic
from tests.rules.network.example import CARDS
from tests.site import Site, open_site


@pytest.fixture
def site(cooperative: Database) -> Iterator[Site]:
    with open_site(cooperative) as site:
        site.given(adopted(scic()), admitted("centre"), *CARDS)
        site.person("centre", "Centre social de Brout-Vernet")
        site.person("bea", "Béa Bureau", Office.BOARD)
        yield site


@pytest.fixture
def visit(page: Page, serve: Callable[[ASGIApp], str], site: Site) -> Callable[[str], None]:
    """Opens a page, signed in as a member of the board."""
    address = serve(site.app)
    page.goto(address + site.link("bea"))
    page.locator("main").get_by_role("button").first.click()
    return lambda path: page.goto(address + site.at(path)) and None


def test_who_lends_a_sound_system_near_vichy_in_three_clicks(page: Page, visit, axe):
    """From the home page, on a phone, by somebody who was told nothing: the clicks are counted as they are made."""
    page.set_viewport_size({"width": 360, "height": 720})
    visit("/")
    page.evaluate("sessionStorage.clicks = 0")
    page.add_init_script("addEventListener('click', () => sessionStorage.clicks++, true)")
    page.reload()
    page.get_by_label("Que cherchez-vous ?").fill("sonorisassion")
    page.get_by_label("Près de").fill("Vichi")
    page.get_by_role("button", name="Chercher").click()
    expect(page.locator("main")).to_contain_text("Distances à vol d’oiseau depuis Vichy (03)")
    expect(page.locator("tbody tr")).to_contain_text("2\u00a0km")
    check_this(page, axe, BOTH)
    page.get_by_role("link", name="Sonorisation de 500 W").click()

    expect(page.locator("main")).to_contain_text("Centre social de Brout-Vernet")
    expect(page.locator("main")).to_contain_text("gratuit")
    assert int(page.evaluate("sessionStorage.clicks")) <= 3


def test_an_offer_is_written_on_a_phone_after_a_slip(page: Page, visit):
    visit("/reseau/fiches/offres")
    page.get_by_role("link", name="Une offre").click()
    page.get_by_label("Ce qui est proposé").fill("Barnum de 20 places")
    page.get_by_label("Tarif").fill("vingt")
    page.get_by_role("button", name="Inscrire").click()
    expect(page.locator(".errors")).to_contain_text("Genre — Ce champ est obligatoire.")
    expect(page.get_by_label("Ce qui est proposé")).to_have_value("Barnum de 20 places")
    page.get_by_label("Genre").select_option(label="matériel")
    page.get_by_label("Tarif").fill("20")
    page.get_by_role("button", name="Inscrire").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Barnum de 20 places")
    expect(page.locator("main")).to_contain_text("20,00")

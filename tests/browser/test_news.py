"""A newsletter composed and sent from a phone without JavaScript; what the network tells and hears is accessible."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from governance.words import Day, Office
from tests.browser.stage import LIGHT, PHONE, check_this
from tests.conftest import Database
from tests.coop import adopted, scic
from tests.hall import in_days
from tests.pages.test_groups import meeting
from tests.pages.test_hearings import charter
from tests.pages.test_newsletters import card
from tests.rules.evidence.test_discuss import PROPOSAL, made
from tests.rules.network.test_hear import opened
from tests.rules.network.test_meetings import ada, planned
from tests.rules.network.test_newsletter import composed
from tests.rules.network.test_reports import formed, proposed
from tests.rules.network.test_speak_for import handed
from tests.rules.statutes.test_logos import kept
from tests.site import Site, open_site

PATHS = (
    "/reseau/lettres", "/lettres/n1", "/reseau/lettres/n1/correction", "/reseau/lettres/n1/envoi",
    f"/fil/{PROPOSAL}/discussion", f"/fil/{PROPOSAL}/discussion/r1", "/discussions",
    "/reseau/groupes/g/histoire", "/reseau/mandats", "/reseau/mandats/m", "/reseau/mandats/m/correction",
    "/concertations/h", "/reseau/concertations/nouvelle", "/reseau/concertations/h/resultat", "/statuts/logos",
)  # fmt: skip


@pytest.fixture
def site(cooperative: Database) -> Iterator[Site]:
    with open_site(cooperative) as site:
        site.given(adopted(scic()), replace(formed, on=Day("2013")), replace(planned, day=in_days(9)))
        site.given(card("b1", "besoins", "Une sono"), card("o1", "offres", "Une remorque"))
        site.person("sec", "Sacha Secrétaire", Office.SECRETARY)
        yield site


def enter(page: Page, address: str, site: Site) -> Callable[[str], None]:
    page.goto(address + site.link("sec"))
    page.locator("main").get_by_role("button").first.click()
    return lambda path: page.goto(address + site.at(path)) and None


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_a_newsletter_is_composed_and_sent_on_a_phone_without_javascript(browser: Browser, serve, site: Site):
    page = browser.new_context(java_script_enabled=False, viewport={"width": PHONE, "height": 640}).new_page()
    visit = enter(page, serve(site.app), site)
    visit("/reseau/lettres/nouvelle")
    page.get_by_label("Titre").fill("Nouvelles de mars")
    page.get_by_label("Garder").nth(0).uncheck()
    page.get_by_label("En ces mots").nth(1).fill("Qui prête une sono ?")
    page.get_by_label("Rang").nth(2).fill("1")
    press(page, "Enregistrer et relire")

    items = page.locator("main .entries > li")
    expect(items).to_have_count(2)
    expect(items.nth(0)).to_contain_text("Une remorque")
    expect(items.nth(1)).to_contain_text("Qui prête une sono")
    page.get_by_role("link", name="Envoyer").click()
    press(page, "Envoyer")
    expect(page.get_by_role("link", name="Mettre en ligne")).to_be_visible()


def test_what_the_network_tells_and_hears_is_accessible(page: Page, serve, axe, site: Site):
    site.given(composed, proposed, made, charter, replace(opened, document=charter.card), ada, handed, kept)
    site.given(meeting("r1", "2013-11", "Vichy", 3))
    visit = enter(page, serve(site.app), site)
    for path in PATHS:
        visit(path)

        check_this(page, axe, LIGHT)

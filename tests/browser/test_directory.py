"""The directory in Chromium: consented to on a phone, read by anybody, on a map, proposed for without an account."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from governance.membership.facts import ActorKind, OrganisationRegistered, RepresentativeNamed
from governance.words import Day, MemberId, Office, PersonId, Public
from tests.browser.stage import BOTH, LIGHT, check_this
from tests.conftest import Database
from tests.coop import admitted, adopted, scic
from tests.site import Site, open_site

CENTRE = MemberId("centre")
SEAT = Public("4 rue du Centre, 03110 Broût-Vernet")
MINE = ("/reseau/annuaire", "/reseau/annuaire/carte", "/reseau/annuaire/centre", "/membres/ana/annuaire")
OPEN = ("/public", "/annuaire?pres=Vichy", "/annuaire/centre", "/propositions/structures")


@pytest.fixture
def site(cooperative: Database) -> Iterator[Site]:
    with open_site(cooperative) as site:
        centre = OrganisationRegistered(CENTRE, Public("Centre social"), ActorKind.OTHER, False, seat=SEAT)
        site.given(adopted(scic()), centre, admitted("centre"))
        site.given(RepresentativeNamed(CENTRE, PersonId("ana"), Day("2020-01-01")))
        site.person("ana", "Ana Lot", Office.SECRETARY, email="ana@example.org")
        yield site


def test_she_shows_her_mail_and_a_stranger_reads_it_and_proposes(
    page: Page, serve: Callable[[ASGIApp], str], site: Site, axe
):
    address = serve(site.app)
    page.goto(address + site.link("ana"))
    page.locator("main").get_by_role("button").first.click()
    page.goto(address + site.at("/mon-espace"))
    page.get_by_role("link", name="Annuaire public").click()
    check_this(page, axe)
    page.get_by_label("Mon adresse électronique").check()
    page.get_by_role("button", name="Enregistrer").click()
    for path in MINE:
        page.goto(address + site.at(path))
        check_this(page, axe, BOTH if "carte" in path else LIGHT)
    page.context.clear_cookies()
    for path in OPEN:
        page.goto(address + site.at(path))
        check_this(page, axe)
    page.goto(address + site.at("/annuaire/centre"))
    expect(page.locator("main")).to_contain_text("ana@example.org")
    expect(page.locator("main")).not_to_contain_text("Ana Lot")
    page.goto(address + site.at("/propositions/structures"))
    page.get_by_label("Son nom").fill("Régie de quartier")
    page.get_by_label("Votre structure").fill("Régie de quartier")
    page.get_by_role("button", name="Proposer").click()
    expect(page.locator("main")).to_contain_text("Elle attend d’être relue")

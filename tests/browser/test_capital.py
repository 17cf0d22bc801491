"""Capital in a phone's browser: the floor is read, the queue served, a share given, a debt paid; nobody overtakes."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.types import ASGIApp

from governance.capital.facts import SharesCancelled
from governance.words import Office
from tests.browser.stage import Stage, check, check_this, follow, press, rebuilt_is_the_same
from tests.conftest import Database
from tests.rules.capital.holders import highest, holds, in_force, left
from tests.site import open_site

HELD = {"anne": 40, "bo": 50, "cleo": 10, "dan": 200}
E17 = [
    in_force(),
    highest(48_000, last_number=412),
    *(fact for who, shares in HELD.items() for fact in holds(who, shares)),
    *holds("eve", 8, paid=10_000, on="2023-05-01"),
    left("anne", "2025-03-01"),
    left("bo", "2025-04-01"),
    left("cleo", "2025-05-01"),
]
NAMES = {
    "anne": "Anne Ailefroide",
    "bo": "Bo Briançon-Serre-Chevalier",
    "cleo": "Cléo Céüze",
    "dan": "Dan Durance",
    "eve": "Ève Embrun",
}
PAGES = (
    "/capital",
    "/capital?le=2022-01-01",
    "/capital/mouvements",
    "/capital/detenteurs",
    "/capital/file",
    "/capital/annulations",
    "/capital/annulations/passees",
    "/capital/exercices",
    "/capital/appels",
    "/capital/appels/nouveau",
    "/capital/registre-papier",
    "/membres/eve/compte",
    "/membres/eve/mises-en-demeure",
    "/membres/eve/renonciation",
    "/membres/dan/cessions",
    "/membres/dan/echanges",
    "/membres/dan/demandes",
)


@pytest.fixture
def stage(cooperative: Database, serve: Callable[[ASGIApp], str]) -> Iterator[Stage]:
    with open_site(cooperative) as site:
        for who, name in NAMES.items():
            site.person(who, name)
        site.given(*E17)
        site.person("irene", "Irène Laye", Office.SECRETARY, email="irene@exemple.fr")
        yield Stage(site, serve(site.app), cooperative)


@pytest.fixture
def secretary(quiet: Page, stage: Stage) -> Page:
    stage.enter(quiet, "irene")
    return quiet


def test_leavers_are_served_in_their_order_and_paid_what_their_shares_are_worth(secretary: Page, stage: Stage) -> None:
    page = secretary
    stage.go(page, "/capital")
    expect(page.get_by_text("Le capital ne peut descendre sous 12\u202f000,00\u00a0€.")).to_be_visible()
    expect(page.locator(".explain")).to_contain_text("art. 13")
    follow(page, "File des départs")
    follow(page, "Annuler ce que le plancher permet")
    page.get_by_label("Annulation le").fill("01/02/2026")
    page.get_by_role("button", name="Annuler les parts").dblclick()
    expect(page.get_by_role("table", name="File d’attente")).to_contain_text("Bo Briançon-Serre-Chevalier")
    assert [fact.member for fact in stage.site.facts if isinstance(fact, SharesCancelled)] == ["anne", "bo"]
    rebuilt_is_the_same(page, stage, "movements", "claims", "calls")

    follow(page, "Remboursements")
    follow(page, "Arrêter la valeur d’un exercice")
    for label, typed in (("Exercice clos le", "28/02/2026"), ("Perte de l’exercice", "0"), ("Réserves", "0")):
        page.get_by_label(label).fill(typed)
    page.get_by_label("Comptes approuvés le").fill("28/02/2026")
    press(page, "Arrêter")
    follow(page, "Anne Ailefroide")
    page.get_by_label("Montant").fill("2 000")
    page.get_by_label("Payé le").fill("28/02/2026")
    press(page, "Enregistrer le remboursement")
    expect(page.get_by_role("alert")).to_contain_text("Le délai court jusqu’au 1er mars 2030")
    page.get_by_label("Décision qui permet").fill("AGO du 28 février 2026, résolution 4")
    press(page, "Enregistrer le remboursement")
    expect(page.get_by_role("table", name="À rembourser")).not_to_contain_text("Anne Ailefroide")


def test_without_javascript_shares_change_hands_once_somebody_approved(browser: Browser, stage: Stage) -> None:
    page = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    stage.enter(page, "irene")
    stage.go(page, "/membres/dan/compte")
    follow(page, "Céder des parts")
    page.get_by_label("Chercher un nom").fill("embrun")
    press(page, "Chercher")
    page.get_by_label("À qui").select_option("Ève Embrun")
    page.get_by_label("Nombre de parts").fill("3")
    press(page, "Enregistrer la cession")
    expect(page.get_by_role("alert").first).to_contain_text("dites où la décision est écrite")
    expect(page.get_by_label("Nombre de parts")).to_have_value("3")
    page.get_by_label("Décision").fill("Conseil du 12 janvier 2026, délibération 3")
    press(page, "Enregistrer la cession")
    expect(page.get_by_role("table", name="Lignes du compte")).to_contain_text("Conseil du 12 janvier 2026")
    stage.go(page, "/capital/mouvements")
    expect(page.get_by_role("row").last).to_contain_text("413")


def test_every_page_of_capital_is_accessible(secretary: Page, stage: Stage, axe: Callable[[Page], list[str]]) -> None:
    check(secretary, axe, [stage.address + stage.site.at(path) for path in PAGES])
    stage.go(secretary, "/membres/dan/cessions")
    press(secretary, "Enregistrer la cession")
    check_this(secretary, axe)

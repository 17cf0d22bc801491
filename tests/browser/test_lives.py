"""A newcomer in one page, on a phone without JavaScript; then her exclusion proposed, and what it needs."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.types import ASGIApp

from governance.capital.facts import SharesPaid
from governance.dues.facts import DuesCalled
from governance.membership.facts import ApplicationRejected
from governance.statutes.facts import Loss, Organ
from governance.words import CategoryId, Cents, Day, MemberId, Office
from tests.browser.stage import Stage, check, follow, press, rebuilt_is_the_same
from tests.conftest import Database
from tests.coop import admitted, adopted, applied, scic
from tests.rules.statutes.samples import ruled
from tests.site import open_site

PAGES = (
    "/membres/nouveau", "/membres/nouveau/organisation", "/membres/admissions", "/membres/absences", "/membres/lea",
    "/membres/lea/categorie", "/membres/lea/retrait", "/membres/lea/exclusion", "/membres/lea/exclusion/audition",
    "/membres/lea/exclusion/decision", "/membres/lea/exclusion/classement", "/membres/lea/depart",
    "/membres/lea/ratification/refus", "/membres/lea/retrait/annulation", "/membres/lea/admission/jour",
    "/membres/lea/succession", "/cotisations", "/cotisations/appel", "/cotisations/2026",
    "/membres/lea/cotisations/2026", "/membres/lea/cotisations/2026/dispense",
)  # fmt: skip


@pytest.fixture
def stage(cooperative: Database, serve: Callable[[ASGIApp], str]) -> Iterator[Stage]:
    rules = replace(
        scic(),
        ratification=ruled(Organ.ASSEMBLY, "13.2"),
        rejection_reported=ruled(True, "13.3"),
        loss=Loss(absence_n_ago=ruled(3, "14.2")),
    )
    with open_site(cooperative) as site:
        site.given(adopted(rules))
        site.person("irene", "Irène Laye", Office.SECRETARY, email="irene@exemple.fr")
        yield Stage(site, serve(site.app), cooperative)


def title(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def test_a_newcomer_in_one_page_without_javascript(browser: Browser, stage: Stage) -> None:
    page = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    stage.enter(page, "irene")
    stage.go(page, "/membres")
    page.get_by_role("link", name="Nouvel associé").click()
    page.get_by_label("Prénom et nom").fill("Zoé d’Œuvre")
    page.get_by_label("Adresse postale").fill("3 rue du Port\n05200 Embrun")
    page.get_by_label("Catégorie d’associés").select_option("Structures de l’ESS utilisatrices")
    page.get_by_label("Collège").select_option("Collège des structures de l’ESS")
    page.get_by_label("Reçue le").fill("05/01/2026")
    page.get_by_label("Nombre de parts").fill("3")
    page.get_by_label("Versé ce jour").fill("200")
    press(page, "Enregistrer")
    expect(page.get_by_role("alert")).to_contain_text("4")
    assert stage.site.facts[-1].__class__.__name__ == "OfficeTaken", "nothing of it was recorded"
    page.get_by_label("Nombre de parts").fill("4")
    press(page, "Enregistrer")

    assert title(page) == "Zoé d’Œuvre"
    assert sum(isinstance(fact, SharesPaid) for fact in stage.site.facts) == 1
    expect(page.locator(".timeline li")).to_have_count(3)
    printed = page.get_by_role("link", name="Imprimer le bulletin et le reçu").get_attribute("href")
    assert page.request.get(stage.address + str(printed)).headers["content-type"] == "application/pdf"
    rebuilt_is_the_same(page, stage, "lives", "members", "persons", "movements")


def test_an_exclusion_waits_for_the_hearing(quiet: Page, stage: Stage) -> None:
    page = quiet
    stage.site.person("lea", "Léa Martin")
    stage.site.given(admitted("lea"))
    stage.enter(page, "irene")
    stage.go(page, "/membres/lea")
    follow(page, "Enregistrer un départ")
    follow(page, "Son exclusion est demandée")
    page.get_by_label("Griefs").fill("Elle a vidé la caisse.")
    page.get_by_label("Envoyés le").fill("01/02/2026")
    page.get_by_label("Assemblée du").fill("20/02/2026")
    press(page, "Notifier les griefs")
    follow(page, "L’assemblée l’a exclue")
    page.get_by_label("Assemblée du").fill("20/02/2026")
    page.get_by_label("Où c’est écrit").fill("PV du 20 février 2026, 3e résolution")
    press(page, "Enregistrer l’exclusion")
    expect(page.get_by_role("alert")).to_contain_text("Elle n’a pas été entendue")
    page.get_by_role("link", name="Renoncer").click()
    follow(page, "Enregistrer l’audition")
    page.get_by_label("Le", exact=True).fill("10/02/2026")
    page.get_by_label("n’est pas venue, bien qu’invitée").check()
    press(page, "Enregistrer")
    expect(page.locator(".timeline")).to_contain_text("Audition avant exclusion")


def test_a_candidate_gives_up_and_applies_again_without_javascript(browser: Browser, stage: Stage) -> None:
    page = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    stage.site.person("lea", "Léa Martin")
    stage.site.given(applied("lea"))
    stage.enter(page, "irene")
    stage.go(page, "/membres/lea")
    follow(page, "Elle retire sa candidature")
    page.get_by_label("Le", exact=True).fill("02/02/2026")
    press(page, "Enregistrer")
    follow(page, "Enregistrer sa candidature")
    page.get_by_label("Catégorie d’associés").select_option("Bénévoles et habitants")
    page.get_by_label("Collège").select_option("Collège des bénévoles et habitants")
    page.get_by_label("Reçue le").fill("03/02/2026")
    press(page, "Enregistrer")
    expect(page.locator(".timeline")).to_contain_text("Retire sa candidature")
    expect(page.get_by_role("link", name="Admettre")).to_be_visible()


def test_every_page_of_a_life_is_accessible(quiet: Page, stage: Stage, axe: Callable[[Page], list[str]]) -> None:
    for name in ("lea", "tom", "iris"):
        stage.site.person(name, name.capitalize())
    call = DuesCalled("2026", CategoryId("benevoles"), Cents(2000), Day("2026-01-01"), Day("2026-02-28"), False)
    stage.site.given(replace(admitted("lea"), organ=Organ.BOARD), admitted("tom"), call)
    stage.site.given(ApplicationRejected(MemberId("iris"), Day("2026-01-05")))
    stage.enter(quiet, "irene")
    check(quiet, axe, [stage.address + stage.site.at(path) for path in PAGES])

"""The roadmap in Chromium: planned from a phone, refused, told all the same; accessible, printed with its picture."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from governance.project.facts import MilestonePostponed
from governance.project.life_facts import ProjectMoved
from governance.words import Day, Office, Public
from tests.browser.stage import BOTH, check_this
from tests.conftest import Database
from tests.coop import adopted, scic
from tests.rules.network.test_reports import proposed
from tests.rules.project.roadmap import GROUP, PILOT, ROAD, ROADMAP, SCIC, TEN, reached, structures
from tests.rules.project.test_lives import chosen, followed, joined, laid, lined, measured, move, opined, spent
from tests.rules.project.test_reach import decided
from tests.site import Site, open_site

PAGES = (
    "/feuille-de-route",
    f"/feuille-de-route/{TEN}",
    f"/feuille-de-route/{TEN}/atteinte",
    "/projets",
    f"/projets/{SCIC}",
    "/feuille-de-route/ecarts?depuis=2026-01-01",
    "/feuille-de-route?vue=2027",
    f"/choix/{laid.choice}",
    f"/fil/project.{SCIC}",
    f"/fil/project.{SCIC}/liens?genre=decision",
    "/pole",
    "/pole/entree",
)
FORMS = (f"/feuille-de-route/{TEN}/plan", f"/feuille-de-route/{ROAD}/report")


@pytest.fixture
def site(cooperative: Database) -> Iterator[Site]:
    moved = MilestonePostponed(ROAD, Day("2027"), Public("Deux structures hésitent."), Day("2026-05"))
    done = (reached(GROUP, "2019"), replace(reached(PILOT, "2020-03"), decision=decided.decision))
    with open_site(cooperative) as site:
        site.person("bea", "Béa Bureau", Office.BOARD)
        site.given(adopted(scic()), *structures(7), *ROADMAP, decided, *done, moved)
        site.given(ProjectMoved(**vars(move)), joined, lined, spent, followed, measured, opined, laid, chosen)
        site.given(proposed)
        yield site


@pytest.fixture
def visit(page: Page, serve: Callable[[ASGIApp], str], site: Site) -> Callable[[str], None]:
    """Opens a page, signed in as a member of the board."""
    address = serve(site.app)
    page.goto(address + site.link("bea"))
    page.locator("main").get_by_role("button").first.click()
    return lambda path: page.goto(address + site.at(path)) and None


def test_the_roadmap_is_accessible_and_holds_in_the_page(page: Page, visit, axe):
    for path in (*PAGES, *FORMS):
        visit(path)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")

        check_this(page, axe, BOTH)


def test_a_milestone_is_planned_on_a_figure_from_a_phone(page: Page, visit):
    visit("/projets")
    page.get_by_role("link", name="Prévoir un jalon").click()
    page.get_by_label("Jalon").fill("Assemblée constitutive")
    page.get_by_label("Échéance").fill("06/2027")
    page.get_by_label("Feuille de route").first.check()
    page.get_by_text("Autres conditions").click()
    page.get_by_label("structures de l’ESS associées").fill("8")
    page.get_by_role("button", name="Prévoir").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Assemblée constitutive")
    expect(page.locator(".condition")).to_contain_text("7 sur 8 structures de l’ESS associées")
    expect(page.locator("main")).to_contain_text("juin 2027")


def test_a_date_that_does_not_exist_is_said_beside_its_field(page: Page, visit):
    visit(f"/feuille-de-route/{ROAD}/report")
    page.get_by_label("Nouvelle échéance").fill("30/02/2027")
    page.get_by_label("Pourquoi").fill("La salle n’est pas libre.")
    page.get_by_role("button", name="Reporter").click()

    expect(page.locator(".errors")).to_contain_text("Nouvelle échéance — Le 30/02/2027 n’existe pas")
    expect(page.get_by_label("Pourquoi")).to_have_value("La salle n’est pas libre.")


def test_what_waits_is_refused_then_told_all_the_same(page: Page, visit, axe):
    visit(f"/feuille-de-route/{TEN}")
    page.get_by_role("link", name="Dire ce jalon atteint").click()
    expect(page.get_by_label("Pourquoi il est atteint quand même")).to_have_count(0)
    page.get_by_role("button", name="Dire atteint").click()

    expect(page.get_by_role("alert")).to_contain_text("Feuille de route")
    assert axe(page) == []
    page.get_by_label("Pourquoi il est atteint quand même").fill("La préfecture l’a admis.")
    page.get_by_role("button", name="Dire atteint").click()

    expect(page.locator(".notice-warning")).to_contain_text("La préfecture l’a admis.")
    expect(page.locator(".condition")).to_contain_text("7 sur 10")
    expect(page.locator("main")).to_contain_text("hors condition")
    assert axe(page) == []


def test_on_paper_there_is_the_picture_and_no_button(page: Page, visit):
    visit("/feuille-de-route")
    page.emulate_media(media="print")

    picture = page.locator(".picture > svg")
    expect(picture).to_be_visible()
    box = picture.bounding_box()
    assert box
    assert box["height"] > 300
    for gone in (".rooms", ".action", ".actions", "form.inline"):
        for one in page.locator(gone).all():
            expect(one).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_proposal_becomes_a_project_whose_trace_leads_back_to_it(page: Page, visit):
    visit("/reseau")
    page.get_by_role("link", name="Monter un dossier de candidature.").click()
    page.get_by_role("link", name="En faire un projet").click()
    page.get_by_label("Titre").fill("La candidature")
    page.get_by_role("button", name="Commencer").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("La candidature")
    page.get_by_role("link", name="Monter un dossier de candidature.").click()
    expect(page.locator(".traced")).to_contain_text("La candidature")

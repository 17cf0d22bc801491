"""An assembly in a phone's browser: planned, convened by real e-mail, attended, represented, opened; and accessible."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from governance.assembly.facts import SessionOpened
from governance.assembly.presence_facts import AttendanceSigned
from tests.browser.stage import Stage, check, follow, press, rebuilt_is_the_same
from tests.conftest import Database
from tests.hall import in_days, settle, typed
from tests.site import open_site

MEETING = "Assemblée générale annuelle"


@pytest.fixture
def stage(cooperative: Database, serve: Callable[[ASGIApp], str]) -> Iterator[Stage]:
    with open_site(cooperative) as site:
        settle(site)
        yield Stage(site, serve(site.app), cooperative)


def plan_and_table(page: Page, stage: Stage) -> None:
    stage.enter(page, "irene")
    stage.go(page, "/assemblees")
    follow(page, "Prévoir une réunion")
    page.get_by_label("Titre").fill(MEETING)
    page.get_by_label("Jour", exact=True).fill(typed(in_days(20)))
    page.get_by_label("Heure", exact=True).fill("18h30")
    page.get_by_label("Lieu").fill("Salle des fêtes, 05000 Gap")
    press(page, "Prévoir")
    follow(page, "Écrire l’ordre du jour")
    page.get_by_label("Titre").fill("Approbation des comptes 2025")
    page.get_by_label("Texte mis aux voix").fill("L’assemblée approuve les comptes de l’exercice 2025.")
    press(page, "Inscrire à l’ordre du jour")


def convene(page: Page) -> None:
    follow(page, "Convoquer")
    expect(page.get_by_text("À convoquer au plus tard le")).to_be_visible()
    press(page, "Convoquer")
    expect(page.locator(".tag", has_text="convoquée")).to_be_visible()


def what_went_to_whom_is_proved(page: Page, meeting: str) -> None:
    """By e-mail to seven, by letter to Elsa: printed, posted, and told on a table that a phone shows whole."""
    page.goto(meeting + "/convocations")
    letters = page.get_by_role("link", name="Imprimer la lettre").get_attribute("href")
    assert page.request.get(urljoin(page.url, letters)).body().startswith(b"%PDF")
    press(page, "La lettre est postée")
    page.goto(meeting + "/envois")
    expect(page.get_by_role("row", name=re.compile("Chloé Vitrolles.*courriel"))).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("Elsa d’Ancelle.*lettre"))).to_be_visible()
    assert page.evaluate("(t => t.scrollWidth <= t.clientWidth)(document.querySelector('.register'))")


def test_an_assembly_is_convened_by_mail_attended_and_opened_on_a_phone(quiet: Page, stage: Stage) -> None:
    page = quiet
    plan_and_table(page, stage)
    convene(page)
    meeting = page.url.partition("?")[0]

    letter = stage.letter("Chloé")
    what_went_to_whom_is_proved(page, meeting)
    phone = page.context.browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    phone.goto(letter)
    expect(phone.get_by_text("Chloé Vitrolles")).to_be_visible()
    phone.get_by_role("button", name="Oui").click()
    expect(phone.get_by_text("Vous votez pour Recyclerie de la Luye.")).to_be_visible()

    page.goto(meeting)
    follow(page, "Pouvoirs")
    page.get_by_label("Qui donne pouvoir").select_option("Elsa d’Ancelle")
    page.get_by_label("À qui").select_option("Recyclerie de la Luye")
    press(page, "Enregistrer")
    expect(page.get_by_text("à Recyclerie de la Luye")).to_be_visible()

    stage.day_comes()
    phone.reload()
    press(phone, "Je suis là : je signe la feuille de présence")
    expect(phone.get_by_text("Elsa d’Ancelle")).to_be_visible()

    page.goto(meeting)
    follow(page, "Ouvrir la séance")
    expect(page.locator(".tag", has_text="quorum atteint")).to_be_visible()
    page.get_by_label("Qui préside").select_option("Chloé Vitrolles")
    press(page, "Ouvrir la séance")
    expect(page.locator(".tag", has_text="séance ouverte")).to_be_visible()
    [opened] = [fact for fact in stage.site.facts if isinstance(fact, SessionOpened)]
    assert (opened.present, opened.represented, opened.entitled) == (1, 1, 8)
    rebuilt_is_the_same(page, stage, "meetings", "rolls", "notices")


def test_too_few_come_and_a_second_call_follows(quiet: Page, stage: Stage) -> None:
    page = quiet
    plan_and_table(page, stage)
    convene(page)
    stage.day_comes()
    page.reload()
    follow(page, "Faire signer la feuille de présence")
    press_line(page, "alma")
    page.go_back()
    page.reload()
    follow(page, "Constater la carence")
    page.get_by_label("Qui préside").select_option("Alma Reynier")
    press(page, "Ajourner faute de quorum")
    expect(page.locator(".tag", has_text="ajournée faute de quorum")).to_be_visible()
    follow(page, "Prévoir la deuxième réunion")
    page.get_by_label("Jour", exact=True).fill(typed(in_days(9)))
    press(page, "Prévoir la deuxième réunion")
    expect(page.get_by_text("deuxième convocation")).to_be_visible()
    expect(page.get_by_text("Approbation des comptes 2025")).to_be_visible()


def press_line(page: Page, member: str) -> None:
    page.locator(f"#line-{member}").get_by_role("button").click()
    expect(page.locator(f"#line-{member}").get_by_text("présent", exact=True)).to_be_visible()


def test_at_the_door_a_line_is_ticked_without_leaving_the_page(quiet: Page, stage: Stage) -> None:
    page = quiet
    plan_and_table(page, stage)
    convene(page)
    stage.day_comes()
    page.goto(page.url.partition("?")[0] + "/presence")
    page.evaluate("window.here = true")

    press_line(page, "heol")
    press_line(page, "alma")

    expect(page.get_by_text("2 présents")).to_be_visible()
    assert page.evaluate("window.here") is True
    assert len([fact for fact in stage.site.facts if isinstance(fact, AttendanceSigned)]) == 2


def test_at_the_door_without_javascript_the_page_comes_back_to_the_line(browser, stage: Stage, quiet: Page) -> None:
    plan_and_table(quiet, stage)
    convene(quiet)
    stage.day_comes()
    plain = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    stage.enter(plain, "irene")
    plain.goto(quiet.url.partition("?")[0] + "/presence")

    press_line(plain, "heol")

    assert plain.url.endswith("#line-heol")


def test_every_page_of_an_assembly_is_accessible(quiet: Page, stage: Stage, axe: Callable[[Page], list[str]]) -> None:
    page = quiet
    plan_and_table(page, stage)
    meeting = page.url.partition("?")[0]
    check(page, axe, [meeting, f"{meeting}/convocation", f"{meeting}/resolutions/nouvelle"])
    page.goto(meeting)
    convene(page)
    check(page, axe, [f"{meeting}/convocations", f"{meeting}/pouvoirs", f"{meeting}/liste"])
    stage.day_comes()
    page.goto(f"{meeting}/presence")
    press_line(page, "alma")
    check(page, axe, [meeting, f"{meeting}/presence", f"{meeting}/ouverture", f"{meeting}/carence"])
    stage.enter(page, "alma")
    check(page, axe, [meeting, f"{meeting}/mon-pouvoir/alma"])

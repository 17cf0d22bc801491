"""Members in a phone's browser: they apply, are admitted, take shares and pay; the register says so, once."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.types import ASGIApp

from governance.membership.facts import MembershipApplied, OrganisationRegistered
from governance.words import CategoryId, CollegeId, Day, MemberId, Office
from tests.browser.stage import Stage, check, check_this, follow, press, rebuilt_is_the_same
from tests.conftest import Database
from tests.hall import MEMBERS, adopted, welcome
from tests.site import open_site

APPLY = "/membres/candidatures/personne"
STRANGE = 'Zoé "Z." O’Brien <b>&amp;</b> \' or 1=1 -- 🌻 ليلى'

PAGES = ("/membres", "/membres/carline", "/membres/ines", "/capital", "/mandats")


@pytest.fixture
def stage(cooperative: Database, serve: Callable[[ASGIApp], str]) -> Iterator[Stage]:
    with open_site(cooperative) as site:
        site.given(adopted)
        site.person("irene", "Irène Laye", Office.SECRETARY, email="irene@exemple.fr")
        yield Stage(site, serve(site.app), cooperative)


@pytest.fixture
def secretary(quiet: Page, stage: Stage) -> Page:
    stage.enter(quiet, "irene")
    return quiet


def fill_person(page: Page, name: str, on: str = "05/01/2026", email: str = "") -> None:
    page.get_by_label("Prénom et nom").fill(name)
    page.get_by_label("Adresse électronique").fill(email)
    page.get_by_label("Catégorie d’associés").select_option("Bénévoles et habitants")
    page.get_by_label("Collège").select_option("Collège des bénévoles et habitants")
    page.get_by_label("Reçue le").fill(on)


def fill_organisation(page: Page, name: str) -> None:
    page.get_by_label("Nom de l’organisation").fill(name)
    page.get_by_label("Elle est").select_option("entreprise de l’économie sociale et solidaire")
    page.get_by_label("Numéro SIREN").fill("732 829 320")
    page.get_by_label("Son représentant ou sa représentante").fill("Chloé Vitrolles")
    page.get_by_label("Délibération qui l’autorise").fill("Conseil d’administration du 12 décembre 2025")
    page.get_by_label("Catégorie d’associés").select_option("Structures de l’ESS utilisatrices")
    page.get_by_label("Collège").select_option("Collège des structures de l’ESS")
    page.get_by_label("Reçue le").fill("05/01/2026")


def title(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def applied(stage: Stage) -> int:
    return sum(isinstance(fact, MembershipApplied) for fact in stage.site.facts)


def test_a_person_applies_is_admitted_and_pays_on_a_phone(secretary: Page, stage: Stage) -> None:
    page = secretary
    stage.go(page, "/membres")
    follow(page, "Une personne candidate")
    fill_person(page, "Alma Reynier", on="31/02/2026", email="irene@exemple.fr")
    press(page, "Enregistrer la candidature")
    expect(page.locator(".errors")).to_contain_text("Le 31/02/2026 n’existe pas dans le calendrier.")
    expect(page.get_by_label("Prénom et nom")).to_have_value("Alma Reynier")
    page.get_by_label("Reçue le").fill("05/01/2026")
    press(page, "Enregistrer la candidature")
    expect(page.get_by_text("La même adresse électronique sert à Irène Laye.")).to_be_visible()

    follow(page, "Admettre")
    page.get_by_label("Le", exact=True).fill("10/01/2026")
    press(page, "Admettre")
    expect(page.locator(".tag")).to_have_text("membre")
    sheet = page.url.partition("?")[0]
    subscribe_and_pay(page)
    expect(page.get_by_role("row").last).to_contain_text("1\u202f247,00\u00a0€")
    page.goto(sheet)
    rebuilt_is_the_same(page, stage, "members", "persons", "movements")
    the_register_of_each_day(page, stage)


def subscribe_and_pay(page: Page) -> None:
    """Fifty shares of 50 €; amounts are typed as everybody types them."""
    follow(page, "Souscrire des parts")
    page.get_by_label("Nombre de parts").fill("50")
    page.get_by_label("Bulletin signé le").fill("11/01/2026")
    press(page, "Enregistrer la souscription")
    for typed, said in (
        ("-5", "Le montant ne peut pas être négatif."),
        ("1.234", "écrivez 1234 ou 1,23"),
        ("2 500,01", "2\u202f500,00\u00a0€"),
    ):
        pay(page, typed)
        expect(page.get_by_role("alert").first).to_contain_text(said)
        expect(page.get_by_label("Montant")).to_have_value(typed)
        page.get_by_role("link", name="Renoncer").click()
    for typed in ("1 234,50", "12.5"):
        pay(page, typed)


def pay(page: Page, amount: str) -> None:
    follow(page, "Enregistrer un versement")
    page.get_by_label("Souscription").select_option(index=1)
    page.get_by_label("Montant").fill(amount)
    page.get_by_label("Reçu le").fill("12/01/2026")
    press(page, "Enregistrer le versement")


def the_register_of_each_day(page: Page, stage: Stage) -> None:
    stage.go(page, "/membres")
    page.locator(".figures").get_by_role("link", name="Collège des bénévoles et habitants").click()
    expect(page.get_by_role("table", name="Collège des bénévoles et habitants")).to_contain_text("Alma Reynier")
    page.get_by_label("Le registre d’un autre jour").fill("2026-01-09")
    press(page, "Voir")
    expect(page.get_by_text("0 membre au 9 janvier 2026")).to_be_visible()
    page.get_by_label("Le registre d’un autre jour").fill("2026-01-10")
    press(page, "Voir")
    expect(page.get_by_text("1 membre au 10 janvier 2026")).to_be_visible()
    expect(page.get_by_role("row").last).to_contain_text("Alma Reynier")
    page.get_by_label("tel qu’on le connaissait le").fill("2026-01-10")
    press(page, "Voir")
    expect(page.get_by_text("0 membre au 10 janvier 2026")).to_be_visible()


def test_an_organisation_comes_with_who_speaks_for_it_and_only_once(secretary: Page, stage: Stage) -> None:
    page = secretary
    stage.go(page, "/membres/candidatures/organisation")
    fill_organisation(page, "Recyclerie de la Luye")
    press(page, "Enregistrer la candidature")
    speaks = page.get_by_role("list").filter(has_text="Chloé Vitrolles, depuis")
    expect(speaks).to_contain_text("Conseil d’administration")
    rebuilt_is_the_same(page, stage, "members", "persons", "offices")

    stage.go(page, "/membres/candidatures/organisation")
    fill_organisation(page, "La Luye")
    press(page, "Enregistrer la candidature")
    expect(page.get_by_role("alert")).to_contain_text("est déjà celui de «\u00a0Recyclerie de la Luye\u00a0»")
    expect(page.get_by_label("Nom de l’organisation")).to_have_value("La Luye")
    expect(page.get_by_label("Délibération qui l’autorise")).not_to_have_value("")
    assert sum(isinstance(fact, OrganisationRegistered) for fact in stage.site.facts) == 1


def test_a_form_sent_twice_makes_one_member(secretary: Page, stage: Stage) -> None:
    page = secretary
    stage.go(page, APPLY)
    fill_person(page, "Félix Manteyer")
    page.get_by_role("button", name="Enregistrer la candidature").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Félix Manteyer")
    assert applied(stage) == 1

    page.go_back()
    expect(page.get_by_label("Prénom et nom")).to_have_value("Félix Manteyer")
    press(page, "Enregistrer la candidature")
    expect(page.get_by_role("heading", level=1)).to_have_text("Félix Manteyer")
    assert applied(stage) == 1


def test_a_form_taken_back_for_somebody_else_says_so_then_takes_it(secretary: Page, stage: Stage) -> None:
    page = secretary
    stage.go(page, APPLY)
    fill_person(page, "Félix Manteyer")
    press(page, "Enregistrer la candidature")
    expect(page.get_by_role("heading", level=1)).to_have_text("Félix Manteyer")
    page.go_back()
    page.get_by_label("Prénom et nom").fill("Elsa d’Ancelle")
    press(page, "Enregistrer la candidature")
    expect(page.get_by_role("alert")).to_contain_text("Ce formulaire est déjà enregistré, avec d’autres réponses")
    assert applied(stage) == 1

    press(page, "Enregistrer la candidature")
    expect(page.get_by_role("heading", level=1)).to_have_text("Elsa d’Ancelle")
    assert applied(stage) == 2


def test_any_name_is_shown_as_it_was_typed_and_an_unseen_one_is_missing(secretary: Page, stage: Stage) -> None:
    page = secretary
    stage.go(page, APPLY)
    fill_person(page, "\u200b\u2060")
    press(page, "Enregistrer la candidature")
    expect(page.locator(".errors")).to_contain_text("Prénom et nom — Ce champ est obligatoire.")

    page.get_by_label("Prénom et nom").fill(STRANGE)
    press(page, "Enregistrer la candidature")
    expect(page.get_by_role("heading", level=1)).to_have_text(STRANGE)
    expect(page).to_have_title(re.compile("^" + re.escape(STRANGE)))
    stage.go(page, "/membres")
    expect(page.get_by_role("link", name=STRANGE)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_javascript_somebody_applies_and_is_admitted(browser: Browser, stage: Stage) -> None:
    page = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    stage.enter(page, "irene")
    stage.go(page, APPLY)
    fill_person(page, "Basile Onde", on="5/1/2026", email="basile@")
    press(page, "Enregistrer la candidature")
    expect(page.locator(".errors")).to_contain_text("Écrivez une adresse électronique")
    page.get_by_label("Adresse électronique").fill("basile@exemple.fr")
    press(page, "Enregistrer la candidature")
    follow(page, "Admettre")
    page.get_by_label("Le", exact=True).fill("06/01/2026")
    press(page, "Admettre")
    expect(page.locator(".timeline")).to_contain_text("Devient membre")
    stage.go(page, "/membres?college=benevoles")
    expect(page.get_by_role("row").last).to_contain_text("Basile Onde")


def test_every_page_of_members_is_accessible(secretary: Page, stage: Stage, axe: Callable[[Page], list[str]]) -> None:
    welcome(stage.site, *MEMBERS[:3])
    stage.site.person("ines", STRANGE)
    stage.site.given(
        MembershipApplied(MemberId("ines"), CategoryId("benevoles"), CollegeId("benevoles"), Day("2026-01-05"))
    )
    inside = [stage.address + stage.site.at(path) for path in PAGES]
    check(secretary, axe, inside)
    stage.go(secretary, APPLY)
    press(secretary, "Enregistrer la candidature")
    check_this(secretary, axe)

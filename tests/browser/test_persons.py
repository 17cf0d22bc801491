"""Persons in a phone's browser: a yearly update from its opening to its coupons, and what is kept right on a sheet."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.types import ASGIApp

from governance.membership.person_facts import AliasGiven, GuardianNamed, NoticeAgreed, OrganisationCorrected
from governance.membership.update_facts import Answer, SheetConfirmed, UpdateId
from governance.words import Office
from projections.membership import updates
from tests.browser.stage import Stage, check_this, follow, press, rebuilt_is_the_same
from tests.conftest import Database
from tests.hall import MEMBERS, adopted, described, in_days, welcome
from tests.site import open_site

ALMA, CARLINE, ELSA = MEMBERS[0], MEMBERS[2], MEMBERS[4]


@pytest.fixture
def stage(cooperative: Database, serve: Callable[[ASGIApp], str]) -> Iterator[Stage]:
    with open_site(cooperative) as site:
        site.given(adopted, described)
        for one in (ALMA, CARLINE, ELSA):
            welcome(site, one)
        site.person("irene", "Irène Laye", Office.SECRETARY, email="irene@exemple.fr")
        yield Stage(site, serve(site.app), cooperative)


def count(stage: Stage, kind: type) -> int:
    return sum(isinstance(fact, kind) for fact in stage.site.facts)


def test_a_yearly_update_without_javascript(
    browser: Browser, stage: Stage, axe: Callable[[Page], list[str]], quiet: Page
) -> None:
    plain = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    office, hers = plain.new_page(), browser.new_context(java_script_enabled=False).new_page()
    stage.enter(office, "irene")
    update = opened(office, stage)

    hers.goto(stage.letter("Chloé"))
    hers.get_by_role("button", name="Oui").click()
    press(hers, "Confirmer ma fiche")
    expect(hers.locator(".errors")).to_contain_text("Je reçois les convocations — Ce champ est obligatoire.")
    hers.get_by_label("par courriel").check()
    press(hers, "Confirmer ma fiche")
    expect(hers.get_by_role("heading", level=1)).to_have_text("Mon espace")

    coupon_of_elsa(office, stage, update)
    answers = {fact.member: fact.answer for fact in stage.site.facts if isinstance(fact, SheetConfirmed)}
    assert answers == {"carline": Answer.PAGE, "elsa": Answer.COUPON}
    assert count(stage, NoticeAgreed) == 1

    stage.enter(quiet, "alma")
    stage.go(quiet, "/mon-espace/fiche")
    press(quiet, "Confirmer ma fiche")
    check_this(quiet, axe)


def opened(page: Page, stage: Stage) -> UpdateId:
    stage.go(page, "/mises-a-jour")
    follow(page, "Ouvrir une mise à jour")
    for day, said in (("31/02/2027", "n’existe pas"), (f"{in_days(30).first:%d/%m/%Y}", "attendues par courriel")):
        page.get_by_label("Réponse attendue avant le").fill(day)
        press(page, "Ouvrir")
        expect(page.get_by_role("main")).to_contain_text(said)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    return UpdateId(page.url.partition("?")[0].rpartition("/")[2])


def coupon_of_elsa(page: Page, stage: Stage, update: UpdateId) -> None:
    """A wrong code, then hers; sent twice, it counts once."""
    with stage.site.office.reading() as db:
        [code] = [row["code"] for row in updates.letters(db, update, in_days(0), 0, 10)]
    for typed in ("12345-67890", f"{code[:5]} {code[5:]}".lower()):
        stage.go(page, f"/mises-a-jour/{update}")
        page.get_by_label("Code du coupon").fill(typed)
        press(page, "Saisir ce coupon")
    expect(page.get_by_role("heading", level=1)).to_have_text("Coupon de Elsa d’Ancelle")
    page.get_by_label("Téléphone").fill("04 92 00 00 00")
    press(page, "Enregistrer")
    hers = page.get_by_role("row", name="Elsa d’Ancelle")
    expect(hers).to_contain_text("par coupon")  # a page that is still leaving has no way back
    page.go_back()
    press(page, "Enregistrer")
    expect(hers).to_contain_text("par coupon")


def test_what_is_known_of_somebody_is_kept_right_on_her_sheet(
    quiet: Page, stage: Stage, axe: Callable[[Page], list[str]]
) -> None:
    page = quiet
    stage.site.person("alma2", "Alma Reynié")
    stage.enter(page, "irene")
    stage.go(page, "/membres/alma")
    agreement(page)
    follow(page, "Elle est mineure")
    page.get_by_label("Son représentant légal").select_option("Elsa d’Ancelle")
    page.get_by_role("button", name="Enregistrer").dblclick()
    expect(page.get_by_role("main")).to_contain_text("représentant légal")
    follow(page, "Ajouter un autre nom")
    page.get_by_label("Autre nom").fill("Alma Martin")
    press(page, "Enregistrer")
    expect(page.get_by_role("main")).to_contain_text("Aussi connue sous")
    duplicate(page, stage)
    correction(page, stage, axe)
    rebuilt_is_the_same(page, stage, "persons", "consents", "offices", "ties")

    wanted = (NoticeAgreed, GuardianNamed, AliasGiven, OrganisationCorrected)
    assert {kind.__name__: count(stage, kind) for kind in wanted} == {kind.__name__: 1 for kind in wanted}


def agreement(page: Page) -> None:
    follow(page, "Elle accepte le courriel")
    page.get_by_label("par une lettre signée").check()
    page.get_by_label("les convocations et leurs documents").check()
    page.get_by_label("Donné le").fill("01/01/2199")
    press(page, "Enregistrer")
    expect(page.get_by_role("main")).to_contain_text("Ce jour n’est pas encore venu")
    page.get_by_label("Donné le").fill("05/01/2026")
    press(page, "Enregistrer")
    expect(page.get_by_role("main")).to_contain_text("Accepté le 5 janvier 2026")


def duplicate(page: Page, stage: Stage) -> None:
    """The wrong sheet first: it holds a membership. Then the other, which is empty."""
    follow(page, "C’est un doublon")
    page.get_by_label("La fiche à garder").select_option("Alma Reynié")
    press(page, "Fermer cette fiche")
    expect(page.get_by_role("main")).to_contain_text("Cette fiche a encore une adhésion")
    stage.go(page, "/membres/alma2/doublon")
    page.get_by_label("La fiche à garder").select_option("Alma Reynier")
    press(page, "Fermer cette fiche")
    expect(page.get_by_role("heading", level=1)).to_have_text("Alma Reynier")


def correction(page: Page, stage: Stage, axe: Callable[[Page], list[str]]) -> None:
    stage.go(page, "/membres/carline")
    follow(page, "Corriger ce qu’on en sait")
    page.get_by_label("Numéro SIRET du siège").fill("732 829 320 00075")
    press(page, "Enregistrer")
    check_this(page, axe)
    page.get_by_label("Numéro SIRET du siège").fill("732 829 320 00074")
    press(page, "Enregistrer")
    expect(page.get_by_role("main")).to_contain_text("73282932000074")

"""A file of evidence in a phone's browser: pursued, attached, sealed, downloaded, then checked without Palabre."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from governance.words import Office
from projections.follower import Follower
from projections.registers import REGISTERS
from tests.browser.stage import BOTH, check_this
from tests.conftest import Database
from tests.pages.evidence import LABEL, PURSUED, attach, seal
from tests.registers.evidence import ASSEMBLY, NETWORK, ORGANISATIONS, PERSONS, ROADMAP, statutes
from tests.site import Site, open_site
from web.shipped import whole

SEALED = f"/dossiers/{'d' * 32}"
PAGES = (
    "/dossiers",
    "/dossiers/labels",
    LABEL,
    f"{LABEL}/pieces",
    f"{LABEL}/preparation",
    f"{LABEL}/scellement",
    SEALED,
)
LETTER = "Lettre d’engagement d’« Embrun » <b>!</b> 🗺"


@pytest.fixture
def site(cooperative: Database) -> Iterator[Site]:
    with open_site(cooperative) as site:
        site.person("sol", "Sol Aubert", Office.SECRETARY)
        site.person("lea", "Léa Martin")
        site.given(statutes(), *ORGANISATIONS, *PERSONS, *ASSEMBLY, *NETWORK, *ROADMAP)
        yield site


@pytest.fixture
def visit(page: Page, serve: Callable[[ASGIApp], str], site: Site) -> Callable[[str], None]:
    """Opens a page, signed in as the secretary."""
    address = serve(site.app)
    page.goto(address + site.link("sol"))
    page.get_by_role("button", name="Oui").click()
    return lambda path: page.goto(address + site.at(path)) and None


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str | re.Pattern[str]) -> None:
    page.get_by_role("main").get_by_role("link", name=name).first.click()


def downloaded(page: Page, link: str, to: Path) -> Path:
    with page.expect_download() as coming:
        follow(page, link)
    coming.value.save_as(to)
    return to


def checked(verifier: Path, dossier: Path, *compared: str) -> tuple[int, str]:
    """By the verifier that was in the zip, in a Python that has nothing but itself."""
    command = [sys.executable, "-I", "-S", str(verifier), str(dossier), *compared]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", env={"PYTHONUTF8": "1"})
    return done.returncode, done.stdout


def test_a_dossier_from_a_phone_to_a_stranger_s_machine(page: Page, visit, tmp_path: Path):
    visit("/dossiers")
    follow(page, "Viser un label")
    page.get_by_label("Territoire French Impact").check()
    page.get_by_label("Depuis").fill("07/2018")
    press(page, "Viser ce label")
    expect(page.get_by_text("modèle 2018, appel clos à notre connaissance")).to_be_visible()

    follow(page, "Ce qui prouve, ce qui manque")
    expect(page.get_by_role("region", name=re.compile("^T1")).locator(".tag").first).to_have_text("prouvé en partie")
    expect(page.get_by_text("À fournir par : les collectivités et les partenaires privés.")).to_be_visible()

    attach_a_letter(page, tmp_path)
    seal_it(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dossier scellé le")
    root, digest = (page.locator(".digest").nth(number).inner_text() for number in (0, 1))
    dossier = downloaded(page, "Télécharger le dossier", tmp_path / "dossier.zip")
    with zipfile.ZipFile(dossier) as archive:
        verifier = Path(archive.extract("verifier.py", tmp_path))
        [letter] = [name for name in archive.namelist() if name.startswith("pieces/")]

    code, told = checked(verifier, dossier, "--tete", root, "--empreinte", digest)
    assert (code, told.splitlines()[0]) == (0, f"{dossier}\u00a0: INTACT")
    forged = tmp_path / "forge.zip"
    forged.write_bytes(dossier.read_bytes().replace(b"nous nous engageons", b"nous nous ungageons"))
    code, told = checked(verifier, forged)
    assert code == 1
    assert f"- {letter} a été altéré" in told


def attach_a_letter(page: Page, tmp_path: Path) -> None:
    """First the wrong file: it is refused, and what was typed is still there."""
    text, program = tmp_path / "lettre.txt", tmp_path / "lettre.pdf"
    text.write_text("Par délibération, nous nous engageons.\n")
    program.write_bytes(b"MZ\x90\x00")
    page.get_by_role("region", name=re.compile("^T4")).get_by_role("link", name="Joindre cette pièce").last.click()
    expect(page.get_by_label("EV14")).to_be_checked()
    page.get_by_label("Titre de la pièce").fill(LETTER)
    page.get_by_label("Date de la pièce").fill("11/2018")
    page.get_by_label("Le fichier").set_input_files(program)
    press(page, "Joindre")
    expect(page.locator(".notice-refusal")).to_contain_text("n’est pas d’un type que l’on garde")
    expect(page.get_by_label("Titre de la pièce")).to_have_value(LETTER)
    page.get_by_label("Le fichier").set_input_files(text)
    press(page, "Joindre")
    expect(page.get_by_role("link", name=LETTER)).to_be_visible()


def seal_it(page: Page) -> None:
    follow(page, re.compile("^Préparer un dossier"))
    page.get_by_label("T5").fill("Deux visites sont prévues.")
    press(page, "Voir ce qui sera scellé")
    expect(page.get_by_text("Deux visites sont prévues.")).to_be_visible()
    press(page, "Sceller")


def test_a_stranger_at_a_secret_address_checks_what_was_composed(
    page: Page, browser, browser_context_args, visit, axe: Any, site: Site, tmp_path: Path
):
    """Composed, sealed, published; another browser, that nobody signed in, takes the zip and its own verifier."""
    site.given(PURSUED)
    attach(site, site.browser("sol"))
    visit(f"{LABEL}/preparation")
    page.get_by_label(re.compile("^Du")).fill("01/01/2018")
    page.get_by_label("T1").fill("Douze communes, de la source au lac.")
    check_this(page, axe, BOTH)
    press(page, "Voir ce qui sera scellé")
    press(page, "Sceller")
    follow(page, "Publier")
    check_this(page, axe, BOTH)
    press(page, "Publier")
    secret = page.locator("code.digest").first.inner_text()
    digest = page.locator("p.digest").nth(1).inner_text()

    stranger = browser.new_context(**browser_context_args).new_page()
    stranger.goto(secret)
    expect(stranger.get_by_text("Douze communes, de la source au lac.")).to_be_visible()
    check_this(stranger, axe, BOTH)
    dossier = downloaded(stranger, "Télécharger le dossier", tmp_path / "dossier.zip")
    with zipfile.ZipFile(dossier) as archive:
        verifier = Path(archive.extract("verifier.py", tmp_path))
    assert checked(verifier, dossier, "--empreinte", digest)[0] == 0

    page.reload()
    expect(page.get_by_text("téléchargé 1 fois")).to_be_visible()
    follow(page, "Fermer cette adresse")
    press(page, "Fermer")
    stranger.reload()
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Ce dossier ne se lit plus ici")
    stranger.context.close()


def test_what_was_sealed_is_the_same_after_its_registers_are_built_again(
    page: Page, visit, site: Site, cooperative: Database, tmp_path: Path
):
    secretary = site.browser("sol")
    site.given(PURSUED)
    attach(site, secretary)
    seal(site, secretary)
    visit(SEALED)
    before = downloaded(page, "Télécharger le dossier", tmp_path / "avant.zip").read_bytes()

    Follower(site.office.record, site.office.vault, cooperative.conninfo("worker"), REGISTERS).rebuild(
        [register.name for register in REGISTERS]
    )

    page.reload()
    assert downloaded(page, "Télécharger le dossier", tmp_path / "apres.zip").read_bytes() == before
    visit(LABEL)
    expect(page.get_by_role("link", name="Carte du territoire")).to_be_visible()


def test_anybody_takes_the_verifier_without_signing_in(page: Page, serve, site: Site, axe: Any, tmp_path: Path):
    page.goto(serve(site.app) + site.at("/dossiers/verification"))

    verifier = downloaded(page, "Télécharger verifier.py", tmp_path / "verifier.py")
    assert verifier.read_text("utf-8") == whole()
    assert axe(page) == []


def test_the_pages_of_evidence_are_accessible_and_hold_in_the_page(page: Page, visit, axe, site: Site):
    secretary = site.browser("sol")
    site.given(PURSUED)
    attach(site, secretary)
    seal(site, secretary)
    for path in PAGES:
        visit(path)

        check_this(page, axe, BOTH)

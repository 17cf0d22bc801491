"""An assembly of a SCIC SARL with 45 members, in a browser: what half of all did not adopt comes back (E12, E16)."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from governance.assembly.facts import Matter
from governance.assembly.plan import PlanAssembly
from governance.assembly.proxies import GiveProxy
from governance.assembly.table import TableResolution
from governance.statutes.facts import Form, Kind, Organ
from governance.words import AssemblyId, MemberId, Public, ResolutionId, StatutesId
from tests.browser.sitting import gives
from tests.browser.stage import Stage
from tests.conftest import Database
from tests.hall import in_days, typed
from tests.stories.company import NAMES, Company, settled
from tests.stories.conftest import Recount
from tests.stories.mortal import fill, follow, press, refused, shows
from tests.stories.sitting import by_hands, convene, open_by

AG, TITLE = AssemblyId("ag"), "Approbation des comptes"


@pytest.fixture
def company(cooperative: Database) -> Iterator[Company]:
    """Its annual assembly is planned, with one resolution."""
    with settled(cooperative, Form.SARL, members=45, by_mail=43) as company:
        when = (in_days(20), "18:00", Public("Salle des fêtes"))
        asked = (Kind.ORDINARY, Matter.GENERAL, Public(TITLE), Public("Les associés approuvent les comptes."))
        gives(company.site, "irene", PlanAssembly(AG, Organ.ASSEMBLY, Public("Assemblée annuelle"), *when))
        gives(company.site, "irene", TableResolution(AG, ResolutionId("comptes"), *asked))
        yield company


@pytest.fixture
def stage(company: Company, cooperative: Database, serve: Callable[[ASGIApp], str]) -> Stage:
    return Stage(company.site, serve(company.site.app), cooperative)


def send(page: Page, stage: Stage) -> None:
    """By registered letter to the two who agreed to nothing else, number after number (C.com R223-20)."""
    stage.letter(NAMES[0])
    follow(page, "Prévenir chacun")
    shows(page, "À envoyer par lettre recommandée (2)")
    follow(page, "Saisir les numéros de suivi")
    for number in ("1A 123 456 7890 1", "1A 123 456 7890 2"):
        fill(page, {"Numéro de l’étiquette": number})
        press(page, "Suivante")
    shows(page, "Chaque lettre a son numéro.")


def represent(page: Page, stage: Stage) -> None:
    """E12: of forty-five members one carries two powers; a third is refused, and four that name nobody have no cap."""
    stage.go(page, f"/assemblees/{AG}/pouvoirs/saisie")
    for grantor in NAMES[20:23]:
        fill(page, {"Qui donne pouvoir": grantor, "À qui": NAMES[1]})
        press(page, "Enregistrer")
    refused(page, "Ce membre porte déjà autant de pouvoirs qu’il peut : 2", "art. 26 des statuts")
    fill(page, {"À qui": "-"})
    press(page, "Enregistrer")
    gives(stage.site, "irene", *(GiveProxy(AG, StatutesId("v1"), MemberId(f"m{n}"), None) for n in range(23, 26)))


def vote(page: Page, recount: Recount, against: int) -> dict:
    follow(page, f"Mettre aux voix : {TITLE}")
    press(page, "Ouvrir le scrutin")
    by_hands(page, against=str(against), abstention="0")
    return recount(page)


def test_what_half_of_all_the_members_did_not_adopt_comes_back(
    company: Company, stage: Stage, page: Page, recount: Recount
) -> None:
    stage.enter(page, "irene")
    stage.go(page, f"/assemblees/{AG}")
    convene(page)
    send(page, stage)
    represent(page, stage)
    stage.day_comes()
    company.sign(*range(14))
    stage.go(page, f"/assemblees/{AG}")
    open_by(page, NAMES[1])

    first = vote(page, recount, against=2)

    assert (first["adopted"], first["for"], first["need"]) == (False, "18", "23")
    shows(page, "rejetée", "Pour 18 Contre 2", "4 pouvoirs sans nom de mandataire, comptés pour")
    follow(page, "Assemblée annuelle")
    follow(page, "Clore la séance")
    press(page, "Clore la séance")
    follow(page, "Prévoir la deuxième réunion")
    shows(page, "plus de la moitié de tous les associés n’a pas adopté", "à la majorité des votes émis")
    fill(page, {"Jour": typed(in_days(20))})
    press(page, "Prévoir la deuxième réunion")
    convene(page)
    stage.day_comes()
    company.sign(*range(14))
    page.reload()
    open_by(page, NAMES[1])
    second = vote(page, recount, against=9)
    assert (second["adopted"], second["for"], second["ratio"]) == (True, "11", "11/20")
    page.get_by_text("Comment est-ce calculé ?").click()
    expect(page.locator(".explain")).to_contain_text("223-29 al. 2")

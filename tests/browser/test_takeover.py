"""A register of a hundred and forty-six members taken over in one sitting, from a workbook of ten years of hands."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from governance.capital.facts import SharesTakenOver
from governance.membership.facts import MemberTakenOver
from governance.words import Office
from tests.browser.stage import Stage, check_this, press
from tests.conftest import Database
from tests.hall import adopted
from tests.paper import COUPLE, LEFT, MEMBERS, MISREAD, TWICE, workbook
from tests.site import open_site
from web.takeover.carry_out import carry_out

REGISTER = {"name": "registre.xlsx", "mimeType": "application/octet-stream", "buffer": workbook()}


@pytest.fixture
def stage(cooperative: Database, serve: Callable[[ASGIApp], str]) -> Iterator[Stage]:
    with open_site(cooperative) as site:
        site.given(adopted)
        site.person("irene", "Irène Laye", Office.SECRETARY, email="irene@exemple.fr")
        yield Stage(site, serve(site.app), cooperative)


def test_a_register_of_146_members_is_taken_over_in_one_sitting(
    quiet: Page, stage: Stage, axe: Callable[[Page], list[str]]
) -> None:
    stage.enter(quiet, "irene")
    stage.go(quiet, "/reprise")
    quiet.get_by_label("Le fichier").set_input_files(files=[REGISTER])
    quiet.get_by_label("Ce que c’est").fill("Registre des associés au 31/12/2025")
    quiet.get_by_label("Arrêté au").fill("31/12/2025")
    press(quiet, "Voir ses lignes")

    quiet.get_by_label("Collège, la même pour toutes les lignes").select_option("benevoles")
    press(quiet, "Relire les lignes")

    main = quiet.get_by_role("main")
    expect(main).to_contain_text("« Bénevolle » comme Bénévoles et habitants")
    expect(main).to_contain_text("Le total imprimé ne compte pas qui est sorti, ni les doublons")
    expect(main).to_contain_text("Un chiffre ne se lit pas")
    quiet.get_by_role("link", name="à corriger").click()
    expect(quiet.get_by_role("table", name="à corriger")).to_contain_text("Deux personnes sur une ligne")
    check_this(quiet, axe)
    press(quiet, f"Reprendre {MEMBERS - 3} lignes")
    carry_out(stage.site.office, Event())
    stage.site.office.wait(stage.site.head)
    quiet.reload()

    expect(main).to_contain_text("Une ligne était fausse ?")
    check_this(quiet, axe)
    taken = {fact.number for fact in stage.site.facts if isinstance(fact, MemberTakenOver)}
    assert taken == {str(n) for n in range(1, MEMBERS + 1)} - {str(n) for n in (LEFT, COUPLE, MISREAD)}
    assert str(TWICE) in taken
    assert len([fact for fact in stage.site.facts if isinstance(fact, SharesTakenOver)]) == MEMBERS - 3

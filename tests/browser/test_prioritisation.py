"""A prioritisation on a phone: a note placed, seen by the others without a reload, the pages accessible."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.types import ASGIApp

from governance.words import Office
from tests.browser.stage import Stage, check_this, press
from tests.conftest import Database
from tests.coop import adopted, scic
from tests.rules.network.test_prioritise import VICHY, opened, placed
from tests.site import open_site

HERE = f"/hierarchisations/{VICHY}"


@pytest.fixture
def stage(cooperative: Database, serve: Callable[[ASGIApp], str]) -> Iterator[Stage]:
    with open_site(cooperative) as site:
        site.given(adopted(scic()), opened, placed("p", person=None))
        site.person("lea", "Léa")
        site.person("sec", "Sol Secrétaire", Office.SECRETARY)
        yield Stage(site, serve(site.app), cooperative)


def test_a_note_placed_on_a_phone_reaches_the_room_without_a_reload(
    stage: Stage, page: Page, browser: Browser, axe: Callable[..., list[str]]
) -> None:
    room = browser.new_context(locale="fr-FR", reduced_motion="reduce").new_page()
    stage.enter(room, "sec")
    stage.go(room, HERE)
    room.evaluate("window.notReloaded = true")

    stage.enter(page, "lea")
    stage.go(page, HERE)
    page.get_by_role("link", name="Placer mes post-it").click()
    page.get_by_label("Sur quel axe ?").select_option(label="Mise en réseaux")
    page.get_by_label("Votre idée").fill("Un agenda en commun")
    press(page, "Placer")
    expect(page.locator(".errors")).to_contain_text("Quand ? — Ce champ est obligatoire.")
    page.get_by_label("Court terme (rose)").check()
    check_this(page, axe)
    press(page, "Placer")
    expect(page.get_by_text("il vous en reste 2")).to_be_visible()
    expect(page.get_by_role("link", name="Reprendre « Un agenda en commun »")).to_be_visible()

    expect(room.get_by_text("Mise en réseaux (2)")).to_be_visible(timeout=15_000)
    assert room.evaluate("window.notReloaded")

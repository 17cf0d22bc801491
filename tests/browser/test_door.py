"""The door of a meeting on a phone: ticks without network, a power over its cap, a departure that costs the quorum."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from governance.assembly.attendance import EndAttendance, SignAttendance
from governance.assembly.presence_facts import AttendanceEnded, AttendanceSigned
from governance.words import MemberId
from tests.browser.sitting import AG, MEETING, gather, gives
from tests.browser.stage import Stage, check_this
from tests.conftest import Database
from tests.site import open_site
from web.assemblies.finding import code


@pytest.fixture
def stage(cooperative: Database, serve: Callable[[ASGIApp], str]) -> Iterator[Stage]:
    with open_site(cooperative) as site:
        gather(site)
        yield Stage(site, serve(site.app), cooperative)


def find(page: Page, typed: str) -> None:
    page.get_by_label("Trois lettres").fill(typed)


def press(page: Page, member: str, name: str) -> None:
    page.locator(f"#line-{member}").get_by_role("button", name=name).click()


def came(stage: Stage, kind: type = AttendanceSigned) -> list[str]:
    return [fact.member for fact in stage.site.facts if isinstance(fact, kind)]


def test_what_is_ticked_without_network_is_sent_once_when_it_is_back(
    page: Page, stage: Stage, axe: Callable[[Page], list[str]]
) -> None:
    stage.enter(page, "irene")
    stage.go(page, f"{MEETING}/presence")
    page.context.set_offline(True)
    find(page, "bas")
    expect(page.locator("#line-alma")).to_be_hidden()
    press(page, "basile", "Présent")
    find(page, code(AG, MemberId("ville")))
    page.keyboard.press("Enter")
    press(page, "felix", "Part")
    press(page, "alma", "Part")
    press(page, "alma", "Présent")

    expect(page.get_by_text("5 à envoyer")).to_be_visible()
    expect(page.locator("#line-ville").get_by_text("présent, à envoyer")).to_be_visible()
    check_this(page, axe)
    assert "basile" not in came(stage)
    gives(stage.site, "irene", EndAttendance(AG, MemberId("felix")), SignAttendance(AG, MemberId("felix")))

    page.context.set_offline(False)

    expect(page.get_by_text("à envoyer")).to_have_count(0)
    expect(page.locator(".door-conflicts")).to_contain_text("Félix Manteyer La feuille a changé depuis")
    expect(page.locator("#line-felix").get_by_text("présent", exact=True)).to_be_visible()
    assert came(stage)[-3:] == ["basile", "ville", "alma"]
    assert came(stage, AttendanceEnded)[-1] == "alma"
    assert all(fact.happened_at for fact in stage.site.facts[-4:])
    page.reload()
    expect(page.locator(".door-conflicts")).to_contain_text("Félix Manteyer")
    page.get_by_role("button", name="Vu").click()
    expect(page.locator(".door-conflicts")).to_be_hidden()


def test_a_power_over_its_cap_and_a_departure_that_costs_the_quorum(
    page: Page, stage: Stage, axe: Callable[[Page], list[str]]
) -> None:
    stage.enter(page, "irene")
    stage.go(page, f"{MEETING}/pouvoirs/saisie")
    page.keyboard.type("bas")
    page.keyboard.press("Tab")
    page.keyboard.type("rec")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Ce membre porte déjà autant de pouvoirs qu’il peut")).to_be_visible()
    expect(page.get_by_text("Peuvent encore recevoir un pouvoir : Alma Reynier")).to_be_visible()
    check_this(page, axe)
    page.get_by_label("À qui").fill("jar")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Basile Onde → Jardins de la Durance")).to_be_visible()
    expect(page.get_by_text("Jardins de la Durance : complet")).to_be_visible()

    stage.go(page, f"{MEETING}/presence")
    expect(page.locator("#counts").get_by_text("quorum atteint")).to_be_visible()
    for member in ("alma", "felix", "heol"):
        press(page, member, "Part")
        expect(page.locator(f"#line-{member}").get_by_text("est parti", exact=True)).to_be_visible()
    expect(page.locator("#counts").get_by_text("il en manque 2")).to_be_visible()

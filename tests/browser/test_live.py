"""A meeting followed without reloading: the chair's page, a member's, and the screen of the room."""

import http.client
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.types import ASGIApp

from governance.assembly.facts import SessionClosed
from governance.vote.close import CloseVote, CountVote
from governance.vote.facts import Choice, VoteOpened
from tests.browser.sitting import AG, LOCAL, MEETING, cast, gather, gives, open_session
from tests.browser.stage import Stage, check_this, press
from tests.conftest import Database
from tests.site import open_site


@pytest.fixture
def stage(cooperative: Database, serve: Callable[[ASGIApp], str]) -> Iterator[Stage]:
    with open_site(cooperative) as site:
        gather(site)
        open_session(site)
        yield Stage(site, serve(site.app), cooperative)


def at(browser: Browser, stage: Stage, person: str, path: str) -> Page:
    page = browser.new_context(locale="fr-FR", viewport={"width": 360, "height": 740}).new_page()
    stage.enter(page, person)
    stage.go(page, path)
    page.evaluate("window.notReloaded = true")
    return page


def test_what_the_chair_does_reaches_the_members_and_the_screen_without_a_reload(
    stage: Stage, browser: Browser, axe: Callable[..., list[str]]
) -> None:
    chair = at(browser, stage, "irene", MEETING)
    felix, screen = at(browser, stage, "felix", MEETING), at(browser, stage, "alma", MEETING + "/ecran")
    expect(screen.get_by_role("heading", level=1)).to_have_text("Ordre du jour")
    expect(felix.get_by_role("link", name="Votez")).to_have_count(0)

    chair.get_by_role("link", name="Mettre aux voix").first.click()
    chair.get_by_label("En ligne, depuis son téléphone").check()
    press(chair, "Ouvrir le scrutin")

    expect(felix.get_by_role("link", name=f"Votez : {LOCAL}")).to_be_visible(timeout=15_000)
    expect(screen.get_by_role("heading", level=1)).to_contain_text(LOCAL, timeout=15_000)
    expect(screen.get_by_text("0 bulletin sur 8")).to_be_visible()

    [opened] = [fact for fact in stage.site.facts if isinstance(fact, VoteOpened)]
    cast(stage.site, opened.vote, alma=Choice.FOR, felix=Choice.FOR)
    expect(screen.get_by_text("2 bulletins sur 8")).to_be_visible(timeout=15_000)
    check_this(screen, axe)
    gives(stage.site, "irene", CloseVote(opened.vote), CountVote(opened.vote, AG))
    expect(screen.get_by_text("adoptée")).to_be_visible(timeout=15_000)
    assert [page.evaluate("window.notReloaded") for page in (felix, screen)] == [True, True]


def test_a_page_hears_one_word_then_the_end_and_is_not_called_back(stage: Stage) -> None:
    before = stage.site.head
    line, answer = listen(stage, before)
    assert answer.status == 200
    assert answer.getheader("Content-Type") == "text/event-stream; charset=utf-8"

    stage.site.given(SessionClosed(AG))
    told = answer.read().decode()

    assert [one for one in told.splitlines() if one.startswith("event")] == ["event: course", "event: end"]
    assert f"id: {before + 1}" in told
    line.close()
    again, refused = listen(stage, before)
    assert refused.status == 204
    again.close()


def listen(stage: Stage, since: int) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    client = stage.site.browser("felix")
    cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    line = http.client.HTTPConnection(urlsplit(stage.address).netloc, timeout=30)
    line.request("GET", stage.site.at(f"{MEETING}/direct?depuis={since}"), headers={"Cookie": cookie})
    return line, line.getresponse()

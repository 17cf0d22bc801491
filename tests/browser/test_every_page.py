"""Every page that links lead to in the demonstration: readable by everybody, at every width."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import AXE, serving
from tests.browser.stage import DESK, PHONE
from tests.conftest import fresh_cooperative
from tests.rules.network.example import EXAMPLE
from tests.site import Site, open_site
from web.app import ROUTES
from web.commands.demo import FOLDER
from web.counter import Page as Route
from web.house import House
from web.importing import carry_out, read_beside

SECRETARY = "sec"  # whoever else signs in sees fewer pages, or the same
FILE = re.compile(r"\.(pdf|odt|ods|xlsx|csv|zip|ics|vcf|py|json|yaml)(\?|$)|/fichier$|/telecharger")


@pytest.fixture(scope="module")
def demonstration(house: House) -> Iterator[Site]:
    with fresh_cooperative(house) as database, open_site(database, opened=False) as site:
        outcome = carry_out(read_beside(FOLDER / "hautes-alpes.yaml"), site.office.record)
        assert not outcome.refused
        site.given(*EXAMPLE)
        yield site


@pytest.fixture(scope="module")
def address(demonstration: Site) -> Iterator[str]:
    with serving(demonstration.app) as address:
        yield address


def route_of(path: str) -> str | None:
    """The route that answers this path, None for a file or an action that is not a page."""
    for route in ROUTES:
        if isinstance(route, Route) and route.path_regex.match(path) and "GET" in (route.methods or ()):
            return route.name
    return None


def visited(page: Page, address: str, slug: str) -> Iterator[str]:
    """One address a route, found by following links from the home page."""
    seen: set[str] = set()
    waiting = [f"/{slug}/"]
    while waiting:
        path = waiting.pop(0)
        route = route_of(urlsplit(path).path.removeprefix(f"/{slug}"))
        if route is None or route in seen or FILE.search(path):
            continue
        seen.add(route)
        answer = page.goto(address + path)
        assert answer, path
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        assert answer.status == 200, (path, answer.status)
        yield path
        links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")
        waiting += [link for link in links if link.startswith(f"/{slug}/")]


def test_every_page_is_readable_by_everybody(demonstration: Site, address, browser: Browser, axe):
    phone = {"width": PHONE, "height": 740}
    context = browser.new_context(locale="fr-FR", viewport=phone, reduced_motion="reduce")
    context.add_init_script(AXE)  # it weighs more than any page: sent once
    page = context.new_page()
    refusals: list[str] = []
    page.on("console", lambda said: refusals.append(said.text) if "Content Security Policy" in said.text else None)
    page.goto(address + demonstration.link(SECRETARY))
    page.get_by_role("button", name="Oui, entrer").click()

    faults, seen = [], []
    for path in visited(page, address, demonstration.slug):
        seen.append(path)
        faults += [f"{path}: {fault}" for fault in axe(page)]
        for width in (DESK, PHONE):
            page.set_viewport_size({**phone, "width": width})
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                faults.append(f"{path}: scrolls sideways at {width} px")
    context.close()

    assert faults == []
    assert refusals == []
    assert len(seen) >= 30, seen

"""No page leads its reader to a page that turns her away."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from starlette.testclient import TestClient

from governance.membership.facts import MembershipApplied
from governance.words import CategoryId, CollegeId, Day, MemberId, Office
from tests.conftest import fresh_cooperative
from tests.hall import settle
from tests.rules.evidence.label import pursued
from tests.rules.network.test_reports import formed, met
from tests.rules.project.roadmap import ROADMAP
from tests.site import Site, open_site
from web.app import ROUTES
from web.counter import Page
from web.house import House

READERS = {"alma": (), "revision": (Office.AUDITOR,), "conseil": (Office.BOARD,), "irene": ()}
STARTS = ("/", "/membres/alma", "/membres/carline", "/membres/candidate", "/projets", "/feuille-de-route", "/reseau")
LINK = re.compile(r'<a [^>]*href="([^"#]+)"')


@pytest.fixture(scope="module")
def site(house: House) -> Iterator[Site]:
    with fresh_cooperative(house) as database, open_site(database) as site:
        settle(site)
        for who, offices in READERS.items():
            if offices:
                site.person(who, who.capitalize(), *offices)
        site.person("candidate", "Ines Candidate")
        asked = (CategoryId("benevoles"), CollegeId("benevoles"), Day("2026-01-05"))
        site.given(MembershipApplied(MemberId("candidate"), *asked))
        site.given(*ROADMAP, formed, met, pursued)
        yield site


def route_of(site: Site, path: str) -> str | None:
    inside = path.removeprefix(f"/{site.slug}")
    return next((page.name for page in ROUTES if isinstance(page, Page) and page.path_regex.match(inside)), None)


def followed(site: Site, browser: TestClient) -> Iterator[tuple[str, int]]:
    """Every link met from the home page and a few sheets, one a route; the sheets themselves may be closed."""
    waiting = [site.at(path) for path in STARTS]
    seen: set[str | None] = {"signout"}
    while waiting:
        path = waiting.pop(0)
        answer = browser.get(path, follow_redirects=False)
        if path.removeprefix(f"/{site.slug}") not in STARTS:
            yield path, answer.status_code
        for link in LINK.findall(answer.text if answer.status_code == 200 else ""):
            there = urlsplit(urljoin(path, link)).path
            route = route_of(site, there)
            if there.startswith(f"/{site.slug}/") and route not in seen:
                seen.add(route)
                waiting.append(there)


@pytest.mark.parametrize("reader", READERS)
def test_every_link_on_a_page_opens(site: Site, reader: str):
    found = dict(followed(site, site.browser(reader)))

    assert {path: status for path, status in found.items() if status >= 400} == {}
    assert len(found) >= 10, found


@pytest.mark.parametrize(
    ("reader", "tells"), [("alma", False), ("revision", False), ("conseil", True), ("irene", True)]
)
def test_the_forms_of_the_project_and_the_network_are_led_to_where_the_rules_hear_them(site: Site, reader, tells):
    routes = {route_of(site, path) for path, _ in followed(site, site.browser(reader))}

    forms = {"start_project", "plan_milestone", "reach", "postpone", "link", "form_group", "propose"}
    assert routes & forms == (forms if tells else set())
    assert "milestone" in routes

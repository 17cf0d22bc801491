"""The five meetings of territories as a secretary looks at them: a page, its words, a report on paper, facts."""

import httpx2

from tests.documents.reading import Paper
from tests.pages.test_prioritisations import words
from tests.site import Site
from web.commands.demo import TERRITORIES

COPECS, VICHY, QUINSAC, DIJON, EMBRUN = TERRITORIES
Territories = dict[str, Site]


def page(site: Site, path: str) -> httpx2.Response:
    found = site.browser("sec").get(site.at(path))
    assert found.status_code == 200
    return found


def read(site: Site, path: str) -> str:
    return words(page(site, path).text)


def printed(site: Site, meeting: str) -> str:
    """The words of the report on paper."""
    return Paper(page(site, f"/reseau/reunions/{meeting}/compte-rendu.pdf").content).words.replace("\u00a0", " ")


def said(site: Site, kind: type) -> list:
    return [fact for fact in site.facts if isinstance(fact, kind)]

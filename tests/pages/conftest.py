"""A site for the tests of pages."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from governance.words import Office
from tests.conftest import Database, fresh_cooperative
from tests.hall import settle
from tests.pages.evidence import PURSUED
from tests.pages.hall import Hall
from tests.registers.evidence import ASSEMBLY, NETWORK, ORGANISATIONS, PERSONS, ROADMAP, statutes
from tests.site import Site, open_site
from web.house import House


@pytest.fixture
def site(cooperative: Database) -> Iterator[Site]:
    with open_site(cooperative) as site:
        yield site


@pytest.fixture
def hall(site: Site) -> Hall:
    settle(site)
    return Hall(site, site.browser("irene"))


@pytest.fixture
def pursuing(site: Site) -> TestClient:
    """The secretary of a cooperative that aims at French Impact and has something to show."""
    lea, sol = site.known("lea", "Léa"), site.known("sol", "Sol", Office.SECRETARY)
    shown = (statutes(), *ORGANISATIONS, *PERSONS, *ASSEMBLY, *NETWORK, *ROADMAP, PURSUED)
    site.given(*lea, *sol, *shown)
    return site.browser("sol")


@pytest.fixture(scope="module")
def module_site(house: House) -> Iterator[Site]:
    """One site for the tests of a module that only read."""
    with fresh_cooperative(house) as database, open_site(database) as site:
        yield site

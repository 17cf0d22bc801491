"""A settled cooperative whose letters are to leave."""

from collections.abc import Iterator

import pytest

from tests.conftest import Database
from tests.hall import settle
from tests.site import Site, open_site


@pytest.fixture
def site(cooperative: Database) -> Iterator[Site]:
    with open_site(cooperative) as site:
        settle(site)
        yield site

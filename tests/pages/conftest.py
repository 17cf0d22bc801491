"""A site for the tests of pages."""

from collections.abc import Iterator

import pytest

from tests.conftest import Database
from tests.site import Site, open_site


@pytest.fixture
def site(cooperative: Database) -> Iterator[Site]:
    with open_site(cooperative) as site:
        yield site

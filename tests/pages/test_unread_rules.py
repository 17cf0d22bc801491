"""Until an adviser has read the rules, every page that computes from them says so; then none does."""

import pytest

from governance.statutes.facts import StatutesRead
from governance.words import Day, Office, Public, StatutesId
from tests.pages.test_conversion import DECISION
from tests.pages.test_what_if import AG, V1, counted_vote
from tests.site import Site

UNREAD = "Règles non relues"
PAGES = ["/capital", "/capital/file", f"/assemblees/{AG}", f"/scrutins/{V1}", "/decisions/d1", "/statuts"]


@pytest.fixture
def secretary(site: Site):
    site.given(*counted_vote(), DECISION)
    return site.browser(site.person("sec", "Sacha Secrétaire", Office.SECRETARY))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_that_its_rules_are_unread_until_they_are_read(site: Site, secretary, path):
    assert UNREAD in secretary.get(site.at(path)).text

    site.given(StatutesRead(StatutesId("v1"), Day("2026-01-10"), Public("l’URSCOP")))

    assert UNREAD not in secretary.get(site.at(path)).text

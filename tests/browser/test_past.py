"""A secretary reads the cooperative as it was known some weeks ago, from link to link, and comes back to today."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from governance.command import PALABRE
from governance.membership.facts import MemberAdmitted, OfficeTaken
from governance.statutes.facts import RecordOpened
from governance.words import PARIS, CategoryId, CollegeId, Day, MemberId, Office, PersonId, Public, legal_day
from tests.browser.stage import Stage, check_this, follow
from tests.conftest import Database
from tests.hall import adopted
from tests.office import recalling
from tests.site import open_site

THEN = datetime.now(PARIS) - timedelta(days=40)
DAY = legal_day(THEN)
COLLEGE = (CategoryId("benevoles"), CollegeId("benevoles"), Day("2025-01-01"))


@pytest.fixture
def stage(cooperative: Database, serve: Callable[[ASGIApp], str]) -> Iterator[Stage]:
    """Ines was a member then; Tom is one since."""
    with open_site(cooperative, opened=False) as site:
        people = [*site.known("irene", "Irène Laye"), *site.known("ines", "Inès Brun"), *site.known("tom", "Tom Roux")]
        office = OfficeTaken(PersonId("irene"), Office.SECRETARY, Day("2020"))
        known = (RecordOpened(Public("Essai"), True), adopted, *people, office)
        site.office.record.enter((*known, MemberAdmitted(MemberId("ines"), *COLLEGE)), PALABRE, "then", THEN)
        site.given(MemberAdmitted(MemberId("tom"), *COLLEGE))
        yield Stage(site, serve(site.app), cooperative)


def test_a_day_of_the_past_is_read_from_link_to_link_and_nothing_is_written_there(
    quiet: Page, stage: Stage, cooperative: Database, axe: Callable[..., list[str]]
):
    stage.enter(quiet, "irene")
    stage.go(quiet, "/membres")
    quiet.get_by_role("link", name="Lire cette page un autre jour").click()
    quiet.get_by_label("Le jour").fill(str(DAY))
    quiet.get_by_role("button", name="Y aller").click()
    expect(quiet.get_by_role("heading", level=1)).to_have_text("Le passé se prépare")
    check_this(quiet, axe)
    with recalling(cooperative) as historian:
        historian.turn()

    expect(quiet.get_by_role("heading", level=1)).to_have_text("Registre des membres")  # it came by itself
    expect(quiet.get_by_role("link", name="Inès Brun")).to_be_visible()
    expect(quiet.get_by_text("Tom Roux")).to_have_count(0)
    check_this(quiet, axe)
    for link in ("Inès Brun", "Compte d’associé"):
        follow(quiet, link)
        expect(quiet.get_by_text("telle qu’on la connaissait le")).to_be_visible()
    quiet.get_by_role("link", name="Décisions").click()
    expect(quiet.get_by_text("telle qu’on la connaissait le")).to_be_visible()
    assert f"/au/{DAY}/decisions" in quiet.url

    stage.go(quiet, f"/au/{DAY}/membres/ines/depart")
    expect(quiet.get_by_role("heading", level=1)).to_have_text("Seulement aujourd’hui")
    follow(quiet, "Ouvrir cette page aujourd’hui")
    expect(quiet.get_by_text("telle qu’on la connaissait le")).to_have_count(0)
    assert quiet.url.endswith("/membres/ines/depart")

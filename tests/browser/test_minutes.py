"""The minutes in a browser: refused before the end, drawn up from the record, kept to the byte, read by members."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from starlette.types import ASGIApp

from governance.assembly.minutes_facts import MinutesDrawnUp
from governance.decision.record import RecordVotedDecision
from governance.vote.facts import Choice
from governance.words import DecisionId
from tests.browser.sitting import AG, BOARD, LOCAL, MEETING, VOTE, gather, gives, hold
from tests.browser.stage import Stage, check_this, follow, press, rebuilt_is_the_same
from tests.conftest import Database
from tests.site import open_site

MINUTES = f"{MEETING}/proces-verbal"
EDITION = "Le procès-verbal (PDF)"
SAID = (
    "Alma Reynier",  # in the chair
    "Elsa d’Ancelle Collège des bénévoles et habitants pouvoir porté par Recyclerie de la Luye",
    "Quorum à titre ordinaire : atteint",
    f"Résolution 1 — {LOCAL}",
    "✓ Adoptée 85 % pour : il fallait plus de 1/2 (50 %) (art. 21.2 des statuts). Décision n° 1.",
    "Proportionnelle : chaque collège partage son poids selon ses voix.",
    "Total pondéré – pour : 85 % ; contre : 15 % ; base : 100 %.",
    f"Résolution 2 — {BOARD}",
    "Non mise aux voix",
    "Le loyer paraît élevé.",
)


@pytest.fixture
def stage(cooperative: Database, serve: Callable[[ASGIApp], str]) -> Iterator[Stage]:
    """A session whose only vote is counted and recorded; it goes on."""
    with open_site(cooperative) as site:
        gather(site)
        hold(site, alma=Choice.FOR, felix=Choice.AGAINST, heol=Choice.FOR, carline=Choice.FOR)
        gives(site, "irene", RecordVotedDecision(DecisionId("d1"), VOTE, AG))
        yield Stage(site, serve(site.app), cooperative)


def test_minutes_are_drawn_up_from_the_record_and_kept_to_the_byte(
    stage: Stage, quiet: Page, browser: Browser, axe: Callable[[Page], list[str]]
) -> None:
    page = quiet
    stage.enter(page, "irene")
    stage.go(page, MINUTES)
    expect(page.get_by_text("Le procès-verbal s’établit quand la réunion est finie.")).to_be_visible()
    expect(page.get_by_text("art. R. 225-106")).to_be_visible()
    expect(page.get_by_role("button", name="Établir le procès-verbal")).to_have_count(0)
    close_the_session(page, stage)

    follow(page, "Établir le procès-verbal")
    draft = read(page, "Relire le projet (PDF)")
    press(page, "Établir le procès-verbal")
    [drawn] = [fact for fact in stage.site.facts if isinstance(fact, MinutesDrawnUp)]
    kept = read(page, EDITION)

    assert draft == kept
    assert sha256(kept).hexdigest() == drawn.digest
    said = " ".join("\n".join(leaf.extract_text() for leaf in PdfReader(BytesIO(kept)).pages).split())
    assert [words for words in SAID if words not in said] == []
    rebuilt_is_the_same(page, stage, "minutes", "meetings", "votes", "decisions")
    assert read(page, EDITION) == kept
    check_this(page, axe)

    basile = browser.new_context(locale="fr-FR").new_page()
    stage.enter(basile, "basile")
    assert basile.request.get(f"{stage.address}{stage.site.at(f'{MINUTES}/{drawn.digest}.pdf')}").body() == kept
    stage.go(basile, MINUTES)
    expect(basile.get_by_text("Cette page est réservée.")).to_be_visible()


def close_the_session(page: Page, stage: Stage) -> None:
    stage.go(page, f"{MEETING}/cloture")
    page.get_by_label("Résumé des débats").fill("Le loyer paraît élevé.")
    press(page, "Clore la séance")
    expect(page.locator(".tag", has_text="close")).to_be_visible()


def read(page: Page, link: str) -> bytes:
    """The file behind a link of the page, as this reader receives it."""
    where = page.get_by_role("main").get_by_role("link", name=link).first.get_attribute("href") or ""
    answer = page.request.get(page.url.partition("/test")[0] + where)
    assert answer.headers["content-type"] == "application/pdf"
    return answer.body()

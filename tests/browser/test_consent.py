"""A round of consent on two phones: one objects and says why, the other does not, and what stands is told."""

from playwright.sync_api import Browser, expect

from governance.vote.deliberate import CloseDeliberation, OpenDeliberation, OpenRound
from governance.vote.methods import Method
from governance.words import DeliberationId, PersonId, Public
from tests.browser.sitting import gives
from tests.browser.stage import Stage, rebuilt_is_the_same
from tests.browser.thumb import Thumb, phone

LEASE, CIRCLE = DeliberationId("lease"), (PersonId("alma"), PersonId("felix"))
LONG, SHORT = Public("Prendre à bail pour neuf ans."), Public("Prendre à bail pour trois ans.")


def speaks(stage: Stage, browser: Browser, person: str, word: str, why: str = "") -> Thumb:
    """From her home page to her word."""
    thumb = Thumb(phone(browser))
    stage.enter(thumb.page, person)
    thumb.follows("Le bail du local")
    thumb.follows("Répondre")
    thumb.chooses("Votre parole", word)
    if why:
        thumb.page.get_by_label("Ce que la proposition abîmerait").fill(why)
    thumb.presses("Répondre")
    expect(thumb.page.get_by_text("Vous avez parlé à ce tour.")).to_be_visible()
    return thumb


def test_a_circle_consents_once_the_objection_is_integrated(stage: Stage, browser: Browser, axe) -> None:
    gives(stage.site, "irene", OpenDeliberation(LEASE, Method.CONSENT, Public("Le bail du local"), LONG, CIRCLE))

    alma = speaks(stage, browser, "alma", "J’objecte", "Neuf ans, c’est trop long.")
    assert alma.clicks == 4
    speaks(stage, browser, "felix", "Je n’ai pas d’objection")
    alma.page.reload()
    expect(alma.page.get_by_text("Neuf ans, c’est trop long.")).to_be_visible()
    assert axe(alma.page) == []
    gives(stage.site, "irene", OpenRound(LEASE, 2, SHORT))
    for person in CIRCLE:
        speaks(stage, browser, person, "Je n’ai pas d’objection")
    gives(stage.site, "irene", CloseDeliberation(LEASE))

    alma.page.reload()
    expect(alma.page.get_by_text("consentie")).to_be_visible()
    rebuilt_is_the_same(alma.page, stage, "deliberations")
    alma.page.get_by_text("Comment est-ce calculé").click()
    expect(alma.page.get_by_text("Plus aucune objection ne demeure")).to_be_visible()

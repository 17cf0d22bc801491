"""A vote in the secretariat’s browser: refused with its article, closed, counted, explained, decided; accessible."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from governance.decision.facts import DecisionRecorded, Way
from governance.vote.close import CloseVote, CountVote
from governance.vote.facts import Choice, VoteCounted
from tests.browser.sitting import AG, LOCAL, MEETING, VOTE, cast, gives, hold, open_session, open_vote
from tests.browser.sitting import BALLOT as SHOWN
from tests.browser.stage import Stage, check_this, follow, press, rebuilt_is_the_same
from tests.browser.thumb import refusal, votes
from tests.palabre import runner
from web.vote_file import plain


def test_what_the_secretary_may_not_do_is_refused_with_its_article(stage: Stage, quiet: Page) -> None:
    page = quiet
    stage.enter(page, "irene")
    stage.go(page, "/resolutions/local/scrutin")
    press(page, "Ouvrir le scrutin")
    expect(refusal(page)).to_contain_text("On ne vote qu’en séance : ouvrez d’abord la séance")
    expect(refusal(page)).to_contain_text("L. 225-98")

    open_session(stage.site)
    stage.go(page, "/resolutions/board/scrutin")
    expect(page.locator(".notice")).to_contain_text("Vote secret")
    expect(page.locator(".notice")).to_contain_text("art. 24 des statuts")

    stage.go(page, MEETING)
    follow(page, "Mettre aux voix")
    page.get_by_label("En ligne, depuis son téléphone").check()
    press(page, "Ouvrir le scrutin")
    expect(page.locator(".tag", has_text="scrutin ouvert")).to_be_visible()
    stage.go(page, f"{MEETING}/cloture")
    page.get_by_label("Résumé des débats").fill("Le loyer paraît élevé.")
    press(page, "Clore la séance")
    expect(refusal(page)).to_contain_text(f"On vote encore : {LOCAL}. Fermez d’abord chaque scrutin")
    expect(page.get_by_label("Résumé des débats")).to_have_value("Le loyer paraît élevé.")


STEPS = (
    "Collège des bénévoles et habitants : poids fixé par les statuts, 15 %. art. 18.3 des statuts",
    "Ses 15 % donnent 0 % pour et 15 % contre. art. 18.5 des statuts",
    "Il faut plus de 1/2 de 100 %, soit plus de 50 % pour. art. 21.2 des statuts",
    "Pour : 17/20 (85 %) de la base. La majorité est atteinte : la résolution est adoptée. art. 21.2 des statuts",
)
PICTURE = (
    "Collège des salariés : Pour 1. Poids 20 %, dont 20 % pour.",
    "Collège des bénévoles et habitants : Contre 1, Abstention 1. Poids 15 %, dont 0 % pour.",
    "Ensemble : 85 % pour",
)
BALLOTS = {"alma": Choice.FOR, "felix": Choice.AGAINST, "heol": Choice.FOR, "carline": Choice.FOR}


def test_a_vote_is_closed_counted_explained_and_counted_again(
    stage: Stage, quiet: Page, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    open_session(stage.site)
    open_vote(stage.site)
    cast(stage.site, **BALLOTS)
    page = quiet
    stage.enter(page, "irene")
    stage.go(page, SHOWN)
    follow(page, "Clore le scrutin")
    press(page, "Clore le scrutin")
    expect(page.locator(".tag", has_text="scrutin clos, à dépouiller")).to_be_visible()
    follow(page, "Dépouiller")
    press(page, "Dépouiller")

    expect(page.locator(".tag", has_text="adoptée")).to_be_visible()
    page.get_by_text("Comment est-ce calculé").click()
    explained = spaced(page.locator(".explain").inner_text())
    assert [step for step in STEPS if step not in explained] == []
    expect(page.locator(".picture svg")).to_be_visible()
    drawn = spaced(page.locator(".picture desc").text_content())
    assert [college for college in PICTURE if college not in drawn] == []
    with page.expect_download() as coming:
        follow(page, "Le scrutin, pour le recompter")
    coming.value.save_as(tmp_path / "scrutin.json")
    again = runner(monkeypatch, capsys)("count", str(tmp_path / "scrutin.json"))
    [counted] = [fact.count for fact in stage.site.facts if isinstance(fact, VoteCounted)]
    steps = [{**plain(step), "numbers": dict(step.numbers)} for step in counted.steps]
    assert json.loads(again.printed)["count"] == {**plain(counted), "steps": steps}
    page.reload()
    rebuilt_is_the_same(page, stage, "votes", "rolls")


def spaced(text: str | None) -> str:
    """Every kind of space is one ordinary space."""
    return " ".join((text or "").split())


def test_a_decision_is_numbered_corrected_beside_and_told_from_the_first_word(stage: Stage, quiet: Page) -> None:
    hold(stage.site, **BALLOTS)
    page = quiet
    stage.enter(page, "irene")
    stage.go(page, SHOWN)
    follow(page, "Inscrire au registre des décisions")
    press(page, "Inscrire")
    follow(page, "Décision n° 1")
    follow(page, "Corriger")
    page.get_by_label("Titre").fill("Prendre à bail le local du 12 rue Carnot")
    press(page, "Enregistrer la correction")
    expect(page.locator(".errors")).to_contain_text("Pourquoi cette correction — Ce champ est obligatoire.")
    page.get_by_label("Pourquoi cette correction").fill("Le numéro manquait.")
    press(page, "Enregistrer la correction")
    expect(page.get_by_role("heading", level=1)).to_have_text("Prendre à bail le local du 12 rue Carnot")
    history = page.locator(".timeline > li")
    expect(history).to_have_count(2)
    expect(history.first).to_contain_text(LOCAL)
    expect(history.last).to_contain_text("Le numéro manquait.")
    rebuilt_is_the_same(page, stage, "decisions")

    stage.go(page, "/decisions")
    follow(page, "Inscrire une décision prise d’un commun accord")
    written = {"Titre": "Répondre à l’appel à projets", "Texte": "Le bureau répond.", "Quand": "31/02/2026"}
    for label, text in written.items():
        page.get_by_label(label).fill(text)
    page.get_by_label("Qui a décidé").select_option("bureau")
    press(page, "Inscrire au registre")
    expect(page.locator(".errors")).to_contain_text("Le 31/02/2026 n’existe pas dans le calendrier.")
    for label, text in written.items():
        expect(page.get_by_label(label)).to_have_value(text)
    page.get_by_label("Quand").fill("02/2026")
    press(page, "Inscrire au registre")
    expect(page.get_by_text("d’un commun accord")).to_be_visible()
    recorded = [(fact.number, fact.way) for fact in stage.site.facts if isinstance(fact, DecisionRecorded)]
    assert recorded == [(1, Way.VOTE), (2, Way.COMMON_ACCORD)]


def test_the_pages_of_a_vote_are_accessible_and_hold_in_the_page(
    stage: Stage, quiet: Page, axe: Callable[[Page], list[str]]
) -> None:
    page = quiet
    open_session(stage.site)
    open_vote(stage.site)
    stage.enter(page, "felix")
    stage.go(page, SHOWN)
    check_this(page, axe)
    votes(page, "Contre")
    check_this(page, axe)
    cast(stage.site, alma=Choice.FOR, carline=Choice.FOR)
    gives(stage.site, "irene", CloseVote(VOTE), CountVote(VOTE, AG))
    stage.go(page, SHOWN)
    page.get_by_text("Comment est-ce calculé").click()
    check_this(page, axe)

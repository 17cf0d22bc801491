"""A vote on a phone: from the letter to the receipt, refused with its reason, counted, decided; and accessible."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from starlette.types import ASGIApp

from governance.decision.facts import DecisionRecorded, Way
from governance.vote.close import CloseVote, CountVote
from governance.vote.facts import BallotCast, Choice, VoteCounted, VoteOpened
from governance.words import ResolutionId, VoteId
from tests.browser.sitting import AG, LOCAL, MEETING, VOTE, cast, gather, gives, hold, open_session, open_vote
from tests.browser.sitting import BALLOT as SHOWN
from tests.browser.stage import Stage, check_this, follow, press, rebuilt_is_the_same
from tests.conftest import Database
from tests.palabre import runner
from tests.site import open_site
from web.vote_file import plain

RECEIPT = (("Recyclerie de la Luye", "Pour", -1), ("Elsa d’Ancelle", "Abstention", 0))  # numbers before the head
SAID_OF_BALLOTS = re.compile(r"Pour|Contre|Abstention|Résultat|Bulletins|Recyclerie|Elsa")


@pytest.fixture
def stage(cooperative: Database, serve: Callable[[ASGIApp], str]) -> Iterator[Stage]:
    with open_site(cooperative) as site:
        gather(site)
        yield Stage(site, serve(site.app), cooperative)


@dataclass
class Thumb:
    """A voter's thumb on her phone: each of its clicks is counted."""

    page: Page
    clicks: int = 0

    def opens(self, link: str) -> None:
        self.page.goto(link)
        self.clicks += 1

    def presses(self, name: str) -> None:
        press(self.page, name)
        self.clicks += 1

    def follows(self, name: str) -> None:
        follow(self.page, name)
        self.clicks += 1

    def chooses(self, voice: str, choice: str) -> None:
        choose(self.page, voice, choice)
        self.clicks += 1


def choose(page: Page, voice: str, choice: str) -> None:
    page.get_by_role("group", name=voice).get_by_label(choice, exact=True).check()


def phone(browser: Browser, javascript: bool = True) -> Page:
    """One more phone in the room, where nobody is signed in."""
    small = {"width": 360, "height": 740}
    return browser.new_context(locale="fr-FR", viewport=small, java_script_enabled=javascript).new_page()


def test_a_representative_votes_without_javascript_in_fewer_than_eight_clicks(stage: Stage, browser: Browser) -> None:
    letter = stage.letter("Chloé")
    open_session(stage.site)
    open_vote(stage.site)
    chloe = Thumb(phone(browser, javascript=False))

    chloe.opens(letter)
    expect(chloe.page.get_by_role("heading", level=1)).to_contain_text("Vous êtes Chloé Vitrolles")
    chloe.presses("Oui, entrer")
    chloe.presses("Je suis là : je signe la feuille de présence")
    chloe.follows("Votez")
    expect(chloe.page.locator(".resolution")).to_contain_text("un loyer annuel de 9 600 € hors charges")
    chloe.chooses("Votre voix – Recyclerie de la Luye", "Pour")
    chloe.chooses("Le pouvoir donné par Elsa d’Ancelle", "Abstention")
    chloe.presses("Voter")

    expect(chloe.page.get_by_role("heading", level=1)).to_have_text("Votre reçu")
    ballots = [(fact.member, fact.choice, fact.holder) for fact in stage.site.facts if isinstance(fact, BallotCast)]
    assert ballots == [("carline", Choice.FOR, None), ("elsa", Choice.ABSTENTION, "carline")]
    [_heads, *rows] = chloe.page.get_by_role("row").all()
    for row, (name, choice, number) in zip(rows, RECEIPT, strict=True):
        expect(row.get_by_role("rowheader")).to_contain_text(name)
        expect(row.get_by_role("cell").first).to_have_text(choice)
        expect(row.get_by_role("cell").last).to_have_text(str(stage.site.head + number))
    assert chloe.clicks == 7
    rebuilt_is_the_same(chloe.page, stage, "rolls", "votes")
    everybody_sees_the_turnout_only(stage, browser)


def everybody_sees_the_turnout_only(stage: Stage, browser: Browser) -> None:
    """Neither who keeps the secretariat, nor a member, nor a machine that asks for the file."""
    page = phone(browser)
    for person in ("irene", "basile"):
        stage.enter(page, person)
        stage.go(page, SHOWN)
        expect(page.get_by_text("2 bulletins sur 8")).to_be_visible()
        assert SAID_OF_BALLOTS.findall(page.get_by_role("main").inner_html()) == []
        assert page.request.get(f"{page.url}/fichier").status == 404


def at_the_ballot(browser: Browser, stage: Stage, person: str, vote: str = SHOWN) -> Page:
    page = phone(browser)
    stage.enter(page, person)
    stage.go(page, vote)
    return page


def test_a_voice_is_heard_once_and_while_the_vote_is_open(stage: Stage, browser: Browser) -> None:
    open_session(stage.site)
    open_vote(stage.site)
    to_come(stage)
    felix, alma = (at_the_ballot(browser, stage, person) for person in ("felix", "alma"))
    again, early = felix.context.new_page(), felix.context.new_page()
    stage.go(again, SHOWN)
    stage.go(early, "/scrutins/demain")

    for page in (felix, again, early):
        votes(page, "Contre")
    gives(stage.site, "irene", CloseVote(VOTE))
    votes(alma, "Pour")

    expect(felix.get_by_role("heading", level=1)).to_have_text("Votre reçu")
    expect(refusal(again)).to_contain_text("Cette voix est déjà dans l’urne : un mandat, un bulletin.")
    expect(refusal(early)).to_contain_text("Ce scrutin n’est pas encore ouvert.")
    expect(refusal(alma)).to_contain_text("Ce scrutin est clos : plus personne ne vote.")
    assert [fact.member for fact in stage.site.facts if isinstance(fact, BallotCast)] == ["felix"]


def to_come(stage: Stage) -> None:
    """A vote that somebody announced for tomorrow."""
    [opened] = [fact for fact in stage.site.facts if isinstance(fact, VoteOpened)]
    tomorrow = opened.opens + timedelta(days=1)
    stage.site.given(replace(opened, vote=VoteId("demain"), resolution=ResolutionId("demain"), opens=tomorrow))


def votes(page: Page, choice: str) -> None:
    choose(page, "Votre voix", choice)
    press(page, "Voter")


def refusal(page: Page) -> Locator:
    return page.locator(".notice-refusal")


def test_a_link_serves_once_in_its_time_and_lends_no_other_voice(stage: Stage, browser: Browser) -> None:
    open_session(stage.site)
    open_vote(stage.site)
    link = stage.address + stage.site.link("felix")
    felix, stranger = phone(browser), phone(browser)
    felix.goto(link)
    stranger.goto(link)
    press(felix, "Oui, entrer")
    press(stranger, "Oui, entrer")
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Ce lien ne sert plus")
    for worn in (link, expired(stage, "felix")):
        stranger.goto(worn)
        expect(stranger.get_by_text("Il a déjà servi, il a expiré, ou le code est mal recopié.")).to_be_visible()
    stage.go(stranger, SHOWN)
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Se connecter")

    felix.goto(stage.address + stage.site.link("alma"))
    expect(felix.get_by_role("heading", level=1)).to_contain_text("Vous êtes Alma Reynier")
    stage.go(felix, SHOWN)  # she is not: she leaves without pressing anything
    expect(felix.locator("fieldset")).to_have_count(1)
    felix.evaluate("for (const one of document.querySelectorAll('[type=radio]')) one.name = 'choice.alma'")
    votes(felix, "Pour")
    expect(refusal(felix)).to_contain_text("Cette voix n’est pas la vôtre, et vous n’en avez pas le pouvoir.")
    assert not any(isinstance(fact, BallotCast) for fact in stage.site.facts)


def expired(stage: Stage, person: str) -> str:
    link = stage.address + stage.site.link(person)
    with stage.site.office.reading() as db:
        db.execute("update public.entrance set expires = now() - interval '1 s' where used is null")
    return link


def test_what_the_secretary_may_not_do_is_refused_with_its_article(stage: Stage, quiet: Page) -> None:
    page = quiet
    stage.enter(page, "irene")
    stage.go(page, "/resolutions/local/scrutin")
    press(page, "Ouvrir le scrutin")
    expect(refusal(page)).to_contain_text("On ne vote qu’en séance : ouvrez d’abord la séance")
    expect(refusal(page)).to_contain_text("L. 225-98")

    open_session(stage.site)
    stage.go(page, "/resolutions/board/scrutin")
    press(page, "Ouvrir le scrutin")
    expect(refusal(page)).to_contain_text("Les statuts veulent ici un vote secret.")
    expect(refusal(page)).to_contain_text("art. 24 des statuts")

    stage.go(page, MEETING)
    follow(page, "Mettre aux voix")
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

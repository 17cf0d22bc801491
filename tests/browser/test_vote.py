"""A vote on a phone: from the letter to the receipt, or refused with its reason."""

import re
from dataclasses import replace
from datetime import timedelta

from playwright.sync_api import Browser, Page, expect

from governance.vote.close import CloseVote
from governance.vote.facts import BallotCast, Choice, VoteOpened
from governance.words import ResolutionId, VoteId
from tests.browser.sitting import BALLOT as SHOWN
from tests.browser.sitting import VOTE, gives, open_session, open_vote
from tests.browser.stage import Stage, press, rebuilt_is_the_same
from tests.browser.thumb import Thumb, phone, refusal, votes

RECEIPT = (("Recyclerie de la Luye", "Pour", -1), ("Elsa d’Ancelle", "Abstention", 0))  # numbers before the head
SAID_OF_BALLOTS = re.compile(r"Pour|Contre|Abstention|Résultat|Bulletins|Recyclerie|Elsa")


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

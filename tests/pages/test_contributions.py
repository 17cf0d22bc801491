"""What people without an account propose: followed by its author, in no register before a keeper accepts it."""

import re

import pytest

from governance.network.card_facts import CardWritten
from governance.words import Office
from tests.coop import admitted, adopted, scic
from tests.site import Site

OFFER = {"title": "Barnum de 20 places", "f_genre": "materiel", "f_lieu": "Cusset", "source": "Comité des fêtes"}
FORM = "/propositions/offres"


@pytest.fixture
def board(site: Site):
    site.given(adopted(scic()), admitted("lea"))
    site.person("lea", "Léa Abrest")
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD))


def propose(site, gesture="a" * 32, **changed):
    return site.browser().post(site.at(FORM), data=OFFER | {"gesture": gesture} | changed)


def written(site):
    return [fact for fact in site.facts if isinstance(fact, CardWritten)]


def waiting(site, board) -> list[str]:
    page = board.get(site.at("/reseau/propositions-recues")).text
    return re.findall(r'href="/[^/"]+(/reseau/fiches/offres/propositions/\d+)"', page)


def test_nothing_appears_before_a_keeper_accepts_it_and_its_author_follows_it(site, board):
    page = propose(site)
    propose(site)

    assert "Elle attend d’être relue" in page.text
    assert written(site) == []
    assert "Barnum" not in board.get(site.at("/reseau/fiches?q=barnum")).text.partition("<table")[2]
    [there] = waiting(site, board)
    assert 'value="Barnum de 20 places"' in board.get(site.at(there)).text

    accepted = OFFER | {"on": "01/03/2026", "owner": "", "title": "Barnum", "gesture": "b" * 32}
    accepted["organisation"] = accepted.pop("source")
    board.post(site.at(there), data=accepted)
    assert [(card.title, card.organisation) for card in written(site)] == [("Barnum", "Comité des fêtes")]
    assert "Elle est inscrite" in site.browser().get(page.url).text
    assert waiting(site, board) == []
    assert board.post(site.at(there), data=accepted).status_code == 404


def test_a_refusal_says_why_to_its_author(site, board):
    page = propose(site)
    [there] = waiting(site, board)

    assert board.post(site.at(f"{there}/refus"), data={"gesture": "b" * 32, "reason": ""}).status_code == 422
    board.post(site.at(f"{there}/refus"), data={"gesture": "b" * 32, "reason": "Elle est déjà inscrite."})
    assert "Elle est déjà inscrite." in site.browser().get(page.url).text
    assert written(site) == []


def test_a_form_with_a_fault_keeps_what_was_typed_and_is_not_asked_what_is_the_network_s_own(site, board):
    page = propose(site, f_genre="")

    assert (page.status_code, 'value="Barnum de 20 places"' in page.text) == (422, True)
    assert "Rencontrée par" not in site.browser().get(site.at("/propositions/structures")).text
    assert site.browser().get(site.at("/propositions/outils")).status_code == 404


def test_a_machine_and_who_insists_fill_no_queue(site, board):
    assert "Elle attend" in propose(site, link="http://example.org").text
    assert waiting(site, board) == []
    answers = [propose(site, f"{n:032x}").status_code for n in range(6)]
    assert (answers[0], answers[-1]) == (200, 429)
    assert 'value="Barnum de 20 places"' in propose(site, "f" * 32).text


def test_a_sign_that_no_database_holds_is_not_kept(site, board):
    page = propose(site, link="\0", f_precisions=" \0")

    assert (page.status_code, "Elle attend d’être relue" in page.text) == (200, True)
    [there] = waiting(site, board)
    assert 'value="Barnum de 20 places"' in board.get(site.at(there)).text

"""The public hearing of 9 July 2007: a version, remarks from outside, its result, the version that comes after."""

import re

import pytest

from governance.network.card_facts import CardCorrected, CardId, CardMoved, CardWritten
from governance.network.catalogue import CatalogueName, FieldName, StateName, Value
from governance.network.hearing_facts import HearingClosed, HearingOpened
from governance.words import Day, Office, Public
from tests.coop import adopted, scic
from tests.pages.test_gatherings import give, kinds_of, words
from tests.site import Site

TITLE = "Concertation du 9 juillet 2007"
SAID = {"genre": "charte", "version": "2", "texte": "Nous agissons ensemble."}
VALUES = tuple(Value(FieldName(name), Public(said)) for name, said in SAID.items())
charter = CardWritten(
    CardId("charte"), CatalogueName("documents"), Public("Charte"), VALUES, StateName("propose"), Day("2007-06")
)
HEARING = {"title": TITLE, "document": "charte", "day": "09/07/2007", "place": "Digne", "on": "06/2007"}
OPINION = {"title": "Dire qui décide", "f_concertation": TITLE, "f_texte": "La charte ne dit pas qui décide.",
           "source": "ADEAR", "gesture": "c" * 32}  # fmt: skip


@pytest.fixture
def board(site: Site):
    site.given(adopted(scic()), charter)
    return site.browser(site.person("bea", "Béa Bureau", Office.BOARD))


def test_a_document_is_put_to_all_remarked_from_outside_and_its_new_version_validated(site, board):
    anybody = site.browser()
    wrong = give(site, board, "concertations/nouvelle", **HEARING | {"document": ""})
    page = words(give(site, board, "concertations/nouvelle", **HEARING))
    there = site.at(f"/concertations/{'a' * 32}")
    asked = re.search(r'href="([^"]*f_concertation=[^"]*)"', anybody.get(there).text)[1]
    form = anybody.get(asked.replace("&amp;", "&")).text
    anybody.post(site.at("/propositions/observations"), data=OPINION)
    before = anybody.get(there).text
    waiting = board.get(site.at("/reseau/propositions-recues")).text
    moderation = re.search(r'href="([^"]*/reseau/fiches/observations/propositions/\d+)"', waiting)[1]
    board.post(moderation, data=OPINION | {"on": "09/07/2007", "gesture": "d" * 32})
    heard = words(anybody.get(there))
    result = {"result": "Adoptée avec un article de plus.", "validated": "3", "on": "16/11/2007"}
    give(site, board, f"concertations/{'a' * 32}/resultat", "e" * 32, **result)
    over = words(anybody.get(there))
    card = words(board.get(site.at("/reseau/fiches/documents/charte")))

    assert wrong.status_code == 422
    assert "observations" not in anybody.get(site.at("/public")).text
    assert "Nous agissons ensemble." in page
    assert TITLE in form
    assert "qui décide" not in before, "read by the network first"
    assert "La charte ne dit pas qui décide." in heard
    assert "ADEAR" in heard
    assert "version validée : 3" in over
    assert "Nous agissons ensemble." in over, "the text that was put to all stays"
    assert "Donner mon avis" not in over
    assert "validé" in card
    assert TITLE in card
    assert [len(kinds_of(site, kind)) for kind in (HearingOpened, HearingClosed, CardCorrected, CardMoved)] == [1] * 4
    assert TITLE not in words(anybody.get(site.at("/public"))), "it is over"
